from training.common.conllu import Row
from training.en.punctuation import rehang


def _heads(*words: tuple[str, str, int, str]) -> list[str]:
    """What each mark hangs on after `rehang`; words are form, part of speech, head from 1, relation."""
    rows = [Row(form, form, upos, "", head, relation, space=True) for form, upos, head, relation in words]
    rehang(rows)
    return [rows[row.head - 1].form for row in rows if row.upos == "PUNCT"]


def test_a_comma_after_a_fronted_phrase_hangs_on_the_clause() -> None:
    words = [("Today", "NOUN", 4, "obl"), (",", "PUNCT", 1, "punct"), ("Paris", "PROPN", 4, "nsubj")]
    assert _heads(*words, ("agreed", "VERB", 0, "root")) == ["agreed"]


def test_a_comma_before_a_circumstance_hangs_on_the_clause() -> None:
    words = [("left", "VERB", 0, "root"), ("Rome", "PROPN", 1, "obj"), (",", "PUNCT", 4, "punct")]
    assert _heads(*words, ("smiling", "VERB", 1, "advcl")) == ["left"]


def test_a_comma_before_another_member_hangs_on_that_member() -> None:
    words = [("Paris", "PROPN", 0, "root"), (",", "PUNCT", 3, "punct"), ("Rome", "PROPN", 1, "conj")]
    assert _heads(*words) == ["Rome"]


def test_a_hyphen_hangs_on_the_head_of_the_compound() -> None:
    words = [("US", "PROPN", 3, "compound"), ("-", "PUNCT", 1, "punct"), ("led", "VERB", 4, "amod")]
    assert _heads(*words, ("talks", "NOUN", 0, "root")) == ["led"]


def test_a_quotation_before_its_cue_keeps_its_comma() -> None:
    words = [("Yes", "INTJ", 4, "ccomp"), (",", "PUNCT", 1, "punct"), ("she", "PRON", 4, "nsubj")]
    assert _heads(*words, ("said", "VERB", 0, "root")) == ["Yes"]
