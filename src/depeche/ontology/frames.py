"""The grammar of acts: a frame in a modality has a CAMEO code, and a CAMEO code has a PLOVER coding.

`frames.csv` gives for each frame its code when done, and as intended (03), appealed for (02), demanded (10),
refused (12) and threatened (13), after the CAMEO codebook 1.1b3; `plover.csv` gives event, mode and context
after the PLOVER manual of 2024; `cameo.csv` the Goldstein values.
"""

import csv
from functools import lru_cache
from pathlib import Path

import msgspec

from depeche.record import Plover

HERE = Path(__file__).parent

# What each modality of an operator makes of the frame in its content: a column of frames.csv.
COLUMN = {
    "intend": "intend",
    "promise": "intend",
    "offer": "intend",
    "accept": "accept",
    "appeal": "appeal",
    "demand": "demand",
    "refuse": "reject",
    "threaten": "threaten",
}
# The code where nothing is known of the content.
GENERAL = {
    "intend": "030",
    "accept": "030",
    "appeal": "020",
    "demand": "100",
    "reject": "120",
    "threaten": "130",
}


class Frame(msgspec.Struct, frozen=True):
    """An act with its CAMEO codes by modality.

    Traits: `symmetric` (both sides act alike), `territorial` (a place stands for its state as target), `domestic`
    (a side that is not told is the other one), `internal` (the target may be the source itself), `concrete`
    (asked for, it is a `called-for` row), `meeting`, `verbal`, `speech` (no event row), and stances.
    """

    name: str
    codes: dict[str, str]
    traits: frozenset[str]


@lru_cache
def frames() -> dict[str, Frame]:
    """All frames by name."""
    with (HERE / "frames.csv").open(encoding="utf-8", newline="") as file:
        return {row["frame"]: _frame(row) for row in csv.DictReader(file)}


def _frame(row: dict[str, str]) -> Frame:
    codes = {key: value for key, value in row.items() if key not in ("frame", "traits")}
    return Frame(row["frame"], codes, frozenset(row["traits"].split()))


def cameo(frame: Frame | None, modality: str | None) -> str:
    """The CAMEO code of a frame under an operator's modality (None: simply done)."""
    if modality is None:
        if frame is None:
            raise ValueError("an act without a frame needs a modality")
        return frame.codes["done"]
    column = COLUMN[modality]
    return frame.codes[column] if frame else GENERAL[column]


@lru_cache
def _plover() -> dict[str, Plover]:
    with (HERE / "plover.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["cameo"]: Plover(row["event"] or None, row["mode"] or None, row["context"] or None)
            for row in csv.DictReader(file)
        }


def plover(code: str) -> Plover:
    """The PLOVER coding of a CAMEO code; of its parent where the table stops at three digits."""
    table = _plover()
    for length in range(len(code), 1, -1):
        if code[:length] in table:
            return table[code[:length]]
    return Plover(None, None, None)


@lru_cache
def goldstein() -> dict[str, float]:
    """The Goldstein value of each CAMEO code, from −10 (conflict) to +10 (cooperation)."""
    with (HERE / "cameo.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: float(row["goldstein"]) for row in csv.DictReader(file) if row["goldstein"]}
