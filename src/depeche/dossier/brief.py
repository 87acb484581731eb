"""A dossier as a brief of two pages: the most important first, each line with its footnotes; no filler."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from typing import Protocol, TypeVar

from depeche.dossier.dossier import LEVELS, Act, Changes, Dossier, Meeting, Promise, Stance
from depeche.dossier.footnotes import Footnotes, Key, key
from depeche.dossier.lines import Lines
from depeche.dossier.outline import Brief, Line, Note, Section
from depeche.dossier.render import height
from depeche.dossier.sparkline import sparkline
from depeche.dossier.speakers import content
from depeche.dossier.words import Words
from depeche.ledger.facts import Fact

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


class _Told(Protocol):
    @property
    def facts(self) -> tuple[Fact, ...]: ...


T = TypeVar("T", bound=_Told)


def brief(dossier: Dossier, words: Words) -> Brief:
    """The brief of a dossier; parts of which nothing is told are left out, and what does not fit two pages."""
    most, parts = dict(_MOST), _Parts(dossier, words)
    made = _Writer(parts, most).brief()
    for least in (_LEAST, {}):
        cuts = cycle(_CUT)
        while height(made, words) > LONGEST and any(most[part] > least.get(part, 1) for part in _CUT):
            part = next(cuts)
            if most[part] > least.get(part, 1):
                most[part] -= 1
                made = _Writer(parts, most).brief()
    return made


class _Parts:
    """What stays the same however many lines are written: the lines themselves, and what each stands on."""

    def __init__(self, dossier: Dossier, words: Words) -> None:
        self.dossier = dossier
        self.words = words
        self.lines = Lines(words)
        self.open = [one for one in dossier.promises if one.strength != "signed"]
        self.signed: list[Act | Promise] = [
            *dossier.agreements,
            *(one for one in dossier.promises if one.strength == "signed"),
        ]
        self.said = {
            side: [one for one in told if len(content(one.facts[0]).split()) >= _WORDS]
            for side, told in dossier.said.items()
        }
        spans = ((dossier.years, "by-year"), (dossier.months, "by-month"))
        warmth = ((self.lines.warmth(span, dossier.day), words.one(lead)) for span, lead in spans)
        self.warmth = [Line(text, lead=lead) for text, lead in warmth if text]
        self._sentences: dict[int, frozenset[Key]] = {}

    def sentences(self, item: _Told) -> frozenset[Key]:
        """The sentences that tell of an item of the dossier."""
        known = self._sentences.get(id(item))
        if known is None:
            known = self._sentences[id(item)] = frozenset(map(key, item.facts))
        return known


class _Writer:
    """Writes the parts in their order, each thing once."""

    def __init__(self, parts: _Parts, most: dict[str, int]) -> None:
        self.parts = parts
        self.dossier = parts.dossier
        self.words = parts.words
        self.most = most
        self.notes = Footnotes()
        self.told: set[Key] = set()  # sentences of what was told of
        self.met: set[int] = set()  # reports of encounters that were

    def brief(self) -> Brief:
        dossier, words = self.dossier, self.words
        sections = tuple(section for section in self._sections() if section.lines)
        basis = words.basis(dossier.dispatches, dossier.since, dossier.until or dossier.day)
        title = words.one("heading").format(one=words.name(dossier.one), other=words.name(dossier.other))
        return Brief(title, basis, sections, self.notes.notes())

    def _sections(self) -> Iterator[Section]:
        dossier, words = self.dossier, self.words
        if dossier.changes:
            title = words.title("changes", date=words.date(dossier.changes.since))
            yield Section(title, tuple(self._changes(dossier.changes)))
        yield Section(words.title("relations"), tuple(self._relations()))
        for title, met in (("coming", dossier.coming), ("lapsed", dossier.lapsed)):
            fresh = [one for one in met if not self._is_met(one)]
            yield Section(words.title(title), tuple(map(self._line, fresh[: self.most["coming"]])))
        yield Section(words.title("last"), tuple(self._last()))
        acts = self._new(dossier.acts, self.most["acts"])
        newest = sorted(acts, key=lambda act: act.day or "", reverse=True)
        yield Section(words.title("acts"), tuple(map(self._line, newest)))
        chosen = self._new(self.parts.open, self.most["promises"])
        yield Section(words.title("promises"), tuple(map(self._line, chosen)))
        for title in ("frictions", "requests", "agreements"):
            stances = (one for one in dossier.stances if one.part == title)
            chosen_ = self._new(stances, self.most[title])
            yield Section(words.title(title), tuple(self._by_issue(chosen_)))
        yield Section(words.title("signed"), tuple(self._signed()))
        yield Section(words.title("said"), tuple(self._said()))
        yield Section(words.title("speakers"), tuple(self._speakers()))
        yield Section(words.title("forums"), tuple(self._forums()))

    def _line(self, item: object, lead: str | None = None) -> Line:
        return self.notes.line(self.parts.lines.told(item), lead)

    def _changes(self, new: Changes) -> Iterator[Line]:
        """What is new, each kind led by its name."""
        few = self.most["changes"]
        yield from self._led("tie", self._new(new.ties, few))
        yield from self._led("turned", self._new(new.turned, few))
        for name, met in (("met", new.met), ("cancelled", new.cancelled), ("planned", new.planned)):
            self.met |= {fact.id for one in met[:few] for fact in one.facts}
            yield from self._led(name, met[:few])
        yield from self._led("kept", self._new(new.kept, few))
        yield from self._led("promised", self._new(new.promised, few))
        yield from self._led("act", self._new(new.acts, few))

    def _led(self, name: str, items: Iterable[object]) -> Iterator[Line]:
        return (self._line(item, self.words.of("leads", name)) for item in items)

    def _relations(self) -> Iterator[Line]:
        """How the two stand: partnerships and steps, and how warm the years and months were."""
        yield from map(self._line, self._new(self.dossier.ties, self.most["ties"]))
        yield from self.parts.warmth

    def _last(self) -> Iterator[Line]:
        for level in LEVELS:
            held = [one for one in self.dossier.last if one.level == level and not self._is_met(one)]
            for one in held[: self.most["last"] - (level == "others")]:
                yield self._line(one, self.words.of("levels", level))

    def _by_issue(self, stances: Sequence[Stance]) -> list[Line]:
        """Positions grouped by issue, the issue with the weightiest first."""
        order = list(dict.fromkeys(stance.issue for stance in stances))
        return [self._line(stance) for stance in sorted(stances, key=lambda one: order.index(one.issue))]

    def _signed(self) -> Iterator[Line]:
        """What was signed: acts, and commitments that were signed where no act tells of it."""
        chosen = self._new(self.parts.signed, self.most["signed"])
        yield from map(self._line, sorted(chosen, key=lambda one: one.day or "", reverse=True))

    def _is_met(self, meeting: Meeting) -> bool:
        return any(fact.id in self.met for fact in meeting.facts)

    def _said(self) -> Iterator[Line]:
        """What each side said to or about the other, in the order of their days."""
        for side in (self.dossier.one, self.dossier.other):
            full = self.parts.said[side]
            said = (one for one in full if not self.notes.cited(self.parts.sentences(one)))
            chosen = self._new(said, self.most["said"])
            for one in sorted(chosen, key=lambda one: one.day or "", reverse=True):
                yield self._line(one, self.words.name(side))

    def _speakers(self) -> Iterator[Line]:
        for side in (self.dossier.one, self.dossier.other):
            for one in self.dossier.speakers[side][: self.most["speakers"]]:
                yield self._line(one, self.words.name(side))

    def _forums(self) -> Iterator[Line]:
        forums = self.dossier.forums
        yield from map(self._line, [one for one in forums if one.meeting][: self.most["forums"]])
        rest = [self.words.name(one.code) for one in forums if not one.meeting]
        if rest:
            yield Line(self.words.phrase("forum-bare", names=self.words.listed(rest[:_ENOUGH])))

    def _new(self, items: Iterable[T], many: int) -> list[T]:
        """The first items of which no sentence was told of before; they are told of from now on."""
        chosen: list[T] = []
        for item in items:
            if len(chosen) == many:
                break
            sentences = self.parts.sentences(item)
            if self.told.isdisjoint(sentences):
                chosen.append(item)
                self.told |= sentences
        return chosen
