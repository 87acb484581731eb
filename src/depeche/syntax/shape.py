"""What can be told of a word by its letters or its features alone, worked out once for each."""

import msgspec

from depeche.kept import Kept

_NO_VALUES: list[str] = []


class Morph:
    """The morphological features of a word."""

    __slots__ = ("_values", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        pairs = [pair.split("=", 1) for pair in text.split("|") if "=" in pair]
        self._values = {name: values.split(",") for name, values in pairs}

    def get(self, name: str, default: list[str] = _NO_VALUES) -> list[str]:
        """The values of a feature, `default` if the word has it not; the list is shared: leave it be."""
        return self._values.get(name, default)

    def __str__(self) -> str:
        return self.text


class Shape(msgspec.Struct, frozen=True):
    """What can be told of a word from its letters alone."""

    is_punct: bool
    is_space: bool
    is_quote: bool
    is_lower: bool
    is_alpha: bool


def _shape(text: str) -> Shape:
    from spacy.lang import lex_attrs  # here, so that what reads no text starts without spaCy

    return Shape(
        lex_attrs.is_punct(text),
        text.isspace(),
        lex_attrs.is_quote(text),
        text.islower(),
        text.isalpha(),
    )


def _universal(dep: str) -> str:
    return dep.split(":", 1)[0]


# Cleared when full, so that memory stays bounded however many dispatches are read.
SHAPES = Kept(_shape)
MORPHS = Kept(Morph)
LOWER = Kept(str.lower)
RELATIONS = Kept(_universal)
