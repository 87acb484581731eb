"""``python -m benchmarks [speed|hostile|footprint|batch|growth …]``: print what was measured on this machine.

Growth takes its own options (``python -m benchmarks growth --help``) and fills a large ledger: it runs when named.
"""

import sys

from benchmarks import batch, footprint, growth, hostile, speed
from depeche.languages import codes

ALL = {"speed": speed, "footprint": footprint, "hostile": hostile, "batch": batch}


def main() -> None:
    """Run the benchmarks that are named, or all but growth."""
    if sys.argv[1:2] == ["growth"]:
        growth.main(sys.argv[2:])
        return
    for name in sys.argv[1:] or ALL:
        print(f"== {name}")
        for code in codes():
            for line in ALL[name].measure(code):
                print(line, flush=True)


if __name__ == "__main__":
    main()
