"""Which roles an office may stand for when taken up again: "le ministre" for a foreign minister."""

MINISTERS = frozenset({"foreign minister", "defence minister", "minister", "deputy minister"})
LEADERS = frozenset(
    {
        "head of state",
        "head of government",
        "monarch",
        "deputy head of government",
        "party",
        "organisation head",
    }
)
WIDE = {
    "minister": MINISTERS | {"deputy head of government"},
    "official": LEADERS
    | MINISTERS
    | {"ambassador", "envoy", "spokesperson", "adviser", "official", "military"},
    "ambassador": frozenset({"ambassador", "envoy"}),
    "envoy": frozenset({"envoy", "ambassador", "adviser"}),
    "monarch": frozenset({"monarch", "head of state"}),
    "head of state": frozenset({"head of state", "monarch"}),
    "organisation head": frozenset({"organisation head", "head of state", "head of government", "party"}),
}


def covers(role: str | None, held: tuple[str, ...]) -> bool:
    """Whether one who holds the roles `held` may be called by an office of the role `role`."""
    return role in held or bool(WIDE.get(role or "", frozenset()) & set(held))
