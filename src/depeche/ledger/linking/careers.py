"""Whether two offices may be one person's: the same name in two posts at once is two persons."""

from collections.abc import Iterable
from itertools import combinations, product

from depeche.ledger.linking.attested import Attested

# Posts that nobody holds beside another one of these. Who leaves one may take another.
_EXCLUSIVE = (
    "head of state", "head of government", "foreign minister", "defence minister", "minister",
    "deputy minister", "ambassador", "spokesperson", "military", "judge", "media", "monarch",
)  # fmt: skip
# Posts that a dispatch may call by the one name or the other.
_NESTED = {
    frozenset(pair)
    for pair in (
        ("minister", "foreign minister"),
        ("minister", "defence minister"),
        ("monarch", "head of state"),
        ("military", "spokesperson"),
        ("deputy minister", "ambassador"),  # ambassadors at large, and those with a minister's rank
    )
}
# Callings that a career does not lead into or out of.
_APART = ("judge", "media", "monarch")
# A soldier may become a diplomat, but a diplomat no soldier.
_DIPLOMATS = ("ambassador", "deputy minister", "foreign minister")


def shared(one: Iterable[Attested], other: Iterable[Attested]) -> bool:
    """Whether some role is told of both."""
    return not _roles(one).isdisjoint(_roles(other))


def steady(posts: Iterable[Attested]) -> bool:
    """Whether the days of some posts, of all who may be one person, cannot tell whose they are."""
    every = {post.roles[0] for post in posts if timed(post)}
    return all(frozenset(pair) in _NESTED for pair in combinations(every, 2))


def timed(post: Attested) -> bool:
    """Whether the days of a post may tell against another post."""
    return bool(post.roles) and post.roles[0] in _EXCLUSIVE and not post.former


def compatible(one: Iterable[Attested], other: Iterable[Attested]) -> bool:
    """Whether two series of posts may be one career.

    They may not where a calling of the one excludes the other's, or where two posts that nobody holds at
    once are told of the same time: one of them before and after the other, or on one day.
    """
    ours, theirs = _days(one), _days(other)
    for mine, yours in product(ours, theirs):
        if mine == yours or frozenset((mine, yours)) in _NESTED:
            continue
        if mine in _APART or yours in _APART:
            return False
        if mine in theirs or yours in ours:  # one career may well have both
            continue
        if not _follow(ours[mine], theirs[yours]):
            return False
        if _enlists(mine, ours[mine], yours, theirs[yours]) or _enlists(
            yours, theirs[yours], mine, ours[mine]
        ):
            return False
    return True


def _days(posts: Iterable[Attested]) -> dict[str, list[str]]:
    """The days on which each exclusive post is told, none for a post of former times."""
    days: dict[str, list[str]] = {}
    for post in posts:
        if timed(post):
            days.setdefault(post.roles[0], []).extend(day for day in (post.first, post.last) if day)
    return days


def _follow(ours: list[str], theirs: list[str]) -> bool:
    """Whether all days of the one lie before all of the other; what is undated lies anywhere."""
    return not ours or not theirs or max(ours) < min(theirs) or max(theirs) < min(ours)


def _enlists(before: str, days: list[str], after: str, later: list[str]) -> bool:
    """Whether somebody would have left a diplomat's post to be a soldier."""
    return before in _DIPLOMATS and after == "military" and bool(days and later) and min(days) < min(later)


def _roles(posts: Iterable[Attested]) -> set[str]:
    return {role for post in posts for role in post.roles}
