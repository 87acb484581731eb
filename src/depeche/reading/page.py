"""What the pages of one language say around a dispatch, compiled from the pack's table ``page``."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from depeche.languages import Pack

_DIGIT = re.compile(r"\d")  # every date has one, few lines do
__all__ = ["Page", "bare", "fold", "page_of"]


def fold(words: str) -> str:
    """Lower case, plain apostrophes and blanks: what the table is compared with."""
    return " ".join(words.replace("’", "'").replace("\u00a0", " ").lower().split())


def bare(words: str) -> str:
    """Folded, and without accents: how capitals without accents are compared with names."""
    plain = unicodedata.normalize("NFKD", fold(words))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("-", " ")


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank stands for blanks of every kind."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return (
        "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered) or r"(?!)"
    )


class Page:
    """The words of a page: noise, captions, metadata, datelines and the shapes of dates.

    `table` holds, all in lower case: ``months``, ``weekdays`` (words), ``day_marks`` ("er"), ``articles``
    before a date ("le"), ``[noise]`` with ``starts``, ``lines`` and ``ends``, ``[caption]`` with ``starts``
    and ``marks``, ``[metadata]`` with ``published``, ``starts``, ``lines`` and ``by``, ``kickers``,
    ``agencies``, ``seats``, ``small`` words of place names, and ``[hyphen]`` with ``keeps`` and ``before``.
    """

    def __init__(self, table: dict[str, Any], cities: Iterable[str] = ()) -> None:
        noise, caption, metadata = table["noise"], table["caption"], table["metadata"]
        self.date = re.compile(_date_pattern(table), re.IGNORECASE)
        self.noise_start = re.compile(rf"\W*(?:{_either(noise['starts'])})(?!\w)", re.IGNORECASE)
        self.noise_line = re.compile(
            rf"(?:\W*(?:{_either(noise['lines'])})(?:\s*\(?\d+\)?)?(?!\w)\W*)+", re.IGNORECASE
        )
        self.noise_end = re.compile(rf"\s*[(\[]?\b(?:{_either(noise['ends'])})(?:/\d+)?[)\]]?[\s.*-]*$")
        self.caption_start = re.compile(
            rf"\W*(?:{_either(caption['starts'])})[^.:]{{0,30}}(?::|©|\(c\))", re.IGNORECASE
        )
        self.caption_marks = tuple(map(fold, caption["marks"]))
        self.published = re.compile(rf"(?<!\w)(?:{_either(metadata['published'])})(?!\w)", re.IGNORECASE)
        self.metadata_start = re.compile(rf"\W*(?:{_either(metadata['starts'])})(?!\w)", re.IGNORECASE)
        self.by = re.compile(rf"\W*(?:{_either(metadata['by'])})\s+", re.IGNORECASE)
        self.metadata_lines = frozenset(metadata["lines"])
        self.kickers = frozenset(table["kickers"])
        self.agencies = frozenset(table["agencies"])
        self.seat = re.compile(rf"(?:{_either(table['seats'])})$", re.IGNORECASE)
        self.small = frozenset(table["small"])
        self.articles = _either(table["articles"])
        self.hyphen_keeps = frozenset(table["hyphen"]["keeps"])
        self.hyphen_before = frozenset(table["hyphen"]["before"])
        self.no_place = frozenset([*table["weekdays"], *table["months"], *table["articles"], *table["small"]])
        self.no_place |= frozenset(table.get("no_place", ()))
        self.cities: dict[str, str] = {}
        for city in cities:
            self.cities.setdefault(bare(city), city)

    def find_date(self, words: str) -> "re.Match[str] | None":
        """The first date in the words."""
        return self.date.search(words) if _DIGIT.search(words) else None


def _date_pattern(table: dict[str, Any]) -> str:
    month = rf"(?:{_either(table['months'])})\.?"
    day = rf"\d{{1,2}}(?:\s?(?:{_either(table['day_marks'])}))?"
    year = r"(?:,?\s+\d{4})"
    weekday = rf"(?:(?:{_either(table['weekdays'])})\.?,?\s+)?"
    return (
        r"(?<![\w/])(?:"
        rf"\d{{4}}-\d{{2}}-\d{{2}}(?!\d)|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})(?![\d/])"
        rf"|{weekday}{day}[\s-]{month}(?!\w)(?:{year}|-\d{{4}})?|{weekday}{month}\s+{day}(?!\w){year}?"
        rf"|\d{{1,2}}/\d{{1,2}}(?![\d/])|{month}\s+\d{{4}}(?!\w))"
    )


@lru_cache
def page_of(pack: Pack) -> Page:
    """The pack's page words, compiled once."""
    return Page(pack.table("page"), _cities(pack))


def _cities(pack: Pack) -> Iterable[str]:
    """The cities that the pack knows: those of its places, and its states' capitals."""
    for table in pack.tables("places").values():
        for names in table.get("cities", {}).values():
            yield from names
    for states in pack.tables("states").values():
        for state in states.values():
            yield from state.get("capital", ())
