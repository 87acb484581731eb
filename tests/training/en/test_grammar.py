from pathlib import Path
from random import Random

import pytest

from training.common.grammar import Grammar
from training.common.trees import Node, Token
from training.en.speech import ENGLISH


def _written(sentence: list[Token]) -> str:
    return "".join(token.form + " " * token.space for token in sentence).rstrip()


def _no_clause(_: Random) -> Node:
    raise AssertionError


def _drawn(folder: Path, rules: str) -> list[Token]:
    (folder / "rules.txt").write_text(rules, encoding="utf8")
    (sentence,) = Grammar(folder, ENGLISH, clause=_no_clause).text("TEXT", Random(1))
    return sentence


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("Paris:nsubj *condemn.pa [the:det *attack.p]:obj .:punct", "Paris condemned the attacks."),
        (
            "[*Paris [and:cc *Rome]:conj]:nsubj *condemn.pf [a:det *attack]:obj",
            "Paris and Rome have condemned an attack",
        ),
        ("[the:det *ally.p 's:case]:nmod:poss *troops", "The allies' troops"),
        ("[*Paris 's:case]:nmod:poss *envoy", "Paris's envoy"),
        (
            "the:det *official.p [who:nsubj *lead.pr [the:det *group]:obj]:acl:relcl",
            "The officials who lead the group",
        ),
        ("it:nsubj *sign.nopa [the:det *deal]:obj", "It did not sign the deal"),
        ("[the:det *deal]:nsubj:pass *sign.mustp", "The deal must be signed"),
        ("“:punct we:nsubj *agree.pr ,:punct ”:punct", "“We agree,”"),
        ("Paris:nsubj *visit.pa [the:det *U.S.]:obj .:punct", "Paris visited the U.S."),
    ],
)
def test_a_rule_as_a_sentence(tmp_path: Path, rule: str, text: str) -> None:
    assert _written(_drawn(tmp_path, f"TEXT = {rule}")) == text


def test_the_cue_governs_the_words_said(tmp_path: Path) -> None:
    rule = "TEXT = [“:punct we:nsubj *agree.pr ,:punct ”:punct]:ccomp *say.pa Wang:nsubj"
    tokens = _drawn(tmp_path, rule)
    assert [
        (token.form, token.dep, tokens[token.head].form)
        for token in tokens
        if token.dep in {"ccomp", "nsubj"}
    ] == [
        ("We", "nsubj", "agree"),
        ("agree", "ccomp", "said"),
        ("Wang", "nsubj", "said"),
    ]


def test_a_name_is_cut_at_its_hyphen(tmp_path: Path) -> None:
    tokens = _drawn(tmp_path, "TEXT = *Ali [*Al-Sisi]:flat@PER")
    assert [(token.form, token.entity) for token in tokens[1:]] == [
        ("Al", "B-PER"),
        ("-", "I-PER"),
        ("Sisi", "I-PER"),
    ]


def test_a_preposition_before_a_clause_is_a_conjunction(tmp_path: Path) -> None:
    tokens = _drawn(tmp_path, "TEXT = *agree.inf [to:mark *leave.inf [after:mark *meet.ger]:advcl]:xcomp")
    assert [(token.form, token.upos) for token in tokens if token.dep == "mark"] == [
        ("to", "PART"),
        ("after", "SCONJ"),
    ]


def test_every_shipped_rule_can_be_drawn() -> None:
    def clause(_: Random) -> Node:
        return Node("comes", "come", "VERB", made=False)

    folder = Path(__file__).parents[3] / "training" / "en" / "data" / "grammar"
    grammar, rng = Grammar(folder, ENGLISH, clause=clause), Random(0)
    for name in sorted(grammar.names):
        assert all(grammar.text(name, rng) for _ in range(20))
