from pathlib import Path

from training.fr.conllu import read

_ROWS = """\
1\tM.\tmonsieur\tNOUN\t_\tGender=Masc|Number=Sing\t3\tnsubj\t_\t_
2\tWang\tWang\tPROPN\t_\t_\t1\tnmod\t_\t_
3\tparle\tparler\tVERB\t_\tMood=Ind|Voice=Act\t0\troot\t_\t_
4-5\tdu\t_\t_\t_\t_\t_\t_\t_\t_
4\tde\tde\tADP\t_\t_\t6\tcase\t_\t_
5\tle\tle\tDET\t_\tDefinite=Def|PronType=Art\t6\tdet\t_\t_
6\tPort\tport\tNOUN\t_\t_\t3\tobl:arg\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

"""


def _tokens(folder: Path) -> list[tuple[str, str, int, str]]:
    path = folder / "bank.conllu"
    path.write_text(_ROWS, encoding="utf8")
    (sentence,) = read(path)
    return [(token.form, token.dep, token.head, token.feats) for token in sentence]


def test_a_contraction_is_one_token_with_the_features_of_its_article(tmp_path: Path) -> None:
    assert _tokens(tmp_path)[3] == ("du", "case", 4, "Definite=Def|PronType=Art")


def test_a_name_after_a_title_is_flat(tmp_path: Path) -> None:
    assert _tokens(tmp_path)[1][1] == "flat:name"


def test_relations_and_features_are_brought_to_ours(tmp_path: Path) -> None:
    assert _tokens(tmp_path)[2] == ("parle", "ROOT", 2, "Mood=Ind")
    assert _tokens(tmp_path)[4][1] == "obl"
