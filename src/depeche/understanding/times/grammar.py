"""The grammar at work: a cascade of rules turns runs of items into chunks, and chunks hold nodes."""

from collections.abc import Iterator
from typing import Any

import msgspec

from depeche.kept import Kept
from depeche.languages.pack import Pack
from depeche.understanding.times import lexicon
from depeche.understanding.times.lexer import Item
from depeche.understanding.times.rules import Element, Rule, compile_rules

SIGNS = frozenset({",", "-"})  # no chunk begins or ends with these


class Node(msgspec.Struct, frozen=True):
    """What a chunk says, before it is resolved: a constructor's name and its arguments."""

    make: str
    args: dict[str, Any]
    rule: str
    start: int
    end: int


Index = dict[str, list[Rule]]


class Grammar:
    """The rules of a language, by tier and by a class that each of them cannot do without.

    `glue` are the classes that alone make no time; of a rule's classes, one that is no glue is its key.
    """

    def __init__(self, rules: list[Rule], glue: frozenset[str]) -> None:
        self.rules = tuple(rules)
        self.glue = glue
        self.tiers: list[Tier] = []
        for tier in sorted({rule.tier for rule in rules}):
            index: Index = {}
            for rule in rules:
                for name in _keys(rule, glue) if rule.tier == tier else ():
                    index.setdefault(name, []).append(rule)
            self.tiers.append(Tier(index))

    def read(self, row: list[Item], *, page: bool) -> list[Node]:
        """The nodes of the chunks that stand for times, in order."""
        found: list[Node] = []
        for island in islands(row, self.glue):
            for tier in self.tiers:
                island = tier.apply(island, page=page)
            found.extend(item.classes["time"] for item in island if "time" in item.classes)
        return found


def _keys(rule: Rule, glue: frozenset[str]) -> tuple[str, ...]:
    """The classes of one element that must be there, of one without glue if there is such."""
    needed = [element.classes for element in rule.elements if not element.optional]
    return next((names for names in needed if not glue & set(names)), needed[0])


def islands(row: list[Item], glue: frozenset[str]) -> Iterator[list[Item]]:
    """Runs of items that have classes, if one of them has more than classes of `glue` and signs."""
    run: list[Item] = []
    tells = False
    for item in row:
        if item.classes:
            run.append(item)
            tells = tells or _tells(item, glue)
            continue
        if tells:
            yield run
        run, tells = [], False
    if tells:
        yield run


def _tells(item: Item, glue: frozenset[str]) -> bool:
    return any(name not in glue and name[:1].isalpha() for name in item.classes)


class Tier:
    """Rules that are applied together, by a class that each of them cannot do without."""

    def __init__(self, rules: Index) -> None:
        self._rules = rules
        self._kept = Kept(self._by_first)

    def apply(self, row: list[Item], *, page: bool) -> list[Item]:
        """The row with all that the rules match turned into chunks."""
        index = self._kept[frozenset([name for item in row for name in item.classes]), page]
        return _applied(index, row) if index else row

    def _by_first(self, given: tuple[frozenset[str], bool]) -> Index:
        """The rules that find all they need among the classes of a row, by the classes that they may begin with."""
        there, page = given
        rules = {rule.number: rule for name in there for rule in self._rules.get(name, ())}
        index: Index = {}
        for rule in rules.values():
            if (page or not rule.page) and all(not names.isdisjoint(there) for names in rule.needs):
                for name in rule.firsts:
                    index.setdefault(name, []).append(rule)
        return index


def _applied(index: Index, row: list[Item]) -> list[Item]:
    out: list[Item] = []
    at = 0
    while at < len(row):
        best = _best(index, row, at)
        if best is None:
            out.append(row[at])
            at += 1
        else:
            end, rule, slots = best
            out.append(_chunk(rule, slots, row[at].start, row[end - 1].end))
            at = end
    return out


def _best(index: Index, row: list[Item], at: int) -> tuple[int, Rule, dict[str, Any]] | None:
    """The longest match here; of equals one that looks ahead, then the first in the table."""
    best: tuple[int, Rule, dict[str, Any]] | None = None
    rank: tuple[int, bool, int] = (0, False, 0)
    for rule in _candidates(index, row[at]):
        found = _match(rule, row, at)
        if found and (found[0], bool(rule.ahead), -rule.number) > rank:
            best, rank = (found[0], rule, found[1]), (found[0], bool(rule.ahead), -rule.number)
    return best


def _candidates(index: Index, item: Item) -> list[Rule]:
    lists = [index[name] for name in item.classes if name in index]
    if len(lists) < 2:
        return lists[0] if lists else []
    return list({rule.number: rule for rules in lists for rule in rules}.values())


def _match(rule: Rule, row: list[Item], at: int) -> tuple[int, dict[str, Any]] | None:
    found = _walk(rule.elements, 0, row, at)
    if found is None or found[0] == at or SIGNS & row[at].classes.keys():
        return None
    end = found[0]
    while SIGNS & row[end - 1].classes.keys() and end - 1 > at:
        end -= 1
    found = (end, found[1])
    left = row[at - 1].classes if at else {}
    right = row[found[0]].classes if found[0] < len(row) else {}
    if (rule.before and not _any(rule.before, left)) or (rule.after and not _any(rule.after, right)):
        return None
    if _any(rule.not_before, left) or _any(rule.not_after, right):
        return None
    further = _walk(rule.ahead, 0, row, found[0])
    return None if further is None else (found[0], further[1] | found[1])


def _any(names: tuple[str, ...], classes: dict[str, Any]) -> bool:
    return bool(names) and not classes.keys().isdisjoint(names)


def _walk(
    elements: tuple[Element, ...], number: int, row: list[Item], at: int
) -> tuple[int, dict[str, Any]] | None:
    """Where a match of the elements from `number` on ends, and its slots; optional elements greedily."""
    if number == len(elements):
        return at, {}
    element = elements[number]
    classes = row[at].classes if at < len(row) else {}
    for name in element.classes:
        if name in classes:
            rest = _walk(elements, number + 1, row, at + 1)
            if rest is not None:
                return rest[0], {element.slot or name: classes[name]} | rest[1]
            break
    return _walk(elements, number + 1, row, at) if element.optional else None


def _chunk(rule: Rule, slots: dict[str, Any], start: int, end: int) -> Item:
    node = Node(rule.make, slots | rule.extra, rule.name, start, end)
    if rule.make == "hidden":
        return Item(start, end, {rule.kind: node})
    return Item(start, end, {rule.kind: node, "time": node})


def load(pack: Pack) -> Grammar:
    """The grammar of a pack, compiled once for a pack."""
    if pack.code not in _LOADED or _LOADED[pack.code][0] is not pack:
        rules = compile_rules(pack.table("times/rules")["rule"])
        _LOADED[pack.code] = (pack, Grammar(rules, lexicon.load(pack).glue))
    return _LOADED[pack.code][1]


_LOADED: dict[str, tuple[Pack, Grammar]] = {}
