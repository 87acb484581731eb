"""Offices that are told by another's: "son homologue grec", "son prédécesseur"."""

from bisect import bisect_left
from collections.abc import Sequence

from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.roles import covers
from depeche.understanding.actors.tape import Tape

BACK = 4
LOOK = 60
# Roles whose bearers have no counterparts that a text would call so.
MINOR = frozenset({"official", "other", "media", "spokesperson"})
TAKEN_OVER = ("peer", "before", "after")


def inherit(tape: Tape, figures: Sequence[Figure], offices: Sequence[Office], *, last: bool) -> None:
    """Give each "counterpart", predecessor and successor the role of the one they stand beside.

    Before the `last` call one who stands beside a person whose role is not known yet goes without.
    """
    marks = [(bearing.name.first, figure) for figure in figures for bearing in figure.chain.bearings]
    marks.sort(key=lambda mark: mark[0])
    for figure in figures:
        relation = next((o for o in figure.chain.offices if o.relation in TAKEN_OVER), None)
        if relation is None or figure.roles:
            continue
        roles = _nearest(tape, relation, figure, marks, 0)
        if not roles and not last and _accompanied(tape, relation, figure, marks):
            continue
        roles = roles or _beside(tape, relation, offices, figures) or _ahead(tape, relation, figure, marks)
        roles = roles or _nearest(tape, relation, figure, marks, BACK)
        if roles:
            figure.take(roles)


def _accompanied(tape: Tape, relation: Office, figure: Figure, marks: list[tuple[int, Figure]]) -> bool:
    """Whether another person is named before it in the sentence."""
    sent, stop = tape.sent[relation.first], bisect_left(marks, relation.first, key=lambda mark: mark[0])
    return any(f is not figure and tape.sent[first] == sent for first, f in marks[max(0, stop - LOOK) : stop])


def _ahead(tape: Tape, relation: Office, figure: Figure, marks: list[tuple[int, Figure]]) -> tuple[str, ...]:
    """The role of the subject that comes after it: "Lors de sa rencontre avec son homologue X, le ministre Y a"."""
    sent, start = tape.sent[relation.first], bisect_left(marks, relation.last, key=lambda mark: mark[0])
    for first, other in marks[start : start + LOOK]:
        if tape.sent[first] != sent:
            break
        if other is not figure and other.roles and "nsubj" in (tape.rel[first], tape.rel[tape.head[first]]):
            return other.roles[:1]
    return ()


def _beside(
    tape: Tape, relation: Office, offices: Sequence[Office], figures: Sequence[Figure]
) -> tuple[str, ...]:
    """The role of an office named before it in the sentence, the subject's first."""
    sent = tape.sent[relation.first]
    stop = bisect_left(offices, relation.first, key=lambda office: office.first)
    near = [
        o
        for o in offices[max(0, stop - LOOK) : stop]
        if o.last < relation.first
        and tape.sent[o.last] == sent
        and not o.relation
        and o.role not in (None, "other")
    ]
    subjects = [o for o in near if any(tape.rel[i] == "nsubj" for i in range(o.head, o.last + 1))]
    best = subjects[-1] if subjects else near[-1] if near else None
    if best is None or not best.role:
        return ()
    holders = [f for f in figures if f.roles and f.row.of in best.codes and covers(best.role, f.roles)]
    return holders[0].roles[:1] if best.role == "minister" and len(holders) == 1 else (best.role,)


def _nearest(
    tape: Tape, relation: Office, figure: Figure, marks: list[tuple[int, Figure]], back: int
) -> tuple[str, ...]:
    """The role of the person named last before it, at most `back` sentences away."""
    sent = tape.sent[relation.first]
    stop = bisect_left(marks, relation.last + 13, key=lambda mark: mark[0])
    for first, other in reversed(marks[max(0, stop - LOOK) : stop]):
        if (
            first > relation.last + (12 if relation.relation != "peer" else 0)
            or other is figure
            or not other.roles
            or (back and other.roles[0] in MINOR)
        ):
            continue
        if tape.sent[first] < sent - back:
            return ()
        return other.roles[:1]
    return ()
