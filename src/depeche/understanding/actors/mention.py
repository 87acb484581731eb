"""A mention: words of a dispatch that name or point to those who act, and whom they stand for."""

from typing import Literal

import msgspec

How = Literal["name", "title", "pronoun", "demonym", "metonym", "anaphor", "place"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens `first` … `last` (both included) with syntactic head `head`, and whom they stand for.

    `persons` are full names (people's `name`); `codes` are the states, organisations or groups that
    the mention is or speaks for, in the order of the text ("les deux pays" → ``("CHN", "KAZ")``).
    `how` tells by what kind of words: a ``place`` stands for its state only as a target or a location,
    a ``demonym`` is an adjective or noun of nationality, a ``title`` an office or a body of a state.
    `unnamed` holds the words of a role that names nobody ("un diplomate occidental").
    `candidates` are the codes it may stand for where the text does not tell which.
    """

    first: int
    last: int
    head: int
    how: How
    persons: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    unnamed: str | None = None
    candidates: tuple[str, ...] = ()
