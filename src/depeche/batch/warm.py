"""Loading all that reading needs, before workers are forked."""

import logging

from depeche import collector
from depeche.reader import Reader

_WORDS = "Paris, 3.5.2021: Angela Merkel, Emmanuel Macron."
_PAGE = f"<html><body><article><h1>Paris</h1><p>{_WORDS * 5}</p></article></body></html>"


def warm(languages: tuple[str, ...], *, gate: bool = False) -> None:
    """Read something in each language, so that tables, pipelines and libraries are in memory for good."""
    from depeche.batch.item import work
    from depeche.batch.tables import tables
    from depeche.reading.articles import Article

    logging.disable()  # libraries that complain of pages have nobody to tell
    for language in languages:
        tables(0, work([Article("text", _WORDS), Article("page", _PAGE)], Reader(language), gate=gate))
    collector.settle()  # it would touch, and so copy, memory that workers share
