"""From acts to event rows."""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from depeche.knowledge import world
from depeche.ontology import cameo, plover
from depeche.record import Event
from depeche.syntax.trees import ancestors
from depeche.understanding.acts.act import Act, points_back
from depeche.understanding.acts.exchanges import known
from depeche.understanding.acts.factuality import Status
from depeche.understanding.acts.operators import warns_of
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.unnamed import SAYING

# An appeal, a promise or a threat that was not made, or not yet, is no event.
UNSAID = ("denied", "planned")
# Acts that are words; and those of their codes that tell no more than the family.
VERBAL = ("02", "03", "05", "10", "11", "12", "13")
GENERAL = frozenset({"020", "030", "050", "100", "120", "130"})
# Words whose object alone tells an event, whatever it is.
PLAIN = ("refuse", "demand", "accept", "promise", "threaten", "offer")
# Operators of what a side means to do, the codes for saying so, and strengths that leave it open.
MEANT = ("intend", "promise", "offer", "accept")
MEANT_CODES = ("01", "02", "03", "10", "12", "13")
LOOSE = ("considering", "hopes")
STEPS = 3  # from a meeting up to the agreement on it
DISAPPROVAL = {"110", "111"}
# An act of violence may be told without anybody who did it.
SOURCELESS = ("17", "18", "19", "20")
# A dispatch that tells so many acts between two sides is about dealings between sides.
BETWEEN = 3


def events(acts: Iterable[Act]) -> tuple[Event, ...]:
    """The event rows of acts, in the order of the text; the same verbal act told twice is one row."""
    rows: list[Event] = []
    where: dict[tuple[object, ...], list[int]] = {}
    acts = tuple(acts)
    agreed = _of_meetings(acts)
    between = sum(map(known, acts)) >= BETWEEN
    for act in _flat(acts):
        row = None if act.trigger.token.i in agreed else _row(act)
        if row is None or (between and row.status == "occurred" and _one_sided(row) and not _rightly(act)):
            continue
        alike = where.setdefault(_key(row), [])
        at = next((i for i in alike if _retells(rows[i], row)), None)
        if at is None:
            alike.append(len(rows))
            rows.append(row)
        else:
            rows[at] = _joined(rows[at], row)
    return tuple(rows)


def _of_meetings(acts: Iterable[Act]) -> frozenset[int]:
    """The agreements on nothing but a meeting ("sont convenus de se revoir"), by token: the meeting tells them."""
    agreements = {act.trigger.token.i for act in acts if act.frame is not None and act.frame.name == "agree"}
    found: set[int] = set()
    for act in acts:
        if act.has("meeting") and act.modality is None:
            above = islice(ancestors(act.trigger.token), STEPS)
            found.update(word.i for word in above if word.i in agreements)
    return frozenset(found)


def _flat(acts: Iterable[Act]) -> Iterator[Act]:
    for act in acts:
        yield act
        if act.modality in ("appeal", "demand") and act.status == "occurred":
            for inner in act.content:
                if inner.has("concrete") and inner.modality is None:
                    yield _called_for(inner)


def _called_for(act: Act) -> Act:
    return msgspec.structs.replace(act, status="called-for", via=None)


def _row(act: Act) -> Event | None:
    if act.has("speech") or (act.modality is not None and act.status in UNSAID) or _vague(act):
        return None
    source, target = act.source, act.target
    if target is not None and target.guessed:
        target = None
    if act.has("domestic"):
        source, target = source or target, target or source
    elif act.has("internal"):
        target = target or source
    if target is None and act.has("meeting") and act.modality is None and not act.unnamed_other:
        return None
    if source is None and not (_by_somebody(act) if target is None else _violent(act) or act.unnamed):
        return None
    if target is None and _alone(act):
        target = _own_state(source)
        act = msgspec.structs.replace(act, symmetric=False)
    if (
        target is None
        and act.symmetric
        and source is not None
        and len(source.codes) == 1
        and not act.has("verbal")
        and not act.unnamed_other
    ):
        return None
    if target is None and warns_of(act.trigger):
        return None
    code, status, modality = act.code, act.status, act.modality
    if act.promised:  # what is said to be done later is promised now
        act = msgspec.structs.replace(act, date=None)
        code, status, modality = cameo(act.frame, "promise"), "occurred", "promise"
    elif act.frame is not None and modality in MEANT and not code.startswith(MEANT_CODES):
        code, status = act.frame.codes["done"], _meant(act)
    return Event(
        evidence=(act.span,),
        source=source.code if source else None,
        target=target.code if target else None,
        symmetric=act.symmetric,
        cameo=code,
        plover=plover(code),
        status=status,
        source_span=act.source_words,
        target_span=act.target_words,
        date=act.date,
        place=act.place,
        via=None if act.performed else act.via,
        frame=act.frame.name if act.frame else None,
        modality=modality,
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )


