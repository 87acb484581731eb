"""What users ruled: which persons and which occurrences are one and which are not; each ruling can be withdrawn."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select

from depeche.errors import NotInLedger
from depeche.ledger import lock
from depeche.ledger.prepared import Prepared
from depeche.ledger.schema import rulings

About = Literal["persons", "occurrences"]
Verdict = Literal["merge", "split"]

_STANDING = Prepared(
    select(rulings.c.one, rulings.c.other, rulings.c.verdict)
    .where(rulings.c.about == bindparam("about"))
    .order_by(rulings.c.id)
)


class Ruling(msgspec.Struct, frozen=True):
    """A ruling by its number: on what, whether all marks of the one side and the other are one or apart."""

    number: int
    about: About
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]


def write(connection: Connection, about: About, verdict: Verdict, pairs: Iterable[tuple[str, str]]) -> int:
    """Write a ruling on pairs of marks; of several rulings on one pair the latest counts."""
    lock.memory(connection).pop("rulings", None)
    r = rulings.c
    key = (connection.execute(select(func.max(r.id))).scalar_one() or 0) + 1
    number = (connection.execute(select(func.max(r.number))).scalar_one() or 0) + 1
    rows = [
        {"id": key + at, "number": number, "about": about, "verdict": verdict, "one": one, "other": other}
        for at, (one, other) in enumerate(pairs)
    ]
    connection.execute(insert(rulings), rows)
    return number


def standing(connection: Connection, about: About) -> dict[tuple[str, str], Verdict]:
    """The verdict that counts on each pair of marks, the pair sorted."""
    memory = lock.memory(connection).setdefault("rulings", {})
    if about not in memory:
        rows = _STANDING.rows(connection, about=about)
        memory[about] = {(min(row.one, row.other), max(row.one, row.other)): row.verdict for row in rows}
    found: dict[tuple[str, str], Verdict] = memory[about]
    return found


def every(connection: Connection) -> list[Ruling]:
    """All rulings, the earliest first."""
    rows: dict[int, list[tuple[About, Verdict, str, str]]] = {}
    r = rulings.c
    for row in connection.execute(select(rulings).order_by(r.id)):
        rows.setdefault(row.number, []).append((row.about, row.verdict, row.one, row.other))
    return [
        Ruling(
            number,
            told[0][0],
            told[0][1],
            tuple(dict.fromkeys(one for _, _, one, _ in told)),
            tuple(dict.fromkeys(other for _, _, _, other in told)),
        )
        for number, told in sorted(rows.items())
    ]


def take_out(connection: Connection, number: int) -> Ruling:
    """Delete a ruling; what it was. NotInLedger where there is none of that number."""
    found = next((one for one in every(connection) if one.number == number), None)
    if found is None:
        raise NotInLedger(f"no ruling {number} in this ledger; depeche rulings list tells them")
    lock.memory(connection).pop("rulings", None)
    connection.execute(delete(rulings).where(rulings.c.number == number))
    return found
