"""``python -m evaluation``: score the reader, hold the figures against the floors.

Exit status 1 where a figure is under its floor, or where the README tells other figures than were measured.
"""

import argparse
import json
import sys
from datetime import date

from depeche.languages import codes
from depeche.reader import Reader
from evaluation import floors, report
from evaluation.measure import measure


def main() -> int:
    """Run the measurements; the exit status."""
    options = _options()
    wanted = options.language or codes()
    results = [result for code in wanted for result in measure(Reader(language=code), code)]
    figures = {name: value for result in results for name, value in result.figures.items()}
    hashes = {".".join(name.split(".")[:2]): result.data for result in results for name in result.figures}
    if options.json:
        print(json.dumps(figures, indent=1))
        return 0
    for result in results:
        print("\n".join(report.lines(result)))
        if options.show:
            print("\n".join(report.shown(result, options.show)))
    if options.lift:
        floors.FILE.write_text(floors.raised(figures, hashes, date.today().isoformat()), encoding="utf-8")
    if options.readme:
        readme = report.README.read_text(encoding="utf-8")
        report.README.write_text(report.with_figures(readme, report.readme_block(results)), encoding="utf-8")
    faults = list(floors.fallen(figures, hashes))
    print("\n".join(faults) or f"{len(floors.floors())} floors hold")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--language", action="append", help="only this language; may be given more than once")
    parser.add_argument("--json", action="store_true", help="print only the figures, as JSON")
    parser.add_argument(
        "--show", metavar="TABLE", help="print missed and surplus rows of a table, or of 'sentences'"
    )
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the figures")
    parser.add_argument("--readme", action="store_true", help="write the figures into the README")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
