"""Score the `dates` table on the open French cases, and the dates of publication.

    python -m evaluation.times.cases [FOLDER] [--show]

FOLDER holds NAME.json and NAME.txt; rows are compared as in all evaluations (words contained, value equal).
Times are resolved against the date that the reader itself finds, unless the case gives one.
"""

import argparse
import json
import sys
from pathlib import Path

from depeche.languages import load
from depeche.reader import Reader
from depeche.understanding.times import publication
from evaluation.tally import align
from evaluation.times.reader import times_of

HERE = Path(__file__).parents[1] / "cases"


def main() -> None:
    """Print precision, recall and F1 of dates, and how many dates of publication are right."""
    options = argparse.ArgumentParser(description="Score the dates table on the open French cases.")
    options.add_argument("folder", type=Path, nargs="?", default=HERE)
    options.add_argument("--show", action="store_true", help="print what was missed and what was too much")
    args = options.parse_args()
    paths = sorted(args.folder.glob("fr-*.json"))
    if not paths:
        sys.exit(f"skipped: no cases in {args.folder}")
    reader, hit, gold, told, right = Reader("fr"), 0, 0, 0, 0
    for path in paths:
        case = json.loads(path.read_text("utf-8"))
        document = reader.document(
            path.with_suffix(".txt").read_text("utf-8"), published=case["given"]["published"]
        )
        found = publication(document, load("fr"))
        rows = [
            {"text": t.text, "value": t.value} for t in times_of(reader, document, found.value).expressions
        ]
        want = case["facts"]["dates"]
        pairs = align("dates", want, rows)
        hit, gold, told = hit + len(pairs), gold + len(want), told + len(rows)
        right += found.value == case["facts"]["document"]["published"]
        if args.show:
            missed = [row for i, row in enumerate(want) if i not in {i for i, _ in pairs}]
            surplus = [row for j, row in enumerate(rows) if j not in {j for _, j in pairs}]
            print(path.stem, found.value, found.reason, *missed, "+", *surplus, sep="\n  ")
    precision, recall = hit / max(1, told), hit / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"dates: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold} rows, {len(paths)} cases)")
    print(f"dates of publication: {right} of {len(paths)} right")


if __name__ == "__main__":
    main()
