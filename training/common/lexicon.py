"""The words that a grammar may use: function words, nouns, adjectives, names, from a language's data folder.

``words.txt`` has function words (form, lemma, part of speech, features), ``nouns.txt`` nouns (``m: accord …``
where they have a gender, else ``accord …``), ``adjectives.txt`` adjectives, ``gazetteer/*.txt`` names.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from training.common.trees import Node

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Lexicon"]

_GENDERS = {"m": "Masc", "f": "Fem"}


def _lines(path: Path) -> list[str]:
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf8").splitlines())
    return [line for line in lines if line]


def _features(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split("|")) if text not in {"", "_"} else {}


class Lexicon:
    """The words of a data folder."""

    def __init__(
        self, folder: Path, *, plural: Callable[[str], str], proper: dict[str, str] | None = None
    ) -> None:
        """Take the words of `folder`; `plural` makes the plural of a noun.

        Where `proper` gives the features of proper nouns, every noun with a capital is one (English
        ``Minister``); else a noun that the folder knows stays a noun (French ``Défense``).
        """
        self._folder, self._plural, self._proper = folder, plural, proper
        self._entries: dict[str, list[str]] = {}

    def entries(self, name: str) -> list[str]:
        """Return the entries of a gazetteer; a line may hold several between commas."""
        if name not in self._entries:
            lines = _lines(self._folder / "gazetteer" / f"{name.lower()}.txt")
            self._entries[name] = [
                entry.strip() for line in lines for entry in line.split(",") if entry.strip()
            ]
        return self._entries[name]

    @cached_property
    def _function_words(self) -> dict[str, tuple[str, str, dict[str, str]]]:
        rows = [line.split() for line in _lines(self._folder / "words.txt")]
        return {row[0]: (row[1], row[2], _features(row[3] if len(row) > 3 else "")) for row in rows}

    @cached_property
    def nouns(self) -> dict[str, str]:
        """The nouns with their gender, empty where they have none."""
        rows = [line.rpartition(":") for line in _lines(self._folder / "nouns.txt")]
        return {noun: _GENDERS.get(gender.strip(), "") for gender, _, nouns in rows for noun in nouns.split()}

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """The adjectives as the folder lists them."""
        lines = _lines(self._folder / "adjectives.txt")
        return frozenset(adjective for line in lines for adjective in line.split())

    def word(self, text: str, *, adjective: bool = False) -> Node:
        """Return the word of the lexicon written `text`.

        ``accord.p`` is the plural of a noun; ``form/UPOS`` and ``form/UPOS/lemma/feats`` say what the lexicon
        does not, and a lemma left out is the form; an unknown word with a capital is a proper noun. Where a noun
        and an adjective are written alike, `adjective` tells which is meant.

        Raises:
            KeyError: the lexicon does not have the word.
        """
        form, *said = text.split("/")
        if said and form:
            lemma = said[1] if len(said) > 1 and said[1] else form
            return Node(form, lemma, said[0], _features(said[2] if len(said) > 2 else ""))
        if text in self._function_words:
            lemma, upos, feats = self._function_words[text]
            return Node(text, lemma, upos, dict(feats))
        if not any(map(str.isalnum, text)):
            return Node(text, text, "PUNCT")
        base, _, suffix = text.partition(".")
        noun = base if base in self.nouns else base.lower()
        if text in self.adjectives and (adjective or noun not in self.nouns):
            return Node(text, text, "ADJ")
        if text.lower() in self.adjectives and (adjective or noun not in self.nouns) and not text.isupper():
            return Node(text, text.lower(), "ADJ")
        if self._proper and text[0].isupper():
            number = {"Number": "Plur"} if suffix == "p" else self._proper
            form = self._plural(base) if suffix == "p" else text
            return Node(form, base, "PROPN", dict(number))
        if noun in self.nouns and suffix in {"", "p"}:
            feats = {"Gender": self.nouns[noun]} if self.nouns[noun] else {}
            feats["Number"] = "Plur" if suffix else "Sing"
            return Node(self._plural(base) if suffix else base, noun, "NOUN", feats)
        if (text[0].isupper() or text[0].isdigit()) and suffix != "p":
            return Node(text, text, "PROPN" if text[0].isupper() else "NUM")
        raise KeyError(f"The lexicon has no word {text!r}: add it to {self._folder.name}.")
