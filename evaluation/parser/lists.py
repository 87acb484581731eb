"""The two lists of sentences written for this evaluation: inverted speech, and weak points of parsers."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["inverted", "weak_points"]

_HERE = Path(__file__).parent


def _parsed(nlp: Language, code: str, name: str) -> Iterator[tuple[dict[str, Any], Doc]]:
    """The rows of a language's list with their parses."""
    lines = (_HERE / code / name).read_text(encoding="utf8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    tokenizer = importlib.import_module(f"depeche.languages.{code}.tokenizer")
    parseable: Callable[[str], str] = tokenizer.parseable
    return zip(rows, nlp.pipe(parseable(row["text"]) for row in rows), strict=True)


def _within(doc: Doc, span: list[int]) -> list[Token]:
    """The tokens of a span of characters."""
    return [token for token in doc if token.idx < span[1] and span[0] < token.idx + len(token)]


def inverted(nlp: Language, code: str) -> tuple[float, list[str]]:
    """Return the percentage of subjects that hang on their cue as nsubj, and the sentences that fail."""
    total, failed = 0, []
    for row, doc in _parsed(nlp, code, "inverted.jsonl"):
        total += 1
        cue = _within(doc, row["cue_span"])
        subjects = _within(doc, row["subject_span"])
        if not any(token.head in cue and token.dep_.startswith("nsubj") for token in subjects):
            seen = "; ".join(f"{token} {token.dep_} {token.head}" for token in subjects)
            failed.append(f"{row['id']} {row['text']} [{seen}]")
    return 100 * (1 - len(failed) / total), failed


def _named(doc: Doc, text: str) -> Token | None:
    """The token written ``form`` or, for the second of that form, ``form#1``."""
    form, _, number = text.partition("#")
    matching = [token for token in doc if token.text == form]
    place = int(number or 0)
    return matching[place] if place < len(matching) else None


def _holds(doc: Doc, fact: dict[str, list[str]]) -> bool:
    heads = [_named(doc, head) for head in fact["head"]]
    words = [_named(doc, word) for word in fact["word"]]
    return any(word and word.head in heads and word.dep_ in fact["relation"] for word in words)


def weak_points(nlp: Language, code: str) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Return how many facts of each kind hold, out of how many, and those that fail.

    Of a row with `sentences` each right sentence counts as a fact.
    """
    counts: dict[str, tuple[int, int]] = {}
    failed: list[str] = []
    for row, doc in _parsed(nlp, code, "weak_points.jsonl"):
        if "sentences" in row:
            found = [sentence.text for sentence in doc.sents]
            outcome = [(sentence, sentence in found) for sentence in row["sentences"]]
        else:
            outcome = [(str(fact), _holds(doc, fact)) for fact in row["facts"]]
        right, total = counts.get(row["kind"], (0, 0))
        counts[row["kind"]] = right + sum(ok for _, ok in outcome), total + len(outcome)
        failed += [f"{row['id']} {row['text']} {fact}" for fact, ok in outcome if not ok]
    return counts, failed
