"""The tables of verb and noun forms that ship with the pipeline.

The verbs are those of the treebanks whose forms the rules of inflection get right, by frequency, and those of
``data/verbs.txt``; the nouns the treebanks' with a plural of their own, and the irregular ones.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from training.en.forms import noun_forms, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.common.trees import Sentence

__all__ = ["noun_table", "verb_table"]

_DATA = Path(__file__).parent / "data"


def _seen(sentences: Iterable[Sentence], upos: set[str]) -> list[tuple[str, Counter[str]]]:
    """The lemmas of some parts of speech with the forms seen of them, most frequent first."""
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            if token.upos in upos and token.lemma.isalpha() and token.lemma.islower():
                seen.setdefault(token.lemma, Counter())[token.form.lower()] += 1
    return sorted(seen.items(), key=lambda item: (-item[1].total(), item[0]))


def _listed(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def verb_table(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return the forms of each verb, the verbs in order of preference."""
    good = []
    for lemma, counts in _seen(sentences, {"VERB"}):
        known = sum(count for form, count in counts.items() if form in set(verb_forms(lemma)))
        if known >= 0.7 * counts.total() and len(lemma) > 1:
            good.append(lemma)
    irregular = [
        line.split()[0] for line in (_DATA / "irregular_verbs.txt").read_text("utf8").splitlines()[1:]
    ]
    verbs = dict.fromkeys(["be", "have", "do", *good, *_listed("verbs.txt"), *irregular])
    return {verb: verb_forms(verb) for verb in verbs}


def noun_table(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return singular and plural of each noun, the nouns in order of preference."""
    good = []
    for lemma, counts in _seen(sentences, {"NOUN"}):
        forms = set(noun_forms(lemma))
        known = sum(count for form, count in counts.items() if form in forms)
        if known >= 0.7 * counts.total() and len(lemma) > 2 and counts.total() > 1:
            good.append(lemma)
    irregular = [
        line.split()[0] for line in (_DATA / "irregular_nouns.txt").read_text("utf8").splitlines()[1:]
    ]
    nouns = dict.fromkeys([*good, *(noun for noun in _listed("nouns.txt") if noun.isalpha()), *irregular])
    return {noun: noun_forms(noun) for noun in nouns}
