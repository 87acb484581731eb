"""A spaCy component that puts right the lemmas of verbs and nouns.

The trained lemmatizer rewrites endings and now and then makes up a word ("accus"). Where the table of the
word's part of speech knows the form, only the table's lemmas are possible: the trained one is kept if it is
among them, else the first is taken. A noun or adjective with both a subject and an object is the verb whose form
it has ("vetoed"), and so is one with a conjunction and a subject ("if Iran attacks").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from depeche.languages.forms import FormTable, of_class
from depeche.languages.predicates import FINITE, tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from spacy.tokens import Doc, Token

__all__ = ["LemmaTable"]

_CLASSES = frozenset({"VERB", "NOUN", "ADJ"})


def _governs_as_verb(token: Token) -> bool:
    relations = {child.dep_ for child in token.children}
    return "obj" in relations and "nsubj" in relations


@Language.factory(
    "depeche_en_lemma_table",
    assigns=["token.lemma", "token.pos", "token.morph"],
    requires=["token.pos", "token.lemma", "token.dep"],
)
class LemmaTable:
    """Set the lemmas of verbs and nouns from two tables."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Make empty tables; `fill` or `from_disk` gives them their forms."""
        self.name = name
        self._verbs, self._nouns = FormTable(), FormTable()

    def fill(self, verbs: Mapping[str, Iterable[str]], nouns: Mapping[str, Iterable[str]]) -> LemmaTable:
        """Take in the forms of verbs and nouns by lemma, those preferred first."""
        self._verbs.fill(verbs)
        self._nouns.fill(nouns)
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Put right the lemmas of `doc`, in place."""
        tables = {"VERB": self._verbs, "NOUN": self._nouns}
        for token in of_class(doc, _CLASSES):
            if token.pos_ in ("NOUN", "ADJ") and token.lower_ in self._verbs:
                if tells(token):
                    token.set_morph(FINITE)  # type: ignore[attr-defined]
                    token.pos_ = "VERB"
                elif _governs_as_verb(token):
                    token.pos_ = "VERB"
            table = tables.get(token.pos_)
            if table is not None:
                table.mend(token)
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables into the folder `path`, the same bytes for the same tables."""
        path.mkdir(parents=True, exist_ok=True)
        self._verbs.write(path / "verbs.tsv.gz")
        self._nouns.write(path / "nouns.tsv.gz")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the tables from the folder `path`."""
        self._verbs.read(path / "verbs.tsv.gz")
        self._nouns.read(path / "nouns.tsv.gz")
        return self
