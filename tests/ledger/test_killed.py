import json
import subprocess
import sys
from pathlib import Path

import pytest

from .dump import dump
from .killing import COUNT, KILLS, ingest

LEDGERS = 10  # of each engine, each killed five times


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, reader):
    place = str(tmp_path_factory.mktemp("whole") / "whole.db")
    ingest(place, reader)
    return json.loads(json.dumps(dump(place), default=bytes.hex))


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_killed_at_fifty_moments_it_holds_whole_dispatches_and_ends_the_same(
    engine, tmp_path, undisturbed, request
):
    if engine == "sqlite":
        places = [str(tmp_path / f"{number}.db") for number in range(LEDGERS)]
    else:
        new_database = request.getfixturevalue("new_database")
        places = [new_database() for _ in range(LEDGERS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.killing", "7", *places],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    states = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(states) == LEDGERS * (KILLS + 1)
    assert len(undisturbed["dispatches"]) == COUNT
    cut_short = 0
    for number, state in enumerate(states, 1):
        assert state == part(undisturbed, {row["id"] for row in state["dispatches"]})
        if number % (KILLS + 1) == 0:
            assert state == undisturbed
        else:
            cut_short += len(state["dispatches"]) < COUNT
    assert cut_short > LEDGERS * KILLS // 2


def part(whole, dispatches):
    """The rows of some of the dispatches."""
    return {
        name: [
            row
            for row in rows
            if row.get("dispatch", row["id"] if name == "dispatches" else None) in dispatches
        ]
        for name, rows in whole.items()
    }
