"""Load of the explorer: users who read, search and compare while an ingest runs, and how long they wait.

``python -m benchmarks.web LEDGER`` serves a copy of the ledger on this machine alone, lets users ask for pages
(each looks at a page for one to five seconds before the next: 50 users ask for
some fifteen pages a second), and ends. Four pages of ten are dispatches, four searches, two relations, of sides taken
the more often the more is told of them. The exit code is 1 where a limit is not kept.
"""

import argparse
import http.client
import random
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from benchmarks.web_serving import copied, ingesting, serving

# Seconds that 95 of 100 answers may take at most, by kind of page.
LIMITS = {"reader": 0.5, "search": 0.5, "pair": 1.5}
_SHARES = {"reader": 4, "search": 4, "pair": 2}
_LOOKS = (1.0, 5.0)  # seconds that a user looks at a page
_KINDS = ("encounters", "statements", "positions", "commitments", "events")
_SIDES = 40
_WORD = re.compile(r"\w{5,}")


class Seen(msgspec.Struct):
    """An answer: the kind of page, its address, its status (0 where none came), and seconds until its last byte."""

    kind: str
    path: str
    status: int
    seconds: float


class Wanted(msgspec.Struct, frozen=True):
    """What users ask for: the numbers of dispatches, words of their titles, and sides with how much is told of them."""

    dispatches: int
    words: tuple[str, ...]
    sides: dict[str, int]

    def path(self, kind: str, chance: random.Random) -> str:
        """The address of a page of a kind."""
        if kind == "reader":
            return f"/dispatches/{chance.randint(1, self.dispatches)}"
        if kind == "search":
            return "/search?" + urlencode(self._search(chance))
        one, other = self._side(chance), self._side(chance)
        return f"/pairs/{quote(one)}/{quote(other)}" if one != other else self.path(kind, chance)

    def _search(self, chance: random.Random) -> dict[str, str]:
        """A word, a word and a side, or the facts of a kind of a side."""
        word, side = chance.choice(self.words), self._side(chance)
        facts = {"actor": side, "kind": chance.choice(_KINDS)}
        return chance.choice(({"q": word}, {"q": word, "actor": side}, facts))

    def _side(self, chance: random.Random) -> str:
        """A side, the more often the more is told of it, as users look for what is in the news."""
        return chance.choices(list(self.sides), list(self.sides.values()))[0]


def main() -> None:
    """Measure, print, and tell by the exit code whether the limits were kept."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="depeche-load-") as folder:
        ledger = copied(asked.ledger, Path(folder))
        with serving(ledger, asked.workers) as port:
            wanted = _wanted(port)
            for kind in LIMITS:  # what is loaded once is loaded before
                _get(port, wanted.path(kind, random.Random(0)), kind)
            with nullcontext() if asked.quiet else ingesting(ledger, Path(folder)):
                seen = load(port, wanted, users=asked.users, seconds=asked.seconds)
            more = int(_json(port, "/api/v1/ledger")["dispatches"]) - wanted.dispatches
    print(
        f"{asked.users} users, {asked.seconds} s, {wanted.dispatches:,} dispatches, {more} more read meanwhile"
    )
    kept = True
    for line, well in report(seen):
        print(line)
        kept &= well
    sys.exit(0 if kept else 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.web", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2, help="processes that serve")
    parser.add_argument("--quiet", action="store_true", help="nobody writes meanwhile")
    return parser.parse_args()


def report(seen: list[Seen]) -> Iterator[tuple[str, bool]]:
    """A line for each kind of page, and whether it kept its limit without an error."""
    for kind, limit in LIMITS.items():
        mine = [one for one in seen if one.kind == kind]
        wrong = [one.status for one in mine if one.status != http.HTTPStatus.OK]
        times = sorted(one.seconds for one in mine)
        if len(times) < 2:
            yield f"{kind}: too few answers", False
            continue
        middle, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        pages = f"{len(times)} pages of {len({one.path for one in mine})} addresses"
        told = f"half within {_ms(middle)}, 95% within {_ms(most)} (limit {_ms(limit)}), all within {_ms(times[-1])}"
        errors = f"{len(wrong)} errors" + (f" (status {sorted(set(wrong))})" if wrong else "")
        yield f"{kind}: {pages}, {told}, {errors}", most <= limit and not wrong


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def load(port: int, wanted: Wanted, *, users: int, seconds: float) -> list[Seen]:
    """What users saw who came one after the other within the first seconds, and asked until the end."""
    seen: list[Seen] = []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_use, args=(port, wanted, number, until, seen)) for number in range(users)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def _use(port: int, wanted: Wanted, number: int, until: float, seen: list[Seen]) -> None:
    chance = random.Random(number)
    time.sleep(chance.uniform(0, _LOOKS[1]))
    while time.monotonic() < until:
        kind = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
        seen.append(_get(port, wanted.path(kind, chance), kind))
        time.sleep(chance.uniform(*_LOOKS))


def _get(port: int, path: str, kind: str) -> Seen:
    start = time.perf_counter()
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
            connection.request("GET", path, headers={"accept-encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
    except (OSError, http.client.HTTPException):
        status = 0
    return Seen(kind, path, status, time.perf_counter() - start)


def _wanted(port: int) -> Wanted:
    sides = {one["code"]: one["facts"] for one in _json(port, f"/api/v1/sides?limit={_SIDES}")["items"]}
    titles = " ".join(one["title"] or "" for one in _json(port, "/api/v1/dispatches?limit=200")["items"])
    words = sorted(set(_WORD.findall(titles)))
    return Wanted(_json(port, "/api/v1/ledger")["dispatches"], tuple(words), sides)


def _json(port: int, path: str) -> Any:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path)
        return msgspec.json.decode(connection.getresponse().read())


if __name__ == "__main__":
    main()
