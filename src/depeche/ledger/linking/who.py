"""Keeping the persons of a ledger in step with its dispatches: only whom a dispatch touches is looked at again."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select, update

from depeche.ledger import rulings
from depeche.ledger.linking.attested import Attested, in_one_dispatch, mark
from depeche.ledger.linking.putting import index, relink, renew
from depeche.ledger.prepared import Prepared, among, number
from depeche.ledger.schema import attestations, of_dispatch, people
from depeche.ledger.written import Written

_NAMED = Prepared(
    select(people.c.id, people.c.name, people.c.of, people.c.role, people.c.former)
    .where(of_dispatch(people.c.id, number("dispatch")))
    .order_by(people.c.id)
)
_KNOWN = Prepared(select(attestations).where(among(attestations.c.mark, "marks")))
_LAST = Prepared(select(func.max(attestations.c.id)))
_NEW = Prepared(
    insert(attestations), "id", "mark", "name", "of", "role", "former", "first", "last", "mentions"
)
_GROWN = Prepared(
    update(attestations)
    .where(attestations.c.id == bindparam("its_id"))
    .values({name: bindparam(name) for name in ("first", "last", "mentions")})
)
_ATTESTS = Prepared(
    update(people).where(people.c.id == bindparam("its_id")).values(attestation=bindparam("found"))
)
_ATTESTED = Prepared(
    select(people.c.attestation)
    .where(of_dispatch(people.c.id, number("dispatch")), people.c.attestation.is_not(None))
    .order_by(people.c.attestation)
)
_FEWER = Prepared(
    update(attestations)
    .where(attestations.c.id == bindparam("its_id"))
    .values(mentions=attestations.c.mentions - 1)
)
_OF = Prepared(
    select(attestations.c.id, attestations.c.person, attestations.c.mentions).where(
        among(attestations.c.id, "ids")
    )
)


class _Told(msgspec.Struct):
    """An attestation as a dispatch tells it: what was known of it, and what is now."""

    id: int
    known: Any
    row: Any
    first: str | None
    last: str | None
    mentions: int

    @property
    def may_move(self) -> bool:
        """Whether it is new, or told of days that may make it another person's."""
        if self.known is None:
            return True
        return not self.known.steady and (self.first, self.last) != (self.known.first, self.known.last)


def link(
    connection: Connection,
    dispatch: int,
    day: str | None,
    *,
    new: Written | None = None,
    before: Collection[int] = (),
    digest: str | None = None,
) -> None:
    """Join the persons of a new dispatch, or of one that was read anew, to those of all others.

    `new` is one that was just written. Of one that was read anew, `before` is what `unlink` gave, and `digest` finds
    what was ruled on this dispatch alone.
    """
    rows = new.told("people") if new else _NAMED.rows(connection, dispatch=dispatch)
    signs = _signs(connection, rows, digest)
    told = _told(connection, signs, day)
    _write(connection, told)
    _ATTESTS.run(connection, ({"its_id": row.id, "found": told[sign].id} for sign, row in signs))
    change = Counter(told[sign].id for sign, _ in signs)
    change.subtract(Counter(before))
    fewer = _OF.rows(connection, ids=list(before)) if before else ()
    whose = {row.id: row.person for row in (*fewer, *(one.known for one in told.values() if one.known))}
    touched = {one.id for one in told.values() if one.may_move} | {
        row.id for row in fewer if not row.mentions
    }
    seen = relink(connection, touched) if touched else set()
    renew(connection, {person for key, person in whose.items() if key not in seen and change[key]})


def unlink(connection: Connection, dispatch: int) -> list[int]:
    """Take back what a dispatch attests, before it is read anew; the attestations, one for each row."""
    found = [row.attestation for row in _ATTESTED.rows(connection, dispatch=dispatch)]
    _FEWER.run(connection, ({"its_id": key} for key in found))
    return found


def _signs(connection: Connection, rows: Iterable[Any], digest: str | None) -> list[tuple[str, Any]]:
    """The rows of the persons of a dispatch, each with the mark of what it attests."""
    alone = _ruled_alone(connection, digest) if digest else frozenset()
    found = []
    for row in rows:
        sign = mark(row.name, row.of, row.role, former=row.former)
        if digest and in_one_dispatch(sign, digest) in alone:
            sign = in_one_dispatch(sign, digest)
        found.append((sign, row))
    return found


def _ruled_alone(connection: Connection, digest: str) -> frozenset[str]:
    """The marks of what a dispatch attests by itself, as was ruled."""
    pairs = rulings.standing(connection, "persons")
    return frozenset(sign for pair in pairs for sign in pair if sign.endswith(digest))


def _told(connection: Connection, signs: list[tuple[str, Any]], day: str | None) -> dict[str, _Told]:
    """What a dispatch attests, by its marks, each with its number: that of now, or the next."""
    known = {row.mark: row for row in _KNOWN.rows(connection, marks=[sign for sign, _ in signs])}
    following = (_LAST.rows(connection)[0][0] or 0) + 1 if len(known) < len(signs) else 0
    told: dict[str, _Told] = {}
    for sign, row in signs:
        one = told.get(sign)
        if one is not None:
            one.mentions += 1
        elif sign in known:
            was = known[sign]
            days = _least(was.first, day), _most(was.last, day)
            told[sign] = _Told(was.id, was, row, *days, was.mentions + 1)
        else:
            told[sign] = _Told(following, None, row, day, day, 1)
            following += 1
    return told


def _write(connection: Connection, told: dict[str, _Told]) -> None:
    grown = [one for one in told.values() if one.known is not None]
    _GROWN.run(
        connection,
        ({"its_id": one.id, "first": one.first, "last": one.last, "mentions": one.mentions} for one in grown),
    )
    new = [_attested(sign, one) for sign, one in told.items() if one.known is None]
    names = ("id", "name", "of", "role", "former", "first", "last", "mentions")
    _NEW.run(connection, ({name: getattr(one, name) for name in names} | {"mark": one.mark} for one in new))
    index(connection, new)


def _attested(sign: str, one: _Told) -> Attested:
    row = one.row
    return Attested(
        id=one.id,
        name=row.name,
        of=row.of,
        role=row.role,
        former=row.former,
        first=one.first,
        last=one.last,
        mentions=one.mentions,
        sign=sign,
    )


def _least(one: str | None, other: str | None) -> str | None:
    return min(filter(None, (one, other)), default=None)


def _most(one: str | None, other: str | None) -> str | None:
    return max(filter(None, (one, other)), default=None)
