"""Near-copies of one wire: the same telling, cut, updated or reprinted.

Dispatches that share a band of their signatures (`depeche.minhash`) are compared in full, and the later is a copy
where most of the shorter text stands in the longer.
"""

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, insert, or_, select

from depeche.ledger.prepared import Prepared, among
from depeche.ledger.schema import bands, copies, dispatches
from depeche.minhash import PERMUTATIONS, ROWS, WIDTH, shingles

ENOUGH = 70  # per cent of the shorter text's shingles


def band_rows(dispatch: int, mark: bytes) -> list[dict[str, int]]:
    """The rows of `bands` for one dispatch."""
    width = WIDTH * ROWS
    return [
        {"band": at // width, "hash": _hash(mark[at : at + width]), "dispatch": dispatch}
        for at in range(0, len(mark), width)
    ]


def link(connection: Connection, dispatch: int, text: str, mark: bytes) -> int | None:
    """Join a new dispatch to the earliest one that it copies; the original's id, None where it is new."""
    mine = band_rows(dispatch, mark)
    best = _best(connection, dispatch, text, mine)
    _BANDS.run(connection, mine)
    if best is None:
        return None
    shared, original = best
    _COPY.run(connection, [{"dispatch": dispatch, "original": original, "shared": shared}])
    return original


def _best(
    connection: Connection, dispatch: int, text: str, mine: list[dict[str, int]]
) -> tuple[int, int] | None:
    met = _MET.rows(connection, **{f"hash_{row['band']}": row["hash"] for row in mine})
    earlier = {row.dispatch for row in met} - {dispatch}
    if not earlier:
        return None
    own = shingles(text)
    for row in _TEXTS.rows(connection, met=earlier):
        shared = _shared(own, shingles(row.text))
        if shared >= ENOUGH:
            return shared, row.original or row.id
    return None


# The dispatches that share a band with a signature.
_MET = Prepared(
    select(bands.c.dispatch).where(
        or_(
            *(
                and_(bands.c.band == band, bands.c.hash == bindparam(f"hash_{band}"))
                for band in range(PERMUTATIONS // ROWS)
            )
        )
    )
)
# The texts of dispatches, the earliest first, each with the original it was joined to.
_TEXTS = Prepared(
    select(dispatches.c.id, dispatches.c.text, copies.c.original)
    .outerjoin(copies, copies.c.dispatch == dispatches.c.id)
    .where(among(dispatches.c.id, "met"))
    .order_by(dispatches.c.id)
)
_BANDS = Prepared(insert(bands), "band", "hash", "dispatch")
_COPY = Prepared(insert(copies), "dispatch", "original", "shared")


def _shared(one: set[str], other: set[str]) -> int:
    """Per cent of the shorter text's shingles that the longer one has."""
    return 100 * len(one & other) // min(len(one), len(other))


def _hash(band: Iterable[int]) -> int:
    return int.from_bytes(hashlib.blake2b(bytes(band), digest_size=8).digest(), "big", signed=True)
