"""What came of a batch in numbers: how many items each stage was given, and how many it let pass."""

from collections.abc import Iterator
from typing import Any

from depeche.ledger.schema import FACTS

# The stages in their order, each with the counts of what it keeps back.
STAGES = {
    "archive": ("requests and notes", "other answers"),
    "finding": ("refused finding",),
    "language": ("dropped language",),
    "gate": ("dropped irrelevant",),
    "copies": ("dropped copy",),
    "extraction": ("refused extraction",),
    "passages": ("dropped passages",),
    "reading": ("refused reading",),
}
_ALWAYS = frozenset({"finding", "extraction", "reading"})
_GATE = frozenset({"language", "gate", "passages"})


def report(out: str, tally: dict[str, int], *, gate: bool, once: bool) -> dict[str, Any]:
    """The counts of a batch: by stage, what was dropped and rejected and why, what was read, the rows of each table."""
    return {
        "out": out,
        "items": tally.get("items", 0),
        "stages": list(_stages(tally, gate=gate, once=once)),
        "dropped": _of(tally, "dropped"),
        "rejected": _of(tally, "rejected"),
        "read": tally.get("read", 0),
        "in part": tally.get("in part", 0),
        "languages": _of(tally, "language"),
        "facts": {kind: tally.get(kind, 0) for kind in FACTS},
    }


def _stages(tally: dict[str, int], *, gate: bool, once: bool) -> Iterator[dict[str, Any]]:
    """Each stage with what it was given, what it kept back and what it let pass.

    An archive is given its records, `finding` the pages of archives and the items of all other files.
    """
    if records := tally.get("records", 0):
        back = {key: tally.get(key, 0) for key in STAGES["archive"]}
        yield {"stage": "archive", "in": records, **back, "out": records - sum(back.values())}
    given = tally.get("items", 0)
    asked = _ALWAYS | (_GATE if gate else set()) | ({"copies"} if once else set())
    for name, keys in STAGES.items():
        if name in asked:
            left = given - sum(tally.get(key, 0) for key in keys)
            yield {"stage": name, "in": given, "out": left}
            given = left


def _of(tally: dict[str, int], what: str) -> dict[str, int]:
    return {key.partition(" ")[2]: count for key, count in tally.items() if key.startswith(f"{what} ")}
