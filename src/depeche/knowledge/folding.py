"""Folding: text brought to one form, character for character, so that offsets stay true."""

import unicodedata

_FOLDS: dict[int, str] = {}


def _fold(character: str) -> str:
    if not character.isalnum():
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def fold(text: str) -> str:
    """Lower-case `text` without accents, every other sign a blank; no position moves."""
    for character in set(text):
        if ord(character) not in _FOLDS:
            _FOLDS[ord(character)] = _fold(character)
    return text.translate(_FOLDS)
