"""What reviewers found: verdicts on facts, persons and occurrences, which outlive a new reading."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from depeche.errors import NotInLedger, UsageError
from depeche.ledger import marks
from depeche.ledger.schema import FACTS, attestations, marked, persons, reports
from depeche.ledger.schema import verdicts as table

Finding = Literal["accept", "correct", "reject"]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict: on which table, person or occurrence, and the numbers of what bears its mark now.

    `numbers` is empty where no dispatch tells it any more. `correction` are the columns that are right otherwise.
    """

    id: int
    about: str
    mark: str
    verdict: Finding
    correction: dict[str, Any] | None
    note: str | None
    decided: str
    numbers: tuple[int, ...]


class Share(msgspec.Struct, frozen=True):
    """How many verdicts of a table are which; `gone` are those on what is not told any more."""

    about: str
    accept: int = 0
    correct: int = 0
    reject: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """The verdicts on what is told now."""
        return self.accept + self.correct + self.reject


def judge(
    connection: Connection,
    about: str,
    number: int,
    verdict: str,
    *,
    correction: Mapping[str, Any] | None,
    note: str | None,
    when: str,
) -> Judged:
    """Write a verdict, in the place of an earlier one on the same.

    `about` is a table of facts, ``persons`` or ``occurrences``; `when` a date and time, ISO 8601. UsageError for what
    is none of these, NotInLedger for a number that is not in the ledger.
    """
    _check(about, verdict, correction, when)
    sign = _mark(connection, about, number)
    v = table.c
    known = connection.execute(select(v.id).where(v.about == about, v.mark == sign)).scalar()
    connection.execute(delete(table).where(v.id == known))
    key = known or (connection.execute(select(func.max(v.id))).scalar_one() or 0) + 1
    row = {"id": key, "about": about, "mark": sign, "verdict": verdict, "note": note, "decided": when}
    connection.execute(insert(table), row | {"correction": dict(correction) if correction else None})
    return next(one for one in every(connection) if one.id == key)


def withdraw(connection: Connection, key: int) -> Judged:
    """Take a verdict back; what it was. NotInLedger where there is none."""
    found = next((one for one in every(connection) if one.id == key), None)
    if found is None:
        raise NotInLedger(f"no verdict {key} in this ledger")
    connection.execute(delete(table).where(table.c.id == key))
    return found


def every(connection: Connection) -> list[Judged]:
    """All verdicts, in the order in which they were first given."""
    numbers = _numbers(connection)
    rows = connection.execute(select(table).order_by(table.c.id))
    return [Judged(**row._asdict(), numbers=tuple(numbers.get((row.about, row.mark), ()))) for row in rows]


def shares(connection: Connection) -> list[Share]:
    """How many verdicts of each table are which."""
    found: dict[str, dict[str, int]] = {}
    for one in every(connection):
        counts = found.setdefault(one.about, {})
        name = one.verdict if one.numbers else "gone"
        counts[name] = counts.get(name, 0) + 1
    order = (*FACTS, "persons", "occurrences")
    return [Share(str(about), **found[about]) for about in order if about in found]


def _check(about: str, verdict: str, correction: Mapping[str, Any] | None, when: str) -> None:
    if about not in (*FACTS, "persons", "occurrences"):
        raise UsageError(f"no verdict on '{about}'; one of {', '.join(FACTS)}, persons, occurrences")
    if verdict not in get_args(Finding):
        raise UsageError(f"'{verdict}' is no verdict; one of {', '.join(get_args(Finding))}")
    if (verdict == "correct") != bool(correction):
        raise UsageError("a verdict 'correct' takes a correction, and no other does")
    columns = FACTS[about].c.keys() if about in FACTS else None
    wrong = [name for name in correction or () if columns is not None and name not in columns]
    if wrong:
        raise UsageError(f"{about} have no column {', '.join(wrong)}")
    try:
        dt.datetime.fromisoformat(when)
    except ValueError as error:
        raise UsageError(f"'{when}' is no date and time, ISO 8601") from error


def _mark(connection: Connection, about: str, number: int) -> str:
    """The mark of what is judged."""
    found: str | None
    if about == "persons":
        a = attestations.c
        found = connection.execute(select(a.mark).where(a.person == number).order_by(a.id).limit(1)).scalar()
    else:
        kind, fact = _earliest(connection, number) if about == "occurrences" else (about, number)
        found = marks.note(connection, kind, [fact]).get(fact)
    if found is None:
        raise NotInLedger(f"{about} have no number {number} in this ledger")
    return found


def _earliest(connection: Connection, number: int) -> tuple[str, int]:
    r = reports.c
    query = select(r.kind, r.fact).where(r.occurrence == number, r.encounter.is_(None)).order_by(r.fact)
    row = connection.execute(query.limit(1)).first()
    if row is None:
        raise NotInLedger(f"occurrences have no number {number} in this ledger")
    return row.kind, row.fact


def _numbers(connection: Connection) -> dict[tuple[str, str], list[int]]:
    """What bears the marks of verdicts now."""
    v, m, a, r = table.c, marked.c, attestations.c, reports.c
    queries = (
        select(v.about, v.mark, m.fact).join(marked, (m.kind == v.about) & (m.mark == v.mark)),
        select(v.about, v.mark, persons.c.id)
        .join(attestations, a.mark == v.mark)
        .join(persons, persons.c.id == a.person)
        .where(v.about == "persons"),
        select(v.about, v.mark, r.occurrence)
        .join(marked, m.mark == v.mark)
        .join(reports, (r.kind == m.kind) & (r.fact == m.fact))
        .where(v.about == "occurrences"),
    )
    found: dict[tuple[str, str], list[int]] = {}
    for query in queries:
        for about, sign, number in connection.execute(query):
            found.setdefault((about, sign), []).append(number)
    return {key: sorted(set(numbers)) for key, numbers in found.items()}
