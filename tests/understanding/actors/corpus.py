"""The example texts of the tests of actors, and how their words are looked up."""

import tomllib
from pathlib import Path
from typing import Any

from depeche import Reader
from depeche.languages import codes, load
from depeche.understanding.actors import Actors, read_actors

HERE = Path(__file__).parent


def examples(name: str) -> list[dict[str, Any]]:
    """The examples of all languages, each with its `language`."""
    out: list[dict[str, Any]] = []
    for code in codes():
        with (HERE / f"{name}_{code}.toml").open("rb") as file:
            out.extend(row | {"language": code} for row in tomllib.load(file)["example"])
    return out


class Reading:
    """A text with its parse and its actors."""

    def __init__(self, reader: Reader, text: str) -> None:
        self.document = reader.document(text)
        self.parse = reader.parse(self.document)
        self.actors: Actors = read_actors(self.parse, load(self.document.language))

    def people(self) -> list[str]:
        rows = self.actors.people
        return [f"{p.name} | {p.role} | {p.of}" + (" | former" if p.former else "") for p in rows]

    def head(self, words: str) -> int:
        """The syntactic head of the first occurrence of some words."""
        start = self.document.text.find(words)
        assert start >= 0, words
        tokens = self.parse.tokens((start, start + len(words)))
        inside = {token.i for token in tokens}
        outward = (
            t
            for t in tokens
            if t.pos_ not in ("ADP", "PUNCT") and (t.head.i not in inside or t.head.i == t.i)
        )
        return next(outward, tokens[-1]).i

    def refers(self, words: str) -> tuple[str, str]:
        """Persons and codes of the phrase, each joined by semicolons."""
        persons, codes, _ = self.actors.party(self.head(words))
        return "; ".join(persons), "; ".join(codes)
