from dataclasses import replace
from random import Random

from training.common.augment import Typography, augmented, restyled
from training.common.trees import Token


def _sentence(*forms: str) -> list[Token]:
    return [Token(form, form, "X", "", 0, "dep", space=True) for form in forms]


def test_quotation_marks_of_a_house() -> None:
    house = Typography("«", "»", inner_space=True, curly_apostrophes=0.0, requoted=1.0)
    drawn = [augmented(_sentence('"', "Non", '"', "dit"), Random(seed), house) for seed in range(5)]
    assert {(sentence[0].form, sentence[2].form) for sentence in drawn} == {("«", "»")}


def test_a_text_in_straight_marks() -> None:
    house = Typography("“", "”", inner_space=False, curly_apostrophes=0.0, straight=1.0)
    (first, second) = restyled([_sentence("“", "No"), _sentence("Yes", "”")], Random(0), house)
    assert [token.form for token in (*first, *second)] == ['"', "No", "Yes", '"']


def test_words_of_a_headline_have_capitals() -> None:
    house = Typography("“", "”", inner_space=False, curly_apostrophes=0.0, title_case=1.0)
    drawn = [augmented(_sentence("talks", "fail"), Random(seed), house) for seed in range(20)]
    assert ["Talks", "Fail"] in [[token.form for token in sentence] for sentence in drawn]


def test_a_line_without_a_mark_has_capitals_more_often() -> None:
    house = Typography("“", "”", inner_space=False, curly_apostrophes=0.0, headlines=1.0)
    drawn = [augmented(_sentence("talks", "fail"), Random(seed), house) for seed in range(20)]
    assert ["Talks", "Fail"] in [[token.form for token in sentence] for sentence in drawn]
    ended = [replace(token, upos="PUNCT") for token in _sentence("talks", "fail")]
    drawn = [augmented(ended, Random(seed), house) for seed in range(20)]
    assert ["Talks", "Fail"] not in [[token.form for token in sentence] for sentence in drawn]
