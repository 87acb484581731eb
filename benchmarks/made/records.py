"""Made records: what a reader would tell of made dispatches, without reading them."""

import datetime as dt
import random
from collections.abc import Iterable, Iterator

from benchmarks.made.cast import Figure, table
from benchmarks.made.facts import facts
from benchmarks.made.stories import Story, story
from benchmarks.made.telling import Telling
from depeche import __version__
from depeche.record import Record
from depeche.record.record import Header, Zone
from depeche.record.tables import Name, Person, Row

LANGUAGES = ("fr", "en")
_PARAGRAPH = 2  # sentences
_SOON = 20, 90  # days until what is planned


def records(numbers: Iterable[int], *, seed: int = 1) -> Iterator[Record]:
    """The made dispatches of these numbers: the same for one number and seed, whatever else is made."""
    for number in numbers:
        yield _Record(story(number, seed), seed).record()


class _Record:
    """One record as it grows; a near-copy has its root's words and a sentence more."""

    def __init__(self, told: Story, seed: int) -> None:
        number = told.root if told.fate == "copied" else told.number
        self.rng = random.Random(f"{seed} text {number}")
        self.story = told
        self.telling = Telling(told, self.rng.choice(LANGUAGES), self.rng)
        self.words = table(self.telling.language)
        self.zones: list[Zone] = []
        self.rows: dict[str, list[Row]] = {name: [] for name in _TABLES}
        self._extra = random.Random(f"{seed} copy {told.number}")

    def record(self) -> Record:
        """The whole record."""
        self._head()
        self._body()
        if self.story.fate == "copied":
            self.telling.rng = self._extra
            self._sentence("background", first=True)
        day, title = self.story.day.isoformat(), self.zones[0]
        header = Header(
            language=self.telling.language,
            published=day,
            published_basis="text",
            place=self.telling.text[slice(*self._place)],
            title=self.telling.text[title.start : title.end],
        )
        rows = {name: tuple(found) for name, found in self.rows.items()}
        return Record(
            version=__version__,
            text=self.telling.text + "\n",
            document=header,
            zones=tuple(self.zones),
            people=tuple(self._people()),
            names=tuple(self._names()),
            **rows,  # type: ignore[arg-type]
        )

    def _head(self) -> None:
        self._tell("title", self.rng.choice(self.words["titles"][self.story.plot]))
        self.telling.text += "\n\n"
        self._tell("dateline", self.words["place"])
        self._place = self.telling.spans["place"]
        self.rows["dates"] += [row for _, row in facts("background", self.telling)]

    def _body(self) -> None:
        plot: list[tuple[str, int]] = table("sides")["plots"][self.story.plot]["sentences"]
        kinds = [kind for kind, chance in plot if self.rng.randrange(100) < chance]
        for number, kind in enumerate(kinds):
            self._sentence(kind, first=number % _PARAGRAPH == 0, lead=number == 0)

    def _sentence(self, kind: str, *, first: bool, lead: bool = False) -> None:
        """Add a sentence, at the head of a paragraph or within one; the lead follows the dateline."""
        self.telling.text += "" if lead else "\n\n" if first else " "
        start = len(self.telling.text)
        actor = self.story.persons[0] if lead else self.rng.choice(self.story.persons)
        soon = dt.timedelta(days=self.rng.randint(*_SOON) if kind == "plan" else 0)
        template = self.rng.choice(self.words["sentences"][kind])
        self.telling.tell(template, actor=actor, day=self.story.day + soon)
        for name, row in facts(kind, self.telling):
            self.rows[name].append(row)
        if not first:
            start = self.zones.pop().start
        self.zones.append(Zone("body", start, len(self.telling.text)))

    def _tell(self, kind: str, template: str) -> None:
        start = len(self.telling.text)
        self.telling.tell(template, actor=self.story.persons[0], day=self.story.day)
        self.zones.append(Zone(kind, start, len(self.telling.text)))  # type: ignore[arg-type]

    def _people(self) -> Iterator[Person]:
        for person in dict.fromkeys(self.story.persons):
            spans = tuple(span for kind, what, span in self.telling.named if what == person.name)
            if spans:
                yield Person(
                    name=self.telling.spelt(person),
                    office=self._office(person),
                    role=person.office or "other",
                    of=person.side,
                    evidence=spans,
                )

    def _office(self, person: Figure) -> str:
        return self.telling.office(person).partition(" {")[0]

    def _names(self) -> Iterator[Name]:
        for kind, what, span in self.telling.named:
            words = self.telling.text[slice(*span)]
            yield Name(text=words, kind=kind, code=None if kind == "PER" else what, evidence=(span,))  # type: ignore[arg-type]


_TABLES = ("encounters", "statements", "positions", "commitments", "events", "dates")
