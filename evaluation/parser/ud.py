"""Words of a CoNLL-U file and of a parsed document, laid side by side on the same characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc, Token

__all__ = ["Word", "gold_texts", "gold_words", "system_words"]

_CONTRACTIONS = {
    "au": ("à", "le"), "aux": ("à", "les"), "du": ("de", "le"), "des": ("de", "les"),
    "auquel": ("à", "lequel"), "auxquels": ("à", "lesquels"), "auxquelles": ("à", "lesquelles"),
    "duquel": ("de", "lequel"), "desquels": ("de", "lesquels"), "desquelles": ("de", "lesquelles"),
}  # fmt: skip


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


def gold_words(path: Path) -> list[Word]:
    """Return the words of the file."""
    words: list[Word] = []
    place = first = sentence = last_of_span = 0
    for line in path.read_text(encoding="utf8").splitlines():
        columns = line.split("\t")
        if not line:
            first, sentence, last_of_span = len(words), sentence + 1, 0
        elif len(columns) == 10 and "." not in columns[0]:
            length = len(columns[1].replace(" ", ""))
            if "-" in columns[0]:
                last_of_span = int(columns[0].split("-")[1])
                span = place, place + length
                place += length
                continue
            inside = int(columns[0]) <= last_of_span
            start, end = span if inside else (place, place + length)
            place = end
            head = first + int(columns[6]) - 1 if columns[6] != "0" else -1
            part = columns[1].lower() if inside else ""
            words.append(
                Word(start, end, part, columns[3], columns[2], head, _relation(columns[7]), sentence)
            )
    return words


def _is_contraction(token: Token) -> bool:
    form = token.lower_
    if form not in _CONTRACTIONS:
        return False
    return token.pos_ == "ADP" or len(form) > 4 or (form in {"au", "aux"} and token.pos_ == "PRON")


def _expanded(token: Token, start: int, index: int) -> list[Word]:
    """The one or two words of a token; heads are token indices until the caller maps them."""
    end, head = start + len(token), -1 if token.head == token else token.head.i
    if not _is_contraction(token):
        return [Word(start, end, "", token.pos_, token.lemma_, head, _relation(token.dep_), 0)]
    first, second = _CONTRACTIONS[token.lower_]
    if len(token) > 4:
        return [
            Word(start, end, first, "ADP", first, -2, "case", 0),
            Word(start, end, second, "PRON", "lequel", head, _relation(token.dep_), 0),
        ]
    inner = head if token.dep_ == "case" else -3
    return [
        Word(start, end, first, "ADP", first, head, _relation(token.dep_), 0),
        Word(start, end, second, "DET", "le", inner, "det", 0),
    ]


def system_words(docs: Iterable[Doc]) -> list[Word]:
    """Return the words of parsed documents, contractions expanded as the treebanks do it."""
    words: list[Word] = []
    place = sentence = 0
    for doc in docs:
        main: dict[int, int] = {}
        fresh: list[tuple[int, Word]] = []
        for sent in doc.sents:
            for token in (token for token in sent if not token.is_space):
                for offset, word in enumerate(pair := _expanded(token, place, token.i)):
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
