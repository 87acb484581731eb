"""Score times against the French TimeBank (TimeML): values of calendar dates, by F1.

    python -m evaluation.times.timebank [FOLDER] [--show]

Gold are the TIMEX3 of type DATE or TIME whose value is on the calendar: a year, month, day, week,
season, decade or century, at the precision it has ("1999-05-20TEV" is the day). Left out, on both sides,
are references ("PRESENT_REF"), times of the clock alone ("14 h"), and values without a year ("XXXX-SU");
durations and sets are none of ours. A gold date is hit when an expression that overlaps its words has, at
the gold's precision, the same value; of an interval or bound either end may be it, as TimeML marks the two
ends apart. Expressions that overlap nothing in the gold count against precision, if they have a value;
those that overlap what was left out count neither way. With `--strict` only TIMEX3 of type DATE with a year,
month or day count, against our rows that are such values, and the values must be equal.
"""

import argparse
import datetime as dt
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import msgspec

from depeche.evaluation.tally import Counts
from depeche.reader import Reader
from depeche.understanding.times import TimeExpression
from evaluation.times.reader import times_of

HERE = Path("../shared/bench/fr-timebank-1999")
CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d|-(SP|SU|FA|WI))?|\d{3}X|\d{2}XX")
SIMPLE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CLOCK = re.compile(r"^\D{0,8}\d{1,2}\s*h", re.IGNORECASE)
SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}


class Gold(msgspec.Struct, frozen=True):
    """A TIMEX3: its characters, its value as EDTF, and whether it counts."""

    start: int
    end: int
    value: str
    counts: bool
    strict: bool


class Tally(msgspec.Struct):
    """Hits, gold dates and predicted dates."""

    hit: int = 0
    gold: int = 0
    right: int = 0
    predicted: int = 0

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_gold(path: Path) -> tuple[str, str, list[Gold]]:
    """The text, the date of creation and the TIMEX3 of a document."""
    root = ET.parse(path).getroot()
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path} is no TimeML")
    pieces: list[str] = []
    found: list[tuple[int, int, dict[str, str]]] = []
    _walk(body, pieces, found)
    text = "".join(pieces)
    return text, created.get("value", ""), [_gold(text, *row) for row in found]


def _walk(node: ET.Element, pieces: list[str], found: list[tuple[int, int, dict[str, str]]]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, found)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        found.append((start, sum(map(len, pieces)), dict(node.attrib)))


def _gold(text: str, start: int, end: int, attributes: dict[str, str]) -> Gold:
    value = re.sub(r"T.*$", "", attributes["value"])
    clock = ":" in attributes["value"] and CLOCK.match(text[start:end]) is not None
    calendar = attributes["type"] in ("DATE", "TIME") and CALENDAR.fullmatch(value) is not None
    counts = calendar and not clock and text[start:end] != "ici"
    strict = attributes["type"] == "DATE" and SIMPLE.fullmatch(attributes["value"]) is not None
    return Gold(start, end, _edtf(value), counts, strict)


def strictly(gold: list[Gold], times: list[TimeExpression]) -> tuple[list[Gold], list[TimeExpression]]:
    """Only dates of type DATE, by year, month or day, and only our rows that are such."""
    simple = [time for time in times if SIMPLE.fullmatch(str(time.value))]
    return [msgspec.structs.replace(g, counts=True) for g in gold if g.strict], simple


def _edtf(value: str) -> str:
    if re.fullmatch(r"\d{4}-W\d\d", value):
        monday = dt.date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    if value[5:] in SEASONS:
        return f"{value[:4]}-{SEASONS[value[5:]]}"
    return value


def same(gold: str, value: str) -> bool:
    """Whether a value, or one of its ends, is the gold's at the gold's precision."""
    ends = [value, *value.split("/")]
    return any(end == gold or (end.startswith(gold) and "/" not in gold) for end in ends)


def score(gold: list[Gold], times: list[TimeExpression], tally: Tally) -> Iterator[str]:
    """Add one document to the tally; yields what was missed and what was too much."""
    for date in (date for date in gold if date.counts):
        over = [t for t in times if t.value and t.span[0] < date.end and date.start < t.span[1]]
        tally.gold += 1
        hit = any(same(date.value, str(time.value)) for time in over)
        tally.hit += hit
        if not hit:
            told = [(time.text, time.value, time.reason) for time in over]
            yield f"- {date.value} {told} @{date.start}-{date.end}"
    for time in (time for time in times if time.value):
        over_gold = [d for d in gold if time.span[0] < d.end and d.start < time.span[1]]
        if over_gold and not any(date.counts for date in over_gold):
            continue
        right = any(date.counts and same(date.value, str(time.value)) for date in over_gold)
        tally.predicted += 1
        tally.right += right
        if not right:
            yield f"+ {time.text} {time.value} ({time.reason})"


def measure(reader: Reader, folder: Path) -> Counts:
    """Counts over a folder; several right expressions on one gold date count once."""
    tally = Tally()
    for path in sorted(folder.glob("*.tml")):
        text, created, gold = read_gold(path)
        times = times_of(reader, reader.document(text, published=created), created).expressions
        for _ in score(gold, list(times), tally):
            pass
    return Counts(hit=tally.hit, gold=tally.gold, predicted=tally.predicted - (tally.right - tally.hit))


def main() -> None:
    """Score the folder and print precision, recall and F1; says so where the data is absent."""
    raw = argparse.RawDescriptionHelpFormatter
    options = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    options.add_argument("folder", type=Path, nargs="?", default=HERE)
    options.add_argument("--strict", action="store_true", help="only dates of type DATE, equal values")
    options.add_argument("--show", action="store_true", help="print what was missed and what was too much")
    args = options.parse_args()
    paths = sorted(args.folder.glob("*.tml"))
    if not paths:
        sys.exit(f"skipped: no TimeML documents in {args.folder}")
    tally, reader = Tally(), Reader("fr")
    for path in paths:
        text, created, gold = read_gold(path)
        times = list(times_of(reader, reader.document(text, published=created), created).expressions)
        if args.strict:
            gold, times = strictly(gold, times)
        for line in score(gold, times, tally):
            if args.show:
                print(path.stem, line if line.startswith("+") else f"{line} {_words(text, line)}")
    precision, recall = tally.right / max(1, tally.predicted), tally.hit / max(1, tally.gold)
    print(
        f"TimeBank: P {precision:.3f}  R {recall:.3f}  F1 {tally.f1():.3f}  "
        f"({tally.gold} dates, {tally.predicted} predicted, {len(paths)} documents)"
    )


def _words(text: str, line: str) -> str:
    start, end = (int(part) for part in line.rsplit("@", 1)[1].split("-"))
    return " ".join(text[max(0, start - 50) : end + 20].split())


if __name__ == "__main__":
    main()
