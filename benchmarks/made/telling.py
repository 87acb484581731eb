"""Writing a text from templates, and knowing where each part of it stands."""

import datetime as dt
import random
import string
from functools import lru_cache
from typing import TYPE_CHECKING

from benchmarks.made.cast import Figure, hash_of, place_name, region, surname, table
from benchmarks.made.stories import Story
from depeche.knowledge.world import world
from depeche.languages import load

if TYPE_CHECKING:
    from depeche.record import Span

_parts = string.Formatter().parse
_TRANSCRIBED = ("slavic", "turkic", "arab")


class Telling:
    """The text of one dispatch as it grows.

    `spans` are the fields of the sentence that was told last; `named` are all proper names so far, as
    (kind, what it names, span): persons by their name, sides by their code.
    """

    def __init__(self, story: Story, language: str, rng: random.Random) -> None:
        self.story = story
        self.language = language
        self.rng = rng
        self.text = ""
        self.spans: dict[str, Span] = {}
        self.named: list[tuple[str, str, Span]] = []
        self.actor = self.partner = story.persons[0]
        self.day = story.day

    def tell(self, template: str, *, actor: Figure, day: dt.date) -> None:
        """Add a sentence on what somebody did or said on a day."""
        first, second, *_ = self.story.persons
        self.actor, self.partner = actor, second if actor.side == first.side else first
        self.day, self.spans = day, {}
        start = len(self.text)
        self._add(template)
        at = next(at for at in range(start, len(self.text)) if self.text[at].isalnum())
        self.text = self.text[:at] + self.text[at].upper() + self.text[at + 1 :]

    def words(self, field: str) -> str:
        """The characters of a field of the last sentence."""
        return self.text[slice(*self.spans[field])]

    def spelt(self, person: Figure) -> str:
        """A person's name as the language writes it."""
        return spelt(person.name, person.side, self.language)

    def office(self, person: Figure) -> str:
        """A person's office, as a template in which {A} is the side."""
        offices = table(self.language)["offices"]
        tail: list[str] = offices["tail"]
        return str(offices.get(person.office, tail[hash_of(person.name) % len(tail)]))

    def _add(self, template: str) -> None:
        for literal, field, inner, _ in _parts(template):
            self.text += literal
            if field is None:
                continue
            start = len(self.text)
            self._add(inner) if inner else self._put(field)
            start += self.text[start] == " "  # after a preposition that has grown by a letter
            self.spans[field] = (start, len(self.text))

    def _put(self, field: str) -> None:
        if field in ("a", "b"):
            person = self.actor if field == "a" else self.partner
            self._titled(person)
        elif field == "a.name":
            self._name("PER", self.actor.name, surname(self.spelt(self.actor)))
        elif field in ("A", "B"):
            side = (self.actor if field == "A" else self.partner).side
            self._name("LOC", side, side_name(side, self.language))
        elif field == "place":
            self._name("LOC", self.story.host, capital(self.story.host, self.language))
        elif field == "forum":
            self._name("ORG", self.story.forum, self.story.forum)
        elif field == "matter":
            kinds = table(self.language)["matter"]
            self._add(" ".join(self.rng.choice(kinds[kind]) for kind in ("heads", "things", "wheres")))
        else:
            self._say({"name": place_name, "agency": self._agency, "day": self._date}[field](self.rng))

    def _titled(self, person: Figure) -> None:
        before, _, _ = self.office(person).partition("{A}")
        self._say(before)
        self._name("LOC", person.side, side_name(person.side, self.language))
        self.text += " "
        self._name("PER", person.name, self.spelt(person))

    def _name(self, kind: str, what: str, words: str) -> None:
        self._say(words)
        end = len(self.text)
        self.named.append((kind, what, (end - len(words), end)))

    def _say(self, words: str) -> None:
        """Add words, run together with a preposition before them where the language does so."""
        for apart, together in table(self.language)["together"].items():
            before, after = apart.split("+")
            if self.text.endswith(f" {before}") and words.startswith(after):
                self.text, words = self.text.removesuffix(before) + together, words.removeprefix(after)
        self.text += words

    def _agency(self, rng: random.Random) -> str:
        return rng.choice(table(self.language)["agencies"])  # type: ignore[no-any-return]

    def _date(self, _: random.Random) -> str:
        words = table(self.language)
        month = words["months"][self.day.month - 1]
        return str(words["date"].format(day=self.day.day, month=month, year=self.day.year))


@lru_cache(maxsize=200_000)
def spelt(name: str, side: str, language: str) -> str:
    """A name as a language writes it, if it comes from another script."""
    for ours, theirs in table(language)["spelling"].items() if region(side) in _TRANSCRIBED else ():
        name = name.replace(ours, theirs).replace(ours.capitalize(), theirs.capitalize())
    return name


@lru_cache
def side_name(side: str, language: str) -> str:
    """The name of a state with its article."""
    tables = load(language).tables("states").values()
    return str(next(rows[side]["name"] for rows in tables if side in rows))


@lru_cache
def capital(side: str, language: str) -> str:
    """The capital of a state."""
    return world().capital_of(side, language) or side_name(side, language)
