from pathlib import Path

from training.common.trees import Token
from training.es.conllu import read


def _sentence(folder: Path, rows: str) -> dict[str, Token]:
    """The tokens of a sentence by form; a row is: form, part of speech, head, relation, features."""
    lines = []
    for number, row in enumerate(rows.split("\n"), 1):
        form, upos, head, relation, *feats = row.split()
        lemma = form.lower()
        lines.append(
            f"{number}\t{form}\t{lemma}\t{upos}\t_\t{''.join(feats) or '_'}\t{head}\t{relation}\t_\t_"
        )
    path = folder / "bank.conllu"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf8")
    (sentence,) = read(path)
    return {token.form: token for token in sentence}


def test_names_after_an_office_and_within_a_name(tmp_path: Path) -> None:
    tokens = _sentence(
        tmp_path,
        "El DET 2 det\npresidente NOUN 5 nsubj\nRaúl PROPN 2 flat\nRojas PROPN 3 flat\nhabla VERB 0 root",
    )
    assert (tokens["Raúl"].dep, tokens["Rojas"].dep, tokens["Raúl"].lemma) == ("appos", "flat", "Raúl")


def test_the_first_word_of_a_name_is_its_head(tmp_path: Path) -> None:
    tokens = _sentence(tmp_path, "En ADP 3 case\nNueva PROPN 3 amod\nYork PROPN 4 obl\nllueve VERB 0 root")
    assert (tokens["Nueva"].dep, tokens["York"].dep, tokens["En"].head) == ("obl", "flat", 1)


def test_a_passive_with_se(tmp_path: Path) -> None:
    tokens = _sentence(tmp_path, "Se PRON 2 expl:pv\nfirmó VERB 0 root\nel DET 4 det\npacto NOUN 2 nsubj")
    assert (tokens["Se"].dep, tokens["pacto"].dep) == ("expl:pass", "nsubj:pass")


def test_a_relative_pronoun_is_the_subject(tmp_path: Path) -> None:
    rows = "País NOUN 0 root\nque SCONJ 3 mark\nmedia VERB 1 acl:relcl Person=3"
    token = _sentence(tmp_path, rows)["que"]
    assert (token.upos, token.dep, token.feats) == ("PRON", "nsubj", "PronType=Rel")


def test_an_infinitive_that_its_verb_asks_for(tmp_path: Path) -> None:
    rows = "Trata VERB 0 root\nde ADP 3 case\nmediar VERB 1 advcl VerbForm=Inf"
    tokens = _sentence(tmp_path, rows)
    assert (tokens["mediar"].dep, tokens["de"].dep) == ("xcomp", "mark")


def test_a_cue_after_the_words_said(tmp_path: Path) -> None:
    tokens = _sentence(
        tmp_path,
        "Cederemos VERB 3 ccomp\n, PUNCT 3 punct\ndijo VERB 0 root\nÉl PRON 3 nsubj\n. PUNCT 3 punct",
    )
    assert (tokens["Cederemos"].dep, tokens["dijo"].dep, tokens["."].head) == ("ROOT", "parataxis", 0)


def test_days_are_nouns(tmp_path: Path) -> None:
    tokens = _sentence(tmp_path, "Habló VERB 0 root\nel DET 3 det\nlunes PROPN 1 obl:tmod")
    assert (tokens["lunes"].upos, tokens["lunes"].dep) == ("NOUN", "obl")
