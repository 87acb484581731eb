"""Words of a CoNLL-U file and of a parsed document, laid side by side on the same characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc, Token

    from training.common.trees import Sentence

__all__ = ["Contractions", "Word", "converted_words", "gold_texts", "gold_words", "system_words"]

Contractions = Mapping[str, tuple[str, str, str]]
"""The two words of each contraction that a tokenizer leaves whole, and the lemma of the second."""


@dataclass
class Word:
    """A syntactic word: its place among the characters that are no spaces, and what is said of it.

    `part` is the word's form within a contraction (``à`` and ``le`` in ``au``), else empty; `head` is an
    index into the list the word stands in, -1 for a root; `relation` is without its subtype.
    """

    start: int
    end: int
    part: str
    upos: str
    lemma: str
    head: int
    relation: str
    sentence: int

    @property
    def key(self) -> tuple[int, int, str]:
        """What a word is aligned by."""
        return self.start, self.end, self.part


def _relation(text: str) -> str:
    return text.lower().split(":")[0]


def gold_texts(path: Path, *, run: int) -> Iterator[str]:
    """Yield the raw text of the file, `run` sentences at a time."""
    lines = path.read_text(encoding="utf8").splitlines()
    sentences = [line[len("# text = ") :] for line in lines if line.startswith("# text = ")]
    for start in range(0, len(sentences), run):
        yield " ".join(sentences[start : start + run])


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of the file as lists of columns, without empty nodes."""
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line.count("\t") == 9]
        if rows:
            yield [row for row in rows if "." not in row[0]]


def _spans(rows: list[list[str]], place: int) -> dict[int, tuple[int, int, str]]:
    """Start, end and part of each word of a sentence that begins at `place`, by its number.

    The words of a contraction share its characters, unless they only cut it (``do``, ``n't``).
    """
    forms = {int(row[0]): row[1].replace(" ", "") for row in rows if "-" not in row[0]}
    spans: dict[int, tuple[int, int, str]] = {}
    for row in (row for row in rows if "-" in row[0]):
        first, last = map(int, row[0].split("-"))
        if "".join(forms[number] for number in range(first, last + 1)) != row[1]:
            spans |= dict.fromkeys(range(first, last + 1), (first, first + len(row[1]), row[1]))
    placed: dict[int, tuple[int, int, str]] = {}
    for number, form in forms.items():
        first, _, whole = spans.get(number, (number, 0, form))
        start = placed[first][0] if first in placed else place
        placed[number] = start, start + len(whole), form.lower() if number in spans else ""
        place = start + len(whole)
    return placed


def gold_words(path: Path) -> list[Word]:
    """Return the words of the file."""
    words: list[Word] = []
    place = 0
    for sentence, rows in enumerate(_blocks(path)):
        first, spans = len(words), _spans(rows, place)
        for row in (row for row in rows if "-" not in row[0]):
            start, place, part = spans[int(row[0])]
            head = first + int(row[6]) - 1 if row[6] != "0" else -1
            words.append(Word(start, place, part, row[3], row[2], head, _relation(row[7]), sentence))
    return words


def converted_words(sentences: Iterable[Sentence]) -> list[Word]:
    """Return the words of sentences in the scheme of a pipeline, which cuts them as its tokenizer does."""
    words: list[Word] = []
    place = 0
    for number, sentence in enumerate(sentences):
        first = len(words)
        for index, token in enumerate(sentence):
            head = -1 if token.head == index else first + token.head
            end = place + len(token.form)
            words.append(Word(place, end, "", token.upos, token.lemma, head, _relation(token.dep), number))
            place = end
    return words


def _is_contraction(token: Token, contractions: Contractions) -> bool:
    form = token.lower_
    if form not in contractions:
        return False
    return token.pos_ == "ADP" or len(form) > 4 or (form in {"au", "aux"} and token.pos_ == "PRON")


def _expanded(token: Token, start: int, contractions: Contractions) -> list[Word]:
    """The one or two words of a token; heads are token indices until the caller maps them."""
    end, head = start + len(token), -1 if token.head == token else token.head.i
    if not _is_contraction(token, contractions):
        return [Word(start, end, "", token.pos_, token.lemma_, head, _relation(token.dep_), 0)]
    first, second, lemma = contractions[token.lower_]
    if len(token) > 4:
        return [
            Word(start, end, first, "ADP", first, -2, "case", 0),
            Word(start, end, second, "PRON", lemma, head, _relation(token.dep_), 0),
        ]
    inner = head if token.dep_ == "case" else -3
    return [
        Word(start, end, first, "ADP", first, head, _relation(token.dep_), 0),
        Word(start, end, second, "DET", lemma, inner, "det", 0),
    ]


def system_words(docs: Iterable[Doc], contractions: Contractions) -> list[Word]:
    """Return the words of parsed documents, contractions expanded as the treebanks do it."""
    words: list[Word] = []
    place = sentence = 0
    for doc in docs:
        main: dict[int, int] = {}
        fresh: list[tuple[int, Word]] = []
        for sent in doc.sents:
            for token in (token for token in sent if not token.is_space):
                for offset, word in enumerate(pair := _expanded(token, place, contractions)):
                    word.sentence = sentence
                    fresh.append((len(words) + len(fresh), word))
                    if offset == (len(pair) == 2 and len(token) > 4):
                        main[token.i] = fresh[-1][0]
                place += len(token)
            sentence += 1
        for index, word in fresh:
            neighbours = {-1: -1, -2: index + 1, -3: index - 1}
            word.head = neighbours[word.head] if word.head < 0 else main.get(word.head, -1)
            words.append(word)
    return words
