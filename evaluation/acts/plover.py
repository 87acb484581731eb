"""Score events on single sentences that have one PLOVER event each: its root, and the words of its two sides.

    python -m evaluation.acts.plover FILE [--language en] [--show ROOT]

FILE is JSON Lines of ``text``, ``plover`` (the root; YIELD is CONCEDE or RETREAT), ``source`` and ``target``
(words of the text; "a recipient", which no text holds, stands for a side that is not named and not compared).
A sentence is hit where an event that is not denied has the root, and sides whose spans overlap the gold's;
those of a symmetric event may be turned round.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from depeche.reader import Reader
from depeche.record import Event, Span

ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its one event."""

    text: str
    plover: str
    source: str
    target: str


class Outcome(msgspec.Struct, frozen=True):
    """What was read of a sentence: its events, whether one has the root, and whether one has its sides too."""

    sentence: Sentence
    events: tuple[Event, ...]
    rooted: bool
    hit: bool


def sentences(file: Path) -> list[Sentence]:
    """The sentences of a file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Sentence) for line in lines if line.strip()]


def outcomes(reader: Reader, rows: Iterable[Sentence]) -> Iterator[Outcome]:
    """What comes out of each sentence."""
    rows = list(rows)
    for row, record in zip(rows, reader.pipe(row.text for row in rows), strict=True):
        wanted = ROOTS.get(row.plover, (row.plover,))
        fit = [event for event in record.events if event.plover.event in wanted and event.status != "denied"]
        yield Outcome(row, record.events, bool(fit), any(_sides(event, row) for event in fit))


def _sides(event: Event, row: Sentence) -> bool:
    source, target = _places(row.text, row.source), _places(row.text, row.target)
    straight = _meets(event.source_span, source) and _meets(event.target_span, target)
    turned = event.symmetric and _meets(event.source_span, target) and _meets(event.target_span, source)
    return straight or turned


def _places(text: str, words: str) -> list[Span]:
    """Wherever the words stand in the text."""
    starts = [at for at in range(len(text)) if words and text.startswith(words, at)]
    return [(at, at + len(words)) for at in starts]


def _meets(span: Span | None, places: list[Span]) -> bool:
    """Whether a span overlaps one of the places; true where there are none to compare with."""
    if not places:
        return True
    return span is not None and any(span[0] < end and start < span[1] for start, end in places)


def report(rows: list[Outcome]) -> Iterator[str]:
    """The shares over all sentences, then hits by root."""
    total = max(1, len(rows))
    hits, rooted = sum(row.hit for row in rows), sum(row.rooted for row in rows)
    yield f"root and both sides {hits / total:.3f}  root {rooted / total:.3f}  ({len(rows)} sentences)"
    yield f"events a sentence {sum(len(row.events) for row in rows) / total:.2f}"
    yield f"{'':12}{'sides':>7}{'root':>7}{'of':>7}"
    for root in sorted({row.sentence.plover for row in rows}):
        mine = [row for row in rows if row.sentence.plover == root]
        yield f"{root:12}{sum(r.hit for r in mine):7}{sum(r.rooted for r in mine):7}{len(mine):7}"


def shown(row: Outcome) -> Iterator[str]:
    """A missed sentence, what it tells, and what was read."""
    yield f"{'root only' if row.rooted else 'missed'}  {row.sentence.text}"
    yield f"    want {row.sentence.source} | {row.sentence.target}"
    for event in row.events:
        spans = (event.source_span, event.target_span)
        sides = " | ".join(row.sentence.text[slice(*span)] if span else "-" for span in spans)
        yield f"    read {sides} {event.plover.event} {event.cameo} {event.status} [{event.entry}]"


def main() -> None:
    """Print the scores, or the misses of one root."""
    raw = argparse.RawDescriptionHelpFormatter
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--language", default="en")
    arguments.add_argument("--show", metavar="ROOT", help="print the misses of this root; ALL for every root")
    options = arguments.parse_args()
    rows = list(outcomes(Reader(options.language), sentences(options.file)))
    for row in rows:
        if options.show in (row.sentence.plover, "ALL") and not row.hit:
            print("\n".join(shown(row)))
    print("\n".join(report(rows)))


if __name__ == "__main__":
    main()
