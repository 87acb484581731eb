"""Marks: what tells a fact from all others and outlives a new reading of its dispatch.

A mark names the table, the digest of the dispatch, where the evidence starts, what was read there and its words:
``"positions|5f2e…|118|FRA;condemns;the coup|France condemned the coup"``. The numbers of rows may change when a
dispatch is read anew; its text never does. Rulings and verdicts stand on marks, and `marked` says which facts of
now bear one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from depeche.ledger.schema import FACTS, PER_DISPATCH, dispatches, marked, of_dispatch, rulings, verdicts

# The columns of a table that say what was read: a verdict on other values is a verdict on something else.
_CODES = {
    "people": ("name", "of"),
    "encounters": ("kind", "states", "date", "status"),
    "statements": ("speaker", "speaker_of", "mode"),
    "positions": ("holder", "stance", "target"),
    "commitments": ("holder", "partner", "strength", "due"),
    "events": ("source", "target", "cameo", "status", "date"),
    "dates": ("value",),
}
_LONGEST = 160  # characters of a part: PostgreSQL refuses to index much longer marks


class Marked(msgspec.Struct, frozen=True):
    """A fact of now with its mark, what was read (its codes), and its spans."""

    kind: str
    fact: int
    mark: str
    spans: tuple[tuple[int, int], ...]

    @property
    def codes(self) -> str:
        """What was read."""
        return self.mark.split("|", 4)[3]


def mark(kind: str, row: Mapping[str, Any], digest: str, text: str) -> str:
    """The mark of a row of a table of facts, by the digest and the text of its dispatch."""
    codes = ";".join(_plain(row[column]) for column in _CODES[kind])
    words = " … ".join(text[start:end] for start, end in row["evidence"])
    return f"{kind}|{digest}|{row['evidence'][0][0]}|{_cut(codes)}|{_cut(words)}"


def of(connection: Connection, kind: str, facts: Iterable[int]) -> dict[int, str]:
    """The marks of facts of a table, by their numbers."""
    return {one.fact: one.mark for one in _read(connection, kind, FACTS[kind].c.id.in_(list(facts)))}


def note(connection: Connection, kind: str, facts: Iterable[int]) -> dict[int, str]:
    """The marks of facts that a ruling or a verdict is to stand on; kept as borne by them."""
    wanted = {fact for fact in facts if fact is not None}
    found = list(_read(connection, kind, FACTS[kind].c.id.in_(wanted)))
    m = marked.c
    known = set(connection.execute(select(m.fact).where(m.kind == kind, m.fact.in_(wanted))).scalars())
    new = [_row(one) for one in found if one.fact not in known]
    if new:
        connection.execute(insert(marked), new)
    return {one.fact: one.mark for one in found}


def borne(connection: Connection, dispatch: int) -> list[Marked]:
    """The facts of a dispatch that bear a mark, before it is read anew."""
    m = marked.c
    kinds = select(m.kind, m.fact).where(m.dispatch == dispatch)
    wanted: dict[str, list[int]] = {}
    for kind, fact in connection.execute(kinds):
        wanted.setdefault(kind, []).append(fact)
    return [
        one
        for kind, facts in sorted(wanted.items())
        for one in _read(connection, kind, FACTS[kind].c.id.in_(facts))
    ]


def renew(connection: Connection, dispatch: int, before: Iterable[Marked]) -> None:
    """Find the facts that bear the marks of a dispatch that was read anew.

    Where a fact is told in other words at the same place, rulings go over to it, and verdicts too if what was read is
    the same. What is not told any more keeps its mark, and waits for a reading that tells it again.
    """
    connection.execute(delete(marked).where(marked.c.dispatch == dispatch))
    wanted = _wanted(connection, dispatch)
    if not wanted:
        return
    kinds = sorted({one.split("|", 1)[0] for one in wanted} & FACTS.keys())
    now = [one for kind in kinds for one in _read(connection, kind, of_dispatch(FACTS[kind].c.id, dispatch))]
    told = {one.mark for one in now}
    for old in before:
        if old.mark not in told:
            _hand_over(connection, old, now)
    wanted = _wanted(connection, dispatch)
    rows = [_row(one) for one in now if one.mark in wanted]
    if rows:
        connection.execute(insert(marked), rows)


def _hand_over(connection: Connection, old: Marked, now: Iterable[Marked]) -> None:
    near = [one for one in now if one.kind == old.kind and _overlap(one, old)]
    heir = max(near, key=lambda one: (one.codes == old.codes, _overlap(one, old), -one.fact), default=None)
    if heir is None:
        return
    for column in (rulings.c.one, rulings.c.other):
        connection.execute(update(rulings).where(column == old.mark).values({column.name: heir.mark}))
    v = verdicts.c
    judged = select(v.about).where(v.mark == heir.mark)
    if heir.codes == old.codes:
        free = (v.mark == old.mark, v.about.not_in(judged))
        connection.execute(update(verdicts).where(*free).values(mark=heir.mark))


def _overlap(one: Marked, other: Marked) -> int:
    """The characters that both were read from."""
    return sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in one.spans for begin, stop in other.spans
    )


def _wanted(connection: Connection, dispatch: int) -> set[str]:
    """The marks of a dispatch on which rulings and verdicts stand."""
    digest = connection.execute(select(dispatches.c.digest).where(dispatches.c.id == dispatch)).scalar_one()
    r, v = rulings.c, verdicts.c
    ruled = connection.execute(
        select(r.one, r.other).where(or_(r.one.contains(digest), r.other.contains(digest)))
    )
    judged = connection.execute(select(v.mark).where(v.mark.contains(digest))).scalars()
    return {one for pair in ruled for one in pair if f"|{digest}|" in one} | set(judged)


def _read(connection: Connection, kind: str, condition: Any) -> Iterator[Marked]:
    table, d = FACTS[kind], dispatches.c
    whole = d.text.label("whole")  # a time expression has a column `text` of its own
    found = select(table, d.digest, whole).join(dispatches, d.id == table.c.dispatch).where(condition)
    for row in connection.execute(found.order_by(table.c.id)):
        values = row._asdict()
        sign = mark(kind, values, row.digest, row.whole)
        yield Marked(kind, values["id"], sign, tuple((start, end) for start, end in values["evidence"]))


def _row(one: Marked) -> dict[str, Any]:
    return {"kind": one.kind, "fact": one.fact, "dispatch": one.fact // PER_DISPATCH, "mark": one.mark}


def _plain(value: object) -> str:
    every = value if isinstance(value, list) else [value]
    return ",".join("" if one is None else str(one).replace("|", "/") for one in every)


def _cut(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]
