"""A dossier as a brief of two pages: the most important first, each line with its footnotes; no filler."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from typing import TypeVar

import msgspec

from depeche.dossier.dossier import LEVELS, Act, Changes, Dossier, Meeting, Promise, Stance
from depeche.dossier.lines import Lines
from depeche.dossier.outline import Brief, Line, Note, Section
from depeche.dossier.render import as_text
from depeche.dossier.sparkline import sparkline
from depeche.dossier.speakers import content
from depeche.dossier.words import Words
from depeche.ledger.relations import Fact

__all__ = ["LONGEST", "Brief", "Line", "Note", "Section", "brief", "sparkline"]

LONGEST = 106  # lines of text, which are two pages
# The most lines of each part, and in which order parts are cut where a brief is longer than its pages.
_MOST = {
    "changes": 5, "ties": 4, "coming": 4, "last": 3, "acts": 6, "promises": 8,
    "frictions": 7, "requests": 4, "agreements": 7, "signed": 5, "said": 4, "speakers": 4, "forums": 4,
}  # fmt: skip
_LEAST = {"last": 2, "promises": 3, "frictions": 3, "agreements": 2, "acts": 2, "said": 2, "speakers": 2}
_CUT = (
    "speakers",
    "said",
    "agreements",
    "signed",
    "frictions",
    "promises",
    "acts",
    "changes",
    "coming",
    "last",
)
_WORDS = 4  # fewer words that are said say nothing
_ENOUGH = 8  # forums without a meeting

T = TypeVar("T")


def brief(dossier: Dossier, words: Words) -> Brief:
    """The brief of a dossier; parts of which nothing is told are left out, and what does not fit two pages."""
    most = dict(_MOST)
    made = _Writer(dossier, words, most).brief()
    for least in (_LEAST, {}):
        cuts = cycle(_CUT)
        while as_text(made, words).count("\n") > LONGEST and any(
            most[part] > least.get(part, 1) for part in _CUT
        ):
            part = next(cuts)
            if most[part] > least.get(part, 1):
                most[part] -= 1
                made = _Writer(dossier, words, most).brief()
    return made


class _Writer:
    """Writes the parts in their order, each thing once."""

    def __init__(self, dossier: Dossier, words: Words, most: dict[str, int]) -> None:
        self.dossier = dossier
        self.words = words
        self.most = most
        self.lines = Lines(words)
        self.told: set[tuple[int, str]] = set()  # sentences of what was told of
        self.met: set[int] = set()  # reports of encounters that were

    def brief(self) -> Brief:
        dossier, words = self.dossier, self.words
        sections = tuple(section for section in self._sections() if section.lines)
        basis = words.basis(dossier.dispatches, dossier.since, dossier.until or dossier.day)
        title = words.one("heading").format(one=words.name(dossier.one), other=words.name(dossier.other))
        return Brief(title, basis, sections, self.lines.notes())

    def _sections(self) -> Iterator[Section]:
        dossier, lines, words = self.dossier, self.lines, self.words
        if dossier.changes:
            title = words.title("changes", date=words.date(dossier.changes.since))
            yield Section(title, tuple(self._changes(dossier.changes)))
        yield Section(words.title("relations"), tuple(self._relations()))
        for title, met in (("coming", dossier.coming), ("lapsed", dossier.lapsed)):
            fresh = [one for one in met if not self._is_met(one)]
            yield Section(words.title(title), tuple(map(lines.meeting, fresh[: self.most["coming"]])))
        yield Section(words.title("last"), tuple(self._last()))
        acts = self._new(dossier.acts, lambda act: act.facts, self.most["acts"])
        newest = sorted(acts, key=lambda act: act.day or "", reverse=True)
        yield Section(words.title("acts"), tuple(map(lines.act, newest)))
        promises = (one for one in dossier.promises if one.strength != "signed")
        chosen = self._new(promises, lambda one: one.facts, self.most["promises"])
        yield Section(words.title("promises"), tuple(map(lines.promise, chosen)))
        for title in ("frictions", "requests", "agreements"):
            stances = (one for one in dossier.stances if one.part == title)
            chosen_ = self._new(stances, lambda one: one.facts, self.most[title])
            yield Section(words.title(title), tuple(self._by_issue(chosen_)))
        yield Section(words.title("signed"), tuple(self._signed()))
        yield Section(words.title("said"), tuple(self._said()))
        yield Section(words.title("speakers"), tuple(self._speakers()))
        yield Section(words.title("forums"), tuple(self._forums()))

    def _changes(self, new: Changes) -> Iterator[Line]:
        """What is new, each kind led by its name."""
        lines, few = self.lines, self.most["changes"]
        yield from self._led("tie", map(lines.tie, self._new(new.ties, lambda tie: tie.facts, few)))
        yield from self._led("turned", map(lines.stance, self._new(new.turned, lambda one: one.facts, few)))
        for name, met in (("met", new.met), ("cancelled", new.cancelled), ("planned", new.planned)):
            self.met |= {fact.id for one in met[:few] for fact in one.facts}
            yield from self._led(name, map(lines.meeting, met[:few]))
        yield from self._led("kept", map(lines.promise, self._new(new.kept, lambda one: one.facts, few)))
        yield from self._led(
            "promised", map(lines.promise, self._new(new.promised, lambda one: one.facts, few))
        )
        yield from self._led("act", map(lines.act, self._new(new.acts, lambda one: one.facts, few)))

    def _led(self, name: str, lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            yield msgspec.structs.replace(line, lead=self.words.of("leads", name))

    def _relations(self) -> Iterator[Line]:
        """How the two stand: partnerships and steps, and how warm the years and months were."""
        dossier = self.dossier
        ties = self._new(dossier.ties, lambda tie: tie.facts, self.most["ties"])
        yield from map(self.lines.tie, ties)
        yield from self.lines.warmth(dossier.years, dossier.day, self.words.one("by-year"))
        yield from self.lines.warmth(dossier.months, dossier.day, self.words.one("by-month"))

    def _last(self) -> Iterator[Line]:
        for level in LEVELS:
            held = [one for one in self.dossier.last if one.level == level and not self._is_met(one)]
            for line in map(self.lines.meeting, held[: self.most["last"] - (level == "others")]):
                yield msgspec.structs.replace(line, lead=self.words.of("levels", level))

    def _by_issue(self, stances: Sequence[Stance]) -> list[Line]:
        """Positions grouped by issue, the issue with the weightiest first."""
        order = list(dict.fromkeys(stance.issue for stance in stances))
        return [
            self.lines.stance(stance) for stance in sorted(stances, key=lambda one: order.index(one.issue))
        ]

    def _signed(self) -> Iterator[Line]:
        """What was signed: acts, and commitments that were signed where no act tells of it."""
        dossier = self.dossier
        signed: list[Act | Promise] = [
            *dossier.agreements,
            *(one for one in dossier.promises if one.strength == "signed"),
        ]
        chosen = self._new(signed, lambda one: one.facts, self.most["signed"])
        for one in sorted(chosen, key=lambda one: one.day or "", reverse=True):
            yield self.lines.act(one) if isinstance(one, Act) else self.lines.promise(one)

    def _is_met(self, meeting: Meeting) -> bool:
        return any(fact.id in self.met for fact in meeting.facts)

    def _said(self) -> Iterator[Line]:
        """What each side said to or about the other, in the order of their days."""
        for side in (self.dossier.one, self.dossier.other):
            full = (one for one in self.dossier.said[side] if len(content(one.facts[0]).split()) >= _WORDS)
            said = (one for one in full if not self.lines.cited(one.facts))
            chosen = self._new(said, lambda one: one.facts, self.most["said"])
            for one in sorted(chosen, key=lambda one: one.day or "", reverse=True):
                yield msgspec.structs.replace(self.lines.said(one), lead=self.words.name(side))

    def _speakers(self) -> Iterator[Line]:
        for side in (self.dossier.one, self.dossier.other):
            for one in self.dossier.speakers[side][: self.most["speakers"]]:
                yield msgspec.structs.replace(self.lines.speaker(one), lead=self.words.name(side))

    def _forums(self) -> Iterator[Line]:
        forums = self.dossier.forums
        yield from map(self.lines.forum, [one for one in forums if one.meeting][: self.most["forums"]])
        rest = [self.words.name(one.code) for one in forums if not one.meeting]
        if rest:
            yield Line(self.words.phrase("forum-bare", names=self.words.listed(rest[:_ENOUGH])))

    def _new(self, items: Iterable[T], facts: Callable[[T], Sequence[Fact]], many: int) -> list[T]:
        """The first items of which no sentence was told of before; they are told of from now on."""
        chosen: list[T] = []
        for item in items:
            if len(chosen) == many:
                break
            sentences = {(fact.dispatch, fact.words) for fact in facts(item)}
            if not sentences & self.told:
                chosen.append(item)
                self.told |= sentences
        return chosen
