"""What a batch was told to do and how far it has come.

``manifest.json`` holds the first; each part that is written whole has a file below ``progress/`` until the batch
is done, when all are put together in the manifest.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from depeche import __version__
from depeche.batch.plan import Plan, Setting
from depeche.batch.shelf import Shelf
from depeche.errors import BatchError, UsageError

FORMAT = "batch/1"
NAME = "manifest.json"
SURVEY = "survey"  # what was seen of items before they are read
_PROGRESS = "progress"


class Part(msgspec.Struct, frozen=True):
    """A part that is written whole; the last of a source ends it."""

    source: int
    part: int
    ends_source: bool
    files: tuple[str, ...]
    tally: dict[str, int]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of a batch; `parts` and `tally` are there when it is finished."""

    format: str
    version: str
    setting: Setting
    mark: str
    sources: tuple[str, ...]
    finished: bool = False
    tally: dict[str, int] = {}
    parts: tuple[Part, ...] = ()


def opened(shelf: Shelf, plan: Plan) -> Manifest:
    """The manifest in the folder of a batch, made if there is none; UsageError where it is of another batch."""
    fresh = Manifest(
        format=FORMAT,
        version=__version__,
        setting=plan.setting,
        mark=plan.mark,
        sources=tuple(source.name() for source in plan.sources),
    )
    found = read(shelf)
    if found is None:
        if shelf.names():
            raise UsageError(f"{shelf.folder}: holds files of something else; name an empty or new folder")
        shelf.write(NAME, _written(fresh))
        return fresh
    if difference := _difference(found, fresh):
        raise UsageError(
            f"{shelf.folder}: holds a batch {difference}; name another folder, or remove this one"
        )
    return found


def read(shelf: Shelf) -> Manifest | None:
    """The manifest in a folder; None where there is none, UsageError where it is not of a batch that we know."""
    data = shelf.read(NAME)
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        raise UsageError(f"{shelf.folder}/{NAME}: is not the manifest of a batch ({error})") from error


def _difference(found: Manifest, wanted: Manifest) -> str | None:
    """In what the batch that is there differs from the one that is wanted."""
    if found.version != wanted.version:
        return f"of depeche {found.version}"
    for name in Setting.__struct_fields__:
        one, other = getattr(found.setting, name), getattr(wanted.setting, name)
        if one != other:
            return f"with another {name} ({_shown(one)}, not {_shown(other)})"
    if found.sources != wanted.sources:
        return "of other inputs"
    return "of inputs that have changed since" if found.mark != wanted.mark else None


def _shown(value: object) -> str:
    return msgspec.json.encode(value).decode()


def done(shelf: Shelf, manifest: Manifest) -> list[Part]:
    """The parts that are written whole, in order; what others left behind is removed, if nobody else is at work."""
    if manifest.finished:
        parts = list(manifest.parts)
    else:
        names = (name for name in shelf.names(_PROGRESS))
        parts = [msgspec.json.decode(shelf.read(name) or b"", type=Part) for name in names]
    kept = {NAME, *(file for part in parts for file in part.files)}
    kept |= set() if manifest.finished else {_name(part) for part in parts} | set(shelf.names(SURVEY))
    if shelf.alone or manifest.finished:
        for name in shelf.names():
            if name not in kept:
                shelf.remove(name)
    return parts


def add(shelf: Shelf, part: Part) -> None:
    """Note that a part is written whole."""
    shelf.write(_name(part), msgspec.json.encode(part))


def own(shelf: Shelf, manifest: Manifest) -> None:
    """See that the manifest there is still that of this batch; BatchError where another batch has come between."""
    there = None if shelf.alone else read(shelf)
    if there is not None and (difference := _difference(there, manifest)):
        raise BatchError(f"{shelf.folder}: another batch fills this place ({difference}); name another")


def finish(shelf: Shelf, manifest: Manifest, parts: Iterable[Part]) -> Manifest:
    """Put everything together; the manifest of the finished batch."""
    own(shelf, manifest)
    parts = tuple(sorted(parts, key=lambda part: (part.source, part.part)))
    tally = total(part.tally for part in parts)
    whole = msgspec.structs.replace(manifest, finished=True, tally=tally, parts=parts)
    shelf.write(NAME, _written(whole))
    for name in [*map(_name, parts), *shelf.names(SURVEY)]:
        shelf.remove(name)
    return whole


def total(tallies: Iterable[dict[str, int]]) -> dict[str, int]:
    """The sum of counts, by name."""
    counts: Counter[str] = Counter()
    for tally in tallies:
        counts.update(tally)
    return dict(sorted(counts.items()))


def _name(part: Part) -> str:
    return f"{_PROGRESS}/{part.source:05}-{part.part:05}.json"


def _written(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
