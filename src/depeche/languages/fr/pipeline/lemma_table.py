"""A spaCy component that puts right the lemmas of verbs.

The trained lemmatizer rewrites endings and now and then makes up a verb. Where a table of conjugated
forms knows the form, only the table's lemmas are possible: the trained one is kept if it is among them,
else the first is taken. A word with an auxiliary of its own is a verb, whatever the tagger took it for
("Kigali a démenti"), and so is one with a subject under a conjunction ("si l'Iran attaque"). The table also
tells futures that the tagger takes for presents ("nous livrerons").
Feminine adjectives that the lemmatizer left as they are get their masculine ("mensongères": "mensonger").
A pronoun that the parser took for an empty subject, of a verb that has none such, is its subject
("il s'est dit prêt").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from depeche.languages.forms import FormTable, chosen, of_class
from depeche.languages.predicates import FINITE, tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from spacy.tokens import Doc, Token

__all__ = ["LemmaTable"]

_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY = frozenset({"aux:tense", "aux:pass"})
# Endings that the future shares with the present, and the conditional with the imperfect: where the third
# person plural of a future has the same stem ("livreront"), the form is one ("livrons", but no "livront"); else
# it is none ("demeurait", but no "demeuront").
_SHARED = (
    ("ons", "Mood=Ind|Number=Plur|Person=1|Tense=Fut", "Mood=Ind|Number=Plur|Person=1|Tense=Pres"),
    ("ez", "Mood=Ind|Number=Plur|Person=2|Tense=Fut", "Mood=Ind|Number=Plur|Person=2|Tense=Pres"),
    ("ait", "Mood=Cnd|Number=Sing|Person=3|Tense=Pres", "Mood=Ind|Number=Sing|Person=3|Tense=Imp"),
    ("aient", "Mood=Cnd|Number=Plur|Person=3|Tense=Pres", "Mood=Ind|Number=Plur|Person=3|Tense=Imp"),
)
_FUTURE = "ont"
# The future that ends as a simple past does ("renverra", but "montra").
_TO_COME = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
_AHEAD = frozenset({"Fut", "Cnd"})
# Feminine endings and the masculine ones: of "calomnieuse" and the like.
_FEMININE = (("euse", "eux"), ("ère", "er"), ("ive", "if"), ("elle", "el"), ("enne", "en"))
# Verbs that have an empty subject and an object ("il y a un accord", "il reste un espoir").
_IMPERSONAL = frozenset(
    {"avoir", "falloir", "rester", "manquer", "exister", "être", "agir", "tomber", "souffler", "faire"}
)
_PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"


@Language.factory(
    "depeche_fr_lemma_table",
    assigns=["token.lemma", "token.pos", "token.morph", "token.dep"],
    requires=["token.pos", "token.lemma", "token.dep"],
)
class LemmaTable:
    """Set the lemma of verb forms from a table."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Make an empty table; `fill` or `from_disk` gives it its forms."""
        self.name = name
        self._table = FormTable()

    def fill(self, forms_by_lemma: Mapping[str, Iterable[str]]) -> LemmaTable:
        """Take in the forms of each lemma; of two lemmas that share a form the first given is preferred."""
        self._table.fill(forms_by_lemma)
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Put right the lemmas of the verbs of `doc`, in place."""
        for token in chosen(doc, ("DEP", _AUXILIARY | {"expl:subj"}), ("POS", {"NOUN"})):
            if token.dep_ in _AUXILIARY:
                self._make_verb(token.head)
            elif token.dep_ == "expl:subj" and _has_subject(token):
                token.dep_ = "nsubj"
            elif token.pos_ == "NOUN" and token.lower_ in self._table and tells(token):
                token.pos_ = "VERB"
                token.set_morph(FINITE)  # type: ignore[attr-defined]
        for token in of_class(doc, _VERBAL | {"ADJ"}):
            if token.pos_ in _VERBAL:
                self._table.mend(token)
                self._make_future(token)
            elif token.pos_ == "ADJ":
                _make_masculine(token)
        return doc

    def _make_future(self, token: Token) -> None:
        """Call a present a future if its stem is one of the future ("nous livrerons": "ils livreront")."""
        form = token.lower_
        if "Fin" not in token.morph.get("VerbForm") or not self._table.lemmas(form):
            return
        if form.endswith("ra") and "Past" in token.morph.get("Tense") and not token.lemma_.endswith("rer"):
            token.set_morph(_TO_COME)  # type: ignore[attr-defined]
            return
        for ending, future, other in _SHARED:
            if form.endswith(ending):
                stem = form[: -len(ending)]
                ahead = stem.endswith("r") and token.lemma_ in self._table.lemmas(stem + _FUTURE)
                if ahead != bool(_AHEAD & {*token.morph.get("Tense"), *token.morph.get("Mood")}):
                    token.set_morph(f"{future if ahead else other}|VerbForm=Fin")  # type: ignore[attr-defined]
                return

    def _make_verb(self, token: Token) -> None:
        """Call a word with an auxiliary a verb, unless it is a predicate with a copula ("a été bref")."""
        if token.pos_ in _VERBAL or token.lower_ not in self._table:
            return
        if all(child.dep_ != "cop" for child in token.lefts):
            token.pos_ = "VERB"
            token.set_morph(_PARTICIPLE)  # type: ignore[attr-defined]

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into the folder `path`, the same bytes for the same table."""
        path.mkdir(parents=True, exist_ok=True)
        self._table.write(path / "forms.tsv.gz")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the table from the folder `path`."""
        self._table.read(path / "forms.tsv.gz")
        return self


def _has_subject(pronoun: Token) -> bool:
    """Whether the verb of an empty subject acts: on an object, or on itself with a word of how ("se dit prêt")."""
    verb = pronoun.head
    if pronoun.lower_ not in ("il", "-t-il", "-il") or verb.lemma_ in _IMPERSONAL:
        return False
    itself = any(child.dep_ == "expl:pv" for child in verb.lefts)
    if any(child.dep_ == "obj" and child.pos_ != "PRON" for child in verb.rights):
        return not itself
    return itself and any(child.dep_ == "xcomp" and _describes(child) for child in verb.rights)


def _make_masculine(token: Token) -> None:
    """Give a feminine adjective that is its own lemma the masculine one."""
    form = token.lower_.removesuffix("s")
    if token.lemma_.lower().removesuffix("s") != form or "Masc" in token.morph.get("Gender"):
        return
    for feminine, masculine in _FEMININE:
        if form.endswith(feminine):
            token.lemma_ = form.removesuffix(feminine) + masculine
            return


def _describes(token: Token) -> bool:
    return token.pos_ == "ADJ" or "Part" in token.morph.get("VerbForm")
