"""A grammar of dispatches that writes sentences together with their trees and names.

Rules stand in a language's ``data/grammar/*.txt``, one a line, ``NAME = item item …``, a weight after the name if it is
not 1 (``NAME 3 = …``). An item is ``core:relation@ENTITY``, where the core is a word of the lexicon, a verb
(``déclarer.pc``, ``say.pa``), another rule (``$ACTOR``), an entry of a gazetteer (``$CITY``) or a group in brackets.
The item marked ``*``, or the only one without a relation, is the head of the others. ``{a|b}`` is one of
several, ``%NAME`` a list of alternatives defined by ``NAME := a|b``. ``||`` stands between two sentences
of one text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.common.trees import Node, Token, linearize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from random import Random

__all__ = ["Grammar", "Speech"]

_RULE = re.compile(r"([A-Z_]+)(?: (\d+))? = (.*)")
_MACRO = re.compile(r"([A-Z_]+) := (.*)")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_ITEM = re.compile(r"(\*?)(.+?)(?::([a-z]+(?::[a-z]+)?))?(?:@([A-Z]+))?$")


@dataclass(frozen=True)
class Speech:
    """What a language brings to the grammar.

    `word` makes the node of a word or a verb as a rule writes it (True for an attribute: of a noun and an
    adjective written alike the adjective is meant), `finish` inflects and spaces a tree in place, `entries`
    gives the entries of a gazetteer. `feats` are the features of its names by the end of the gazetteer's
    name (``_F``), `proper` those of all other names, `flat` the relation of the later words of a name.
    """

    word: Callable[[str, Random, bool], Node]
    finish: Callable[[Node], Node]
    entries: Callable[[str], list[str]]
    feats: Mapping[str, dict[str, str]] = field(default_factory=dict)
    proper: Mapping[str, str] = field(default_factory=dict)
    flat: str = "flat"


class Grammar:
    """The rules of a folder, from which sentences are drawn."""

    def __init__(self, folder: Path, speech: Speech, *, clause: Callable[[Random], Node]) -> None:
        """Read the rules; `clause` gives the trees that stand for ``$CLAUSE``."""
        self._speech = speech
        self._rules: dict[str, list[tuple[int, str]]] = {}
        self._macros: dict[str, str] = {}
        self._clause = clause
        for path in sorted(folder.glob("*.txt")):
            for line in path.read_text(encoding="utf8").splitlines():
                self._take(line.split(" # ")[0].strip())

    def _take(self, line: str) -> None:
        if macro := _MACRO.fullmatch(line):
            self._macros[macro[1]] = macro[2]
        elif rule := _RULE.fullmatch(line):
            self._rules.setdefault(rule[1], []).append((int(rule[2] or 1), rule[3]))
        elif line and not line.startswith("#"):
            raise ValueError(f"Not a rule of the grammar: {line!r}")

    @property
    def names(self) -> set[str]:
        """The names of the rules."""
        return set(self._rules)

    def text(self, start: str, rng: Random) -> list[list[Token]]:
        """Draw a text from the rule `start`: its sentences one after another."""
        sentences = []
        for part in self._body(start, rng).split("||"):
            if part.strip()[1:] in self._rules:
                sentences += self.text(part.strip()[1:], rng)
                continue
            sentence = linearize(self._speech.finish(self._group(part.strip(), rng)))
            if loose := [token.form for place, token in enumerate(sentence)
                         if (token.dep == "ROOT") != (token.head == place)]:  # fmt: skip
                raise ValueError(f"No relation is given to {loose[0]!r} in {part!r}")
            sentences.append(sentence)
        return sentences

    def _body(self, name: str, rng: Random) -> str:
        """A body of the rule `name`, its alternatives chosen."""
        weights, bodies = zip(*self._rules[name], strict=True)
        return self._choose(rng.choices(bodies, weights)[0], rng)

    def _choose(self, body: str, rng: Random) -> str:
        while "%" in body:
            body = re.sub(r"%([A-Z_]+)", lambda match: self._macros[match[1]], body)
        while _CHOICE.search(body):
            body = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), body, count=1)
        return body

    def _group(self, body: str, rng: Random) -> Node:
        """The tree of a sequence of items."""
        items = _split(body)
        starred = [position for position, item in enumerate(items) if item.startswith("*")]
        bare = [position for position, item in enumerate(items) if len(items) == 1 or not _relation(item)]
        heads = starred or bare
        if len(heads) != 1:
            raise ValueError(f"One head is wanted in {body!r}")
        position = heads[0]
        head = self._item(items[position], rng)
        head.left[:0] = [self._item(item, rng) for item in items[:position]]
        head.right += [self._item(item, rng) for item in items[position + 1 :]]
        return head

    def _item(self, item: str, rng: Random) -> Node:
        match = _ITEM.fullmatch(item)
        assert match is not None, item
        _, core, relation, entity = match.groups()
        node = self._core(core, rng, adjective=relation == "amod")
        if relation == "cop":
            node.upos = "AUX"
        if relation:
            node.dep = relation
        if entity:
            for position, member in enumerate(node.words()):
                member.entity = ("B-" if position == 0 else "I-") + entity
        return node

    def _core(self, core: str, rng: Random, *, adjective: bool) -> Node:
        if core.startswith("["):
            return self._group(core[1:-1], rng)
        if core == "$CLAUSE":
            return self._clause(rng)
        if core.startswith("$") and len(core) > 1:
            name = core[1:]
            if name in self._rules:
                return self._group(self._body(name, rng), rng)
            return self._name(
                rng.choice(self._speech.entries(name)),
                self._speech.feats.get(name[-2:], self._speech.proper),
                rng,
            )
        return self._speech.word(core, rng, adjective)

    def _name(self, entry: str, feats: Mapping[str, str], rng: Random) -> Node:
        """An entry of a gazetteer: a group if it has relations, else a flat name."""
        if ":" in entry:
            node = self._group(entry, rng)
            node.feats = dict(feats)
            return node
        first, *rest = (Node(part, part, "PROPN", dict(self._speech.proper)) for part in entry.split())
        first.feats = dict(feats)
        for node in rest:
            node.dep = self._speech.flat
        first.right += rest
        return first


def _relation(item: str) -> str | None:
    match = _ITEM.fullmatch(item)
    return match[3] if match else None


def _split(body: str) -> list[str]:
    """The items of a sequence, brackets kept together."""
    items, depth, start = [], 0, 0
    for position, character in enumerate(body + " "):
        depth += (character == "[") - (character == "]")
        if character == " " and depth == 0:
            if position > start:
                items.append(body[start:position])
            start = position + 1
    return items
