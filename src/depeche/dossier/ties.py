"""How two sides stand to each other: partnerships by name, relations and missions, out of acts and their words."""

from collections.abc import Iterable, Iterator
from typing import Literal

from depeche.dossier.dossier import Tie
from depeche.dossier.wording import Step, partnership, steps
from depeche.ledger.facts import Fact

_STATES: tuple[Literal["named", "announced", "done"], ...] = ("named", "announced", "done")
_AGREED = ("agreed", "signed")  # commitments that make a partnership more than a word


def ties(events: Iterable[Fact], others: Iterable[Fact]) -> tuple[Tie, ...]:
    """Partnerships, and the steps between two sides, the newest first; each rank of a partnership by its last mention.

    `events` are read for steps, all facts for partnerships that they name.
    """
    events = list(events)
    taken = sorted(_steps(events), key=lambda tie: tie.day or "", reverse=True)
    return (*_partnerships([*events, *others]), *taken)


def _steps(events: Iterable[Fact]) -> Iterator[Tie]:
    groups: dict[tuple[str, str | None, str, str], list[Fact]] = {}
    for fact in events:
        kind = next((step.kind for step in steps(fact.language) if _is(fact, step)), None)
        state = _state(fact)
        if kind and state:
            sides = (
                [fact.row["source"], fact.row["target"]] if fact.row["symmetric"] else [fact.row["source"]]
            )
            by = "; ".join(filter(None, sides)) or None
            groups.setdefault((kind, by, state, (fact.day or "")[:7]), []).append(fact)
    for (kind, by, state, _), group in groups.items():
        day = min((fact.day for fact in group if fact.day), default=None)
        yield Tie(kind, by, "done" if state == "done" else "announced", day, None, tuple(group))


def _is(fact: Fact, step: Step) -> bool:
    return fact.row["frame"] in step.frames and step.tells(fact.words)


def _state(fact: Fact) -> str | None:
    """Whether it was done or only announced; None for what was denied, supposed or called for."""
    modality, status = fact.row["modality"], fact.row["status"]
    if status == "occurred":
        return (
            "done"
            if modality is None
            else "announced"
            if modality in ("promise", "accept", "intend")
            else None
        )
    return "announced" if status == "planned" else None


def _partnerships(facts: Iterable[Fact]) -> Iterator[Tie]:
    groups: dict[tuple[str, int], list[tuple[Fact, str]]] = {}
    for fact in facts:
        span = partnership(fact.words, fact.language)
        if span:
            groups.setdefault((fact.day or "", fact.dispatch), []).append((fact, fact.words[slice(*span)]))
    known: set[str] = set()
    for _, named in sorted(groups.items(), reverse=True):
        best = max(named, key=lambda one: _rank(one[0]))
        words = " ".join(best[1].split())
        if words.casefold() not in known:
            known.add(words.casefold())
            yield Tie("partnership", None, _STATES[_rank(best[0])], best[0].day, words, (best[0],))


def _rank(fact: Fact) -> int:
    """0 for a partnership that is spoken of, 1 that is announced or agreed, 2 that is made."""
    row = fact.row
    if fact.kind == "commitments":
        return 1 if row["strength"] in _AGREED else 0
    if fact.kind == "events" and row["cameo"].startswith(("057", "05", "06")) and row["frame"] is not None:
        state = _state(fact)
        return 0 if state is None else 2 if state == "done" else 1
    return 0
