"""The words of a language pack that point to actors without naming them, compiled once for a pack."""

from functools import cached_property, lru_cache
from typing import Any

import msgspec

from depeche.languages.pack import Pack
from depeche.understanding.actors.phrases import Phrases, splitter
from depeche.understanding.actors.tape import fold


class Pronoun(msgspec.Struct, frozen=True):
    """A pronoun of the third person: its gender and number; `place` is ``latter`` for "the latter", ``former`` or "".

    The gender is ``""`` where it may be any, ``n`` where it stands for no person.
    """

    gender: str
    plural: bool
    place: str


class Lexicon:
    """Pronouns, possessives, sets ("the two countries"), nouns of groups, folded for comparison."""

    def __init__(self, pack: Pack) -> None:
        self.split = splitter(pack)
        self._pronouns(pack.table("anaphora"))
        self._groups(pack.table("groups"))
        self._styled: dict[str, frozenset[str]] = {}
        self.official: dict[str, frozenset[str]] = {}
        for table in pack.tables("states").values():
            for code, row in table.items():
                names = (*row.get("official", ()), row.get("name", ""))
                self.official[code] = frozenset(fold(name) for name in names)
        self.genders = _genders(pack, self.articles)

    def _pronouns(self, table: dict[str, Any]) -> None:
        latter = frozenset(map(fold, table["pronouns"]["last"]))
        self.pronouns: Phrases[Pronoun] = Phrases(self.split)
        self.neuter = frozenset(map(fold, table["possessives"].get("neuter", ())))
        former = frozenset(map(fold, table["pronouns"].get("earlier", ())))
        for key in ("ms", "fs", "ns", "es", "mp", "fp"):
            for phrase in table["pronouns"].get(key, ()):
                told = "" if key[0] == "e" else key[0]
                place = "former" if fold(phrase) in former else "latter" if fold(phrase) in latter else ""
                self.pronouns.update([phrase], Pronoun(told, key[1] == "p", place))
        self.of_two = bool(former)
        self.relatives = frozenset(map(fold, table["pronouns"]["relative"]))
        self.viewpoint = frozenset(map(fold, table["pronouns"]["viewpoint"]))
        self.turns = frozenset(" ".join(map(fold, turn.split())) for turn in table["pronouns"]["turns"])
        self.ground = frozenset(map(fold, table["possessives"].get("ground", ())))
        self.whose = frozenset(map(fold, table["pronouns"]["whose"]))
        self.both: Phrases[bool] = Phrases(self.split)
        self.both.update(table["pronouns"]["all_two"], meaning=True)
        self.own = {fold(word): False for word in table["possessives"]["singular"]}
        self.own |= {fold(word): True for word in table["possessives"]["plural"]}
        self.numbers = {fold(word): 2 for word in table["sets"]["two"]}
        self.numbers |= {fold(word): number for word, number in table["sets"]["more"].items()}
        self.definite_numbers = frozenset(map(fold, table["sets"].get("definite", ())))
        self.relational = frozenset(fold(word) for word in table["sets"]["relational"])
        self.set_persons = frozenset(fold(word) for word in table["sets"]["persons"])
        self.broad = frozenset(map(fold, table["sets"].get("broad", ())))
        self.set_sides = frozenset(fold(word) for word in table["sets"]["sides"])
        self.state_nouns: Phrases[bool] = Phrases(self.split)
        self.state_nouns.update(table["nouns"]["state"], meaning=True)
        self.body_nouns: Phrases[bool] = Phrases(self.split)
        self.body_nouns.update(table["nouns"]["organisation"], meaning=True)
        self.apart: Phrases[bool] = Phrases(self.split)
        self.apart.update(table["nouns"].get("apart", ()), meaning=True)
        self.regions: Phrases[frozenset[str]] = Phrases(self.split)
        for words, codes in table.get("regions", {}).items():
            self.regions.update([words], frozenset(codes.split()))
        self.person_nouns = frozenset(fold(word) for word in table["nouns"]["person"])
        self.loose = frozenset(fold(word) for word in table["nouns"]["loose"])
        self.named: Phrases[str] = Phrases(self.split)
        for phrase, code in table["groups"].items():
            self.named.update([phrase], code)
        self.wings = {fold(word): (row["code"], row["with"]) for word, row in table["sides"].items()}
        self.articles = {fold(word): gender for word, gender in table["articles"].items()}

    def styled(self, noun: str) -> frozenset[str]:
        """The states whose full name begins with a noun ("kingdom", "islamic republic"), or of a region it names."""
        if noun not in self._styled:
            if region := self.regions.at(noun.split(), 0):
                self._styled[noun] = region[1]
                return region[1]
            names = self.official.items()
            self._styled[noun] = frozenset(
                c for c, full in names if any(n.startswith(noun + " ") for n in full)
            )
        return self._styled[noun]

    @cached_property
    def pointers(self) -> frozenset[str]:
        """The words that a pronoun, an owner, a set or a relative begins with."""
        starts = (self.own, self.numbers, self.relatives, self.both.starts, self.pronouns.starts)
        return frozenset(word for words in starts for word in words)

    def _groups(self, table: dict[str, Any]) -> None:
        self.bodies = _words(table["bodies"])
        self.counted = _words(table["counted"])
        self.agents = _words(table["agents"])
        self.peoples = _words(table["people"])
        self.armed = _words(table["armed"])
        self.locals = _words(table["local"])
        self.addressing = _words(table["addressed"]["verbs"])
        self.asking_of = _words(table["addressed"]["from_verbs"])
        self.addressing_nouns = _words(table["addressed"]["nouns"])
        self.locating = _words(table["addressed"]["locating"])
        self.of = _words(table["of"])
        self.actor_marks = frozenset(map(fold, table["functions"]["actor"]))
        self.of_places = frozenset(map(fold, table["functions"].get("compound_place", ())))
        self.of_sides = frozenset(map(fold, table["functions"].get("compound_actor", ())))
        self.place_marks = frozenset(map(fold, table["functions"]["place"]))


def _words(block: str) -> frozenset[str]:
    return frozenset(fold(word) for word in block.split())


def _genders(pack: Pack, articles: dict[str, str]) -> dict[str, str]:
    """The gender or number of each state's short name, by its article or as the table says."""
    out: dict[str, str] = {}
    for table in pack.tables("states").values():
        for code, row in table.items():
            first = fold(row.get("name", "")).split(" ")[0]
            out[code] = articles.get(first, row.get("gender", ""))
    return out


@lru_cache(maxsize=8)
def lexicon(pack: Pack) -> Lexicon:
    """The compiled lexicon of a pack, once for a process."""
    return Lexicon(pack)
