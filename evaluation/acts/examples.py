"""Run every example and counterexample of the act lexicon through the real pipeline.

    python -m evaluation.acts.examples [--language fr] [FILE …]

An example reads ``"sentence => SRC CODE TGT [status]; …"``: all events named must come out ("-" for no side,
"SRC1,SRC2" for joint ones); ``=> nothing`` means no event at all. On a `near` sentence the entry must not fire.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator

import msgspec

from depeche import Reader
from depeche.languages import load
from depeche.record import Event, Record
from depeche.understanding.acts.lexicon import Entry, lexicon


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
    return all(any(matches(event, part.split()) for event in record.events) for part in want.split(";"))


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
