"""Datelines: "BEIJING, 15 décembre (Xinhua) --" and its kin, at the head of a dispatch."""

import re

import msgspec

from depeche.reading.page import Page, bare, fold
from depeche.record import Span

_LONGEST = 170  # characters from the paragraph's start in which a dateline ends
_CAP = r"(?=[^\W\d_a-zà-ÿ])[^\W\d_][\w'’.]*"
_SEPARATOR = r"(?P<sep>\s*[.,]?\s*(?:-{1,3}|[–—―]{1,2}|_|:|=)(?=\s|[^\w\s]|[^\W\d_]|$)|\s*[.,]?\s*/{2}(?=\s))"
_ENOUGH = 60  # characters that follow a city in capitals and a colon: a sentence, no headline
_BRACKETS = {"(": ")", "[": "]", "/": "/"}


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where a dateline ends (its separator included), the place that it names and the span of its date."""

    end: int
    place: str | None = None
    date: Span | None = None


def dateline(text: str, start: int, stop: int, page: Page) -> Dateline | None:
    """The dateline that opens `text[start:stop]`, or None; blanks inside may be line ends."""
    head = text[start : min(stop, start + _LONGEST)]
    return _agency_first(head, start, page) or _place_first(head, start, page)


def _agency_first(head: str, start: int, page: Page) -> Dateline | None:
    """A dateline of nothing but the agency ("(Agence Ecofin) - …")."""
    bracket = _agency(head, 0, page)
    if bracket is None:
        return None
    sep = re.compile(_SEPARATOR).match(head, bracket[0])
    return Dateline(end=start + sep.end()) if sep else None


def _place_first(head: str, start: int, page: Page) -> Dateline | None:
    place = _place(head, page)
    if place is None:
        return None
    name, at, sure = place
    bracketed = re.compile(r"\s*\([^\W\d_a-z][^()]{2,45}\)(?=\s*[–—-]{1,2}\s)").match(head, at)
    region = (
        bracketed
        or re.compile(r"\s*\(([^()]{2,45})\)(?=\s*(?:,|\())").match(head, at)
        or re.compile(rf",\s*{_CAP}(?:[\s-]\w+){{0,3}}(?=\s*[(,–—-])").match(head, at)
    )
    if region and not page.date.match(region.group().lstrip(" ,")):
        at = region.end()
    agency = _agency(head, at, page)
    date = _date(head, agency[0] if agency else at, page)
    after = date[1] if date else agency[0] if agency else at
    agency = agency or _agency(head, after, page) or _bare_agency(head, after, page)
    agency = agency or (_any_agency(head, after) if date else None)
    after = max(after, agency[0] if agency else 0)
    sep = re.compile(_SEPARATOR).match(head, after)
    if sep and sure and not date:
        behind = _date_behind(head, sep.end(), page)
        if behind is not None:
            date, sep = behind
    if bracketed and not agency and not date:
        sure = sure or _city(name, page) is not None
    known = name.isupper() and _city(name, page) is not None
    if not _credible(head, after, agency=agency, date=date, sep=sep, sure=sure, known=known):
        return None
    end = _late(head, sep.end(), page) if sep else after
    return Dateline(
        end=start + end,
        place=ordinary_case(name, page),
        date=(start + date[0], start + date[1]) if date else None,
    )


def _late(head: str, at: int, page: Page) -> int:
    """Where a dateline ends that has its agency after the separator ("- RIA Novosti.")."""
    found = re.compile(r"\s*([^\W\d_][\w /]{1,20}?)(?:\.(?=\s)|\s*[–—-]{1,2}(?=\s))").match(head, at)
    return found.end() if found and fold(found.group(1)) in page.agencies else at


def _city(name: str, page: Page) -> str | None:
    """The city as the pack spells it, if the pack knows it."""
    plain = bare(name)
    known = page.cities.get(plain)
    first, _, rest = plain.partition(" ")
    if known is None and first in page.small and rest in page.cities:
        return name.split()[0].capitalize() + " " + page.cities[rest]
    return known


def _credible(
    head: str,
    after: int,
    *,
    agency: tuple[int, bool] | None,
    date: Span | None,
    sep: re.Match[str] | None,
    sure: bool,
    known: bool,
) -> bool:
    """Whether place, date, agency and separator together can only be a dateline.

    `sure` tells that the place is one, `known` that it is a city in capitals.
    """
    if agency and agency[1]:
        return True
    rest = head[after:]
    if sep is None:
        whole = date is not None and head[date[1] - 4 : date[1]].isdigit() and sure
        return bool(date) and (not rest.strip(" .") or (whole and bool(re.match(r"\.\s+[^\W\d_]", rest))))
    if agency or date:
        return True
    return sure and (not sep.group().rstrip().endswith(":") or (known and len(rest) > _ENOUGH))


def _place(head: str, page: Page) -> tuple[str, int, bool] | None:
    """The place at the start, where it ends, and whether it stands in capitals only."""
    small = "|".join(sorted(page.small))
    word = rf"(?:{_CAP}|(?:{small})(?!\w))"
    pattern = rf"{_CAP}(?:(?:\s+|['’]|\s?[-/]\s?){word}){{0,6}}"
    found = re.compile(pattern).match(head)
    if found is None:
        return None
    name, end = found.group(), found.end()
    # "ALGER- Le président" and "PARIS - Le…": the pattern may have run over the separator.
    cut = re.search(r"\s-\s|-\s|(?<=\w{3})\.\s", name)
    if cut:
        name, end = name[: cut.start()], cut.start()
    if name.endswith(".") and not name[:-1].endswith("."):
        name, end = name[:-1], end - 1
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or len(name) > 70 or fold(name).split()[0] in page.no_place - page.small:
        return None
    if fold(name) in page.no_place or fold(name) in page.kickers or page.metadata_start.match(name):
        return None
    capitals = all(c.isupper() for c in letters) and len(letters) > 2
    sure = capitals or _city(name, page) is not None
    return name, end, sure


def _agency(head: str, at: int, page: Page) -> tuple[int, bool] | None:
    """Where a bracketed agency at `at` ends, and whether the agency is known."""
    found = re.compile(r"[\s.,]*([(\[/])\s*([^()\[\]]{2,40}?(?:\s\([A-Z]{2,8}\))?)\s*([)\]/])").match(
        head, at
    )
    if not found or _BRACKETS[found.group(1)] != found.group(3):
        return None
    words = fold(found.group(2))
    parts = {words, *(part.strip() for part in re.split(r"[/,–-]", words))}
    known = bool(parts & page.agencies)
    if (
        not known
        and found.group(1) != "/"
        and not re.fullmatch(r"[A-Z]{2,8}(?:[/-][A-Z]{2,8})?", found.group(2))
    ):
        return None
    stop = re.compile(r"\.(?=\s)").match(head, found.end()) if known else None
    return stop.end() if stop else found.end(), known


def _bare_agency(head: str, at: int, page: Page) -> tuple[int, bool] | None:
    """Where a known agency ends that stands between stops, without brackets (", IRNA -", ". Trend:")."""
    found = re.compile(r"\s*[,.]\s*([^\W\d_][\w-]{1,20})(?:\.(?=\s)|(?=\s*[–—:-]))").match(head, at)
    return (found.end(), True) if found and fold(found.group(1)) in page.agencies else None


def _date_behind(head: str, at: int, page: Page) -> tuple[Span, re.Match[str]] | None:
    """A date behind the dateline's separator, and what closes it ("CAIRO - 14 March 2024:", "— (14 March)")."""
    lead = re.compile(r"\s*\(?").match(head, at)
    found = page.date.match(head, lead.end()) if lead else None
    closes = re.compile(rf"\)|{_SEPARATOR}").match(head, found.end()) if found else None
    return ((found.start(), found.end()), closes) if found and closes else None


