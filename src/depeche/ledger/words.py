"""The words that the ledger is searched by: folded and stemmed, the same on every engine.

Neither engine stems all our languages and folds accents, so both index what `stems` makes of a text.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal_column, text

from depeche.errors import UsageError
from depeche.knowledge.folding import fold
from depeche.languages import codes, load
from depeche.ledger.schema import passages

_WORD = re.compile(r"\w+")
_CHUNK = re.compile(r'"([^"]*)"|(\S+)')

# A word or a quoted run of words, as its stems may be in each of our languages.
Chunk = tuple[tuple[str, ...], ...]


def stems(words: str, language: str) -> str:
    """The folded, stemmed words of a text, with blanks between them."""
    stem = _stemmer(language)
    return " ".join(stem(word) for word in _WORD.findall(fold(words)))


def chunks(query: str) -> list[Chunk]:
    """The words and quoted runs of a query; UsageError where there is no word in it."""
    found = []
    for quoted, single in _CHUNK.findall(query):
        ways = dict.fromkeys(tuple(stems(quoted or single, code).split()) for code in codes())
        if any(ways):
            found.append(tuple(ways))
    if not found:
        raise UsageError(f"no word to search for in '{query}'")
    return found


def standing(connection: Connection, query: list[Chunk]) -> ColumnElement[bool]:
    """The condition that all chunks of a query stand in a passage."""
    if connection.dialect.name == "sqlite":
        rows = text("passages.id IN (SELECT rowid FROM passage_words WHERE passage_words MATCH :words)")
        return rows.bindparams(words=" AND ".join(map(_fts5, query)))  # type: ignore[return-value]
    vector = func.to_tsvector(literal_column("'simple'::regconfig"), passages.c.stems)
    wanted = func.to_tsquery(
        literal_column("'simple'::regconfig"), bindparam(None, " & ".join(map(_ts, query)))
    )
    return vector.op("@@", is_comparison=True)(wanted)


def where(words: str, language: str, query: list[Chunk]) -> Iterator[tuple[int, int]]:
    """The spans of the words of a passage that answer a query."""
    stem = _stemmer(language)
    wanted = {one for chunk in query for way in chunk for one in way}
    for match in _WORD.finditer(fold(words)):
        if stem(match.group()) in wanted:
            yield match.span()


def _fts5(chunk: Chunk) -> str:
    return "(" + " OR ".join(f'"{" ".join(way)}"' for way in chunk) + ")"


def _ts(chunk: Chunk) -> str:
    return "(" + " | ".join("(" + " <-> ".join(f"'{one}'" for one in way) + ")" for way in chunk) + ")"


@lru_cache
def _stemmer(language: str) -> Callable[[str], str]:
    """The stemmer that a pack names, of folded words; words stand as they are where it names none."""
    name = load(language).table("pack").get("stemmer")
    if name is None:
        return _as_it_is
    from snowballstemmer import stemmer

    return lru_cache(maxsize=100_000)(stemmer(name).stemWord)


def _as_it_is(word: str) -> str:
    return word
