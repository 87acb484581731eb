"""Occurrences as they were found, put together and taken apart as users ruled."""

from collections.abc import Iterable, Mapping

import msgspec

MERGED = "joined by hand"
SPLIT = "taken apart by hand"

# A report by its table and number, so that reports sort as they were taken in.
Key = tuple[str, int]
Pair = frozenset[Key]


class Group(msgspec.Struct, frozen=True):
    """The reports of one occurrence, the earliest first, each with how a ruling moved it, if one did."""

    members: tuple[tuple[Key, str | None], ...]


def arranged(found: Mapping[Key, int], verdicts: Mapping[Pair, str]) -> list[Group]:
    """The occurrences of reports, of which it is known as what they were found.

    What was found as one comes apart where two of it were ruled apart, each report going to the earliest with which
    it may stay; then all that was ruled one is joined, whatever speaks against it.
    """
    parts = [part for group in _grouped(found) for part in _parted(group, verdicts)]
    home = {member: number for number, (part, _) in enumerate(parts) for member in part}
    into = list(range(len(parts)))
    for pair, verdict in verdicts.items():
        if verdict == "merge" and pair <= home.keys():
            mine, yours = sorted(into[home[key]] for key in pair)
            into = [mine if number == yours else number for number in into]
    groups: dict[int, list[tuple[Key, str | None]]] = {}
    for number, (part, first) in enumerate(parts):
        reason = MERGED if into[number] != number else None if first else SPLIT
        groups.setdefault(into[number], []).extend((member, reason) for member in part)
    return [Group(tuple(sorted(members))) for _, members in sorted(groups.items())]


def _grouped(found: Mapping[Key, int]) -> list[list[Key]]:
    groups: dict[int, list[Key]] = {}
    for key in sorted(found):
        groups.setdefault(found[key], []).append(key)
    return list(groups.values())


def _parted(group: Iterable[Key], verdicts: Mapping[Pair, str]) -> list[tuple[list[Key], bool]]:
    """A group in parts that hold nothing ruled apart, the one with its earliest report marked."""
    parts: list[list[Key]] = []
    for key in group:
        for part in parts:
            if not any(verdicts.get(frozenset((key, other))) == "split" for other in part):
                part.append(key)
                break
        else:
            parts.append([key])
    return [(part, number == 0) for number, part in enumerate(parts)]
