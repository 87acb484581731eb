"""``python -m benchmarks [speed|growth|footprint|batch …]``: print what was measured on this machine."""

import sys

from benchmarks import batch, footprint, growth, speed
from depeche.languages import codes

ALL = {"speed": speed, "footprint": footprint, "growth": growth, "batch": batch}


def main() -> None:
    """Run the benchmarks that are named, or all."""
    for name in sys.argv[1:] or ALL:
        print(f"== {name}")
        for code in codes():
            for line in ALL[name].measure(code):
                print(line, flush=True)


if __name__ == "__main__":
    main()
