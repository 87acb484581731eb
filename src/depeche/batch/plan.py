"""What a batch is to do: its inputs as sources, in an order that never changes."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from depeche.batch.remote import is_remote, remote
from depeche.errors import DepecheError, UsageError
from depeche.reading import LIMIT
from depeche.reading.articles import Article, Broken, Columns
from depeche.reading.articles.gather import articles, files, holds_many
from depeche.reading.articles.place import Place

PART = 1_000  # items of a part: what is written, and if need be done again, as one


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How items are read; two batches with the same inputs and setting come out the same.

    With a `gate` only what may be about foreign relations is read; `once`, of near-copies the first alone.
    With `gpu` an accelerator is used, whose rounding may differ.
    `seconds` of processor time for one item and again for each 50,000 characters of it, `memory` in mebibytes over
    what a worker has anyway: what takes more is rejected.
    """

    language: str | None = None
    gate: bool = False
    once: bool = False
    gpu: bool = False
    columns: Columns = Columns()
    limit: int = LIMIT
    part: int = PART
    seconds: float = 20.0
    memory: int = 2_048


class Source(msgspec.Struct, frozen=True):
    """A table, feed or archive, or some texts and pages that stand together."""

    number: int
    places: tuple[Place, ...] = ()
    broken: Broken | None = None  # an input that stands for no file

    def articles(self, setting: Setting, passed: Counter[str] | None = None) -> Iterator[Article | Broken]:
        """Its articles, in order; `passed` counts what web archives hold besides, as it is met."""
        if self.broken:
            yield self.broken
        for place in self.places:
            yield from articles(place, columns=setting.columns, limit=setting.limit, passed=passed)

    def name(self) -> str:
        """What it is called in what is told of it."""
        return self.broken.origin if self.broken else self.places[0].name


class Plan(msgspec.Struct, frozen=True):
    """What is to be done, and how; `mark` tells plans apart whose inputs differ in a name or a size."""

    setting: Setting
    sources: tuple[Source, ...]
    mark: str


def plan(inputs: Iterable[str], setting: Setting) -> Plan:
    """The plan of a batch; an input that stands for no file is a source that is rejected."""
    found = [one for name in inputs for one in _places(name)]
    groups = groupby(enumerate(found), key=lambda pair: _together(pair[0], pair[1], setting.part))
    sources = tuple(_source(number, [one for _, one in group]) for number, (_, group) in enumerate(groups))
    mark = hashlib.sha256(msgspec.json.encode([_sized(one) for one in found])).hexdigest()
    return Plan(setting, sources, mark)


def _places(name: str) -> Iterator[Place | Broken]:
    try:
        yield from remote(name) if is_remote(name) else map(Place, files(name))
    except UsageError:
        raise
    except DepecheError as error:
        yield Broken(name, error)


def _together(at: int, one: Place | Broken, part: int) -> tuple[int, bool]:
    """What files of one source have in common: single texts and pages share one, by the part."""
    alone = isinstance(one, Broken) or holds_many(one.name)
    return at if alone else -1 - at // part, alone


def _source(number: int, group: list[Place | Broken]) -> Source:
    broken = next((one for one in group if isinstance(one, Broken)), None)
    return Source(number, tuple(one for one in group if isinstance(one, Place)), broken)


def _sized(one: Place | Broken) -> tuple[str, int | None]:
    if isinstance(one, Broken):
        return one.origin, None
    try:
        return one.name, one.size()
    except OSError:
        return one.name, None
