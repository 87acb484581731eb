from pathlib import Path
from random import Random

import pytest

from training.common.grammar import Grammar
from training.common.trees import Node, Token
from training.es.speech import SPANISH


def _written(sentence: list[Token]) -> str:
    return "".join(token.form + " " * token.space for token in sentence).rstrip()


def _no_clause(_: Random) -> Node:
    raise AssertionError


def _drawn(folder: Path, rules: str) -> list[Token]:
    (folder / "rules.txt").write_text(rules, encoding="utf8")
    (sentence,) = Grammar(folder, SPANISH, clause=_no_clause).text("TEXT", Random(0))
    return sentence


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("el:det *ministro [de:case *Defensa]:nmod", "El ministro de Defensa"),
        ("el:det *ministro [de:case el:det *Interior]:nmod", "El ministro del Interior"),
        ("Lima:nsubj *condenar.pa [el:det *ataque.p]:obj .:punct", "Lima condenó los ataques."),
        ("[*Lima [y:cc *Roma]:conj]:nsubj *negociar.pf", "Lima y Roma han negociado"),
        ("[*Lima [y:cc *Irán]:conj]:nsubj *negociar.fu", "Lima e Irán negociarán"),
        ("[el:det *delegación]:nsubj *se+reunir.pa", "La delegación se reunió"),
        (
            "[el:det *ministra]:nsubj:pass *recibir.pas [por:case *Roma]:obl:agent",
            "La ministra fue recibida por Roma",
        ),
        ("*desear.pr1 [*se+reunir.inf]:xcomp", "Deseamos reunirse"),
        ("*hacer.ppf", "Había hecho"),
        ("[el:det *crisis grave:amod]:nsubj *durar.fu", "La crisis grave durará"),
        ("primero:amod *ministro", "Primer ministro"),
        ("el:det *arma", "El arma"),
        ("*país.p vecino:amod", "Países vecinos"),
        ("«:punct *ceder.debe »:punct", "«Debe ceder»"),
    ],
)
def test_a_rule_as_a_sentence(tmp_path: Path, rule: str, text: str) -> None:
    assert _written(_drawn(tmp_path, f"TEXT = {rule}")) == text


def test_a_passive_with_se(tmp_path: Path) -> None:
    sentence = _drawn(tmp_path, "TEXT = *sep+firmar.pa [el:det *acuerdo.p]:nsubj:pass")
    assert [(token.form, token.dep) for token in sentence] == [
        ("Se", "expl:pass"),
        ("firmaron", "ROOT"),
        ("los", "det"),
        ("acuerdos", "nsubj:pass"),
    ]


def test_a_name_with_a_preposition_is_a_tree(tmp_path: Path) -> None:
    (tmp_path / "rules.txt").write_text("TEXT = $ORG_F@ORG", encoding="utf8")
    grammar, rng = Grammar(tmp_path, SPANISH, clause=_no_clause), Random(0)
    names = [grammar.text("TEXT", rng)[0] for _ in range(200)]
    court = next(name for name in names if _written(name) == "Corte Internacional de Justicia")
    assert [(token.dep, token.entity) for token in court] == [
        ("ROOT", "B-ORG"),
        ("flat", "I-ORG"),
        ("case", "I-ORG"),
        ("nmod", "I-ORG"),
    ]


def test_every_shipped_rule_can_be_drawn() -> None:
    def clause(_: Random) -> Node:
        return Node("viene", "venir", "VERB", made=False)

    folder = Path(__file__).parents[3] / "training" / "es" / "data" / "grammar"
    grammar, rng = Grammar(folder, SPANISH, clause=clause), Random(0)
    for name in sorted(grammar.names):
        assert all(grammar.text(name, rng) for _ in range(20))
