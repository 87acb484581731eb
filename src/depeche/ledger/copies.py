"""Near-copies of one wire: the same telling, cut, updated or reprinted.

Dispatches that share a band of their signatures (`depeche.minhash`) are compared in full, and the later is a copy
where most of the shorter text stands in the longer.

The bands of a dispatch are scattered all over their index, and to write each at once would be most of what a ledger
writes. The writer holds those of the newest dispatches in memory instead, taken from the signatures again where it
begins; once there are `TOGETHER` of them, all go to the table in its order.
"""

from collections.abc import Iterable
from typing import cast

import msgspec
import numpy as np
from sqlalchemy import Connection, bindparam, delete, insert, select

from depeche.ledger import lock
from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import bands, copies, dispatches
from depeche.minhash import PERMUTATIONS, ROWS, WIDTH, shingles

VERSION = 1  # of the hashes of bands: with another one all are made anew
ENOUGH = 70  # per cent of the shorter text's shingles
TOGETHER = 4096  # dispatches whose bands are written at once
_BANDS = PERMUTATIONS // ROWS
_MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, by which Fibonacci hashing scatters
_HALF = np.uint64(32)
_NUMBERS = np.arange(1, _BANDS + 1, dtype=np.uint64)[np.newaxis]


class _Recent(msgspec.Struct):
    """The bands of the dispatches from one whose bands are not in the table yet up to another, with who has them."""

    last: int
    holders: dict[int, list[int]]


def link(connection: Connection, dispatch: int, text: str, mark: bytes) -> int | None:
    """Join a new dispatch to the earliest one that it copies; the original's id, None where it is new."""
    mine = hashes([mark])[0]
    recent = _recent(connection, dispatch)
    best = _best(connection, dispatch, text, mine, recent)
    _hold(recent, dispatch, mine)
    if dispatch % TOGETHER == 0:
        _settle(connection, recent)
    if best is None:
        return None
    shared, original = best
    _COPY.run(connection, [{"dispatch": dispatch, "original": original, "shared": shared}])
    return original


def rebuild(connection: Connection) -> None:
    """Make the bands of all dispatches anew, but those of the newest."""
    connection.execute(delete(bands))
    last = connection.execute(select(dispatches.c.id).order_by(dispatches.c.id.desc()).limit(1)).scalar() or 0
    for first in range(0, last - TOGETHER + 1, TOGETHER):
        _settle(connection, _held(connection, first, first + TOGETHER))


def hashes(marks: list[bytes]) -> list[list[int]]:
    """For each signature the hashes of its bands, 64 bits with a sign; the number of the band is a part of it."""
    values = np.frombuffer(b"".join(marks), dtype=f">u{WIDTH}").astype(np.uint64)
    parts = values.reshape(len(marks), _BANDS, ROWS)
    found = _NUMBERS
    for at in range(ROWS):
        found = (found ^ parts[..., at]) * _MIX
        found ^= found >> _HALF
    return cast("list[list[int]]", found.view(np.int64).tolist())


def _recent(connection: Connection, dispatch: int) -> _Recent:
    """The bands of the newest dispatches before one, as the writer holds them or taken from their signatures."""
    memory = lock.memory(connection)
    recent = memory.get("bands")
    if not isinstance(recent, _Recent) or recent.last != dispatch - 1:
        first = (dispatch - 1) // TOGETHER * TOGETHER
        recent = memory["bands"] = _held(connection, first, dispatch - 1)
    return recent


def _held(connection: Connection, after: int, last: int) -> _Recent:
    """The bands of the dispatches after one, up to another."""
    recent = _Recent(last, {})
    rows = _MARKS.rows(connection, after=after, last=last)
    for row, mine in zip(rows, hashes([row.signature for row in rows]), strict=True):
        _hold(recent, row.id, mine)
    recent.last = last
    return recent


def _hold(recent: _Recent, dispatch: int, mine: Iterable[int]) -> None:
    for one in mine:
        recent.holders.setdefault(one, []).append(dispatch)
    recent.last = dispatch


def _settle(connection: Connection, recent: _Recent) -> None:
    """Write the bands that are held, in the order of the table."""
    rows = [(one, who) for one in sorted(recent.holders) for who in recent.holders[one]]
    _SETTLED.run_cells(connection, rows)
    recent.holders.clear()


def _best(
    connection: Connection, dispatch: int, text: str, mine: list[int], recent: _Recent
) -> tuple[int, int] | None:
    earlier = {who for one in mine for who in recent.holders.get(one, ())}
    if dispatch > TOGETHER:
        earlier |= {row.dispatch for row in _MET.rows(connection, hashes=mine)}
    earlier.discard(dispatch)
    if not earlier:
        return None
    own = shingles(text)
    for row in _TEXTS.rows(connection, met=earlier):
        shared = _shared(own, shingles(row.text))
        if shared >= ENOUGH:
            return shared, row.original or row.id
    return None


_MARKS = Prepared(
    select(dispatches.c.id, dispatches.c.signature)
    .where(dispatches.c.id > bindparam("after"), dispatches.c.id <= bindparam("last"))
    .order_by(dispatches.c.id)
)
# The dispatches that share a band with a signature.
_MET = Prepared(select(bands.c.dispatch).where(among(bands.c.hash, "hashes")))
# The texts of dispatches, the earliest first, each with the original it was joined to.
_TEXTS = Prepared(
    select(dispatches.c.id, dispatches.c.text, copies.c.original)
    .outerjoin(copies, copies.c.dispatch == dispatches.c.id)
    .where(among(dispatches.c.id, "met"))
    .order_by(dispatches.c.id)
)
_SETTLED = Prepared(insert(bands), "hash", "dispatch")
_COPY = Prepared(insert(copies), "dispatch", "original", "shared")


def _shared(one: set[str], other: set[str]) -> int:
    """Per cent of the shorter text's shingles that the longer one has."""
    return 100 * len(one & other) // min(len(one), len(other))
