"""Folding: text brought to one form, character for character, so that offsets stay true."""

import unicodedata


class _Folds(dict[int, str]):
    """What each code point folds to, found on first need: a lower-case letter without its accent, or a blank."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _fold(chr(point))
        return folded


def _fold(character: str) -> str:
    if not character.isalnum():
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower-case `text` without accents, every other sign a blank; as long as `text`, position for position."""
    return text.translate(_FOLDS)


def bare(character: str) -> str:
    """A letter in lower case and without accent."""
    return _FOLDS[ord(character)]
