"""Acts between two sides: what was done, and agreements."""

from collections.abc import Iterable, Iterator

from depeche.dossier.dossier import Act
from depeche.dossier.weight import weight
from depeche.ledger.days import days
from depeche.ledger.facts import Fact
from depeche.ontology import goldstein

_SIGNED = "057"  # CAMEO: sign a formal agreement
_DONE = "occurred"
# CAMEO roots of deeds: material cooperation and conflict. Words are told as positions, statements and promises,
# consultations as encounters.
_DEEDS = ("06", "07", "08", "13", "14", "15", "16", "17", "18", "19", "20")
_WARNED = "130"  # to threaten without saying with what
_COOPERATED = "06"
_OPEN = ".."  # EDTF: a start or an end that is not known
_NOUN = ":n "  # in the entry of the lexicon that evoked an act
_SMALL = 2.0  # the size of a Goldstein value below which an act is not told of


def acts(events: Iterable[Fact], day: str | None) -> tuple[Act, ...]:
    """What was done, each occurrence once with all its reports, the weightiest first."""
    found = (_act(group, day) for group in once(events))
    return tuple(sorted(found, key=lambda act: (-act.weight, act.facts[0].id)))


def deeds(found: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that are more than words, visits and signatures."""
    return tuple(act for act in found if _is_deed(act))


def _is_deed(act: Act) -> bool:
    row = act.facts[0].row
    if not act.cameo.startswith(_DEEDS) or act.cameo == _WARNED or abs(act.goldstein) <= _SMALL:
        return False
    # Cooperation that a noun names ("trade reached …") is a state of things and no deed.
    named = act.cameo.startswith(_COOPERATED) and _NOUN in (row["entry"] or "")
    return not named and row["modality"] in (None, "threaten")


def agreements(found: Iterable[Act]) -> tuple[Act, ...]:
    """The agreements that were signed, the newest first."""
    signed = (act for act in found if act.cameo.startswith(_SIGNED))
    return tuple(sorted(signed, key=lambda act: act.day or "", reverse=True))


def once(events: Iterable[Fact]) -> Iterator[tuple[Fact, ...]]:
    """What was done, each occurrence once with all its reports, the newest first."""
    groups: dict[tuple[str, int], list[Fact]] = {}
    for fact in events:
        if fact.row["status"] == _DONE:
            key = ("fact", fact.id) if fact.occurrence is None else ("occurrence", fact.occurrence)
            groups.setdefault(key, []).append(fact)
    return (tuple(group) for group in groups.values())


def _act(group: tuple[Fact, ...], day: str | None) -> Act:
    """An act by its newest report, on the earliest day that a report tells; what has no end tells no day."""
    fact = group[0]
    value = goldstein().get(fact.row["cameo"], 0.0)
    dates = {one.row["date"]: one.day for one in group if one.row["date"] and _OPEN not in one.row["date"]}
    told = dates.values() or [days(one.published)[0] for one in group]
    first = min(filter(None, told), default=None)
    return Act(
        source=fact.row["source"],
        target=fact.row["target"],
        symmetric=fact.row["symmetric"],
        cameo=fact.row["cameo"],
        plover=fact.row["plover_event"],
        day=first,
        date=next((date for date, day in dates.items() if day == first), None),
        goldstein=value,
        weight=weight(abs(value), day=first, asof=day, reports=len(group)),
        facts=group,
    )
