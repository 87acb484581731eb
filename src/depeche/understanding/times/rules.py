"""The rules of time expressions, compiled from a pack's table.

A pack's ``times/rules.toml`` is a list of rules, in tiers. A rule has

- ``name``: what it reads, in English; it is part of the reason that a value comes with;
- ``tier``: rules of a lower tier are applied first, over the whole text, and their chunks are items then;
- ``pattern``: items in order, by class; ``a|b`` is either class, ``?`` makes it optional, ``slot:class``
  keeps the value under another name than the class's;
- ``before``, ``after``, ``not_before``, ``not_after``: classes that must (or must not) stand just outside;
- ``ahead``: a further pattern that must follow; its slots are kept, its items are not taken;
- ``make``: the constructor that resolves the node (see `resolve`), or ``"hidden"`` for what is no row;
- ``class``: the class of the chunk (all that are not hidden also have the class ``time``);
- ``set``: further values for the node; ``page = true``: only in datelines and metadata;
- ``as``: examples, each of which must be read by this rule; the tests run them.
"""

from typing import Any

import msgspec


class Element(msgspec.Struct, frozen=True):
    """One place of a pattern."""

    classes: tuple[str, ...]
    slot: str | None
    optional: bool


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled rule; `firsts` are the classes that a match may begin with, `needs` those of each element
    that must be there.
    """

    number: int
    firsts: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    name: str
    tier: int
    elements: tuple[Element, ...]
    ahead: tuple[Element, ...]
    make: str
    kind: str
    extra: dict[str, Any]
    page: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    examples: tuple[str, ...]


def compile_rules(table: list[dict[str, Any]]) -> list[Rule]:
    """The rules of a table, in its order; KeyError where one lacks what it must have."""
    return [
        Rule(
            number=number,
            firsts=_firsts(row["pattern"]),
            needs=_needs(row["pattern"]),
            name=row["name"],
            tier=row["tier"],
            elements=tuple(_element(word) for word in row["pattern"].split()),
            ahead=tuple(_element(word) for word in row.get("ahead", "").split()),
            make=row["make"],
            kind=row.get("class", "other"),
            extra=row.get("set", {}),
            page=row.get("page", False),
            before=tuple(row.get("before", "").split()),
            after=tuple(row.get("after", "").split()),
            not_before=tuple(row.get("not_before", "").split()),
            not_after=tuple(row.get("not_after", "").split()),
            examples=tuple(row["as"]),
        )
        for number, row in enumerate(table)
    ]


def _element(word: str) -> Element:
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    slot, colon, classes = word.partition(":")
    if not colon or not slot:
        slot, classes = "", word
    return Element(tuple(classes.split("|")), slot or None, optional)


def _firsts(pattern: str) -> tuple[str, ...]:
    """The classes that a match may begin with."""
    names: list[str] = []
    for element in map(_element, pattern.split()):
        names.extend(element.classes)
        if not element.optional:
            break
    return tuple(dict.fromkeys(names))


def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(e.classes) for e in map(_element, pattern.split()) if not e.optional)
