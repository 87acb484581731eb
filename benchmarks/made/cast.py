"""The persons of the made dispatches: holders of offices, and a long tail of others, all with made names."""

import datetime as dt
import random
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent
_TAIL = 0.3  # of all persons named are no holders of an office of state
_HEAVY = 0.7  # exponent of the tail: how soon new persons and places come
_PLACES = 30  # that are named about as often as each other


class Figure(msgspec.Struct, frozen=True):
    """A person: the name, the side, and the office (None of the tail's, which `number` picks)."""

    name: str
    side: str
    office: str | None
    number: int


@lru_cache
def table(name: str) -> dict[str, Any]:
    """A table of this folder."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def figure(rng: random.Random, side: str, day: dt.date) -> Figure:
    """Somebody who speaks for a side on a day: mostly who holds an office then."""
    if rng.random() < _TAIL:
        number = min(int(rng.paretovariate(_HEAVY)), 1_000_000)
        return Figure(person_name(side, f"tail {number}"), side, None, number)
    offices = table("sides")["offices"]
    office = rng.choices(list(offices), [often for often, _ in offices.values()])[0]
    term = (day.toordinal() + hash_of(side, office)) // offices[office][1]
    return Figure(person_name(side, f"{office} {term}"), side, office, term)


@lru_cache(maxsize=200_000)
def person_name(side: str, key: str) -> str:
    """The name of a person of a side, always the same for one key."""
    rng = random.Random(f"{side} {key}")
    parts = table("names")[region(side)]
    surname = "".join(_common(rng, parts[part]) for part in ("first", "middle", "last"))
    if not parts["forenames"]:  # the family name stands first
        family, *given = (_common(rng, parts[part]) for part in ("first", "middle", "last"))
        return f"{family} {''.join(given)}"
    return f"{_common(rng, parts['forenames'])} {surname}"


def region(side: str) -> str:
    """The region whose names a side has."""
    return next((one for one, sides in table("names")["regions"].items() if side in sides), "west")


def surname(name: str) -> str:
    """The family name of a made name: the first word where no forename stands before it."""
    first, _, rest = name.partition(" ")
    return first if first in table("names")["mandarin"]["first"] else rest


def place_name(rng: random.Random) -> str:
    """A place or firm that few dispatches name."""
    own = random.Random(f"place {int(_PLACES * rng.paretovariate(_HEAVY))}")
    parts = table("names")["places"]
    return "".join(own.choice(parts[part]) for part in ("first", "middle", "last"))


def hash_of(*words: str) -> int:
    """A number below a thousand that stands for some words."""
    return random.Random(" ".join(words)).randrange(1000)


def _common(rng: random.Random, words: list[str]) -> str:
    """One of some words, the first more often than the last."""
    return words[int(len(words) * rng.random() ** 1.5)]
