"""Dates in TimeML documents: the value of every calendar date, given the day on which the text appeared."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from depeche.reader import Reader
from depeche.record.facts import facts
from evaluation.compare import Row
from evaluation.tally import Counts, align

_CALENDAR = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def score(reader: Reader, folder: Path) -> Counts:
    """Counts over the documents of a folder; a date is right if words and value are."""
    counts = Counts()
    for path in sorted(folder.glob("*.tml")):
        text, created, gold = document(path)
        record = reader.read(text, published=created)
        told = [row for row in facts(record)["dates"] if _CALENDAR.fullmatch(str(row["value"]))]
        matched = align("dates", gold, told)
        counts.hit += len(matched)
        counts.gold += len(gold)
        counts.predicted += len(told)
        hit_gold, hit_told = {i for i, _ in matched}, {j for _, j in matched}
        counts.missed.extend((path.stem, row) for i, row in enumerate(gold) if i not in hit_gold)
        counts.surplus.extend((path.stem, row) for j, row in enumerate(told) if j not in hit_told)
    return counts


def document(path: Path) -> tuple[str, str | None, list[Row]]:
    """The text of a TimeML document, its creation date, and its calendar dates."""
    root = ElementTree.parse(path).getroot()
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    gold = [
        {"text": "".join(node.itertext()), "value": node.get("value")}
        for node in body.iter("TIMEX3")
        if node.get("type") == "DATE" and _CALENDAR.fullmatch(node.get("value", ""))
    ]
    day = created.get("value") if created is not None else None
    return "".join(body.itertext()), day, gold
