"""Typographic variety: the same sentence as other houses print it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from training.common.trees import Token

__all__ = ["Typography", "augmented", "restyled"]


def _apostrophes(tokens: list[Token]) -> list[Token]:
    return [replace(token, form=token.form.replace("'", "\u2019")) for token in tokens]


@dataclass(frozen=True)
class Typography:
    """How the houses of a language print: its quotation marks, and whether a space stands within them.

    The rest are shares: of sentences with ``’``, of those with quotation marks of the house, of drawn texts
    with straight or with single marks, of sentences in Which Words Have Capitals, and of those that end without a
    mark, which may be headlines.
    """

    opening: str
    closing: str
    inner_space: bool
    curly_apostrophes: float
    requoted: float = 0.6
    straight: float = 0.0
    single: float = 0.0
    title_case: float = 0.0
    headlines: float = 0.0


def _requoted(tokens: list[Token], house: Typography) -> list[Token]:
    """Quotation marks of every kind as those of one house."""
    tokens, opening = list(tokens), True
    for position, token in enumerate(tokens):
        if token.form not in {'"', "\u201c", "\u201d", "«", "»"}:
            continue
        opens = opening if token.form == '"' else token.form in {"\u201c", "«"}
        opening = not opens
        tokens[position] = replace(
            token,
            form=house.opening if opens else house.closing,
            space=house.inner_space if opens else token.space,
        )
        if not opens and position:
            tokens[position - 1] = replace(tokens[position - 1], space=house.inner_space)
    return tokens


def _capital(token: Token) -> Token:
    """A word of a headline with its capital, unless it is a short function word."""
    small = token.upos in {"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"} and len(token.form) < 5
    return token if small else replace(token, form=token.form[0].upper() + token.form[1:])


def restyled(text: Sequence[Sequence[Token]], rng: Random, house: Typography) -> list[list[Token]]:
    """Return a drawn text with straight or single quotation marks, as often as the house prints them."""
    draw = rng.random()
    mark = '"' if draw < house.straight else "'" if draw < house.straight + house.single else ""
    kinds = {house.opening, house.closing} if mark else set()
    return [
        [replace(token, form=mark) if token.form in kinds else token for token in sentence]
        for sentence in text
    ]


def _capitals(tokens: list[Token], house: Typography) -> float:
    """How often a sentence has capitals: more often where it ends without a mark, as headlines do."""
    return house.title_case if tokens[-1].upos == "PUNCT" else max(house.title_case, house.headlines)


def _without_stop(tokens: list[Token]) -> list[Token]:
    """The sentence as a headline would have it, if its last mark governs nothing."""
    last = len(tokens) - 1
    if last > 1 and tokens[-1].form in {".", "!", "?"} and all(token.head != last for token in tokens[:-1]):
        return tokens[:-1]
    return tokens


def augmented(sentence: Sequence[Token], rng: Random, house: Typography) -> list[Token]:
    """Return the sentence with other apostrophes, quotation marks or case, or without its full stop."""
    tokens = list(sentence)
    if rng.random() < house.curly_apostrophes:
        tokens = _apostrophes(tokens)
    if rng.random() < house.requoted:
        tokens = _requoted(tokens, house)
    case = rng.random()
    if case < 0.02:
        tokens = [replace(token, form=token.form.upper()) for token in tokens]
    elif case < 0.035:
        tokens = [replace(token, form=token.form.lower()) for token in tokens]
    elif (share := _capitals(tokens, house)) and rng.random() < share:
        tokens = [_capital(token) for token in tokens]
    return _without_stop(tokens) if rng.random() < 0.05 else tokens
