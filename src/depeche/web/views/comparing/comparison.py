"""Two dispatches on one event: what both tell, what one leaves out, and what they tell otherwise."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, or_, select

from depeche.ledger import records
from depeche.ledger.linking.places import agree, place
from depeche.ledger.schema import PER_DISPATCH, of_dispatch, reports
from depeche.record import Person, Record, Row, Span, Statement
from depeche.web.views.comparing.joins import JOINS
from depeche.web.views.comparing.signs import Signed
from depeche.web.views.reader.looks import Look, look

TABLES = ("encounters", "events", "statements", "positions", "commitments", "people")
# In the order in which they are joined: statements by the acts and positions within them.
_JOINED = ("encounters", "events", "positions", "statements", "commitments", "people")
# What two tellings may tell otherwise; the words of one language are not compared with those of another.
_CODED: dict[str, tuple[str, ...]] = {
    "encounters": ("kind", "date", "place", "status"),
    "events": ("cameo", "status", "date", "place"),
    "statements": ("mode",),
    "positions": ("stance",),
    "commitments": ("strength", "due"),
    "people": ("of", "role"),
}
_WORDED: dict[str, tuple[str, ...]] = {"statements": ("cue", "via"), "people": ("office",)}
MOST = 150  # rows of a table that are compared

Pair = tuple[int, int]


class One(msgspec.Struct, frozen=True):
    """A row of one of the two, its span and its exact words."""

    row: Row
    look: Look | None
    span: Span
    words: str


class Told(msgspec.Struct, frozen=True):
    """What both tell, or one alone; `differing` names the columns in which they differ."""

    a: One | None
    b: One | None
    differing: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """Two dispatches by table: what both tell first, then what the first alone, then what the second alone."""

    a: Record
    b: Record
    tables: dict[str, tuple[Told, ...]]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows both tell, the first alone, and the second alone."""
        every = [told for rows in self.tables.values() for told in rows]
        alone = {"a": sum(told.b is None for told in every), "b": sum(told.a is None for told in every)}
        return {"both": len(every) - sum(alone.values()), **alone}


def compare(connection: Connection, a: int, b: int) -> Comparison:
    """The comparison of two dispatches; NotInLedger where one is missing."""
    one, other = Signed(records.record(connection, a)), Signed(records.record(connection, b))
    tables = {}
    for number, name in enumerate(_JOINED):
        sure = _occurring(connection, name, a, b) if name in ("encounters", "events") else []
        pairs = _alike(name, one, other, sure)
        tables[name] = _told(name, one.record, other.record, pairs)
        if name in ("events", "positions"):
            _tie(name, one, other, pairs, number)
    return Comparison(one.record, other.record, {name: tables[name] for name in TABLES if tables[name]})


def _tie(name: str, one: Signed, other: Signed, pairs: Sequence[Pair], table: int) -> None:
    for i, j in pairs:
        tie = table * PER_DISPATCH + i
        one.tie(getattr(one.record, name)[i], tie)
        other.tie(getattr(other.record, name)[j], tie)


def _alike(name: str, one: Signed, other: Signed, sure: Sequence[Pair]) -> list[Pair]:
    """The rows that tell the same, each once: those that are sure, then the most alike."""
    ours, theirs = getattr(one.record, name)[:MOST], getattr(other.record, name)[:MOST]
    join = JOINS[name]
    likes = [
        (join(one, this, other, that), -i, -j) for i, this in enumerate(ours) for j, that in enumerate(theirs)
    ]
    pairs = dict(sure)
    taken = set(pairs.values())
    for like, i, j in sorted(likes, reverse=True):
        if like > 0 and -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return list(pairs.items())


def _occurring(connection: Connection, name: str, a: int, b: int) -> list[Pair]:
    """The rows that report one encounter or act, by their numbers in the two dispatches."""
    r = reports.c
    rows = connection.execute(
        select(r.dispatch, r.fact, r.occurrence)
        .where(r.kind == name, or_(of_dispatch(r.fact, a), of_dispatch(r.fact, b)))
        .order_by(r.fact)
    ).all()
    ours = {row.occurrence: row.fact % PER_DISPATCH for row in reversed(rows) if row.dispatch == a}
    theirs = {row.occurrence: row.fact % PER_DISPATCH for row in reversed(rows) if row.dispatch == b}
    return [(ours[key], theirs[key]) for key in ours if key in theirs]


def _told(name: str, a: Record, b: Record, pairs: Sequence[Pair]) -> tuple[Told, ...]:
    ours = [_one(a, row) for row in getattr(a, name)]
    theirs = [_one(b, row) for row in getattr(b, name)]
    both = [
        Told(ours[i], theirs[j], _differing(name, a, ours[i].row, b, theirs[j].row)) for i, j in sorted(pairs)
    ]
    taken, others = {i for i, _ in pairs}, {j for _, j in pairs}
    both += [Told(one, None) for i, one in enumerate(ours[:MOST]) if i not in taken]
    both += [Told(None, one) for j, one in enumerate(theirs[:MOST]) if j not in others]
    return tuple(both)


def _one(record: Record, row: Row) -> One:
    spans = [row.content] if isinstance(row, Statement) and row.content else row.evidence
    if isinstance(row, Person):
        spans = spans[:1]
    return One(row, look(row), row.evidence[0], " … ".join(record.words(span) for span in spans))


def _differing(name: str, a: Record, one: Row, b: Record, other: Row) -> tuple[str, ...]:
    tongues = (a.document.language, b.document.language)
    columns = _CODED[name] + (_WORDED.get(name, ()) if tongues[0] == tongues[1] else ())
    return tuple(column for column in columns if _differs(column, one, other, tongues))


def _differs(column: str, one: Row, other: Row, tongues: tuple[str, str]) -> bool:
    this, that = getattr(one, column), getattr(other, column)
    if column == "status":  # held now, or told of as held before
        this, that = (None if value in ("held", "past-cited") else value for value in (this, that))
        return bool(this != that)
    if not this or not that or this == that:
        return False
    if column == "place":
        return agree(place(this, tongues[0]), place(that, tongues[1])) is False
    return True
