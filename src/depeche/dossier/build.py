"""Building a dossier from a ledger."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from depeche.dossier.acts import acts, agreements, deeds
from depeche.dossier.changes import changes, since
from depeche.dossier.dossier import MOST, Dossier, Promise
from depeche.dossier.forums import forums
from depeche.dossier.intensity import intensity
from depeche.dossier.meetings import ROLES, coming, lapsed, last, meetings
from depeche.dossier.persons import Persons
from depeche.dossier.promises import promises
from depeche.dossier.speakers import Told, said, speakers, words_of
from depeche.dossier.stances import stances
from depeche.dossier.ties import ties
from depeche.dossier.together import together
from depeche.dossier.weight import weight
from depeche.errors import UsageError
from depeche.knowledge.sides import side
from depeche.ledger import Ledger
from depeche.ledger.facts import Fact, remembered
from depeche.ledger.naming import occurred
from depeche.ledger.period import Period
from depeche.ledger.relations import between
from depeche.ledger.schema import dispatches
from depeche.reading.published import check

_TOWARDS = [("holder", "target"), ("target", "holder")]
# How much the words of a commitment bind.
_BINDING = {"pledged": 3.0, "agreed": 3.0, "signed": 3.0, "planned": 2.0, "willing": 1.5, "conditional": 1.5}


class Shared(msgspec.Struct, frozen=True):
    """What is asked for once of two sides: the newest encounters and events, told until the end of a period."""

    encounters: list[Fact]
    events: list[Fact]


def dossier(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    changes_since: str | None = None,
) -> Dossier:
    """The dossier of two sides, by code or by name in any of our languages.

    `since` and `until` are days, months or years, both included; `changes` tells what is new since `changes_since`,
    or else since `since`. UsageError for a side that nobody knows.
    """
    pair = two(one, other)
    new = check(changes_since) or check(since)
    with ledger.reading() as connection, remembered(connection):
        return build(connection, pair, Period(check(since), check(until)), new)


def two(one: str, other: str, what: str = "dossier") -> tuple[str, str]:
    """The codes of two sides that are asked for; UsageError for one that nobody knows, or twice the same."""
    pair = side(one), side(other)
    if pair[0] == pair[1]:
        raise UsageError(f"a {what} takes two sides, not {pair[0]} twice")
    return pair


def shared(connection: Connection, pair: tuple[str, str], until: str | None) -> Shared:
    """What the parts of a dossier have in common."""
    whole = Period(None, until)
    encounters = between(connection, "encounters", *pair, whole, roles=ROLES, limit=MOST)
    return Shared(encounters, between(connection, "events", *pair, whole, limit=2 * MOST))


def build(
    connection: Connection,
    pair: tuple[str, str],
    period: Period,
    new: str | None,
    known: Shared | None = None,
) -> Dossier:
    """The dossier of two sides, by their codes, in a period; what turned or was kept is seen from what was before."""
    known = known or shared(connection, pair, period.until)
    whole = Period(None, period.until)
    day = period.last or _latest(connection)
    positions = between(connection, "positions", *pair, whole, roles=_TOWARDS, limit=MOST)
    spoken = {one: words_of(connection, one, period, limit=MOST) for one in pair}
    about = {
        one: between(connection, "statements", one, other, period, roles=[("speaker", "about")], limit=MOST)
        for one, other in (pair, pair[::-1])
    }
    persons = Persons(connection, _of(known.encounters, *spoken.values(), *about.values()))
    met = meetings(known.encounters, persons, pair)
    done = acts(known.events, day)
    promised = _once(promises(connection, *pair, whole, day), day)
    stood = stances(positions, day)
    told = ties(known.events, [*known.encounters, *positions, *(one.fact for one in promised)])
    planned = coming(met, day)
    fresh = new and changes(
        new,
        ties=told,
        met=met,
        coming=planned,
        acts=deeds(done),
        stances=stood,
        promises=promised,
    )
    count, acted = occurred(connection, *pair, period)
    years, months = intensity(acted)
    return Dossier(
        one=pair[0],
        other=pair[1],
        since=period.since,
        until=period.until,
        day=day,
        dispatches=count,
        changes=fresh or None,
        ties=since(told, period.first),
        last=last(since(met, period.first), day),
        coming=since(planned, period.first),
        lapsed=since(lapsed(met, day), period.first),
        acts=deeds(since(done, period.first)),
        promises=since(promised, period.first),
        stances=since(stood, period.first),
        agreements=agreements(since(done, period.first)),
        said={one: said(about[one], one, persons, day) for one in pair},
        speakers={one: speakers(connection, spoken[one], one, persons) for one in pair},
        forums=forums(*pair, day),
        years=years,
        months=months,
    )


def _of(*facts: Iterable[Fact | Told]) -> set[int]:
    """The dispatches of facts."""
    return {fact.dispatch for some in facts for fact in some}


def _once(found: Sequence[Promise], day: str | None) -> tuple[Promise, ...]:
    """Commitments, each once with all its reports, the weightiest first."""
    groups = together(
        found, lambda one: one.fact, lambda one: (one.holder, one.partner), words=lambda one: one.action
    )
    joined = [
        Promise(
            holder=first.holder,
            partner=first.partner,
            action=first.action,
            strength=first.strength,
            due=next(filter(None, (one.due for one in (first, *more))), None),
            day=min((one.day for one in (first, *more) if one.day), default=None),
            age=max((one.age for one in (first, *more) if one.age is not None), default=None),
            fact=first.fact,
            followed=tuple({act.fact.id: act for one in (first, *more) for act in one.followed}.values()),
            others=tuple(one.fact for one in more),
        )
        for first, *more in groups
    ]
    return tuple(sorted(joined, key=lambda one: (-_weight(one, day), one.fact.id)))


def _weight(promise: Promise, day: str | None) -> float:
    base = _BINDING.get(promise.strength, 1.0)
    return weight(base, day=promise.day, asof=day, reports=len(promise.facts))


def _latest(connection: Connection) -> str | None:
    """The day of the ledger's newest dispatch."""
    found: str | None = connection.execute(select(func.max(dispatches.c.first))).scalar_one()
    return found
