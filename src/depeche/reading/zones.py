"""Zones: which stretch of a page is headline, dateline, metadata, caption or noise, and which is body."""

import re
from collections.abc import Sequence

import msgspec

from depeche.reading.dateline import Dateline, dateline, ordinary_case
from depeche.reading.lines import Paragraph, paragraphs
from depeche.reading.margins import margin, only_date
from depeche.reading.page import Page, bare, fold
from depeche.record import Span, Zone

LONGEST_TITLE = 220  # characters
_PROSE = 180  # characters: a paragraph as long as this is no headline, whatever it ends in
_TITLE_WORDS = 5
_BYLINE_WORDS = 4
_SUBHEAD_WORDS = 9
_KICKER_WORDS = 8
_FULL_STOP = re.compile(r"""[.…;:,]["'»”’)\]\s*]*$""")
_SENTENCE = re.compile(r"""[.!?…;:,]["'»”’)\]\s*]*$""")
_QUOTE = re.compile(r"""^\s*["«“„]""")
_CLOCK = re.compile(r"\d{1,2}[:h]\d{2}\b")
_BULLET = re.compile(r"^\s*(?:[-–—•*·♦▪►]|\d{1,2}[.)]|[A-Z]\s?[.:–-])\s")


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The zones of a text in order, its headline, its place, and the dates that the page tells."""

    zones: tuple[Zone, ...]
    title: str | None = None
    place: str | None = None
    stamps: tuple[Span, ...] = ()


class _Part(msgspec.Struct):
    """A paragraph and what it is taken for; None as long as that is open."""

    paragraph: Paragraph
    kind: str | None = None
    line: Dateline | None = None


def layout(text: str, page: Page) -> Layout:
    """Cut `text` into zones: disjoint, in order, and covering every character that is no blank."""
    parts = [_Part(paragraph=paragraph) for paragraph in paragraphs(text)]
    _margins(text, parts, page)
    place = _datelines(text, parts, page)
    title = _headline(text, parts, page)
    place = place or _place_lines(text, parts, page)
    _tail(text, parts)
    _subheads(text, parts)
    zones = tuple(zone for part in parts for zone in _zones_of(text, part, page))
    if not any(zone.kind in ("title", "body") for zone in zones):
        zones = tuple(Zone("body", part.paragraph.start, part.paragraph.end) for part in parts)
    return Layout(zones=zones, title=title, place=place, stamps=_stamps(text, parts, zones, page))


def _words(text: str, part: _Part) -> str:
    return text[part.paragraph.start : part.paragraph.end]


def _margins(text: str, parts: Sequence[_Part], page: Page) -> None:
    """Noise, captions and metadata, wherever they stand."""
    for number, part in enumerate(parts):
        part.kind = margin(_words(text, part), page, head=number < 12, last=number == len(parts) - 1)
    if len(parts) == 1 and parts[0].kind == "metadata":
        parts[0].kind = None


def _datelines(text: str, parts: Sequence[_Part], page: Page) -> str | None:
    """Find the dateline among the first open paragraphs; its place."""
    for part in [part for part in parts if part.kind in (None, "metadata")][:8]:
        paragraph = part.paragraph
        found = dateline(text, paragraph.start, paragraph.end, page)
        if found is None:
            continue
        rest = text[found.end : paragraph.end].strip()
        if _CLOCK.match(rest) and len(rest) < 60 and not _SENTENCE.search(rest):
            part.line = msgspec.structs.replace(found, end=paragraph.end)
            part.kind = "dateline"
            return found.place
        if rest and len(rest) < 25 and not _SENTENCE.search(rest):
            continue
        part.line = found
        part.kind = "body" if rest else "dateline"
        return found.place
    return None


def _headline(text: str, parts: Sequence[_Part], page: Page) -> str | None:
    """The headline among the paragraphs before the first prose; what stands beside it is settled too."""
    head: list[_Part] = []
    for part in parts:
        if part.kind == "body" or (part.kind is None and not _may_be_title(_words(text, part))):
            break
        if part.kind is None:
            head.append(part)
    else:
        # No prose at all: with nothing to be the headline of, only a first line above others can be one.
        head = head[:1] if len(head) > 2 else []
    titles = [part for part in head if not _is_kicker(_words(text, part), page)]
    for part in head:
        part.kind = "metadata" if part not in titles else None
    if not titles:
        return None
    best = next((part for part in titles if _count(text, part) >= _TITLE_WORDS), None)
    best = best or max(titles, key=lambda part: _count(text, part))
    before = True
    for part in titles:
        if part is best:
            part.kind, before = "title", False
        elif before or _count(text, part) <= _BYLINE_WORDS:
            part.kind = "metadata"
        else:
            part.kind = "title" if _count(text, part) <= 2 * _SUBHEAD_WORDS else "body"
    return _words(text, best)


def _count(text: str, part: _Part) -> int:
    return len(_words(text, part).split())


def _is_kicker(words: str, page: Page) -> bool:
    """A rubric above the headline: a known one, or one word, or a slug ("FRANCE-IRAN-NUCLEAIRE")."""
    folded = fold(words).strip(" :.-–—|*")
    first = re.split(r"\s+[–—|-]\s+", folded)[0]
    short = folded == first or len(folded.split()) <= _KICKER_WORDS
    return (first in page.kickers and short) or (" " not in folded and not words.endswith(("!", "?")))


def _may_be_title(words: str) -> bool:
    if len(words) > LONGEST_TITLE or _FULL_STOP.search(words) or _BULLET.search(words):
        return False
    if _QUOTE.search(words) and _SENTENCE.search(words):
        return False
    return len(words) < _PROSE or not _SENTENCE.search(words)


def _place_lines(text: str, parts: Sequence[_Part], page: Page) -> str | None:
    """A line that names only the place: beside a bare date, or one that ends in a seat of power."""
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        words = _words(text, part)
        dated = _dated_place(words, page) if part.kind == "metadata" else None
        if dated is not None:
            part.kind = "dateline"
            return dated
        if part.kind not in (None, "metadata") or len(words) > 60 or any(c.isdigit() for c in words):
            continue
        beside = any(near and only_date(_words(text, near), page) for near in (before, after))
        seat = page.seat.search(words)
        city = bare(words) in page.cities
        if not (seat and "," in words) and not (beside and (city or _is_place(words))):
            continue
        part.kind = "dateline"
        return ordinary_case(words.split(",")[0].strip(), page)
    return None


def _dated_place(words: str, page: Page) -> str | None:
    """The city of a line of fields, one of them a date ("Le 5 novembre 2021 – Ottawa (Ontario) – …")."""
    fields = re.split(r"\s+[–—-]\s+", words)
    if len(words) > 120 or not any(only_date(field, page) for field in fields):
        return None
    names = [re.sub(r"\s*\(.*\)$|,.*$", "", field).strip() for field in fields]
    return next((ordinary_case(name, page) for name in names if bare(name) in page.cities), None)


def _is_place(words: str) -> bool:
    """Whether it is a few capitalised words and a region ("Washington, DC")."""
    return bool(re.fullmatch(r"(?=[^\W\d_a-z])\w[\w'’ -]{1,30},\s+(?=[^\W\d_a-z])\w[\w. -]{1,30}", words))


def _tail(text: str, parts: Sequence[_Part]) -> None:
    """Signatures and footnotes after the last prose."""
    bodies = [part for part in parts if part.kind in (None, "body") and _SENTENCE.search(_words(text, part))]
    if not bodies:
        return
    after = parts[parts.index(bodies[-1]) + 1 :]
    for part in after:
        if (
            part.kind is None
            and _count(text, part) <= _SUBHEAD_WORDS
            and not _BULLET.search(_words(text, part))
        ):
            part.kind = "metadata"
    starred = re.search(r"\w\*(?!\*)", "".join(_words(text, part) for part in bodies))
    for part in parts[len(parts) // 2 :]:
        words = _words(text, part)
        if part.kind is None and starred and re.match(r"\*{1,3}\s?\w", words) and len(words) < 300:
            part.kind = "noise"


def _subheads(text: str, parts: Sequence[_Part]) -> None:
    """Short lines without a stop between two paragraphs of prose; what is still open is body."""
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        if part.kind is not None:
            continue
        prose = all(near is not None and len(_words(text, near)) > _PROSE for near in (before, after))
        short = _count(text, part) <= _SUBHEAD_WORDS and _may_be_title(_words(text, part))
        part.kind = "title" if prose and short and part.paragraph.after_blank else "body"


def _zones_of(text: str, part: _Part, page: Page) -> list[Zone]:
    """The zones of one paragraph: a dateline in front and an end mark behind are zones of their own."""
    start, end, kind = part.paragraph.start, part.paragraph.end, part.kind or "body"
    zones: list[Zone] = []
    if part.line is not None:
        zones.append(Zone("dateline", start, len(text[: part.line.end].rstrip())))
        start = end - len(text[part.line.end : end].lstrip())
    if start < end:
        mark = page.noise_end.search(text, max(start + 1, end - 40), end) if kind == "body" else None
        if mark and text[start : mark.start()].strip() and _SENTENCE.search(text[start : mark.start()]):
            body_end = start + len(text[start : mark.start()].rstrip())
            zones.append(Zone("body", start, body_end))
            zones.append(Zone("noise", end - len(text[body_end:end].lstrip()), end))
        else:
            zones.append(Zone(kind, start, end))  # type: ignore[arg-type]
    return zones


def _stamps(text: str, parts: Sequence[_Part], zones: Sequence[Zone], page: Page) -> tuple[Span, ...]:
    """Dates that the page tells of itself: of publication, of the dateline, others, the title's."""
    ranked: list[tuple[int, int, int]] = []
    dated = {part.line.date for part in parts if part.line is not None and part.line.date}
    for zone in zones:
        words = text[zone.start : zone.end]
        if zone.kind not in ("metadata", "dateline", "title") or len(words) > 2 * LONGEST_TITLE:
            continue
        for found in page.date.finditer(words):
            span = (zone.start + found.start(), zone.start + found.end())
            ranked.append((_rank(words, found, zone, page, dated=span in dated), *span))
    return tuple((start, end) for rank, start, end in sorted(ranked) if rank < 9)


def _rank(words: str, found: re.Match[str], zone: Zone, page: Page, *, dated: bool) -> int:
    if zone.kind == "title":
        full = found.group()[-4:].isdigit()
        rubric = any(fold(words).startswith(kicker + " ") for kicker in page.kickers)
        apart = (
            words[: found.start()].rstrip().endswith(("(", ":", ",", "|")) and found.end() >= len(words) - 1
        )
        return 5 if full and (rubric or apart) else 9
    if zone.kind == "dateline":
        return 1 if dated else 2
    lead = [mark.start() for mark in page.published.finditer(words, 0, found.start())]
    marks = list(page.metadata_start.finditer(words, 0, found.start()))
    other = [mark.start() + len(mark.group()) - len(mark.group().lstrip(" \t|(")) for mark in marks]
    if lead and (not other or lead[-1] >= other[-1] or len(words[marks[-1].end() : found.start()]) > 25):
        return 0
    return 3 if not other else 4
