"""CoNLL-U files of the French treebanks as sentences of our own scheme.

Contractions (``au``, ``du``, ``des``, ``auquel``) are one token, which takes its relation from the
preposition (or from the relative pronoun) and its features from the article. Numbers written with spaces
are cut at them. Relations that the treebanks use differently are brought to one (see `harmonised`).
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from training.fr.trees import Token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["numbered", "read"]

_KEPT = set("Gender Number Person Mood Tense VerbForm PronType Definite Polarity Poss Reflex".split())
_RELATIONS = {
    "obl:arg": "obl", "obl:mod": "obl", "dep:comp": "dep", "parataxis:insert": "parataxis",
    "parataxis:parenth": "parataxis", "nsubj:caus": "nsubj", "nsubj:outer": "nsubj", "csubj:pass": "csubj",
    "csubj:outer": "csubj", "obj:lvc": "obj", "obj:agent": "obj", "iobj:agent": "iobj", "nmod:appos": "appos",
    "compound": "flat", "expl": "expl:subj", "aux": "aux:tense", "ccomp:cleft": "ccomp", "root": "ROOT",
}  # fmt: skip
_HONORIFICS = set(
    "m. m mm. mme mme. mmes mlle monsieur messieurs madame mesdames mademoiselle dr dr. docteur lord sir "
    "lady maître me mgr saint sainte mr mr. mrs".split()
)


@dataclass
class _Row:
    """A word line of a CoNLL-U file."""

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

    words: list[_Row]
    spans: list[tuple[int, int, str, bool]]
    key: str = ""


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
                block.words.append(_Row(form, lemma, upos, feats, head, columns[7], space))


def _harmonise_titles(words: list[_Row]) -> None:
    """Make names after M. or Mme flat:name, names after an office appos, everywhere."""
    marked = {word.head for word in words if word.relation == "case"}
    for position, word in enumerate(words):
        if not 0 < word.head <= position or position + 1 in marked:
            continue
        head = words[word.head - 1]
        if head.form.lower() in _HONORIFICS:
            if word.upos == "PROPN" and word.relation in {"nmod", "appos", "flat", "flat:name", "compound"}:
                word.relation = "flat:name"
        elif word.upos == "PROPN":
            if head.upos == "NOUN" and word.relation in {"nmod", "flat", "flat:name", "compound"}:
                word.relation = "appos"
            elif head.upos == "PROPN" and word.relation in {"flat", "compound"}:
                word.relation = "flat:name"


def _harmonise_words(words: list[_Row]) -> None:
    """Give the reflexive pronoun the same lemma and features everywhere."""
    for word in words:
        if word.upos == "PRON" and word.form.lower() in {"se", "s'", "s\u2019"}:
            word.lemma, word.feats = "soi", "Person=3|PronType=Prs|Reflex=Yes"


def _kept(feats: str) -> str:
    return "|".join(pair for pair in feats.split("|") if pair.split("=")[0] in _KEPT)


def _merge(words: list[_Row], first: int, last: int, form: str, *, space: bool) -> _Row:
    """The one word that stands for the words `first` to `last` of a contraction."""
    inside = range(first + 1, last + 2)
    parts = words[first : last + 1]
    outer = [part for part in parts if part.head not in inside] or parts
    chosen = next((part for part in outer if part.upos == "PRON" and part.relation != "case"), outer[0])
    feats = next((part.feats for part in parts if part.upos == "DET"), chosen.feats)
    return replace(chosen, form=form, space=space, feats=feats if chosen.upos == "ADP" else chosen.feats)


def _tokens(block: _Block) -> list[Token]:
    words = block.words
    starts = {first: (last, form, space) for first, last, form, space in block.spans}
    merged: list[_Row] = []
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
    return _cut_at_spaces(merged, heads)


def _cut_at_spaces(rows: list[_Row], heads: list[int]) -> list[Token]:
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
                    _kept(row.feats),
                    starts[position] if offset else starts[heads[position]],
                    "flat" if offset else _RELATIONS.get(row.relation, row.relation),
                    row.space if last else True,
                )
            )
    return tokens


def numbered(path: Path) -> Iterator[tuple[str, list[Token]]]:
    """Yield the ids and sentences of a CoNLL-U file; those without a full tree are left out."""
    for block in _blocks(path):
        if any(word.head < 0 for word in block.words):
            continue
        _harmonise_titles(block.words)
        _harmonise_words(block.words)
        yield block.key, _tokens(block)


def read(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file."""
    return (sentence for _, sentence in numbered(path))
