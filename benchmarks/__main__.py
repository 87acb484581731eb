"""``python -m benchmarks [NAME …]``: print what was measured on this machine, of all that is here or of what is named.

Those of growth take options of their own (``python -m benchmarks growth --help``) and much time: they run when named.
"""

import sys

from benchmarks import batch, batch_growth, copies, cost, footprint, funnel, growth, hostile, speed
from depeche.languages import codes

ALL = {
    "speed": speed,
    "funnel": funnel,
    "copies": copies,
    "cost": cost,
    "footprint": footprint,
    "hostile": hostile,
    "batch": batch,
}
GROWTH = {"growth": growth, "batch-growth": batch_growth}


def main() -> None:
    """Run the benchmarks that are named, or all but those of growth."""
    if sys.argv[1:2] and sys.argv[1] in GROWTH:
        GROWTH[sys.argv[1]].main(sys.argv[2:])
        return
    for name in sys.argv[1:] or ALL:
        print(f"== {name}")
        for code in codes():
            for line in ALL[name].measure(code):
                print(line, flush=True)


if __name__ == "__main__":
    main()
