"""The words of a language pack that tell persons and their offices, compiled once for a pack."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from depeche.knowledge.persons import family_names, forenames, known_by_surname, leaders
from depeche.languages.pack import Pack
from depeche.understanding.actors.phrases import Phrases, splitter, unhyphened
from depeche.understanding.actors.spelling import skeleton
from depeche.understanding.actors.tape import fold


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An office as the table has it: its role and what may change the role.

    `relation` is set for words such as "counterpart": ``peer``, ``before``, ``after`` or ``kin``. `home` is the side of
    an office that one alone has, `usual` that of one which others have too, but at home (`states`).
    """

    role: str | None
    by: Mapping[str, str] = {}
    states: Mapping[str, str] = {}
    portfolio: bool = False
    title: bool = False
    home: str | None = None
    usual: str | None = None
    body: str | None = None
    relation: str | None = None


class Form(msgspec.Struct, frozen=True):
    """One written form of an office: its entry, gender (``m``, ``f``, ``""``) and whether it is plural."""

    entry: Entry
    gender: str
    plural: bool
    words: tuple[str, ...]


class Prefix(msgspec.Struct, frozen=True):
    """What stands before a name and is no part of it."""

    gender: str
    plural: bool


class Tables:
    """Everything that the pack says of persons and offices, folded for comparison."""

    def __init__(self, pack: Pack) -> None:
        self.split = splitter(pack)
        self._offices(pack.table("offices"))
        names = pack.table("names")
        self._names(names, pack.table("honorifics"))
        self._leaders(names["titled"])

    def _offices(self, table: dict[str, Any]) -> None:
        self.order: list[str] = table["order"]
        forms = {fold(word): self.split(" ".join(rest.split())) for word, rest in table["forms"].items()}
        self.around: dict[str, Any] = table["around"]
        small = frozenset(
            word for phrase in (*self.around["of"], *self.around["at"]) for word in self.split(phrase)
        )
        kinds = {fold(word): kind for kind, words in table["bodies"].items() for word in words.split()}
        self.bodies: dict[str, str] = kinds
        self.offices: Phrases[Form] = Phrases(self.split)
        self.bends = table.get("bends", "all")
        self.capitals = frozenset(map(fold, table.get("capitals", ())))
        self.covered = frozenset(table.get("covered", ()))
        self.adjectives: bool = table.get("adjectives", True)
        for row in table["offices"]:
            for phrase in row["phrases"]:
                self._office(phrase, row, forms, small)
        for relation, phrases in table["relations"].items():
            for phrase in phrases:
                self._office(phrase, {"role": None, "relation": relation, "title": True}, forms, small)
        self.office_starts = self.offices.starts
        self.portfolios: Phrases[str] = Phrases(self.split)
        for kind, phrases in table["portfolios"].items():
            self.portfolios.update(phrases, kind)
        around = self.around
        self.before: Phrases[bool] = Phrases(self.split)
        for former, key in ((True, "former_before"), (False, "before")):
            for phrase in around[key]:
                self.before.add(self.split(phrase)[::-1], former)
        self.first = frozenset(map(fold, around["first"]))
        self.first_of = frozenset(map(fold, around["first_of"]))
        self.former_prefix = tuple(map(fold, around["former_prefix"]))
        self.after: Phrases[bool] = Phrases(self.split)
        self.after.update(around["former_after"], meaning=True)
        self.after.update(around["after"], meaning=False)
        self.of = frozenset(word for phrase in around["of"] for word in self.split(phrase))
        self.of_first = frozenset(self.split(phrase)[0] for phrase in around["of"])
        self.at = frozenset(map(fold, around["at"]))
        self.inside = frozenset(map(fold, around["inside"]))
        self.owned = frozenset(map(fold, around["owned"]))
        self.heading: Phrases[str] = Phrases(self.split)
        self.heading.update(around["heading"], "chief")
        self.heading.update(around["charge"], "charge")
        self.duty = {kind: self._form(around[kind + "_as"]) for kind in ("chief", "charge")}
        self.presides = frozenset(around["presides"])
        self.matters = frozenset(fold(word) for word in around["matters"].split())
        self.gatherings = frozenset(fold(word) for word in around["gatherings"].split())
        self.escorts = frozenset(around["escorts"])
        self.for_matter = frozenset(map(fold, around["for_matter"]))
        self.abroad: Phrases[bool] = Phrases(self.split)
        self.abroad.update(around["abroad"], meaning=True)

    def _form(self, phrase: str) -> Form:
        words = self.split(phrase)
        found = self.offices.at(words, 0)
        if found is None:
            raise KeyError(phrase)
        return found[1]

    def _office(
        self, phrase: str, row: dict[str, Any], forms: dict[str, list[str]], small: frozenset[str]
    ) -> None:
        words = self.split(phrase)
        entry = Entry(
            **{key: value for key, value in row.items() if key != "phrases"}, body=self._body(words)
        )
        stop = next((k for k, word in enumerate(words) if word in small), len(words))
        moving = [k for k in range(stop) if words[k] in forms]
        moving = moving[-1:] if self.bends == "last" else moving
        seen: set[tuple[str, ...]] = set()
        for which, (gender, plural) in enumerate((("m", False), ("f", False), ("m", True), ("f", True))):
            made = list(words)
            for k in moving:
                made[k] = forms[words[k]][which - 1] if which else words[k]
            if tuple(made) not in seen:
                seen.add(tuple(made))
                same = bool(moving) and all(forms[words[k]][0] == words[k] for k in moving)
                self.offices.add(made, Form(entry, "" if same else gender, plural, tuple(words)))

    def _body(self, words: list[str]) -> str | None:
        return next((self.bodies[word] for word in words[1:] if word in self.bodies), None)

    def _names(self, names: dict[str, Any], titles: dict[str, Any]) -> None:
        words = frozenset(names["no_forename"].split())
        self.forenames = {name: gender for name, gender in forenames().items() if name not in words}
        self.family = family_names() - words
        self.prefixes: Phrases[Prefix] = Phrases(self.split)
        for number in ("singular", "plural"):
            for gender, phrases in titles[number].items():
                self.prefixes.update(phrases, Prefix("" if gender == "any" else gender, number == "plural"))
        for key in ("joined", "starting", "suffix", "thing", "house", "open", "close", "comma_only"):
            setattr(self, key, frozenset(map(fold, names[key])))
        self.name_starts = self.prefixes.starts | self.starting
        self.never = frozenset(map(fold, names["never"].split()))
        self.after_forename = frozenset(
            word for phrase in names["after_forename"] for word in self.split(phrase)
        )
        self.articles = frozenset(map(fold, names["articles"]))
        self.plural_articles = frozenset(map(fold, names["plural_articles"]))
        self.opens = {fold(word): kind for kind, block in names["opens"].items() for word in block.split()}
        self.calls = frozenset(fold(word) for word in names["calls"].split())
        self.usual: str = names["usual"]
        self.unaccented: dict[str, str] = names["unaccented"]
        self.indefinite = frozenset(map(fold, names["indefinite"]))
        self.possessive = frozenset(map(fold, names["possessive"]))
        self.possessive_speaker = frozenset(map(fold, names["possessive_speaker"]))
        self.conjunctions = frozenset(map(fold, names["and"]))
        self.side = frozenset(map(fold, names["side"]))

    joined: frozenset[str]
    starting: frozenset[str]
    suffix: frozenset[str]
    thing: frozenset[str]
    house: frozenset[str]
    open: frozenset[str]
    close: frozenset[str]
    comma_only: frozenset[str]

    def _leaders(self, titled: dict[str, list[str]]) -> None:
        self.leaders: dict[tuple[str, ...], str] = {}
        self.skeletons: dict[tuple[str, ...], str] = {}
        self.surnames: dict[str, str] = {}
        shared: dict[str, set[str]] = {}
        bare = {fold(name) for name in known_by_surname()}
        for code, names in leaders().items():
            for name in (*names, *titled.get(code, ())):
                parts = unhyphened(self.split(name))
                shared.setdefault(parts[-1], set()).add(code)
                self.leaders.setdefault(parts, code)
                self.skeletons.setdefault(tuple(skeleton(part) for part in parts), code)
                if parts[-1] in bare or parts[-1].rsplit("-", 1)[-1] in bare:
                    self.surnames.setdefault(
                        parts[-1].rsplit("-", 1)[-1] if parts[-1] not in bare else parts[-1], code
                    )
        self.by_surname = {name: min(codes) for name, codes in shared.items() if len(codes) == 1}


@lru_cache(maxsize=8)
def tables(pack: Pack) -> Tables:
    """The compiled tables of a pack, once for a process."""
    return Tables(pack)
