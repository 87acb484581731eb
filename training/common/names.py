"""Names of persons, places and organisations in the treebanks, marked by hand.

A folder of markings has a file a part of a treebank, ``PART.tsv``, with a line a name, in the order of the
text: sentence id, PER, LOC or ORG, the name exactly as the sentence has it. A sentence without a line has no
names: the marking is complete.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from random import Random

    from training.common.trees import Token

__all__ = ["marked", "renamed"]

Names = dict[str, list[tuple[str, str]]]


@cache
def _names(path: Path) -> Names | None:
    """The names of a part of a treebank by sentence, or None where nobody marked it."""
    if not path.exists():
        return None
    names: Names = {}
    for line in path.read_text(encoding="utf8").splitlines():
        sentence, label, name = line.split("\t")
        names.setdefault(sentence, []).append((label, name))
    return names


def marked(folder: Path, part: str, key: str, sentence: Sequence[Token]) -> list[Token] | None:
    """The sentence `key` with the entity of every token set, or None where the part is not marked.

    Raises ValueError where a name is not in the sentence.
    """
    names = _names(folder / f"{part}.tsv")
    if names is None:
        return None
    starts, text = [], ""
    for token in sentence:
        starts.append(len(text))
        text += token.form + " " * token.space
    tokens, end = [replace(token, entity="O") for token in sentence], 0
    for label, name in names.get(key, []):
        start = _place(text, name, end, starts)
        if start < 0:
            raise ValueError(f"{part}: {name!r} is not in {key} after character {end}: {text}")
        end = start + len(name)
        _mark(tokens, starts, (start, end), label)
    return tokens


def _place(text: str, name: str, after: int, starts: Sequence[int]) -> int:
    """Where `name` begins in `text`, not before `after`, or -1: at a token if it does (*Iran*, not *Iranian*)."""
    bounds = {*starts, len(text)}
    start = text.find(name, after)
    while start >= 0:
        end = start + len(name)
        if start in bounds and (end in bounds or end + 1 in bounds):
            return start
        start = text.find(name, start + 1)
    return text.find(name, after)


def _mark(tokens: list[Token], starts: list[int], span: tuple[int, int], label: str) -> None:
    """Set the entity of the tokens that share a character with the half-open `span`."""
    prefix = "B-"
    for place, start in enumerate(starts):
        if start < span[1] and span[0] < start + len(tokens[place].form):
            tokens[place] = replace(tokens[place], entity=prefix + label)
            prefix = "I-"


def renamed(sentence: Sequence[Token], rng: Random, entries: Callable[[str], list[str]]) -> list[Token]:
    """Return the sentence with other persons: each word of their names another of the gazetteer's `entries`.

    A capital stays a capital and a particle a particle, so that the recogniser learns from what stands
    around a name and not from the few names that the treebanks have.
    """
    tokens = list(sentence)
    for place, token in enumerate(tokens):
        if not token.entity.endswith("PER") or not token.form[0].isupper() or len(token.form) < 3:
            continue
        following = place + 1 < len(tokens) and tokens[place + 1].entity == "I-PER"
        pool = entries(rng.choice(("first_m", "first_f")) if following and token.entity[0] == "B" else "last")
        form = rng.choice(pool)
        if " " not in form and rng.random() < 0.8:
            form = form.upper() if token.form.isupper() else form
            tokens[place] = replace(token, form=form, lemma=form)
    return tokens
