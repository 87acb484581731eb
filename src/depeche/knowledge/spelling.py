"""Spelling: whether the characters of a text write a listed form, once both fold to the same."""

from depeche.knowledge.folding import fold

_APOSTROPHES = "'’ʼ‘`´"
_DASHES = "-‐‑‒–"


def writes(text: str, form: str) -> bool:
    """Whether `text` is a good writing of `form`; both fold to the same, character by character.

    A capital must stand where the form has one; accents may be missing, not added; blanks, line breaks and
    hyphens change places, apostrophes change shape.
    """
    return text == form or (len(text) == len(form) and all(map(_fits, text, form)))


def _fits(written: str, wanted: str) -> bool:
    if written == wanted:
        return True
    if not wanted.isalnum():
        return _same_sign(written, wanted)
    if wanted.isupper() and not wanted.isdigit() and not written.isupper():
        return False
    lowered = written.lower()
    return lowered == wanted.lower() or lowered == fold(wanted)


def _same_sign(written: str, wanted: str) -> bool:
    if wanted in _APOSTROPHES:
        return written in _APOSTROPHES
    if wanted.isspace() or wanted in _DASHES:
        return written.isspace() or written in _DASHES
    return False
