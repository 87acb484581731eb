"""The world as the dispatches know it: states, organisations, their members, by code and in any language."""

import tomllib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from depeche.languages.pack import load

HERE = Path(__file__).parent


class State(msgspec.Struct, frozen=True):
    """A state or territory: code, English name, ISO 3166-1 alpha-2 code if it has one, and standing."""

    code: str
    name: str
    alpha2: str | None = None
    standing: str = "state"


class Member(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """One member of an organisation, from `since` until `until` (EDTF dates, None where open)."""

    code: str
    since: str | None = None
    until: str | None = None

    def at(self, date: str | None) -> bool:
        """Whether it is a member on that date (ISO, day or coarser); None asks for those without an end."""
        if date is None:
            return self.until is None
        return (self.since or "") <= date and (self.until is None or date[: len(self.until)] <= self.until)


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation, forum, court, mission, bank, NGO, armed group, party or medium.

    `part_of` is the organisation or state that it belongs to; `of` the home states of a group or medium;
    `short` is what the labels of its meetings bear where that is not the code.
    """

    code: str
    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    part_of: str | None = None
    short: str | None = None
    of: tuple[str, ...] = ()


class World:
    """Look-ups by code. Unknown codes give None or an empty tuple."""

    @cached_property
    def states(self) -> dict[str, State]:
        """All states and territories by code."""
        table = toml("states.toml")
        return {
            code: State(code, name, alpha2 or None, standing)
            for standing, rows in table.items()
            for code, (alpha2, name) in rows.items()
        }

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """All organisations by code."""
        found = {}
        for table in ("bodies", "groups"):
            for code, row in toml(f"organisations/{table}.toml").items():
                found[code] = msgspec.convert({"code": code, **row}, Organisation)
        for listed in toml("organisations/media.toml").values():
            for code, home in listed.items():
                row = Organisation(code=code, name=code, kind="media", of=(home,))
                found.setdefault(code, row)
        return found

    @cached_property
    def _members(self) -> dict[str, tuple[Member, ...]]:
        return {
            code: tuple(
                msgspec.convert({"code": member} if isinstance(member, str) else member, Member)
                for member in listed
            )
            for code, listed in toml("members.toml").items()
        }

    def state(self, code: str) -> State | None:
        """The state or territory of that code."""
        return self.states.get(code)

    def organisation(self, code: str) -> Organisation | None:
        """The organisation of that code."""
        return self.organisations.get(code)

    def is_state(self, code: str) -> bool:
        """Whether the code is that of a state or territory."""
        return code in self.states

    def members(self, code: str, date: str | None = None) -> tuple[str, ...]:
        """An organisation's members on a date (ISO, day or coarser) or at present; empty if unknown."""
        return tuple(member.code for member in self._members.get(code, ()) if member.at(date))

    def name_of(self, code: str, language: str | None = None) -> str:
        """The short name of a code in a language, no article; else the English one, else the code itself."""
        if language and (own := _own_names(language).get(code)):
            return own
        known = self.states.get(code) or self.organisations.get(code)
        return known.name if known else code

    def called(self, code: str, language: str) -> str:
        """The short name of a code in a language, with its article where it has one."""
        row = _state_rows(language).get(code)
        return str(row["name"]) if row else self.name_of(code, language)

    def capital_of(self, code: str, language: str) -> str | None:
        """The first capital that the language's table gives for a state."""
        capitals = _state_rows(language).get(code, {}).get("capital")
        return capitals[0] if capitals else None

    def home(self, city: str, language: str) -> str | None:
        """The state of a city by its exact name in a language; None if unknown or if two claim it."""
        homes = _homes(language).get(city, ())
        return homes[0] if len(homes) == 1 else None


@lru_cache
def world() -> World:
    """The one World of the process."""
    return World()


def toml(name: str) -> dict[str, Any]:
    """A table of this folder."""
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)


@lru_cache
def _state_rows(language: str) -> dict[str, Any]:
    return {code: row for table in load(language).tables("states").values() for code, row in table.items()}


@lru_cache
def _own_names(language: str) -> dict[str, str]:
    pack = load(language)
    articles = pack.table("inflection")["articles"]
    names = {
        code: next((row["name"][len(one) :] for one in articles if row["name"].startswith(one)), row["name"])
        for code, row in _state_rows(language).items()
    }
    for table in pack.tables("organisations").values():
        names.update({code: listed[0] for code, listed in table.items() if isinstance(listed, list)})
    return names


@lru_cache
def _homes(language: str) -> dict[str, tuple[str, ...]]:
    homes: dict[str, tuple[str, ...]] = {}
    rows = [(code, row.get("capital", ())) for code, row in _state_rows(language).items()]
    for name, table in load(language).tables("places").items():
        if name != "world":
            rows += table["cities"].items()
    for code, cities in rows:
        for city in cities:
            homes[city] = tuple(dict.fromkeys((*homes.get(city, ()), code)))
    return homes
