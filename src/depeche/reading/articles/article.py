"""An article before it is read, and the columns of tables of articles."""

from collections.abc import Mapping
from typing import Any

import msgspec

from depeche.errors import DepecheError, EmptyInput


class Article(msgspec.Struct, frozen=True):
    """A text or page, where it came from (a path, a URL, a row of a file), and what is known of it."""

    origin: str
    data: str | bytes
    published: str | None = None
    title: str | None = None


class Broken(msgspec.Struct, frozen=True):
    """A place in a file where an article should be and none can be had, and why."""

    origin: str
    error: DepecheError


class Columns(msgspec.Struct, frozen=True):
    """The names of the columns that hold an article; None: the first usual name that is there."""

    text: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None

    def article(self, row: Mapping[str, Any], place: str) -> Article | Broken:
        """The article of a row; `place` names the row where it has no URL."""
        text = self._value(row, "text")
        if not isinstance(text, str | bytes) or not text:
            return Broken(place, EmptyInput(f"no text in it; its columns are {', '.join(map(str, row))}"))
        url, title, date = (self._value(row, name) for name in ("url", "title", "date"))
        return Article(
            origin=str(url) if url else place,
            data=text,
            published=_day(date),
            title=str(title) if title else None,
        )

    def _value(self, row: Mapping[str, Any], name: str) -> Any:
        chosen = getattr(self, name)
        names = (chosen,) if chosen else USUAL[name]
        return next((row[name] for name in names if row.get(name)), None)


# The names that tables of articles give their columns (news-please, CC-NEWS extracts, GDELT, our own).
USUAL = {
    "text": ("text", "html", "content", "body", "maintext", "plain_text", "article", "article_text"),
    "url": ("url", "link", "source_url", "DocumentIdentifier", "path", "id"),
    "title": ("title", "headline"),
    "date": ("published", "date", "date_publish", "published_at", "publication_date", "pubDate", "pubdate"),
}


def _day(value: Any) -> str | None:
    """The day of a date or timestamp, as EDTF; what is no such thing is left for the reader to refuse."""
    if value is None or value == "":
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    text = str(value).strip()
    return text[:10] if len(text) > 10 and text[10] in "T " else text
