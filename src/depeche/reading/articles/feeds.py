"""Feeds: the entries of an RSS or Atom file."""

import io
from collections.abc import Iterator
from typing import Any

from depeche.errors import EmptyInput, UnreadableFile
from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.articles.place import Place, whole


def entries(place: Place, _columns: Columns) -> Iterator[Article | Broken]:
    """The entries of a feed, each with its fullest text; nothing is fetched."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(whole(place)), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise UnreadableFile("no entries of a feed in it (RSS or Atom)")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, f"{place.name}:{number}")


def _entry(entry: Any, place: str) -> Article | Broken:
    texts = [content.get("value") or "" for content in entry.get("content", [])]
    text = max([*texts, entry.get("summary") or ""], key=len)
    title = (entry.get("title") or "").strip() or None
    origin = entry.get("link") or place
    if not text.strip():
        return Broken(origin, EmptyInput("an entry without text"))
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    day = f"{when.tm_year:04d}-{when.tm_mon:02d}-{when.tm_mday:02d}" if when else None
    return Article(origin=origin, data=_page(text), published=day, title=title)


def _page(text: str) -> str:
    """Markup as a page that the reader takes for one; plain text as it is."""
    return f"<!DOCTYPE html><html><body><article>{text}</article></body></html>" if "</" in text else text
