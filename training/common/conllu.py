"""CoNLL-U files as sentences of our own, brought to one scheme by what a language says of its treebanks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from training.common.trees import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["Row", "Scheme", "numbered"]


@dataclass
class Row:
    """A word line of a CoNLL-U file; `head` counts from 1, 0 is the root, -1 none."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str
    space: bool


@dataclass
class _Block:
    """The lines of one sentence: its words, and the spans (first, last, form, space) of contractions."""

    words: list[Row]
    spans: list[tuple[int, int, str, bool]]
    key: str = ""


@dataclass(frozen=True)
class Scheme:
    """How the treebanks of a language are read.

    `kept` are the features that are kept, `relations` the relations that get another name, `repairs` put the
    words of a sentence right in place. Contractions are one token if `whole` (French ``du``), else as many as
    they have words (English ``don't``), provided that the words have as many letters as the contraction.
    """

    kept: frozenset[str]
    relations: Mapping[str, str]
    repairs: tuple[Callable[[list[Row]], None], ...] = ()
    whole: bool = True


def _blocks(path: Path) -> Iterator[_Block]:
    block = _Block([], [])
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        columns = line.split("\t")
        if line.startswith("# sent_id = "):
            block.key = line.removeprefix("# sent_id = ").strip()
        elif not line:
            if block.words:
                yield block
            block = _Block([], [])
        elif len(columns) == 10 and "." not in columns[0]:
            space = "SpaceAfter=No" not in columns[9]
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                block.spans.append((first - 1, last - 1, columns[1], space))
            else:
                head = int(columns[6]) if columns[6] != "_" else -1
                form, lemma, upos, feats = columns[1], columns[2], columns[3], columns[5]
                block.words.append(Row(form, lemma, upos, feats, head, columns[7], space))


def _merge(words: list[Row], first: int, last: int, form: str, *, space: bool) -> Row:
    """The one word that stands for the words `first` to `last` of a contraction."""
    inside = range(first + 1, last + 2)
    parts = words[first : last + 1]
    outer = [part for part in parts if part.head not in inside] or parts
    chosen = next((part for part in outer if part.upos == "PRON" and part.relation != "case"), outer[0])
    feats = next((part.feats for part in parts if part.upos == "DET"), chosen.feats)
    return replace(chosen, form=form, space=space, feats=feats if chosen.upos == "ADP" else chosen.feats)


def _part(words: list[Row], first: int, last: int, form: str, *, space: bool) -> bool:
    """Join the words of a contraction without spaces, or say that its letters are more or fewer."""
    parts = words[first : last + 1]
    if sum(len(part.form) for part in parts) != len(form):
        return False
    for part in parts:
        part.space = part is parts[-1] and space
    return True


def _tokens(block: _Block, scheme: Scheme) -> list[Token]:
    words = block.words
    starts = {
        first: (last, form, space)
        for first, last, form, space in block.spans
        if scheme.whole or not _part(words, first, last, form, space=space)
    }
    merged: list[Row] = []
    index: dict[int, int] = {}
    position = 0
    while position < len(words):
        if position in starts:
            last, form, space = starts[position]
            row = _merge(words, position, last, form, space=space)
        else:
            last, row = position, words[position]
        index |= dict.fromkeys(range(position, last + 1), len(merged))
        merged.append(row)
        position = last + 1
    heads = [position if row.head == 0 else index[row.head - 1] for position, row in enumerate(merged)]
    return _cut_at_spaces(merged, heads, scheme)


def _cut_at_spaces(rows: list[Row], heads: list[int], scheme: Scheme) -> list[Token]:
    starts: list[int] = []
    count = 0
    for row in rows:
        starts.append(count)
        count += len(row.form.split())
    tokens: list[Token] = []
    for position, row in enumerate(rows):
        pieces = row.form.split()
        for offset, piece in enumerate(pieces):
            last = offset == len(pieces) - 1
            tokens.append(
                Token(
                    piece,
                    row.lemma if len(pieces) == 1 else piece,
                    row.upos if row.upos != "_" else "X",
                    "|".join(pair for pair in row.feats.split("|") if pair.split("=")[0] in scheme.kept),
                    starts[position] if offset else starts[heads[position]],
                    "flat" if offset else scheme.relations.get(row.relation, row.relation),
                    row.space if last else True,
                )
            )
    return tokens


def numbered(path: Path, scheme: Scheme) -> Iterator[tuple[str, list[Token]]]:
    """Yield the ids and sentences of a CoNLL-U file; those without a full tree are left out."""
    for block in _blocks(path):
        if any(word.head < 0 for word in block.words):
            continue
        for repair in scheme.repairs:
            repair(block.words)
        yield block.key, _tokens(block, scheme)
