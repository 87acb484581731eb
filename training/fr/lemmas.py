"""The table of verb forms that ships with the pipeline: every form of every verb we know of.

The verbs are those of the treebanks whose forms the conjugator gets right, by frequency, and then those of
``data/verbs.txt``; frequency decides between two verbs that share a form.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from training.fr.conjugation import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.common.trees import Sentence

__all__ = ["verb_forms"]

_VERBS = Path(__file__).parent / "data" / "verbs.txt"
_PREFERRED = ("être", "avoir", "pouvoir", "devoir", "faire", "aller", "voir", "savoir", "vouloir", "dire")
# Infinitives that the treebanks misspell.
_MISSPELT = frozenset({"rappeller"})
_EXTRA = {
    "pouvoir": ["puis"],
    "vouloir": ["veuillez"],
    "avoir": ["aies", "ayez"],
    "être": ["sois", "fussent"],
}


def _attested(sentences: Iterable[Sentence]) -> Iterator[str]:
    """The verbs of the sentences, most frequent first, if the conjugator gives what was seen of them."""
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            if token.upos in {"VERB", "AUX"} and token.lemma.endswith(("er", "ir", "re", "ïr")):
                seen.setdefault(token.lemma, Counter())[token.form.lower()] += 1
    for lemma, counts in sorted(seen.items(), key=lambda item: (-item[1].total(), item[0])):
        known = sum(count for form, count in counts.items() if form in set(forms(lemma)))
        if lemma.islower() and lemma not in _MISSPELT and known >= 0.7 * counts.total():
            yield lemma


def verb_forms(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    """Return the forms of each verb, the verbs in order of preference."""
    lines = _VERBS.read_text(encoding="utf8").splitlines()
    listed = [verb for line in lines if not line.startswith("#") for verb in line.split()]
    verbs = dict.fromkeys([*_PREFERRED, *_attested(sentences), *listed])
    return {verb: [*forms(verb), *_EXTRA.get(verb, [])] for verb in verbs}
