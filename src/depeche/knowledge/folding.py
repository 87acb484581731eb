"""Folding: text brought to one form, character for character, so that offsets stay true."""

import unicodedata


def _fold(character: str) -> str:
    if not character.isalnum():
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


class _Folds(dict[int, str]):
    """The folded form of each character met so far, by its code point."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold(chr(code))
        return found


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower-case `text` without accents, every other sign a blank; no position moves."""
    return text.translate(_FOLDS)
