"""What the made dispatches tell: each number one story, told again by some later ones."""

import datetime as dt
import random
from typing import Literal

import msgspec

from benchmarks.made.cast import Figure, figure, table

ARCHIVE = 1000  # dispatches of one archive; each runs once through all the years
_RETOLD = 0.15  # of the dispatches tell what another told
_COPIED = 0.05  # are near-copies

Fate = Literal["new", "retold", "copied"]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """What a dispatch tells; `root` is the number of the dispatch that told it first, `fate` how it retells that."""

    number: int
    root: int
    fate: Fate
    day: dt.date
    sides: tuple[str, str]
    plot: str
    forum: str
    host: str
    persons: tuple[Figure, Figure, Figure]  # one of each side, and another of either


def story(number: int, seed: int) -> Story:
    """The story of a dispatch: always the same for one number and seed."""
    rng = random.Random(f"{seed} {number}")
    draw = rng.random()
    fate: Fate = "copied" if draw < _COPIED else "retold" if draw < _COPIED + _RETOLD else "new"
    earlier = number - ARCHIVE * rng.randint(1, max(1, number // ARCHIVE))
    if fate != "new" and earlier >= 0:
        first = story(earlier, seed)
        day = first.day + dt.timedelta(days=rng.randint(0, 1) if fate == "retold" else 0)
        return msgspec.structs.replace(first, number=number, fate=fate, day=day)
    return _new(rng, number)


def _new(rng: random.Random, number: int) -> Story:
    world = table("sides")
    span = (world["last"] - world["first"]).days
    day = world["first"] + dt.timedelta(days=int((number % ARCHIVE + rng.random()) / ARCHIVE * span))
    sides = _pair(rng)
    plots = world["plots"]
    return Story(
        number=number,
        root=number,
        fate="new",
        day=day,
        sides=sides,
        plot=rng.choices(list(plots), [plot["share"] for plot in plots.values()])[0],
        forum=rng.choices(list(world["forums"]), list(world["forums"].values()))[0],
        host=rng.choice(sides),
        persons=(figure(rng, sides[0], day), figure(rng, sides[1], day), figure(rng, rng.choice(sides), day)),
    )


def _pair(rng: random.Random) -> tuple[str, str]:
    """Two sides: one of the frequent pairs, or any two."""
    world = table("sides")
    pairs = world["pairs"]
    often = rng.choices([*pairs, ""], [*pairs.values(), 100 - sum(pairs.values())])[0]
    both = often.split() if often else []
    while len(both) < 2:
        one = rng.choices(list(world["sides"]), list(world["sides"].values()))[0]
        both += [one] if one not in both else []
    rng.shuffle(both)
    return both[0], both[1]
