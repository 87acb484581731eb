from pathlib import Path
from random import Random

import pytest

from training.common.grammar import Grammar
from training.common.trees import Node, Token
from training.fr.speech import FRENCH


def _written(sentence: list[Token]) -> str:
    return "".join(token.form + " " * token.space for token in sentence).rstrip()


def _no_clause(_: Random) -> Node:
    raise AssertionError


def _drawn(folder: Path, rules: str) -> list[list[Token]]:
    (folder / "rules.txt").write_text(rules, encoding="utf8")
    return Grammar(folder, FRENCH, clause=_no_clause).text("TEXT", Random(0))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("le:det *ministre [de:case le:det *Défense]:nmod", "Le ministre de la Défense"),
        ("le:det *ministre [de:case le:det *Commerce]:nmod", "Le ministre du Commerce"),
        ("le:det *accord [avec:case le:det *Iran]:nmod", "L'accord avec l'Iran"),
        ("Paris:nsubj *condamner.pc [le:det *attaque.p]:obj .:punct", "Paris a condamné les attaques."),
        (
            "[*Paris [et:cc *Rome]:conj]:nsubj *condamner.pc [le:det *raid]:obj",
            "Paris et Rome ont condamné le raid",
        ),
        ("[le:det *délégation]:nsubj *se+féliciter.pc", "La délégation s'est félicitée"),
        ("[le:det *crise {grave|grave}:amod]:nsubj *durer.fu", "La crise grave durera"),
    ],
)
def test_a_rule_as_a_sentence(tmp_path: Path, rule: str, text: str) -> None:
    assert _written(_drawn(tmp_path, f"TEXT = {rule}")[0]) == text


def test_the_clitic_is_the_subject_of_the_participle(tmp_path: Path) -> None:
    (sentence,) = _drawn(tmp_path, "TEXT = *ajouter.pc-on")
    assert [(token.form, token.dep, token.head) for token in sentence] == [
        ("A", "aux:tense", 2),
        ("-t-on", "nsubj", 2),
        ("ajouté", "ROOT", 2),
    ]


def test_names_are_marked(tmp_path: Path) -> None:
    (sentence,) = _drawn(tmp_path, "TEXT = le:det *président [*Ana Souza:flat:name]:appos@PER")
    assert [token.entity for token in sentence] == ["O", "O", "B-PER", "I-PER"]


def test_sentences_of_a_text(tmp_path: Path) -> None:
    assert len(_drawn(tmp_path, "TEXT = *négocier.pr || *partir.fu")) == 2


def test_an_item_without_relation_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No relation is given to"):
        _drawn(tmp_path, "TEXT = *accord [*paix]")


def test_an_unknown_word_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="zygomatique"):
        _drawn(tmp_path, "TEXT = *zygomatique")


def test_every_shipped_rule_can_be_drawn() -> None:
    def clause(_: Random) -> Node:
        return Node("vient", "venir", "VERB", made=False)

    folder = Path(__file__).parents[3] / "training" / "fr" / "data" / "grammar"
    grammar, rng = Grammar(folder, FRENCH, clause=clause), Random(0)
    for name in sorted(grammar.names):
        assert all(grammar.text(name, rng) for _ in range(20))