def _meant(act: Act) -> Status:
    """How real a harm is that a side means to do, for which the codes have no words: it is no act of words."""
    if act.status != "occurred":
        return act.status
    return "hypothetical" if act.trigger.entry.strength in LOOSE else "planned"


def _alone(act: Act) -> bool:
    """Whether one side does alone what mostly two do together ("declared a unilateral ceasefire")."""
    return act.has("unilateral") and act.trigger.entry.kind == "v" and _one(act.source)


def _one(party: Party | None) -> bool:
    return party is not None and len(party.codes) == 1


def _own_state(party: Party | None) -> Party | None:
    """The state with which an armed group deals at home."""
    body = world().organisation(party.codes[0]) if party is not None else None
    return Party(body.of[:1], (), None) if body is not None and body.kind == "group" and body.of else None


def _violent(act: Act) -> bool:
    return act.code.startswith(SOURCELESS)


def _by_somebody(act: Act) -> bool:
    """Whether words tell who does a deed to whom, though no code is known for either ("police arrested two men")."""
    return act.unnamed and act.target_words is not None and not act.has("meeting")


def _one_sided(row: Event) -> bool:
    """Whether a side acts on itself or on nobody.

    Among dealings between sides that is hardly ever told: the other side was not found.
    """
    return row.source is not None and not row.symmetric and row.target in (None, row.source)


def _rightly(act: Act) -> bool:
    """Whether words tell of no other side on purpose: an unnamed one, an unknown doer, or all who are called upon."""
    jointly = act.source is not None and len(act.source.codes) > 1 and act.modality in SAYING
    return jointly or (act.nobody and act.has("verbal"))


def _vague(act: Act) -> bool:
    """An appeal, hope or refusal of nobody knows what, aimed at nobody whom its own words name.

    A demand or a threat is an event whatever it is about, as long as the text tells at whom it is aimed; what is
    refused, asked or pledged by a verb may be a thing of nobody's ("rejected the referendum").
    """
    if act.modality is None or act.frame is not None:
        return False
    if act.unnamed_other and act.source is not None and act.modality == "appeal":
        return False  # "a appelé certains États à …": it was somebody who was called upon
    if act.modality == "refuse" and act.target is not None and points_back(act):
        return False
    if act.target is None and act.source is not None and act.modality in PLAIN:
        return act.target_words is None or act.trigger.entry.kind != "v"
    return act.target is None or (act.target.span is None and act.modality not in ("demand", "threaten"))


def _key(row: Event) -> tuple[object, ...]:
    """What two tellings of one act have in common: the sides, the family of the act and how real it is."""
    sides: tuple[object, ...] = (row.source, row.target)
    if row.symmetric:
        sides = tuple(sorted(str(side) for side in sides))
    return (sides, row.cameo[:2], row.status)


def _retells(first: Event, second: Event) -> bool:
    """Whether a row tells again what one of the same key has told.

    What is said is said once with several words, one of them mostly general ("support", then "solidarity"); what is
    done is done again unless it is the same on the same day.
    """
    if first.cameo[:2] not in VERBAL:
        return first.cameo == second.cameo and (first.status != "occurred" or first.date == second.date)
    if first.cameo == second.cameo or {first.cameo, second.cameo} == DISAPPROVAL:
        return True
    general = bool({first.cameo, second.cameo} & GENERAL) and first.via == second.via
    return general and first.symmetric == second.symmetric and _same_day(first.date, second.date)


def _same_day(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first.startswith(second) or second.startswith(first)


def _joined(first: Event, second: Event) -> Event:
    """One row of two tellings, with the code that tells more."""
    evidence = first.evidence + tuple(span for span in second.evidence if span not in first.evidence)
    told = second if first.cameo in GENERAL else first
    return msgspec.structs.replace(
        first,
        evidence=evidence,
        cameo=told.cameo,
        plover=told.plover,
        date=first.date or second.date,
        place=first.place or second.place,
    )
