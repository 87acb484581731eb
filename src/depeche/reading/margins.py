"""The margins of a page: lines of noise, captions and metadata, told by words and by shape."""

import re

from depeche.reading.page import Page, fold

_LONGEST = 300  # characters: longer lines are text
_METADATA = 160
_CRUMBS = re.compile(r"\s[>›»]\s|\s*›\s*")
_TAIL = re.compile(r"[(\[]?[a-zà-ÿ]{2,8}\d?(?:\s?[/-]\s?[a-zà-ÿ]{2,8}\d?){1,4}[)\]]?\.?")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.[ -]?){2,3}(?:\s?/.{2,20})?")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:[#@]\w+\s*)+", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)\s|copyright)", re.IGNORECASE)
_FIELDS = re.compile(r"\s[|•·–—/-]\s|\s*[|•]\s*|\s{2,}|\t|,\s")
_CLOCK = re.compile(
    r"\W*(?:[àa@]\s+)?\d{1,2}\s?[h:.]\s?(?:\d{2})?(?::\d{2})?\W*(?:gmt|utc|cet|cest|am|pm)?\W*", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}$")
_STOP = re.compile(r"""[.!?…]["'»”’)\]\s]*$""")


def margin(words: str, page: Page, *, head: bool, last: bool) -> str | None:
    """What a paragraph of the margins is: "noise", "caption", "metadata"; None if it may be text."""
    if not any(character.isalnum() for character in words):
        return "noise"
    if len(words) > _LONGEST:
        return None
    if _noise(words, page):
        return "noise"
    if _caption(words, page):
        return "caption"
    return "metadata" if _metadata(words, page, head=head, last=last) else None


def _noise(words: str, page: Page) -> bool:
    if page.noise_start.match(words) or page.noise_line.fullmatch(words) or _COPYRIGHT.match(words):
        return True
    if _LINK.fullmatch(words) or _TAIL.fullmatch(words) or page.noise_end.fullmatch(words):
        return True
    crumbs = "«" not in words and words.count("»") == words.count(" » ")
    return crumbs and bool(_CRUMBS.search(words)) and not _STOP.search(words)


def _caption(words: str, page: Page) -> bool:
    folded = fold(words)
    return bool(page.caption_start.match(words) or any(mark in folded for mark in page.caption_marks))


def _metadata(words: str, page: Page, *, head: bool, last: bool) -> bool:
    if fold(words).strip(" .-–—|*()") in page.metadata_lines or fold(words) in page.metadata_lines:
        return True
    if len(words) > _METADATA:
        return False
    if any(page.metadata_start.match(field) and page.find_date(field) for field in _fields(words)):
        return not _STOP.search(words)
    told = page.metadata_start.match(words)
    if told and (not _STOP.search(words) or len(words) < 60 or words[told.end() :].lstrip()[:1] == ":"):
        return True
    if _byline(words, page) or _INITIALS.fullmatch(words):
        return True
    agency = fold(words).strip(" .-–—|*()[]") in page.agencies
    return agency or ((head or last or len(words) < 60) and _dated(words, page))


def _byline(words: str, page: Page) -> bool:
    """A word of authorship, then capitalised names and no full stop ("Par Jeanne Martin, à Genève")."""
    found = page.by.match(words)
    if not found or _STOP.search(words) or len(words) > 100:
        return False
    rest = words[found.end() :].split()
    capitals = sum(word[:1].isupper() for word in rest)
    return bool(rest) and rest[0][:1].isupper() and capitals >= len(rest) / 2 and len(rest) <= 12


def _dated(words: str, page: Page) -> bool:
    """A line of fields, one of which is a date and nothing else ("25 mars 2024 | Paix et sécurité"), or of a
    date and a rubric.
    """
    if _STOP.search(words) and not only_date(words, page):
        return False
    first, _, rest = words.partition(" ")
    if fold(first) in page.agencies and only_date(rest, page):
        return True
    if any(only_date(field, page) for field in _fields(words)) or only_date(words, page):
        return True
    found = page.date.match(words)
    return found is not None and fold(words[found.end() :]) in page.kickers


def _fields(words: str) -> list[str]:
    return [field for field in _FIELDS.split(words) if field and field.strip()]


def only_date(words: str, page: Page) -> bool:
    """Whether the words are a date with a day, perhaps with a time of day and a word before it."""
    found = page.find_date(words)
    if not found or not any(
        character.isdigit() for character in _YEAR.sub("", found.group()) or found.group()
    ):
        return bool(_CLOCK.fullmatch(words)) and any(c in words.lower() for c in "h:")
    before, after = words[: found.start()], words[found.end() :]
    lead = re.fullmatch(rf"\W*(?:(?:{page.articles})\s+)?", before, re.IGNORECASE)
    clock = re.fullmatch(r"\W*", after) or _CLOCK.fullmatch(after)
    return bool(lead and clock) or bool(_CLOCK.fullmatch(before) and re.fullmatch(r"\W*", after))
