"""Offices that states lack, so that an office told without its state is not theirs."""

import tomllib
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "governments.toml"
HEAD_OF_GOVERNMENT = "head of government"


@lru_cache
def without_premier() -> frozenset[str]:
    """The states whose head of state heads the government alone, as ISO 3166-1 alpha-3 codes."""
    with TABLE.open("rb") as file:
        return frozenset(tomllib.load(file)["without_premier"])


def lacks(code: str, role: str | None) -> bool:
    """Whether a state has no office of that role."""
    return role == HEAD_OF_GOVERNMENT and code in without_premier()
