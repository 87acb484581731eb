"""Names that states once bore, and the years in which they held."""

from functools import lru_cache

import msgspec

from depeche.languages.pack import load


class Former(msgspec.Struct, frozen=True):
    """One former name: the code that stands for it now, its first and last year (None where open)."""

    name: str
    code: str
    since: int | None
    until: int | None

    def held(self, year: int) -> bool:
        """Whether the state bore the name in that year."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


def formerly(name: str, language: str, year: int | None = None) -> tuple[Former, ...]:
    """What a former name, as the language's table writes it, stood for (in a year); empty if unknown."""
    return tuple(row for row in _rows(language).get(name, ()) if year is None or row.held(year))


@lru_cache
def _rows(language: str) -> dict[str, tuple[Former, ...]]:
    found: dict[str, tuple[Former, ...]] = {}
    for row in load(language).table("former")["former"]:
        for name in row["names"]:
            former = Former(name, row["code"], row.get("from"), row.get("until"))
            found[name] = (*found.get(name, ()), former)
    return found
