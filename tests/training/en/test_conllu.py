from pathlib import Path

from training.en.conllu import read

_ROWS = """\
1\tMr.\tMr.\tPROPN\t_\tNumber=Sing\t2\tnmod:desc\t_\t_
2\tWang\tWang\tPROPN\t_\tNumber=Sing\t5\tnsubj\t_\t_
3-4\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\t_\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t5\taux\t_\t_
4\tn’t\tnot\tPART\t_\tPolarity=Neg\t5\tadvmod\t_\t_
5\tspeak\tspeak\tVERB\t_\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

"""


def _tokens(folder: Path) -> list[tuple[str, str, str, bool]]:
    path = folder / "bank.conllu"
    path.write_text(_ROWS, encoding="utf8")
    (sentence,) = read(path)
    return [(token.form, token.dep, token.feats, token.space) for token in sentence]


def test_a_contraction_is_two_tokens_with_plain_apostrophe(tmp_path: Path) -> None:
    assert [(form, space) for form, _, _, space in _tokens(tmp_path)[2:4]] == [("did", False), ("n't", True)]


def test_person_of_a_past_tense_is_left_out(tmp_path: Path) -> None:
    assert _tokens(tmp_path)[2][2] == "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_relations_keep_their_subtypes(tmp_path: Path) -> None:
    assert [dep for _, dep, _, _ in _tokens(tmp_path)] == [
        "nmod:desc",
        "nsubj",
        "aux",
        "advmod",
        "ROOT",
        "punct",
    ]
