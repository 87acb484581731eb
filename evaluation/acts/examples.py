"""Run every example and counterexample of the act lexicon through the real pipeline.

    python -m evaluation.acts.examples [--language fr] [FILE …]

An example reads ``"sentence => SRC CODE TGT [status]; …"``: all events named must come out ("-" for no side,
"SRC1,SRC2" for joint ones); ``=> nothing`` means no event at all. With a stance or a strength in place of the
code ("SRC supports TGT", "SRC pledged PARTNER") it is a position or a commitment that must come out. On a `near`
sentence the entry must not fire.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from typing import get_args

import msgspec

from depeche import Reader
from depeche.languages import load
from depeche.record import Event, Record
from depeche.record.tables import Stance, Strength
from depeche.understanding.acts.lexicon import Entry, lexicon

STANCES = get_args(Stance)
STRENGTHS = get_args(Strength)


class Failure(msgspec.Struct, frozen=True):
    """An example that did not come out."""

    entry: Entry
    sentence: str
    want: str
    got: str


def failures(language: str, entries: Iterable[Entry]) -> Iterator[Failure]:
    """The examples that fail, entry by entry, read in one batch."""
    jobs = [
        (entry, text) for entry in entries for text in (*entry.examples, *(f"{n} => not" for n in entry.near))
    ]
    sentences = [text.partition("=>")[0].strip() for _, text in jobs]
    reader = Reader(language=language)
    for (entry, text), sentence, record in zip(jobs, sentences, reader.pipe(sentences), strict=True):
        want = text.partition("=>")[2].strip()
        if not isinstance(record, Record) or not holds(record, entry, want):
            got = "; ".join(shown(e) for e in record.events) if isinstance(record, Record) else str(record)
            yield Failure(entry, sentence, want, got)


def holds(record: Record, entry: Entry, want: str) -> bool:
    """Whether a record has what an example wants."""
    if want == "not":
        return not any(event.entry == f"{entry.file}: {entry.on}" for event in record.events)
    if want == "nothing":
        return not record.events
    return all(_found(record, part.split()) for part in want.split(";"))


def _found(record: Record, want: list[str]) -> bool:
    """Whether a record has the event, the position ("FRA supports MAR") or the commitment ("FRA pledged MLI")."""
    source, what, target, *_ = want
    if what in STANCES:
        return any(
            row.stance == what and _codes(source) == _members(row.holder) and _named(row.target, target)
            for row in record.positions
        )
    if what in STRENGTHS:
        return any(
            row.strength == what
            and _codes(source) == _members(row.holder)
            and _codes(target) == _members(row.partner)
            for row in record.commitments
        )
    return any(matches(event, want) for event in record.events)


def _named(target: str | None, want: str) -> bool:
    """Whether a position's target names all the codes wanted."""
    return _codes(want) <= set(re.findall(r"[\w-]+", target or ""))


def matches(event: Event, want: list[str]) -> bool:
    """Whether an event is the one wanted: source, code, target and status."""
    source, code, target, *status = want
    sides = [_codes(source), _codes(target)]
    have = [_members(event.source), _members(event.target)]
    straight = sides == have
    turned = event.symmetric and (sides[::-1] == have or sides[0] | sides[1] == have[0] | have[1])
    return (
        event.cameo == code and (straight or turned) and event.status == (status[0] if status else "occurred")
    )


def _codes(text: str) -> set[str]:
    return set() if text == "-" else set(text.split(","))


def _members(text: str | None) -> set[str]:
    return set(text.replace(" ", "").split(";")) if text else set()


def shown(event: Event) -> str:
    """One event on one line."""
    return f"{event.source} {event.cameo} {event.target} {event.status} [{event.entry}]"


def main() -> None:
    """Print the failures and a tally; exit 1 if there are any."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", help="only these files of the lexicon")
    arguments.add_argument("--language", default="fr")
    options = arguments.parse_args()
    entries = [
        e for e in lexicon(load(options.language)).all() if not options.files or e.file in options.files
    ]
    failed = list(failures(options.language, entries))
    for failure in failed:
        print(
            f"{failure.entry.file}: {failure.entry.on}\n  {failure.sentence}\n  want {failure.want}\n  got  {failure.got}"
        )
    total = sum(len(entry.examples) + len(entry.near) for entry in entries)
    print(f"{len(entries)} entries, {total - len(failed)} of {total} examples hold")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
