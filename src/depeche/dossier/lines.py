"""Each item of a dossier as a line of a brief, in the words of a language."""

from collections.abc import Callable, Sequence
from typing import Any

from depeche.dossier.dossier import Act, Forum, Meeting, Promise, Said, Speaker, Stance, Tie, Warmth
from depeche.dossier.footnotes import Told, cut, quotes, source
from depeche.dossier.sparkline import filled, sparkline
from depeche.dossier.speakers import content
from depeche.dossier.stances import matter
from depeche.dossier.wording import issue
from depeche.dossier.words import Words
from depeche.knowledge.world import world
from depeche.ledger.facts import Fact

_WHOLE = 115  # of a sentence that is quoted instead of the words that were read from it
_NAMED = 4  # persons of an encounter
_CITED = 1  # reports of a line
_MONTHS, _YEARS = 24, 12


class Lines:
    """Writes the lines of a brief, each once: while a brief is made to fit its pages they are asked for again."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._told: dict[int, tuple[object, Told]] = {}

    def told(self, item: object) -> Told:
        """The line of an item of a dossier."""
        known = self._told.get(id(item))
        if known is None:
            # The item is kept beside its line, so that no other can take its number.
            known = self._told[id(item)] = item, _WRITERS[type(item)](self, item)
        return known[1]

    def meeting(self, meeting: Meeting) -> Told:
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
        return self._line(text, more, facts[:_CITED])

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

    def tie(self, tie: Tie) -> Told:
        """A step between the two, or the name of their partnership."""
        words = self.words
        if tie.kind == "partnership":
            state = words.of("partnership", tie.state)
            text = words.phrase("partnership", date=words.date(tie.day), words=tie.words, state=state)
            return self._line(text, [], self._own(tie.facts)[:_CITED])
        by = words.phrase("by", by=words.side(tie.by)) if tie.by else ""
        text = words.phrase("tie", date=words.date(tie.day), kind=words.of("ties", tie.kind), by=by)
        announced = words.one("announced") if tie.state == "announced" else ""
        more = [announced, self._reports(len(tie.facts))]
        return self._line(text, more, self._own(tie.facts)[:_CITED])

    def act(self, act: Act) -> Told:
        """What one did to the other, in the words of a report."""
        fact = self._own(act.facts)[0]
        text = self.words.phrase("act", date=self.words.date(act.date or act.day), words=cut(fact.words))
        return self._line(text, [self._reports(len(act.facts))], [fact], quoted=fact)

    def promise(self, promise: Promise) -> Told:
        """A commitment, by when it is due, and what became of it."""
        words = self.words
        fact = self._own(promise.facts)[0]
        short = len(fact.words) <= _WHOLE
        text = words.phrase(
            "promise",
            date=words.date(promise.day),
            holder=words.side(promise.holder),
            strength=words.verb("strengths", promise.strength, promise.holder),
            action=cut(fact.words if short else fact.row["action"]),
        )
        more = [words.phrase("due", date=words.date(promise.due))] if promise.due else []
        if promise.followed:
            more.append(words.phrase("followed", date=words.date(promise.followed[0].fact.day)))
        elif promise.age is not None:
            more.append(words.open(promise.age))
        more.append(self._reports(len(promise.facts)))
        cited = [fact, *(one.fact for one in promise.followed[:1])]
        return self._line(text, more, cited, quoted=fact if short else None, capital=True)

    def stance(self, stance: Stance) -> Told:
        """A position, led by its issue."""
        words = self.words
        fact = self._own(stance.facts)[0]
        holder = words.side(stance.holder)
        verb = words.verb("stances", stance.stance, stance.holder)
        on, quoted = matter(fact), None
        if words.is_side(stance.target or ""):
            text = words.phrase("stance-side", holder=holder, stance=verb, side=words.side(stance.target))
        elif len(fact.words) > _WHOLE and issue(on, language=fact.language):  # the words say what it is on
            text = words.phrase("stance", holder=holder, stance=verb, words=cut(on))
        else:
            text = words.phrase("stance-words", holder=holder, stance=verb, words=cut(fact.words))
            quoted = fact
        text = words.phrase("dated", date=words.date(stance.day), text=text)
        more, cited = [self._reports(len(stance.facts))], [fact]
        before = stance.turned
        if before is not None:
            past = words.verb("stances", before.stance, before.holder)
            more.insert(0, words.phrase("turned", stance=past, date=words.date(before.day)))
            cited.append(self._own(before.facts)[0])
        return self._line(text, more, cited, quoted=quoted, lead=words.issue(stance.issue), capital=True)

    def said(self, said: Said) -> Told:
        """What was said, by whom."""
        fact = self._own(said.facts)[0]
        side = self.words.name(said.side)
        speaker = said.speaker.called(self.words.language) if said.speaker else side
        date = self.words.date(said.day)
        text = self.words.phrase("said", date=date, speaker=speaker, words=cut(content(fact)))
        return self._line(text, [self._reports(len(said.facts))], [fact])

    def speaker(self, speaker: Speaker) -> Told:
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
        return self._line(text, [words.one("followed")] if speaker.followed else [], [speaker.fact])

    def forum(self, forum: Forum) -> Told:
        """A forum and its next meeting."""
        words = self.words
        place = words.phrase("place", place=forum.place) if forum.place else ""
        date, name = words.date(forum.date), words.name(forum.code)
        return Told(words.phrase("meeting", name=name, meeting=forum.meeting, date=date, place=place))

    def warmth(self, spans: Sequence[Warmth], asof: str | None) -> str:
        """Years or months as two sparklines of one scale, and their sums; nothing where there is nothing to tell."""
        months = len(spans[0].when) > len("2019") if spans else False
        cells = filled(spans, asof, _MONTHS if months else _YEARS)
        if len(cells) < 2 or not any(cell.acts for cell in cells):
            return ""
        top = max(max(cell.cooperative, -cell.conflictual) for cell in cells)
        words = self.words
        cold = words.phrase(
            "cold",
            cold=sparkline([-cell.conflictual for cell in cells], top),
            minus=_figure(sum(cell.conflictual for cell in cells)),
        )
        return words.phrase(
            "warmth",
            first=words.date(cells[0].when),
            last=words.date(cells[-1].when),
            warm=sparkline([cell.cooperative for cell in cells], top),
            plus=_figure(sum(cell.cooperative for cell in cells)),
            cold=cold if any(cell.conflictual for cell in cells) else "",
        )

    def _line(
        self,
        text: str,
        more: Sequence[str],
        cited: Sequence[Fact],
        *,
        quoted: Fact | None = None,
        lead: str = "",
        capital: bool = False,
    ) -> Told:
        """A line with what more is told of it, its sources, and the fact whose sentences it quotes, if any."""
        told = self.words.one("joint").join(filter(None, more))
        text = f"{text} ({told})" if told else text
        whole = quotes(quoted) if quoted else None
        return Told(text[:1].upper() + text[1:] if capital else text, tuple(map(source, cited)), whole, lead)

    def _own(self, facts: Sequence[Fact]) -> list[Fact]:
        """Facts with those in the language of the brief first."""
        return sorted(facts, key=lambda fact: fact.language != self.words.language)

    def _reports(self, count: int) -> str:
        return self.words.phrase("reports", count=count) if count > 1 else ""


_WRITERS: dict[type, Callable[[Lines, Any], Told]] = {
    Meeting: Lines.meeting,
    Tie: Lines.tie,
    Act: Lines.act,
    Promise: Lines.promise,
    Stance: Lines.stance,
    Said: Lines.said,
    Speaker: Lines.speaker,
    Forum: Lines.forum,
}


def _figure(value: float) -> str:
    return f"{value:+.0f}".replace("-", "−")
