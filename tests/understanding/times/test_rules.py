"""Every rule of the grammar of each language reads its own examples."""

import re

import pytest

from depeche.languages import codes, load
from depeche.languages.pack import Pack
from depeche.understanding.times import grammar, lexer, lexicon
from depeche.understanding.times.grammar import Node
from depeche.understanding.times.lexer import Item
from depeche.understanding.times.resolve.table import TABLE
from depeche.understanding.times.rules import Rule

PACKS = [load(code) for code in codes()]
RULES = [(pack, rule) for pack in PACKS for rule in grammar.load(pack).rules]


def nodes(pack: Pack, text: str) -> list[tuple[int, int, str]]:
    """All chunks of a text that any tier makes, with the names of their rules; inner ones too."""
    row = lexer.items(lexicon.load(pack), text, 0, len(text))
    found: list[tuple[int, int, str]] = []
    for tier in grammar.load(pack).tiers:
        row = tier.apply(row, page=True)
        found.extend(_of(row))
    return found


def _of(row: list[Item]) -> list[tuple[int, int, str]]:
    chunks = [value for item in row for value in item.classes.values() if isinstance(value, Node)]
    return [(node.start, node.end, node.rule) for node in chunks]


@pytest.mark.parametrize(
    ("pack", "rule", "example"), [(pack, rule, text) for pack, rule in RULES for text in rule.examples]
)
def test_a_rule_reads_its_examples(pack: Pack, rule: Rule, example: str) -> None:
    plain = re.sub(r"[\[\]]", "", example)
    outside = re.sub(r"\[.*?\]", "", example).strip()
    assert any(
        name == rule.name and _bare(plain[start:end]) in _bare(outside)
        for start, end, name in nodes(pack, plain)
    ), nodes(pack, plain)


def _bare(words: str) -> str:
    return " ".join(words.strip(" ,").split())


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda rule: rule.name)
def test_a_rule_has_examples_and_a_resolver(rule: Rule) -> None:
    assert rule.examples
    assert rule.make == "hidden" or rule.make in TABLE


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_names_of_rules_are_unique(pack: Pack) -> None:
    names = [rule.name for rule in grammar.load(pack).rules]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_classes_of_patterns_exist(pack: Pack) -> None:
    """A misspelt class would make an element that never matches."""
    rules = grammar.load(pack).rules
    words = pack.table("times/words")
    known = {*words, *words["words"], "n", "dd", "fig", "yyyy", "yy", "late", "nth", "dmy", "dm", "time"}
    known |= {value for rule in rules for value in [rule.kind]} | set(",-/:.()%°h$€")
    used = {name for rule in rules for name in _classes(rule)}
    assert used <= known, used - known


def _classes(rule: Rule) -> list[str]:
    inside = [name for element in (*rule.elements, *rule.ahead) for name in element.classes]
    return [*inside, *rule.before, *rule.after, *rule.not_before, *rule.not_after]
