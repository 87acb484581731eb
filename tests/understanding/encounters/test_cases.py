import re
import tomllib
from pathlib import Path

import pytest

from depeche.languages import codes

CASES = [
    (code, case)
    for code in codes()
    for case in tomllib.loads((Path(__file__).parent / f"cases_{code}.toml").read_text(encoding="utf-8"))[
        "case"
    ]
]
TALK = ("meeting", "talks")


def wanted(row):
    """A row of the cases as (kind, states, status, further fields)."""
    kind, states, status, rest = (part.strip() for part in row.split("|"))
    fields = dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", rest))
    return kind, set(states.split("; ")), None if status == "-" else status, fields


def field(found, name):
    value = getattr(found, "margins_of" if name == "margins" else name)
    return set(value) if isinstance(value, tuple) else value


def fits(row, found):
    kind, states, status, fields = wanted(row)
    same_kind = found.kind == kind or (found.kind in TALK and kind in TALK)
    if not same_kind or set(found.states) != states or found.status != status:
        return False
    want = {
        name: set(text.split("; ")) if name == "participants" else None if text == "None" else text
        for name, text in fields.items()
    }
    return all(field(found, name) == value for name, value in want.items())


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case["text"][:60] for _, case in CASES])
def test_the_encounters_of_a_dispatch(readers, language, case):
    found = readers(language).read(case["text"], published=case.get("published", "2021-03-05")).encounters
    shown = [(r.kind, r.states, r.status, r.participants, r.date, r.place) for r in found]
    assert len(found) == len(case["rows"]), shown
    for row in case["rows"]:
        assert any(fits(row, row_found) for row_found in found), f"want {row}, got {shown}"


@pytest.mark.parametrize(("language", "case"), CASES[::8], ids=[case["text"][:60] for _, case in CASES[::8]])
def test_every_encounter_stands_on_words_of_the_text(readers, language, case):
    for found in readers(language).read(case["text"], published="2021-03-05").encounters:
        assert found.evidence
        assert all(0 <= start < end <= len(case["text"]) for start, end in found.evidence)
