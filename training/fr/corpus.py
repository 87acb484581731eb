"""The training corpora, written as spaCy's DocBin files."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

import spacy
from spacy.tokens import Doc, DocBin, Span

from depeche.languages.fr.tokenizer import parseable
from training.fr import fenec
from training.fr.augment import augmented
from training.fr.clauses import Clauses
from training.fr.conllu import numbered
from training.fr.entities import labelled
from training.fr.grammar import Grammar
from training.fr.names import marked, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

    from training.fr.trees import Sentence, Token

__all__ = ["blank", "build", "document", "grouped"]

T = TypeVar("T")
_ATTRIBUTES = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
_GRAMMAR = Path(__file__).parent / "data" / "grammar"
_WRITTEN = [
    "Sequoia/fr_sequoia-ud-train", "Sequoia/fr_sequoia-ud-dev", "GSD/fr_gsd-ud-dev", "FQB/fr_fqb-ud-test",
    "PUD/fr_pud-ud-test",
]  # fmt: skip
_SPOKEN = [f"{name}/fr_{name.lower()}-ud-{part}" for name in ("Rhapsodie", "ParisStories")
           for part in ("train", "dev", "test")]  # fmt: skip
_CLAUSES_FROM = [_WRITTEN[0], _WRITTEN[2]]
_FENEC = ("defense", "encyclopedia")


def blank() -> Language:
    """An empty pipeline with our tokenizer."""
    return spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "depeche_fr_tokenizer"}}})


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


def _sentences(treebanks: Path, name: str) -> Iterator[list[Token]]:
    """The sentences of a part of a treebank with their names: as marked by hand, else as far as known."""
    path = treebanks / f"{name}.conllu"
    for key, sentence in numbered(path):
        by_hand = marked(path.stem, key, sentence)
        yield labelled(sentence) if by_hand is None else by_hand


def _written(nlp: Language, treebanks: Path, rng: Random) -> Iterator[Doc]:
    for name in _WRITTEN:
        sentences = list(_sentences(treebanks, name))
        varied = [augmented(renamed(sentence, rng), rng) for sentence in sentences]
        for run in itertools.chain(*(grouped(part, rng, longest=10) for part in (sentences, varied))):
            yield document(nlp, run)


def _spoken(nlp: Language, treebanks: Path, rng: Random) -> Iterator[Doc]:
    for name in _SPOKEN:
        sentences = list(filter(_fluent, _sentences(treebanks, name)))
        yield from (document(nlp, run) for run in grouped(sentences, rng, longest=10))


def _made(nlp: Language, treebanks: Path, rng: Random, *, texts: int) -> Iterator[Doc]:
    """Texts drawn from the grammar."""
    sources = [_sentences(treebanks, name) for name in _CLAUSES_FROM]
    grammar = Grammar(_GRAMMAR, clause=Clauses(itertools.chain(*sources)))
    drawn = [grammar.text("TEXT", rng) for _ in range(texts)]
    for run in grouped(drawn, rng, longest=4):
        sentences = [augmented(sentence, rng) for text in run for sentence in text]
        yield document(nlp, sentences)


def _named(nlp: Language, folder: Path, rng: Random) -> Iterator[Doc]:
    """The passages of FENEC that may be trained on: names and no trees."""
    for path in sorted(folder.glob("*.txt")):
        if not path.name.startswith(_FENEC):
            continue
        for passage in fenec.read(path):
            doc = nlp.make_doc(parseable(passage.text))
            spans = [doc.char_span(*name, alignment_mode="expand") for name in passage.names]
            doc.set_ents([span for span in spans if span is not None])
            yield doc


def _write(docs: Iterable[Doc], path: Path) -> None:
    corpus = DocBin(attrs=_ATTRIBUTES, docs=docs)
    corpus.to_disk(path)


def build(shared: Path, out: Path, *, seed: int, texts: int) -> None:
    """Write ``train/*.spacy`` and ``dev.spacy`` under `out` from the data under `shared`."""
    nlp, rng = blank(), Random(seed)
    treebanks = shared / "treebanks" / "fr"
    (out / "train").mkdir(parents=True, exist_ok=True)
    _write(_written(nlp, treebanks, rng), out / "train" / "written.spacy")
    _write(_spoken(nlp, treebanks, rng), out / "train" / "spoken.spacy")
    _write(_made(nlp, treebanks, rng, texts=texts), out / "train" / "made.spacy")
    named = list(_named(nlp, shared / "ner" / "fr" / "fenec", rng))
    _write(itertools.chain.from_iterable(itertools.repeat(named, 3)), out / "train" / "named.spacy")
    dev = list(_sentences(treebanks, "Sequoia/fr_sequoia-ud-dev"))
    _write((document(nlp, run) for run in grouped(dev, rng, longest=10)), out / "dev.spacy")
