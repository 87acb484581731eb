"""The words of a dossier in one language: titles, phrases, dates and names of sides."""

import re
from typing import Any

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

    def side(self, codes_: str | None) -> str:
        """The names of one side or several ("CHN; KAZ")."""
        names = [world().name_of(code, self.language) for code in (codes_ or "?").split("; ")]
        return self.listed(names)

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
            return words
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
        return str(self._table["day"].format(day=int(day), **parts))


def languages() -> tuple[str, ...]:
    """The languages in which a dossier can be written."""
    return tuple(code for code in codes() if (load(code).folder / "dossier.toml").exists())
