"""A spaCy component that puts right the lemmas of verbs, nouns and adjectives.

The trained lemmatizer rewrites endings and now and then makes up a word. Where the table of the word's part
of speech knows the form, only the table's lemmas are possible: the trained one is kept if it is among them,
else the first is taken. Verbs with pronouns at their end are forms of the verb ("reunirse": "reunir"). A word
with an auxiliary of its own, with both a subject and an object, or with a subject under a conjunction is a verb,
whatever the tagger took it for.
What someone "fue" somewhere is a form of "ir", not of "ser".
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

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "ADJ"})
_TOWARDS = frozenset({"a", "al", "hasta", "hacia"})
_PARTICIPLE = "Gender=Masc|Number=Sing|VerbForm=Part"


def _governs_as_verb(token: Token) -> bool:
    relations = {child.dep_ for child in token.children}
    if "cop" in relations:
        return False
    return bool(relations & {"aux", "aux:pass"}) or ("obj" in relations and "nsubj" in relations)


def _goes_somewhere(token: Token) -> bool:
    """Whether a verb has a place to go to: "fue a Kiev"."""
    places = (child for child in token.rights if child.dep_ == "obl")
    return any(mark.dep_ == "case" and mark.lower_ in _TOWARDS for place in places for mark in place.lefts)


@Language.factory(
    "depeche_es_lemma_table",
    assigns=["token.lemma", "token.pos", "token.morph"],
    requires=["token.pos", "token.lemma", "token.dep"],
)
class LemmaTable:
    """Set the lemmas of verbs, nouns and adjectives from two tables."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Make empty tables; `fill` or `from_disk` gives them their forms."""
        self.name = name
        self._verbs, self._nominals = FormTable(), FormTable()

    def fill(self, verbs: Mapping[str, Iterable[str]], nominals: Mapping[str, Iterable[str]]) -> LemmaTable:
        """Take in the forms of verbs, and of nouns and adjectives, by lemma, those preferred first."""
        self._verbs.fill(verbs)
        self._nominals.fill(nominals)
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Put right the lemmas of `doc`, in place."""
        for token in of_class(doc, _VERBAL | _NOMINAL):
            form, pos = token.lower_, token.pos_
            if pos in _NOMINAL and form in self._verbs and tells(token):
                token.pos_ = pos = "VERB"
                token.set_morph(FINITE)  # type: ignore[attr-defined]
            elif pos in _NOMINAL and form in self._verbs and _governs_as_verb(token):
                token.pos_ = pos = "VERB"
                if form.endswith("do"):
                    token.set_morph(_PARTICIPLE)  # type: ignore[attr-defined]
            if pos in _VERBAL:
                self._verbs.mend(token)
                if token.lemma_ == "ser" and "ir" in self._verbs.lemmas(form) and _goes_somewhere(token):
                    token.lemma_ = "ir"
            elif pos in _NOMINAL:
                self._nominals.mend(token)
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables into the folder `path`, the same bytes for the same tables."""
        path.mkdir(parents=True, exist_ok=True)
        self._verbs.write(path / "verbs.tsv.gz")
        self._nominals.write(path / "nominals.tsv.gz")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the tables from the folder `path`."""
        self._verbs.read(path / "verbs.tsv.gz")
        self._nominals.read(path / "nominals.tsv.gz")
        return self
