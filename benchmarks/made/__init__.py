"""Made dispatches: records of any number, seeded, for filling ledgers without reading."""

from benchmarks.made.records import records

__all__ = ["records"]
