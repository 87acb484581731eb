"""Floors: figures that must not fall, each with the data that it was measured on.

``floors.toml`` holds one ``[[floor]]`` for each figure: ``figure`` (its name), ``floor`` (its least value),
``data`` (fingerprint of the data), ``date`` (when it was set) and, where it was lowered, ``reason``.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

FILE = Path(__file__).parent / "floors.toml"
_HEAD = (
    "# Figures that must not fall. `make floors` lifts them;",
    "# a line that is lowered by hand says why in `reason`.",
    "",
)
_MARGIN = 0.02  # a floor is set this far under the figure: another processor may parse a sentence otherwise


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least that a figure may be; all figures are better the higher they are."""

    figure: str
    floor: float
    data: str
    date: str
    reason: str | None = None


def floors(file: Path | None = None) -> dict[str, Floor]:
    """The floors by the name of their figure, ours or those of another file."""
    rows = tomllib.loads((file or FILE).read_text(encoding="utf-8")).get("floor", [])
    return {row["figure"]: msgspec.convert(row, Floor) for row in rows}


class Verdict(msgspec.Struct, frozen=True):
    """A figure beside its floor, if it has one, and what is wrong with it, if anything is."""

    figure: str
    value: float
    floor: float | None
    fault: str | None

    @property
    def holds(self) -> bool | None:
        """Whether the floor holds; None where there is none."""
        return None if self.floor is None else self.fault is None


def judge(figures: dict[str, float], hashes: dict[str, str], kept: dict[str, Floor]) -> Iterator[Verdict]:
    """The verdict on each figure.

    `hashes` are fingerprints by the first two parts of a figure's name (``fr.cases``). Floors of figures that
    were not measured are passed over.
    """
    for name, value in figures.items():
        floor = kept.get(name)
        fault = _fault(name, value, floor, hashes[_set(name)]) if floor else None
        yield Verdict(name, value, floor.floor if floor else None, fault)


def _fault(name: str, value: float, floor: Floor, data: str) -> str | None:
    if value < floor.floor:
        return f"{name} is {value:.3f}, under its floor of {floor.floor:.3f}"
    if data != floor.data:
        return f"the floor of {name} was set on data {floor.data}, but that is {data} now: set it again"
    return None


def _set(name: str) -> str:
    """The set that a figure is measured on: the first two parts of its name."""
    return ".".join(name.split(".")[:2])


def raised(figures: dict[str, float], hashes: dict[str, str], day: str, file: Path = FILE) -> str:
    """The text of the file with floors raised to the figures, and new ones added; none is lowered."""
    old = floors(file) if file.exists() else {}
    out = list(_HEAD)
    for name in sorted({*old, *figures}):
        data = hashes.get(_set(name), "")
        before = old.get(name)
        if name not in figures and before:
            out.extend(_lines(before))
            continue
        value = round(max(0.0, figures[name] - _MARGIN), 3)
        if before and before.data == data and before.floor >= value:
            out.extend(_lines(before))
        else:
            out.extend(_lines(Floor(name, value, data, day)))
    return "\n".join(out)


def _lines(floor: Floor) -> list[str]:
    reason = [f'reason = "{floor.reason}"'] if floor.reason else []
    return ["[[floor]]", f'figure = "{floor.figure}"', f"floor = {floor.floor:.3f}", f'data = "{floor.data}"',
            f'date = "{floor.date}"', *reason, ""]  # fmt: skip
