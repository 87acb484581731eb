"""The look at all items before any is read: which need not be, and which are near-copies of one before them.

Workers look at items in any order; what they see is kept by the part in ``survey/`` until the batch is done. Copies are
told when all has been seen, in the order of the inputs, so that the same items are read whoever saw them first.
"""

from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile

import msgspec
import numpy

from depeche.batch.manifest import SURVEY
from depeche.batch.shelf import Shelf
from depeche.batch.slices import Done, Looked
from depeche.batch.tables import ITEMS
from depeche.batch.todo import REASONS, Fates
from depeche.funnel import Sifted, originals
from depeche.minhash import PERMUTATIONS


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """What was seen of the items of a part: for each why it need not be read, and the signatures of the `signed`."""

    source: int
    part: int
    ends_source: bool
    first: int  # number of the first item in the batch
    reasons: bytes
    signed: tuple[int, ...]
    signatures: bytes


def written(shelf: Shelf, part: int, key: tuple[int, int], whole: Sequence[Done]) -> Seen:
    """Keep what was seen of the items of a part; `part` is how many a part has."""
    pieces = (piece for one in whole for piece in one.pieces)
    items: list[Sifted] = [item for piece in pieces if isinstance(piece, Looked) for item in piece.items]
    marks = [item.signature for item in items]
    seen = Seen(
        *key,
        whole[-1].ends_source,
        key[0] * ITEMS + key[1] * part,
        bytes(REASONS.index(item.reason) + 1 if item.reason else 0 for item in items),
        tuple(at for at, mark in enumerate(marks) if mark),
        b"".join(mark for mark in marks if mark),
    )
    shelf.write(_name(seen), msgspec.msgpack.encode(seen))
    return _lighter(seen)


def kept(shelf: Shelf) -> list[Seen]:
    """What was seen before, without signatures."""
    return [_lighter(_read(shelf, name)) for name in shelf.names(SURVEY)]


def fates(shelf: Shelf, parts: Iterable[Seen]) -> dict[int, Fates]:
    """What is known of all items, by the numbers of their sources."""
    parts = sorted(parts, key=lambda part: (part.source, part.part))
    copies = _copies(shelf, parts)
    reasons: dict[int, bytearray] = {part.source: bytearray() for part in parts}
    for part in parts:
        reasons[part.source] += part.reasons
    own: dict[int, dict[int, int]] = {source: {} for source in reasons}
    for copy, original in copies.items():
        source, at = divmod(copy, ITEMS)
        reasons[source][at] = REASONS.index("copy") + 1
        own[source][at] = original
    return {source: Fates(bytes(some), own[source]) for source, some in reasons.items()}


def _copies(shelf: Shelf, parts: Sequence[Seen]) -> dict[int, int]:
    """The numbers of near-copies and of their originals; signatures stay on the disk."""
    numbers = [part.first + at for part in parts for at in part.signed]
    if not numbers:
        return {}
    with TemporaryFile() as file:
        file.writelines(_read(shelf, _name(part)).signatures for part in parts)
        file.flush()
        signatures = numpy.memmap(file, dtype=">u4", mode="r", shape=(len(numbers), PERMUTATIONS))
        return {numbers[copy]: numbers[original] for copy, original in originals(signatures).items()}


def _name(seen: Seen) -> str:
    return f"{SURVEY}/{seen.source:05}-{seen.part:05}"


def _read(shelf: Shelf, name: str) -> Seen:
    return msgspec.msgpack.decode(shelf.read(name) or b"", type=Seen)


def _lighter(seen: Seen) -> Seen:
    """What is kept in memory."""
    return msgspec.structs.replace(seen, signatures=b"")
