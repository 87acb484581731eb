"""The words of a dossier in one language: titles, phrases, dates and names of sides."""

import re
from typing import Any

from depeche.dossier.persons import Named
from depeche.dossier.wording import issues
from depeche.errors import UsageError
from depeche.knowledge.world import world
from depeche.languages import codes, load

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Words:
    """The words of a language; UsageError where its pack has none for a dossier."""

    def __init__(self, language: str) -> None:
        self.language = language
        if language not in languages():
            raise UsageError(f"no dossier in '{language}'; there is {', '.join(languages())}")
        self._table = load(language).table("dossier")

    def one(self, name: str) -> str:
        """A word of its own."""
        word: str = self._table[name]
        return word

    def of(self, table: str, name: str) -> str:
        """A word of a table; the name itself where the table lacks it."""
        word: str = self._table[table].get(name, name)
        return word

    def phrase(self, name: str, /, **parts: Any) -> str:
        """A phrase with its parts filled in."""
        words: str = self._table["phrases"][name].format(**parts)
        return words

    def title(self, name: str, /, **parts: Any) -> str:
        """The title of a part."""
        words: str = self._table["titles"][name].format(**parts)
        return words

    def name(self, codes_: str | None) -> str:
        """The names of one side or several ("CHN; KAZ"), without articles."""
        return self.listed([world().name_of(code, self.language) for code in (codes_ or "?").split("; ")])

    def side(self, codes_: str | None) -> str:
        """The same with their articles, as they stand in a sentence."""
        return self.listed([world().called(code, self.language) for code in (codes_ or "?").split("; ")])

    def is_side(self, codes_: str) -> bool:
        """Whether words are the code of a side or several."""
        codes = codes_.split("; ")
        return all(world().state(code) or world().organisation(code) for code in codes)

    def verb(self, table: str, name: str, holder: str) -> str:
        """A verb of a table in the number of its holders; the name itself where the table lacks it."""
        one, _, many = self.of(table, name).partition("|")
        plural = "; " in holder or self.side(holder).startswith(tuple(self._table["plural"]))
        return many if many and plural else one

    def issue(self, name: str | None) -> str:
        """What an issue is called; nothing for none."""
        return issues(self.language).get(name or "", "")

    def office(self, person: Named) -> str:
        """The office as the language words it: its role, or its own words where the role says little."""
        own = person.offices.get(self.language, "")
        roles = (person.role or "").split("; ")
        named = [self._table["roles"][role] for role in roles if role in self._table["roles"]]
        return self.listed(named) or own

    def open(self, days: int) -> str:
        """For how long something has been open, in days, months or years."""
        for length, unit in ((730, "year"), (60, "month"), (1, "day")):
            if days >= length:
                count = days // {"year": 365, "month": 30, "day": 1}[unit]
                return self.phrase("open", count=count, unit=self._unit(unit, count))
        return self.phrase("open-new")

    def _unit(self, unit: str, count: int) -> str:
        one, _, many = self.of("units", unit).partition("|")
        return one if count == 1 else many

    def basis(self, count: int, since: str | None, until: str | None) -> str:
        """On how many dispatches a brief stands, and of which days."""
        name = "basis" if since else "basis-open"
        told = self._unit("dispatch", count)
        return self.phrase(name, count=count, told=told, since=self.date(since), until=self.date(until))

    def listed(self, names: list[str]) -> str:
        """Names in a row, with "and" before the last."""
        joined: str = self._table["and"]
        return joined.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""

    def date(self, edtf: str | None) -> str:
        """A date in words; an interval by its ends."""
        if not edtf:
            return self.one("undated")
        first, slash, last = edtf.partition("/")
        if slash:
            words: str = self._table["to"].format(first=self.date(first), last=self.date(last))
            return words if first and last else self.date(first or last)
        return self._day(edtf)

    def _day(self, edtf: str) -> str:
        match = _DAY.fullmatch(edtf)
        if match is None:
            return edtf
        year, month, day = match.groups()
        if month is None:
            return year
        if not 1 <= int(month) <= 12:
            return edtf
        parts = {"year": year, "month": self._table["months"][int(month) - 1]}
        if day is None:
            return str(self._table["month"].format(**parts))
        first = self._table.get("first") if int(day) == 1 else None
        return str(self._table["day"].format(day=first or int(day), **parts))


def languages() -> tuple[str, ...]:
    """The languages in which a dossier can be written."""
    return tuple(code for code in codes() if (load(code).folder / "dossier.toml").exists())
