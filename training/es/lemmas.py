"""The tables of forms that ship with the pipeline: those of verbs, and those of nouns and adjectives.

The words are those of the treebanks whose forms the rules get right, by frequency, and those of the data
folder; frequency decides between two words that share a form.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from training.es.conjugation import forms
from training.es.lexicon import LEXICON
from training.es.words import nominal_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from training.common.trees import Sentence

__all__ = ["nominal_table", "verb_table"]

_DATA = Path(__file__).parent / "data"
_PREFERRED = ("ser", "haber", "estar", "ver", "decir", "poder", "deber", "hacer", "tener", "dar", "crear", "sentir",
              "poner", "venir", "salir", "reunir", "fundar", "mostrar", "sentar", "parar")  # fmt: skip
_EXTRA = {
    "haber": ["hay"],
    "hacer": ["haz"],
    "decir": ["di"],
    "poner": ["pon"],
    "tener": ["ten"],
    "salir": ["sal"],
}


def _seen(sentences: Iterable[Sentence], upos: set[str]) -> list[tuple[str, Counter[str]]]:
    """The lemmas of some parts of speech with the forms seen of them, most frequent first."""
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            if token.upos in upos and token.lemma.isalpha() and token.lemma.islower():
                seen.setdefault(token.lemma, Counter())[token.form.lower()] += 1
    return sorted(seen.items(), key=lambda item: (-item[1].total(), item[0]))


def _good(seen: Iterable[tuple[str, Counter[str]]], made: Callable[[str], Iterable[str]]) -> list[str]:
    """The lemmas of which the rules make most forms that were seen, themselves seen or with many forms."""
    return [
        lemma
        for lemma, counts in seen
        if (lemma in counts or counts.total() > 2)
        and sum(count for form, count in counts.items() if form in set(made(lemma))) >= 0.7 * counts.total()
    ]


def _listed(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def verb_table(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return the forms of each verb, the verbs in order of preference."""
    seen = [pair for pair in _seen(sentences, {"VERB", "AUX"}) if pair[0].endswith(("ar", "er", "ir", "ír"))]
    verbs = dict.fromkeys([*_PREFERRED, *_good(seen, forms), *_listed("verbs.txt")])
    return {verb: [*forms(verb), *_EXTRA.get(verb, [])] for verb in verbs if len(verb) > 1}


def nominal_table(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return the forms of each noun and adjective, in order of preference."""

    def noun(lemma: str) -> list[str]:
        return nominal_forms(lemma, adjective=False)

    def adjective(lemma: str) -> list[str]:
        return nominal_forms(lemma, adjective=True)

    adjectives = dict.fromkeys([*sorted(LEXICON.adjectives), *_good(_seen(sentences, {"ADJ"}), adjective)])
    nouns = dict.fromkeys(
        [*LEXICON.nouns, *_listed("more_nouns.txt"), *_good(_seen(sentences, {"NOUN"}), noun)]
    )
    table = {word: noun(word) for word in nouns if len(word) > 2}
    return table | {word: adjective(word) for word in adjectives if len(word) > 2}
