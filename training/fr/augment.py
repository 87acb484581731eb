"""Typographic variety: the same sentence as other houses print it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from training.fr.trees import Token

__all__ = ["augmented"]


def _apostrophes(tokens: list[Token]) -> list[Token]:
    return [replace(token, form=token.form.replace("'", "\u2019")) for token in tokens]


def _guillemets(tokens: list[Token]) -> list[Token]:
    """Quotation marks of every kind as French ones, with their inner spaces."""
    tokens, opening = list(tokens), True
    for position, token in enumerate(tokens):
        if token.form not in {'"', "\u201c", "\u201d", "«", "»"}:
            continue
        opens = opening if token.form == '"' else token.form in {"\u201c", "«"}
        opening = not opens
        tokens[position] = replace(token, form="«" if opens else "»", space=True if opens else token.space)
        if not opens and position:
            tokens[position - 1] = replace(tokens[position - 1], space=True)
    return tokens


def _without_stop(tokens: list[Token]) -> list[Token]:
    """The sentence as a headline would have it, if its last mark governs nothing."""
    last = len(tokens) - 1
    if last > 1 and tokens[-1].form in {".", "!", "?"} and all(token.head != last for token in tokens[:-1]):
        return tokens[:-1]
    return tokens


def augmented(sentence: Sequence[Token], rng: Random) -> list[Token]:
    """Return the sentence with other apostrophes, quotation marks or case, or without its full stop."""
    tokens = list(sentence)
    if rng.random() < 0.2:
        tokens = _apostrophes(tokens)
    if rng.random() < 0.6:
        tokens = _guillemets(tokens)
    case = rng.random()
    if case < 0.02:
        tokens = [replace(token, form=token.form.upper()) for token in tokens]
    elif case < 0.035:
        tokens = [replace(token, form=token.form.lower()) for token in tokens]
    return _without_stop(tokens) if rng.random() < 0.05 else tokens
