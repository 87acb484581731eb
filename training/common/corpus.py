"""The training corpora, written as spaCy's DocBin files."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, TypeVar

import spacy
from spacy.tokens import Doc, DocBin, Span

from training.common.augment import Typography, augmented, restyled
from training.common.clauses import Clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from training.common.grammar import Grammar
    from training.common.trees import Node, Sentence, Token

__all__ = ["Recipe", "blank", "build", "document", "grouped"]

T = TypeVar("T")
_ATTRIBUTES = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]


@dataclass(frozen=True)
class Recipe:
    """What the corpora of a language are made of.

    Treebanks are named by their path below ``treebanks/CODE``, without the ending. `sentences` reads one of
    them with the names of its words set; `renamed` gives a sentence other persons; `grammar` makes the
    grammar from the clauses that its speakers say; `named` reads texts with names and no trees from the
    folder of shared corpora. `steps` are those of the first leg of training, `second_leg` those of a second
    on corpora drawn afresh, if there is one.
    """

    code: str
    tokenizer: str
    written: Sequence[str]
    spoken: Sequence[str]
    clauses_from: Sequence[str]
    dev: str
    house: Typography
    sentences: Callable[[Path], Iterator[list[Token]]]
    renamed: Callable[[Sentence, Random], list[Token]]
    grammar: Callable[[Callable[[Random], Node]], Grammar]
    named: Callable[[Language, Path], Iterator[Doc]]
    steps: int = 6000
    second_leg: int = 0
    named_times: int = 3
    varied_share: float = 1.0


def blank(tokenizer: str) -> Language:
    """An empty pipeline with a tokenizer of ours."""
    return spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": tokenizer}}})


def document(nlp: Language, sentences: Iterable[Sentence]) -> Doc:
    """Write sentences into one document; tokens with an empty entity are left open to the recogniser."""
    tokens: list[Token] = []
    heads: list[int] = []
    starts: list[int] = []
    for sentence in sentences:
        starts.append(len(tokens))
        heads += [len(tokens) + token.head for token in sentence]
        tokens += sentence
    ends = {start - 1 for start in starts}
    doc = Doc(
        nlp.vocab,
        words=[token.form for token in tokens],
        spaces=[token.space or place in ends for place, token in enumerate(tokens[:-1])] + [False],
        pos=[token.upos for token in tokens],
        morphs=[token.feats for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=heads,
        deps=[token.dep for token in tokens],
    )
    _set_entities(doc, tokens)
    return doc


def _set_entities(doc: Doc, tokens: Sequence[Token]) -> None:
    names, open_tokens = [], []
    for place, token in enumerate(tokens):
        if token.entity.startswith("B-"):
            end = place + 1
            while end < len(tokens) and tokens[end].entity.startswith("I-"):
                end += 1
            names.append(Span(doc, place, end, token.entity[2:]))
        elif not token.entity:
            open_tokens.append(Span(doc, place, place + 1))
    doc.set_ents(names, missing=open_tokens, default="outside")


def grouped(things: Sequence[T], rng: Random, *, longest: int) -> Iterator[Sequence[T]]:
    """Cut a list into runs of 1 to `longest`."""
    start = 0
    while start < len(things):
        size = rng.randint(1, longest)
        yield things[start : start + size]
        start += size


def _fluent(sentence: Sentence) -> bool:
    """Whether a spoken sentence is worth reading: no repairs, more than a word or two."""
    return len(sentence) > 3 and all(token.dep != "reparandum" for token in sentence)


class _Builder:
    """The parts of one language's corpora."""

    def __init__(self, recipe: Recipe, shared: Path, seed: int) -> None:
        self._recipe, self._rng, self._shared = recipe, Random(seed), shared
        self._nlp = blank(recipe.tokenizer)

    def _read(self, name: str) -> Iterator[list[Token]]:
        return self._recipe.sentences(self._shared / "treebanks" / self._recipe.code / f"{name}.conllu")

    def _varied(self, sentences: Sequence[Sentence]) -> list[list[Token]]:
        """A share of the sentences with other persons and in another typography."""
        recipe, rng = self._recipe, self._rng
        whole = recipe.varied_share >= 1
        chosen = [sentence for sentence in sentences if whole or rng.random() < recipe.varied_share]
        return [augmented(recipe.renamed(sentence, rng), rng, recipe.house) for sentence in chosen]

    def written(self) -> Iterator[Doc]:
        """The written treebanks as they are and varied."""
        for name in self._recipe.written:
            sentences = list(self._read(name))
            for part in (sentences, self._varied(sentences)):
                for run in grouped(part, self._rng, longest=10):
                    yield document(self._nlp, run)

    def spoken(self) -> Iterator[Doc]:
        """The spoken treebanks."""
        for name in self._recipe.spoken:
            sentences = list(filter(_fluent, self._read(name)))
            yield from (document(self._nlp, run) for run in grouped(sentences, self._rng, longest=10))

    def made(self, *, texts: int) -> Iterator[Doc]:
        """Texts drawn from the grammar."""
        sources = itertools.chain.from_iterable(self._read(name) for name in self._recipe.clauses_from)
        grammar = self._recipe.grammar(Clauses(sources))
        drawn = [grammar.text("TEXT", self._rng) for _ in range(texts)]
        house = self._recipe.house
        if house.straight or house.single:
            drawn = [restyled(text, self._rng, house) for text in drawn]
            house = replace(house, requoted=0.0)
        for run in grouped(drawn, self._rng, longest=4):
            sentences = (sentence for text in run for sentence in text)
            yield document(self._nlp, [augmented(each, self._rng, house) for each in sentences])

    def named(self) -> Iterator[Doc]:
        """Texts with names and no trees, each several times."""
        docs = list(self._recipe.named(self._nlp, self._shared / "ner" / self._recipe.code))
        return itertools.chain.from_iterable(itertools.repeat(docs, self._recipe.named_times))

    def dev(self) -> Iterator[Doc]:
        """The sentences that choose the checkpoint."""
        runs = grouped(list(self._read(self._recipe.dev)), self._rng, longest=10)
        return (document(self._nlp, run) for run in runs)


def _write(docs: Iterable[Doc], path: Path) -> None:
    DocBin(attrs=_ATTRIBUTES, docs=docs).to_disk(path)


def build(recipe: Recipe, shared: Path, out: Path, *, seed: int, texts: int) -> None:
    """Write ``train/*.spacy`` and ``dev.spacy`` under `out` from the data under `shared`."""
    builder = _Builder(recipe, shared, seed)
    (out / "train").mkdir(parents=True, exist_ok=True)
    _write(builder.written(), out / "train" / "written.spacy")
    if recipe.spoken:
        _write(builder.spoken(), out / "train" / "spoken.spacy")
    if texts:
        _write(builder.made(texts=texts), out / "train" / "made.spacy")
    _write(builder.named(), out / "train" / "named.spacy")
    _write(builder.dev(), out / "dev.spacy")
