"""Each item of a dossier as a line of a brief, in the words of a language; footnotes are numbered as they come."""

from collections.abc import Iterator, Sequence

import msgspec

from depeche.dossier.dossier import Act, Forum, Meeting, Promise, Said, Speaker, Stance, Tie, Warmth
from depeche.dossier.outline import Line, Note
from depeche.dossier.sparkline import filled, sparkline
from depeche.dossier.speakers import content
from depeche.dossier.stances import matter
from depeche.dossier.wording import issue
from depeche.dossier.words import Words
from depeche.knowledge.world import world
from depeche.ledger.relations import Fact

_QUOTED = 150  # characters of a quotation in a line
_WHOLE = 115  # of a sentence that is quoted instead of the words that were read from it
_NOTED = 120  # and in a footnote
_NAMED = 4  # persons of an encounter
_CITED = 1  # reports of a line
_MONTHS, _YEARS = 24, 12


class Lines:
    """Writes lines and keeps their footnotes."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._notes: dict[tuple[int, str], Note] = {}
        self._quoted: set[tuple[int, str]] = set()
        self._cited: set[tuple[int, str]] = set()
        self._first: dict[int, int] = {}  # the number of the first footnote of a dispatch

    def notes(self) -> tuple[Note, ...]:
        """The footnotes; words that a line quotes in full are not told again."""
        return tuple(
            msgspec.structs.replace(
                note,
                words="" if key in self._quoted else note.words,
                like=first if (first := self._first[note.dispatch]) != note.number else None,
            )
            for key, note in self._notes.items()
        )

    def meeting(self, meeting: Meeting) -> Line:
        """An encounter, and what its reports tell otherwise."""
        words = self.words
        facts = self._own(meeting.facts)
        place = next((fact.row["place"] for fact in facts if fact.row["place"]), meeting.place)
        text = words.phrase(
            "encounter" if meeting.date else "encounter-undated",
            date=words.date(meeting.date or meeting.day),
            kind=words.of("kinds", meeting.kind),
            place=words.phrase("place", place=place) if place else "",
            persons=words.phrase("persons", persons=self._persons(meeting)) if meeting.persons else "",
        )
        forum = self._forum(facts, meeting.forum)
        if forum:
            text += words.phrase("forum", forum=forum)
        more = [words.of("status", meeting.status or ""), self._reports(len(meeting.facts))]
        for column, told in meeting.differing.items():
            values = words.listed([words.date(one) if column == "date" else one for one in told])
            more.append(words.phrase("differing", column=words.of("columns", column), values=values))
        return Line(self._with(text, more), self._cite(*facts[:_CITED]))

    def _forum(self, facts: Sequence[Fact], forum: str | None) -> str | None:
        """The forum by its code, or in words of the language."""
        own = (fact for fact in facts if fact.language == self.words.language)
        told = next(filter(None, (fact.row["forum"] or fact.row["margins_of"] for fact in own)), None)
        return told or (forum if forum and world().organisation(forum.split(" ")[0]) else None)

    def _persons(self, meeting: Meeting) -> str:
        names = [one.called(self.words.language) for one in meeting.persons]
        if len(names) > _NAMED:
            names = [*names[: _NAMED - 1], self.words.phrase("others", count=len(names) - _NAMED + 1)]
        return self.words.listed(names)

    def tie(self, tie: Tie) -> Line:
        """A step between the two, or the name of their partnership."""
        words = self.words
        if tie.kind == "partnership":
            state = words.of("partnership", tie.state)
            text = words.phrase("partnership", date=words.date(tie.day), words=tie.words, state=state)
            return Line(text, self._cite(*self._own(tie.facts)[:_CITED]))
        by = words.phrase("by", by=words.side(tie.by)) if tie.by else ""
        text = words.phrase("tie", date=words.date(tie.day), kind=words.of("ties", tie.kind), by=by)
        announced = words.one("announced") if tie.state == "announced" else ""
        more = [announced, self._reports(len(tie.facts))]
        return Line(self._with(text, more), self._cite(*self._own(tie.facts)[:_CITED]))

    def act(self, act: Act) -> Line:
        """What one did to the other, in the words of a report."""
        fact = self._own(act.facts)[0]
        text = self.words.phrase("act", date=self.words.date(act.date or act.day), words=self._quote(fact))
        return Line(self._with(text, [self._reports(len(act.facts))]), self._cite(fact))

    def promise(self, promise: Promise) -> Line:
        """A commitment, by when it is due, and what became of it."""
        words = self.words
        fact = self._own(promise.facts)[0]
        text = words.phrase(
            "promise",
            date=words.date(promise.day),
            holder=words.side(promise.holder),
            strength=words.verb("strengths", promise.strength, promise.holder),
            action=self._words(fact, fact.row["action"]),
        )
        more = [words.phrase("due", date=words.date(promise.due))] if promise.due else []
        if promise.followed:
            more.append(words.phrase("followed", date=words.date(promise.followed[0].fact.day)))
        elif promise.age is not None:
            more.append(words.open(promise.age))
        more.append(self._reports(len(promise.facts)))
        return Line(
            _capital(self._with(text, more)), self._cite(fact, *(one.fact for one in promise.followed[:1]))
        )

    def stance(self, stance: Stance) -> Line:
        """A position, led by its issue."""
        words = self.words
        fact = self._own(stance.facts)[0]
        holder = words.side(stance.holder)
        verb = words.verb("stances", stance.stance, stance.holder)
        on = matter(fact)
        if words.is_side(stance.target or ""):
            text = words.phrase("stance-side", holder=holder, stance=verb, side=words.side(stance.target))
        elif len(fact.words) > _WHOLE and issue(on, language=fact.language):  # the words say what it is on
            text = words.phrase("stance", holder=holder, stance=verb, words=_cut(on))
        else:
            text = words.phrase("stance-words", holder=holder, stance=verb, words=self._quote(fact))
        text = words.phrase("dated", date=words.date(stance.day), text=text)
        more = [self._reports(len(stance.facts))]
        lead = words.issue(stance.issue)
        if stance.turned is None:
            return Line(self._with(_capital(text), more), self._cite(fact), lead)
        before = stance.turned
        past = words.verb("stances", before.stance, before.holder)
        more.insert(0, words.phrase("turned", stance=past, date=words.date(before.day)))
        cited = self._cite(fact, self._own(before.facts)[0])
        return Line(self._with(_capital(text), more), cited, lead)

    def said(self, said: Said) -> Line:
        """What was said, by whom."""
        fact = self._own(said.facts)[0]
        side = self.words.name(said.side)
        speaker = said.speaker.called(self.words.language) if said.speaker else side
        date = self.words.date(said.day)
        text = self.words.phrase("said", date=date, speaker=speaker, words=_cut(content(fact)))
        return Line(self._with(text, [self._reports(len(said.facts))]), self._cite(fact))

    def speaker(self, speaker: Speaker) -> Line:
        """Who speaks, in which office, how often."""
        words, person = self.words, speaker.person
        office = words.office(person)
        text = words.phrase(
            "speaker" if office else "speaker-bare",
            name=person.called(words.language),
            office=office,
            times=speaker.times,
            last=words.phrase("last", date=words.date(speaker.last)) if speaker.last else "",
        )
        return Line(
            self._with(text, [words.one("followed")] if speaker.followed else []), self._cite(speaker.fact)
        )

    def forum(self, forum: Forum) -> Line:
        """A forum and its next meeting."""
        words = self.words
        place = words.phrase("place", place=forum.place) if forum.place else ""
        date, name = words.date(forum.date), words.name(forum.code)
        return Line(words.phrase("meeting", name=name, meeting=forum.meeting, date=date, place=place))

    def warmth(self, spans: Sequence[Warmth], asof: str | None, lead: str) -> Iterator[Line]:
        """Years or months as two sparklines of one scale, and their sums."""
        months = len(spans[0].when) > len("2019") if spans else False
        cells = filled(spans, asof, _MONTHS if months else _YEARS)
        if len(cells) < 2 or not any(cell.acts for cell in cells):
            return
        top = max(max(cell.cooperative, -cell.conflictual) for cell in cells)
        words = self.words
        cold = words.phrase(
            "cold",
            cold=sparkline([-cell.conflictual for cell in cells], top),
            minus=_figure(sum(cell.conflictual for cell in cells)),
        )
        text = words.phrase(
            "warmth",
            first=words.date(cells[0].when),
            last=words.date(cells[-1].when),
            warm=sparkline([cell.cooperative for cell in cells], top),
            plus=_figure(sum(cell.cooperative for cell in cells)),
            cold=cold if any(cell.conflictual for cell in cells) else "",
        )
        yield Line(text, lead=lead)

    def cited(self, facts: Sequence[Fact]) -> bool:
        """Whether the sentences of facts are all cited already."""
        return all(_key(fact) in self._cited for fact in facts)

    def _with(self, text: str, more: Sequence[str]) -> str:
        told = self.words.one("joint").join(filter(None, more))
        return f"{text} ({told})" if told else text

    def _own(self, facts: Sequence[Fact]) -> list[Fact]:
        """Facts with those in the language of the brief first."""
        return sorted(facts, key=lambda fact: fact.language != self.words.language)

    def _reports(self, count: int) -> str:
        return self.words.phrase("reports", count=count) if count > 1 else ""

    def _words(self, fact: Fact, words: str) -> str:
        """The sentence of a fact where it is short, else the words that were read from it."""
        return self._quote(fact) if len(fact.words) <= _WHOLE else _cut(words)

    def _quote(self, fact: Fact) -> str:
        """The sentences of a fact, shortened."""
        line = _cut(fact.words)
        if line == " ".join(fact.words.split()):
            self._quoted.add(_key(fact))
        return line

    def _cite(self, *facts: Fact) -> tuple[int, ...]:
        """The numbers of the footnotes; words that a line quotes in full need but a footnote of their dispatch."""
        numbers = []
        for fact in facts:
            key = _key(fact)
            self._cited.add(key)
            like = key in self._quoted and key not in self._notes and self._first.get(fact.dispatch)
            if not like and key not in self._notes:
                number = len(self._notes) + 1
                self._first.setdefault(fact.dispatch, number)
                self._notes[key] = Note(number, fact.dispatch, fact.published, fact.title, _around(fact))
            numbers.append(like or self._notes[key].number)
        return tuple(dict.fromkeys(numbers))


def _key(fact: Fact) -> tuple[int, str]:
    return fact.dispatch, fact.words


def _around(fact: Fact) -> str:
    """The words around a fact's evidence, exactly but for blanks, marked where they are cut."""
    words = fact.words
    if len(" ".join(words.split())) <= _NOTED:
        return " ".join(words.split())
    start, end = (at - fact.quote[0] for at in fact.evidence[0])
    low = 0 if end <= _NOTED else words.rfind(" ", 0, max(1, start - _NOTED // 4)) + 1
    return ("… " if low else "") + _cut(words[low:], _NOTED)


def _cut(words: str, longest: int = _QUOTED) -> str:
    """Words on one line, shortened at a blank where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: max(line.rfind(" ", 0, longest), 0) or longest] + " …"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _figure(value: float) -> str:
    return f"{value:+.0f}".replace("-", "−")
