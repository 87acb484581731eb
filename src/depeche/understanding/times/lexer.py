"""From text to items: pieces of text with the classes that the grammar's patterns speak of.

Besides the lexicon's classes an item may have: ``n`` (a whole number), ``dd`` (1 to 31), ``fig`` (the same
in figures), ``yyyy`` (a year in four figures), ``yy`` (two figures), ``late`` (two figures that are no day
of a month), ``nth`` (an ordinal), ``dmy``, ``dm`` (dates in figures, as tuples), and for a sign the sign
itself (``,`` ``-`` ``(``).
"""

import re
from functools import lru_cache, partial
from typing import Any

import msgspec

from depeche.kept import Kept
from depeche.understanding.times.lexicon import Lexicon

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
DASHES = {"–": "-", "—": "-"}


class Item(msgspec.Struct):
    """A piece, phrase or chunk at ``start:end`` of the text, and its classes with their values."""

    start: int
    end: int
    classes: dict[str, Any]


class Known(msgspec.Struct, frozen=True):
    """What can be told of a piece by itself: its folded form, its classes, whether a phrase may begin here, or either."""

    form: str
    classes: dict[str, Any]
    opens: bool
    tells: bool


def items(lexicon: Lexicon, text: str, start: int, end: int) -> list[Item]:
    """The items of ``text[start:end]``, number words joined into numbers; offsets are those of `text`.

    Pieces without classes are no items; one without classes parts those that they stand between.
    """
    found = list(lexicon.pieces.finditer(text, start, end))
    known = list(map(_known(lexicon).__getitem__, [match[0] for match in found]))
    out: list[Item] = []
    taken, numbers = 0, False
    for at in [at for at, piece in enumerate(known) if piece.tells]:
        if at < taken:
            continue
        piece = known[at]
        length, classes = _phrase(lexicon, known, at) if piece.opens else (1, piece.classes)
        if not classes:
            continue
        if at > taken:
            out.append(Item(found[at - 1].start(), found[at - 1].end(), {}))
        out.append(Item(found[at].start(), found[at + length - 1].end(), classes))
        taken, numbers = at + length, numbers or "number" in classes
    return _join_numbers(out) if numbers else out


@lru_cache
def _known(lexicon: Lexicon) -> Kept[str, Known]:
    return Kept(partial(_told, lexicon))


def _told(lexicon: Lexicon, piece: str) -> Known:
    form = lexicon.fold[piece]
    classes = lexicon.single.get(form) or {}
    if lexicon.capital and not piece[0].isupper():
        classes = {name: value for name, value in classes.items() if name not in lexicon.capital}
    if not form[:1].isalpha():
        classes = classes | _figures(lexicon, form)
    elif not classes and piece[0].isupper():
        classes = _roman(lexicon, form, piece)
    opens = form in lexicon.openers
    return Known(form, classes, opens, opens or bool(classes))


def _phrase(lexicon: Lexicon, known: list[Known], at: int) -> tuple[int, dict[str, Any]]:
    """How many pieces the longest phrase here takes, and its classes (of all phrases of that length)."""
    following = known[at + 1].form if at + 1 < len(known) else ""
    near = lexicon.phrases.get((known[at].form, following), ())
    fits = [p for p in near if tuple(piece.form for piece in known[at : at + len(p.forms)]) == p.forms]
    if not fits:
        return 1, known[at].classes
    longest = len(fits[0].forms)
    return longest, {p.kind: p.value for p in fits if len(p.forms) == longest}


def _figures(lexicon: Lexicon, form: str) -> dict[str, Any]:
    if not form[:1].isdigit():
        return _sign(form)
    if form.isdigit():
        return number(int(form), len(form)) if form.isascii() and len(form) < 10 else {}
    ordinal = lexicon.ordinal.fullmatch(form)
    if ordinal:
        value = int(ordinal[1])
        return {"nth": value} | ({"dd": 1} if value == 1 else {})
    return _written(form)


def _sign(form: str) -> dict[str, Any]:
    return {DASHES.get(form, form): form}


def _roman(lexicon: Lexicon, form: str, piece: str) -> dict[str, Any]:
    """An ordinal in Roman figures, which must be capitals ("XXe")."""
    ordinal = lexicon.ordinal.fullmatch(form)
    if not ordinal or not piece[: len(ordinal[1])].isupper():
        return {}
    value, highest = 0, 0
    for letter in reversed(ordinal[1]):
        worth = ROMAN[letter]
        value += worth if worth >= highest else -worth
        highest = max(highest, worth)
    return {"nth": value}


def _written(form: str) -> dict[str, Any]:
    """A date in figures: (day, month, year) or (day, month); the year of two figures as it stands."""
    numbers = [int(part) for part in re.findall(r"\d+", form)]
    if re.match(r"\d{4}-", form):
        return {"dmy": (numbers[2], numbers[1], numbers[0])}
    if len(numbers) == 3 and re.fullmatch(r"\d{1,2}([/.-])\d{1,2}\1(\d{4}|\d\d)", form):
        return {"dmy": (numbers[0], numbers[1], numbers[2])}
    if len(numbers) == 2 and "/" in form:
        return {"dm": (numbers[0], numbers[1])}
    return {}


def number(value: int, figures: int) -> dict[str, Any]:
    """The classes of a whole number; `figures` is 0 where it is written in words."""
    classes: dict[str, Any] = {"n": value}
    if 1 <= value <= 31 and figures <= 2:
        classes["dd"] = value
        if figures:
            classes["fig"] = value
    if figures == 2:
        classes["yy"] = value
        if value > 31:
            classes["late"] = value
    if figures in (0, 4) and 1400 <= value <= 2199:
        classes["yyyy"] = value
    return classes


def _join_numbers(row: list[Item]) -> list[Item]:
    """Number words side by side, or joined by a hyphen or the word for 'and', become one number."""
    out: list[Item] = []
    at = 0
    while at < len(row):
        if "number" not in row[at].classes:
            out.append(row[at])
            at += 1
            continue
        end, value = _sum(row, at)
        classes = dict(row[at].classes) if end == at + 1 else {}
        out.append(Item(row[at].start, row[end - 1].end, classes | number(value, 0)))
        at = end
    return out


def _sum(row: list[Item], at: int) -> tuple[int, int]:
    """Where the number that begins at `at` ends, and its value."""
    total, value, end, step = 0, 0, at, at
    while step < len(row):
        part = row[step].classes.get("number")
        if part is None or not _adds(value, total, part):
            break
        if part == 1000:
            total, value = (value or 1) * 1000, 0
        else:
            value = value * 100 if part == 100 and value else value + part
        end = step + 1
        step = end + 1 if end < len(row) and {"-", "and"} & row[end].classes.keys() else end
    return end, total + value


def _adds(value: int, total: int, part: int) -> bool:
    """Whether a number that stands at `value` (of this thousand) can go on with `part`."""
    if part == 1000:
        return not total
    if part == 100:
        return value < 10
    tens = value % 100
    return tens == 0 or (tens % 10 == 0 and part < (20 if tens > 10 else 10))
