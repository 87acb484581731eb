"""The measures of the CoNLL 2018 shared task: F1 over words aligned by their characters, in percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.parser.ud import Word

__all__ = ["compare"]


def _f1(correct: int, gold: int, system: int) -> float:
    return 200 * correct / (gold + system) if gold + system else 0.0


def _spans(words: Sequence[Word]) -> set[tuple[int, int]]:
    """The sentences as (start, end)."""
    bounds: dict[int, tuple[int, int]] = {}
    for word in words:
        start, _ = bounds.get(word.sentence, (word.start, 0))
        bounds[word.sentence] = start, word.end
    return set(bounds.values())


def compare(gold: Sequence[Word], system: Sequence[Word]) -> dict[str, float]:
    """Return tokens, sentences, UPOS, lemmas, lemmas of verbs, UAS and LAS.

    As in the shared task, relations are compared without their subtypes and punctuation counts; the LAS
    without punctuation stands besides.
    """
    place = {word.key: index for index, word in enumerate(system)}
    aligned = {index: place[word.key] for index, word in enumerate(gold) if word.key in place}

    def same_head(index: int, other: int) -> bool:
        head = gold[index].head
        return system[other].head == (aligned.get(head, -2) if head >= 0 else -1)

    def count(agree: Callable[[int, int], bool]) -> int:
        return sum(agree(index, other) for index, other in aligned.items())

    def attached(index: int, other: int) -> bool:
        return same_head(index, other) and gold[index].relation == system[other].relation

    verbs = [(index, other) for index, other in aligned.items() if gold[index].upos in {"VERB", "AUX"}]
    right = sum(gold[index].lemma == system[other].lemma for index, other in verbs)
    scores = {
        "tokens": len(aligned),
        "upos": count(lambda a, b: gold[a].upos == system[b].upos),
        "lemmas": count(lambda a, b: gold[a].lemma == system[b].lemma),
        "uas": count(same_head),
        "las": count(attached),
    }
    result = {name: _f1(correct, len(gold), len(system)) for name, correct in scores.items()}
    gold_spans, system_spans = _spans(gold), _spans(system)
    result["sentences"] = _f1(len(gold_spans & system_spans), len(gold_spans), len(system_spans))
    marks = [sum(word.upos == "PUNCT" for word in words) for words in (gold, system)]
    right_words = count(lambda a, b: attached(a, b) and "PUNCT" not in {gold[a].upos, system[b].upos})
    result["las without marks"] = _f1(right_words, len(gold) - marks[0], len(system) - marks[1])
    result["verb lemmas"] = 100 * right / len(verbs) if verbs else 0.0
    return result
