"""The keys of reports: two that share none are of two occurrences, so that only those that share one are compared."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from depeche.ledger.linking.occurrences import MEETING
from depeche.ledger.linking.report import Report

LONGEST = 200  # characters of a side: PostgreSQL indexes no much longer keys

_ROOT = 3  # digits of a CAMEO code that two reports of one act share


def keys(report: Report) -> list[str]:
    """The keys of a report, such as ``"events|163|CHN|USA"``: its kind with each pair of its sides.

    An act on oneself has the one side's, a summit that of its forum as well.
    """
    return [f"{report.table}|{_kind(report)}|{sides}" for sides in _sides(report)]


def key_rows(report: Report) -> Iterator[dict[str, Any]]:
    """The rows of `report_keys` for a report; none for one without a day, which is joined to none."""
    if report.since is None:
        return
    days = {"day": report.since, "told": report.day, "first": report.first, "last": report.last}
    for key in keys(report):
        yield {"key": key, "fact": report.fact, **days}


def _kind(report: Report) -> str:
    if report.table == "events":
        return report.what[:_ROOT]
    return MEETING[0] if report.what in MEETING else report.what


def _sides(report: Report) -> list[str]:
    sides = sorted(side[:LONGEST] for side in report.sides)
    found = ["|".join(pair) for pair in combinations(sides, 2)]
    if report.table == "events" and len(sides) == 1:
        found = sides
    if report.what == "summit" and report.forum:
        found.append(f"at {report.forum}")
    return found
