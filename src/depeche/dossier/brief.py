"""A dossier as a brief: sections of lines, each with the numbers of its footnotes; no filler."""

from collections.abc import Iterator

import msgspec

from depeche.dossier.dossier import LEVELS, Dossier, Meeting, Promise, Stance
from depeche.dossier.words import Words
from depeche.ledger.relations import Fact

_MANY = 6  # lines of a part
_FEW = 4  # lines of what each side said
_QUOTED = 260  # characters of a quotation in a line
_MONTHS = 24  # of the sparkline
_BARS = "▁▂▃▄▅▆▇█"


class Note(msgspec.Struct, frozen=True):
    """A footnote: the dispatch, its day and headline, and the exact words."""

    number: int
    dispatch: int
    published: str | None
    title: str | None
    words: str


class Line(msgspec.Struct, frozen=True):
    """A line of a brief and the numbers of its footnotes."""

    text: str
    notes: tuple[int, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A part of a brief."""

    title: str
    lines: tuple[Line, ...]


class Brief(msgspec.Struct, frozen=True):
    """A dossier in the words of a language."""

    title: str
    basis: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def brief(dossier: Dossier, words: Words) -> Brief:
    """The brief of a dossier; parts of which nothing is told are left out."""
    return _Writer(dossier, words).brief()


class _Writer:
    """Writes the parts in their order and numbers the footnotes as they come."""

    def __init__(self, dossier: Dossier, words: Words) -> None:
        self.dossier = dossier
        self.words = words
        self.notes: dict[tuple[int, str], Note] = {}

    def brief(self) -> Brief:
        dossier, words = self.dossier, self.words
        sections = tuple(section for section in self._sections() if section.lines)
        basis = words.one("basis").format(
            count=dossier.dispatches,
            since=words.date(dossier.since) if dossier.since else words.one("start"),
            until=words.date(dossier.until or dossier.day),
        )
        title = words.one("heading").format(one=words.side(dossier.one), other=words.side(dossier.other))
        return Brief(title, basis, sections, tuple(self.notes.values()))

    def _sections(self) -> Iterator[Section]:
        words, dossier = self.words, self.dossier
        yield Section(words.title("coming"), tuple(map(self._meeting, dossier.coming[:_MANY])))
        for level in LEVELS:
            met = [meeting for meeting in dossier.last if meeting.level == level]
            title = f"{words.title('last')}: {words.of('levels', level)}"
            yield Section(title, tuple(map(self._meeting, met)))
        frictions = [stance for stance in dossier.stances if not stance.friendly]
        friendly = [stance for stance in dossier.stances if stance.friendly]
        yield Section(words.title("promises"), tuple(map(self._promise, dossier.promises[:_MANY])))
        yield Section(words.title("frictions"), tuple(map(self._stance, frictions[:_MANY])))
        yield Section(words.title("agreements"), tuple(map(self._stance, friendly[:_MANY])))
        yield Section(words.title("signed"), tuple(map(self._signed, dossier.agreements[:_MANY])))
        yield from self._sides()
        yield Section(words.title("forums"), tuple(self._forums()))
        yield Section(words.title("intensity"), tuple(self._warmth()))

    def _sides(self) -> Iterator[Section]:
        words, pair = self.words, (self.dossier.one, self.dossier.other)
        for side, other in (pair, pair[::-1]):
            title = words.title("said", side=words.side(side), other=words.side(other))
            yield Section(title, tuple(map(self._said, self.dossier.said[side][:_FEW])))
        for side in pair:
            lines = (
                Line(
                    words.phrase(
                        "speaker" if one.office else "speaker-bare",
                        name=one.name, office=one.office, times=one.times,
                        last=words.phrase("last", date=words.date(one.last)) if one.last else "",
                    ),
                    self._cite(one.fact),
                )
                for one in self.dossier.speakers[side]
            )  # fmt: skip
            yield Section(words.title("speakers", side=words.side(side)), tuple(lines))

    def _meeting(self, meeting: Meeting) -> Line:
        words = self.words
        text = words.phrase(
            "encounter",
            date=words.date(meeting.date or meeting.day),
            kind=words.of("kinds", meeting.kind),
            place=words.phrase("place", place=meeting.place) if meeting.place else "",
            persons=words.phrase("persons", persons=words.listed(list(meeting.persons)))
            if meeting.persons
            else "",
        )
        if meeting.forum:
            text += words.phrase("forum", forum=meeting.forum)
        more = [words.of("status", meeting.status or "")]
        if len(meeting.facts) > 1:
            more.append(words.phrase("reports", count=len(meeting.facts)))
        for column, told in meeting.differing.items():
            values = words.listed([words.date(one) if column == "date" else one for one in told])
            more.append(words.phrase("differing", column=words.of("columns", column), values=values))
        return Line(_with(text, more), self._cite(*meeting.facts[:2]))

    def _stance(self, stance: Stance) -> Line:
        words = self.words
        text = words.phrase(
            "stance",
            date=words.date(stance.day),
            holder=words.side(stance.holder),
            stance=words.of("stances", stance.stance),
            target=stance.target or "",
        )
        if stance.turned is None:
            return Line(text, self._cite(stance.fact))
        before = stance.turned
        turn = words.phrase("turned", stance=words.of("stances", before.stance), date=words.date(before.day))
        return Line(_with(text, [turn]), self._cite(stance.fact, before.fact))

    def _promise(self, promise: Promise) -> Line:
        words = self.words
        text = words.phrase(
            "promise",
            date=words.date(promise.day),
            holder=words.side(promise.holder),
            strength=words.of("strengths", promise.strength),
            action=_cut(promise.action),
        )
        more = [words.phrase("due", date=words.date(promise.due))] if promise.due else []
        if promise.followed:
            more.append(words.phrase("followed", date=words.date(promise.followed[0].day)))
        elif promise.age is not None:
            more.append(words.phrase("open", days=promise.age))
        return Line(_with(text, more), self._cite(promise.fact, *promise.followed[:1]))

    def _said(self, fact: Fact) -> Line:
        start, end = fact.row["content"]
        low = fact.quote[0]
        said = fact.words[max(0, start - low) : max(0, end - low)] or fact.words
        speaker = fact.row["speaker"] or fact.row["speaker_of"]
        text = self.words.phrase("said", date=self.words.date(fact.day), speaker=speaker, words=_cut(said))
        return Line(text, self._cite(fact))

    def _signed(self, fact: Fact) -> Line:
        text = self.words.phrase("signed", date=self.words.date(fact.day), words=_cut(fact.words))
        return Line(text, self._cite(fact))

    def _forums(self) -> Iterator[Line]:
        words = self.words
        coming = [forum for forum in self.dossier.forums if forum.meeting]
        for forum in coming[:_FEW]:
            place = words.phrase("place", place=forum.place) if forum.place else ""
            name = words.side(forum.code)
            yield Line(
                words.phrase(
                    "meeting", name=name, meeting=forum.meeting, date=words.date(forum.date), place=place
                )
            )
        rest = [words.side(forum.code) for forum in self.dossier.forums if not forum.meeting]
        if rest:
            yield Line(words.phrase("forum-bare", names=words.listed(rest[: 2 * _MANY])))

    def _warmth(self) -> Iterator[Line]:
        months = self.dossier.intensity[-_MONTHS:]
        if len(months) < 2:
            return
        words = self.words
        ends = f"{words.date(months[0].month)} – {words.date(months[-1].month)}"
        for name, values in (
            ("warm", [month.cooperative for month in months]),
            ("cold", [-month.conflictual for month in months]),
        ):
            yield Line(
                f"{words.phrase(name)}: {words.phrase('warmth', months=ends, spark=sparkline(values))}"
            )

    def _cite(self, *facts: Fact) -> tuple[int, ...]:
        numbers = []
        for fact in facts:
            key = (fact.dispatch, fact.words)
            if key not in self.notes:
                number = len(self.notes) + 1
                self.notes[key] = Note(number, fact.dispatch, fact.published, fact.title, fact.words)
            numbers.append(self.notes[key].number)
        return tuple(dict.fromkeys(numbers))


def sparkline(values: list[float]) -> str:
    """Values of nought and more as bars of eight heights."""
    top = max(values, default=0.0) or 1.0
    return "".join(_BARS[min(len(_BARS) - 1, int(value / top * (len(_BARS) - 1) + 0.5))] for value in values)


def _with(text: str, more: list[str]) -> str:
    told = "; ".join(filter(None, more))
    return f"{text} ({told})" if told else text


def _cut(words: str) -> str:
    """Words on one line, shortened at a blank where they are long."""
    line = " ".join(words.split())
    if len(line) <= _QUOTED:
        return line
    return line[: line.rfind(" ", 0, _QUOTED)] + " …"