def _any_agency(head: str, at: int) -> tuple[int, bool] | None:
    """Where a bracket after the date ends: what stands there is an agency, known or not."""
    found = re.compile(r"\s*\([^\W\d_a-z][^()\d]{1,30}\)(?=\s*(?:[–—-]|$))").match(head, at)
    return (found.end(), False) if found else None


def _date(head: str, at: int, page: Page) -> Span | None:
    lead = re.compile(rf"\s*[,.]?\s*(?:(?:{page.articles})\s+)?", re.IGNORECASE).match(head, at)
    found = page.date.match(head, lead.end()) if lead else None
    return (found.start(), found.end()) if found else None


def ordinary_case(name: str, page: Page) -> str:
    """A place in ordinary case, joint places apart: "BERNE/PORT-AU-PRINCE" is "Berne; Port-au-Prince"."""
    places = [" ".join(part.split()) for part in name.split("/")]
    return "; ".join(
        (_city(place, page) or _capitalised(place, page)) if place.isupper() else place
        for place in places
        if place
    )


def _capitalised(place: str, page: Page) -> str:
    def word(found: re.Match[str]) -> str:
        low = found.group().lower()
        return low if found.start() and low in page.small else low[:1].upper() + low[1:]

    return re.sub(r"[^\W\d_]+", word, place)
