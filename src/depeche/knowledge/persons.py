"""Forenames, and persons whom everybody knows: the same in every language, in the spellings of several."""

from functools import lru_cache
from typing import Any

from depeche.knowledge.world import toml


@lru_cache
def forenames() -> dict[str, str]:
    """The gender of each forename, folded: ``"m"``, ``"f"``, or ``""`` where it is of either."""
    table = toml("forenames.toml")
    genders = (("m", "masculine"), ("f", "feminine"), ("", "either"))
    return {name: gender for gender, key in genders for name in table[key].split()}


@lru_cache
def family_names() -> frozenset[str]:
    """Family names that stand before the given name, folded."""
    return frozenset(toml("forenames.toml")["family"].split())


def leaders() -> dict[str, list[str]]:
    """The names of persons by the code of the state or organisation they speak for."""
    names: dict[str, list[str]] = _leaders()["leaders"]
    return names


def known_by_surname() -> list[str]:
    """The surnames by which some of them are known alone."""
    names: list[str] = _leaders()["bare"]
    return names


@lru_cache
def _leaders() -> dict[str, Any]:
    return toml("leaders.toml")
