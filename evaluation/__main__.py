"""``python -m evaluation``: what `depeche evaluate` prints, for those who change depeche.

Besides, it scores the corpora that lie beside the checkout, lifts floors, and writes the figures into the README.
Exit status 1 where a floor does not hold.
"""

import argparse
import sys
from datetime import date

from depeche.cli.evaluating import gather, judged, measured
from depeche.cli.screen import console
from depeche.cli.show_evaluation import show
from depeche.evaluation import floors
from evaluation import beside, readme


def main() -> int:
    """Run the measurements; the exit status."""
    options = _options()
    results = measured(gather(options.language or ()))
    if options.lift:
        figures = {name: value for result in results for name, value in result.figures.items()}
        hashes = {result.name: result.data for result in results}
        floors.FILE.write_text(floors.raised(figures, hashes, date.today().isoformat()), encoding="utf-8")
    if options.readme:
        readme.write(results)
    verdicts = judged(results, floors.floors())
    show(results, verdicts, options.show, console())
    for line in beside.lines({result.language for result in results}):
        print(line)
    return int(any(verdict.fault for verdict in verdicts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--language", action="append", help="only this language; may be given more than once")
    parser.add_argument(
        "--show", metavar="TABLE", help="print missed and surplus rows of a table, or of 'sentences'"
    )
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the figures")
    parser.add_argument("--readme", action="store_true", help="write the figures into the README")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
