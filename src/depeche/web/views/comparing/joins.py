"""When two rows of one table, in two dispatches, tell the same: a rule a table, each with how sure it is."""

from collections.abc import Callable

from depeche.ledger.linking import names
from depeche.record import Commitment, Encounter, Event, Person, Position, Row, Statement
from depeche.web.views.comparing.signs import Signed, alike

# How sure it is that two rows tell the same, 0 where they do not.
Join = Callable[[Signed, Row, Signed, Row], float]


def encounters(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """One kind of encounter of the same sides on the same day."""
    assert isinstance(this, Encounter)
    assert isinstance(that, Encounter)
    if not this.states or set(this.states) != set(that.states) or this.kind != that.kind:
        return 0.0
    return 0.5 + alike(one, this, other, that) if _agree(this.date, that.date) else 0.0


def events(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """One kind of act between the same sides, as sure, on the same day."""
    assert isinstance(this, Event)
    assert isinstance(that, Event)
    sides = (this.source, this.target)
    if None in sides or this.cameo != that.cameo or this.status != that.status:
        return 0.0
    if sides != (that.source, that.target) and not (this.symmetric and sides == (that.target, that.source)):
        return 0.0
    return 0.5 + alike(one, this, other, that) if _agree(this.date, that.date) else 0.0


def people(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """The same person in any spelling, for sides that agree where both are told."""
    assert isinstance(this, Person)
    assert isinstance(that, Person)
    if this.of and that.of and this.of != that.of:
        return 0.0
    if names.same(this.name, that.name):
        return 2.0
    return 1.0 if names.one(this.name, that.name) or names.one(this.name, that.name, mandarin=True) else 0.0


def statements(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """The same words of the same speaker, or words in which the same act was read."""
    assert isinstance(this, Statement)
    assert isinstance(that, Statement)
    if not _speaker(this, that):
        return 0.0
    return alike(one, this, other, that) + 0.5 * bool(one.tied(this) & other.tied(that))


def positions(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """The stance of one side to one thing, or to one other side in the same words."""
    assert isinstance(this, Position)
    assert isinstance(that, Position)
    if this.holder != that.holder or _side(this.target) != _side(that.target):
        return 0.0
    like = alike(one, this, other, that)
    if this.stance == that.stance and _side(this.target):
        return 0.5 + like
    return like


def commitments(one: Signed, this: Row, other: Signed, that: Row) -> float:
    """What one side says it will do, in like words, or of one kind and by one day."""
    assert isinstance(this, Commitment)
    assert isinstance(that, Commitment)
    if this.holder != that.holder or (this.partner and that.partner and this.partner != that.partner):
        return 0.0
    like = alike(one, this, other, that)
    kind = bool(this.entry and that.entry) and _frame(this.entry) == _frame(that.entry)
    due = bool(this.due) and this.due == that.due
    return like + 0.5 * kind * (due or this.strength == that.strength)


def _speaker(this: Statement, that: Statement) -> bool:
    if this.speaker_of and that.speaker_of and this.speaker_of != that.speaker_of:
        return False
    if not this.speaker or not that.speaker:
        return bool(this.speaker_of and that.speaker_of)
    sides = {this.speaker_of, that.speaker_of}
    if this.speaker in sides or that.speaker in sides:  # the side itself speaks, or somebody for it
        return True
    return names.same(this.speaker, that.speaker) or names.one(this.speaker, that.speaker)


def _agree(this: str | None, that: str | None) -> bool:
    """Whether two dates may be one: one of them is not told, or they are the same."""
    return this is None or that is None or this == that


def _side(target: str | None) -> str:
    """The code that a target begins with ("DEU: the river port")."""
    code, colon, _ = (target or "").partition(": ")
    return code if colon or code.isupper() else ""


def _frame(entry: str | None) -> str:
    """The frame that an entry evokes, which stands before its words."""
    return (entry or "").partition(":")[0]


JOINS: dict[str, Join] = {
    "encounters": encounters,
    "events": events,
    "statements": statements,
    "positions": positions,
    "commitments": commitments,
    "people": people,
}
