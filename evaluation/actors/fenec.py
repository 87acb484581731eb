"""Exact F1 of the names of a whole reading on FENEC, the French corpus of named entities by genre.

    python -m evaluation.actors.fenec FOLDER [--genre information --genre politique] [--show LOC]

FOLDER holds FENEC's `.txt` and `.ann` files; Quæro's kinds become PER, LOC and ORG by `training.fr.fenec`.
"""

import argparse
from collections import Counter
from pathlib import Path

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading import Document
from depeche.record import Zone
from depeche.understanding.actors import read_actors
from training.fr.fenec import read as passages

GENRES = ("information", "politique")
KINDS = ("LOC", "ORG", "PER")
Item = tuple[int, int, str]


def document(path: Path) -> tuple[Document, set[Item]]:
    """One FENEC document, a body paragraph a line, and its names."""
    text, zones, names = "", [], set[Item]()
    for passage in passages(path):
        start = len(text)
        text += passage.text + "\n"
        zones.append(Zone("body", start, start + len(passage.text)))
        names |= {(start + first, start + last, kind) for first, last, kind in passage.names}
    return Document(text=text, language="fr", zones=tuple(zones)), names


def found(reader: Reader, source: Document) -> set[Item]:
    """The names that a reading finds in a document."""
    actors = read_actors(reader.parse(source), load(source.language))
    return {(*name.evidence[0], name.kind) for name in actors.names}


def main() -> None:
    """Print precision, recall and F1 for each kind of name."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("folder", type=Path)
    args.add_argument("--genre", action="append", default=[])
    args.add_argument("--show", choices=KINDS)
    options = args.parse_args()
    reader, count = Reader("fr"), Counter[tuple[str, str]]()
    for path in sorted(options.folder.glob("*.txt")):
        if not path.name.startswith(tuple(options.genre) or GENRES):
            continue
        source, want = document(path)
        have = found(reader, source)
        for item in sorted(want | have):
            outcome = "hit" if item in want and item in have else "missed" if item in want else "surplus"
            count[item[2], outcome] += 1
            if options.show == item[2] and outcome != "hit":
                print(path.stem, outcome, repr(source.text[item[0] : item[1]]))
    for kind in KINDS:
        hit, missed, surplus = (count[kind, outcome] for outcome in ("hit", "missed", "surplus"))
        precision, recall = hit / max(1, hit + surplus), hit / max(1, hit + missed)
        f1 = 2 * hit / max(1, 2 * hit + missed + surplus)
        print(f"{kind} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({hit + missed} in gold)")


if __name__ == "__main__":
    main()
