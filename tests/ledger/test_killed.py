import json
import subprocess
import sys
from pathlib import Path

import pytest

from depeche import Ledger

from .dump import dump
from .killing import COUNT, KILLS, corpus

LEDGERS = 10  # of each engine, each killed five times


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, reader):
    """The rows of a ledger that nobody disturbed, with none, one, two … of the dispatches in it."""
    place = str(tmp_path_factory.mktemp("whole") / "whole.db")
    Ledger(place, create=True).close()
    states = [dump(place)]
    for article in corpus():
        with Ledger(place) as book:
            list(book.ingest([article], reader))
        states.append(dump(place))
    return json.loads(json.dumps(states, default=bytes.hex))


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
    cut_short = 0
    for number, state in enumerate(states, 1):
        there = len(state["dispatches"])
        assert state == undisturbed[there]
        if number % (KILLS + 1) == 0:
            assert there == COUNT
        else:
            cut_short += there < COUNT
    assert cut_short > LEDGERS * KILLS // 2
