"""Names marked by others: Universal NER for a part of the EWT treebank, wikigold for texts without trees."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from training.en.entities import clues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from training.common.trees import Token

__all__ = ["LABELS", "spans", "uner", "wikigold", "with_names"]

LABELS = ("PER", "LOC", "ORG")
Span = tuple[int, int, str]


def spans(tags: Sequence[str]) -> Iterator[Span]:
    """The half-open spans of a sequence of tags, ``B-`` or ``I-`` at their beginning."""
    start = 0
    while start < len(tags):
        end = start + 1
        while end < len(tags) and tags[end] == "I-" + tags[start][2:]:
            end += 1
        if tags[start][2:] in LABELS:
            yield start, end, tags[start][2:]
        start = end


def _ours(words: Sequence[str], span: Span) -> Span:
    """A name as we mark it: without its article, and a state that acts still a place."""
    start, end, label = span
    if words[start].lower() == "the" and end > start + 1:
        start += 1
    known = clues().known(" ".join(words[start:end]))
    return start, end, "LOC" if label == "ORG" and known == "LOC" else label


@cache
def uner(path: Path) -> dict[str, tuple[str, list[Span]]]:
    """The sentences of a file of Universal NER by id: their letters without spaces, and names in them."""
    found: dict[str, tuple[str, list[Span]]] = {}
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.split("\n")
        key = next((line[12:].strip() for line in lines if line.startswith("# sent_id = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        starts, text = [], ""
        for row in rows:
            starts.append(len(text))
            text += row[1].replace(" ", "")
        starts.append(len(text))
        words = [row[1] for row in rows]
        ours = [_ours(words, span) for span in spans([row[2] for row in rows])]
        names = [(starts[a], starts[b], label) for a, b, label in ours]
        if rows:
            found[key] = text, names
    return found


def with_names(sentence: Sequence[Token], text: str, names: Sequence[Span]) -> list[Token] | None:
    """The sentence with the names of `text`, its letters without spaces, or None where it is another text."""
    if len("".join(token.form for token in sentence)) != len(text):
        return None
    tokens, place = [], 0
    for token in sentence:
        end = place + len(token.form)
        inside = next((span for span in names if span[0] < end and place < span[1]), None)
        prefix = "B-" if inside and place <= inside[0] else "I-"
        tokens.append(replace(token, entity=prefix + inside[2] if inside else "O"))
        place = end
    return tokens


def wikigold(nlp: Language, path: Path) -> Iterator[Doc]:
    """The sentences of wikigold, tokenized as ours; names that are none of `LABELS` are left out."""
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if len(line.split()) == 2]
        if not rows:
            continue
        starts, text = [], ""
        for row in rows:
            starts.append(len(text))
            text += row[0] + " "
        doc = nlp.make_doc(text.rstrip())
        found = [
            doc.char_span(starts[a], starts[b - 1] + len(rows[b - 1][0]), label, alignment_mode="expand")
            for a, b, label in spans([row[1] for row in rows])
        ]
        doc.set_ents([span for span in found if span is not None])
        yield doc
