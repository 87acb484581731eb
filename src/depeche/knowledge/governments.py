"""Offices that states lack, so that an office told without its state is not theirs, and parties that are the state."""

import tomllib
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "governments.toml"
HEAD_OF_GOVERNMENT = "head of government"


@lru_cache
def _table() -> dict[str, frozenset[str]]:
    with TABLE.open("rb") as file:
        return {name: frozenset(codes) for name, codes in tomllib.load(file).items()}


def without_premier() -> frozenset[str]:
    """The states whose head of state heads the government alone, as ISO 3166-1 alpha-3 codes."""
    return _table()["without_premier"]


def one_party() -> frozenset[str]:
    """The states that one party leads, as ISO 3166-1 alpha-3 codes."""
    return _table()["one_party"]


def lacks(code: str, role: str | None) -> bool:
    """Whether a state has no office of that role."""
    return role == HEAD_OF_GOVERNMENT and code in without_premier()
