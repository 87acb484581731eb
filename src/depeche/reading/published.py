"""The date of publication that a caller gives."""

import re
from datetime import date

from depeche.errors import BadDate

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?")


def check(given: str | date | None) -> str | None:
    """The date as EDTF: ``2019-12-17``, ``2019-12`` or ``2019``; None stays None.

    A time of day after the date is dropped. Raises BadDate where it is no such date.
    """
    if given is None:
        return None
    words = given.isoformat() if isinstance(given, date) else str(given).strip()
    found = _SHAPE.fullmatch(words)
    if not found:
        raise BadDate(f"'{words}' is no date; write it as 2019-12-17, 2019-12 or 2019")
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise BadDate(f"'{words}' is no date of the calendar: {error}") from error
    return "-".join(part for part in (year, month, day) if part)
