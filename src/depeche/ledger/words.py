"""The words that the ledger is searched by: folded and stemmed, the same on every engine.

Neither engine stems all our languages and folds accents, so both index what `stems` makes of a text.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    column,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
    text,
)
from Stemmer import Stemmer

from depeche.errors import UsageError
from depeche.knowledge.folding import fold
from depeche.languages import codes, load
from depeche.ledger.prepared import Prepared
from depeche.ledger.schema import PER_DISPATCH, of_dispatch, passages

_WORD = re.compile(r"\w+")
_CHUNK = re.compile(r'"([^"]*)"|(\S+)')

_FEW = 1000  # passages

_index = table("passage_words", column("passage_words"), column("rowid", Integer), column("stems"))
_INDEXED = Prepared(insert(_index).values(rowid=bindparam("id"), stems=bindparam("stems")))
_UNINDEXED = Prepared(
    insert(_index).values(passage_words=literal("delete"), rowid=bindparam("id"), stems=bindparam("stems"))
)

# A word or a quoted run of words, as its stems may be in each of our languages.
Chunk = tuple[tuple[str, ...], ...]


def stems(words: str, language: str) -> str:
    """The folded, stemmed words of a text, with blanks between them."""
    stem = _stemmer(language)
    return " ".join(map(stem, fold(words).split()))


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


def index(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let new passages be found by their words; PostgreSQL sees to that itself."""
    if connection.dialect.name == "sqlite":
        _INDEXED.run(connection, rows)


def unindex(connection: Connection, dispatch: int) -> None:
    """Let the passages of a dispatch be found no longer, before they are taken out."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(
            select(passages.c.id, passages.c.stems).where(of_dispatch(passages.c.id, dispatch))
        )
        _UNINDEXED.run(connection, [row._asdict() for row in found])


def standing(connection: Connection, query: list[Chunk], passage: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that all chunks of a query stand in the passage of this number."""
    return passage.in_(_answering(connection, query))


def standing_within(
    connection: Connection, query: list[Chunk], dispatch: ColumnElement[int]
) -> ColumnElement[bool]:
    """The condition that all chunks of a query stand in a passage of this dispatch, asked without the passages."""
    found = _answering(connection, query).subquery()
    return dispatch.in_(select(found.c[0].bitwise_rshift(PER_DISPATCH.bit_length() - 1)))


def few_standing(connection: Connection, query: list[Chunk]) -> list[int] | None:
    """The numbers of the passages in which all chunks of a query stand, if they are few."""
    found = connection.execute(_answering(connection, query).limit(_FEW + 1)).scalars().all()
    return list(found) if len(found) <= _FEW else None


def _answering(connection: Connection, query: list[Chunk]) -> Select[Any]:
    if connection.dialect.name == "sqlite":
        indexed = table("passage_words", column("rowid", Integer))
        match = text("passage_words MATCH :words").bindparams(words=" AND ".join(map(_fts5, query)))
        return select(indexed.c.rowid).where(match)
    vector = func.to_tsvector(literal_column("'simple'::regconfig"), passages.c.stems)
    wanted = func.to_tsquery(
        literal_column("'simple'::regconfig"), bindparam(None, " & ".join(map(_ts, query)))
    )
    return select(passages.c.id).where(vector.op("@@", is_comparison=True)(wanted))


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
    made, alone = Stemmer(name), Lock()

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        with alone:  # it keeps the word it works on: two threads would spoil each other's
            return str(made.stemWord(word))

    return stem


def _as_it_is(word: str) -> str:
    return word
