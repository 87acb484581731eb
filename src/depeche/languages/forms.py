"""A table of the forms of words, kept as one line a lemma: ``lemma<TAB>form form …``."""

from __future__ import annotations

import gzip
from operator import contains
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set
    from pathlib import Path

    from spacy.tokens import Doc, Token

__all__ = ["FormTable", "chosen", "of_class", "rows"]


class FormTable:
    """Lemmas by form; of two lemmas that share a form the first given is preferred."""

    def __init__(self) -> None:
        """Make an empty table."""
        self._lemmas: dict[str, tuple[str, ...]] = {}

    def __contains__(self, form: str) -> bool:
        """Whether the table has a form, in small letters."""
        return form in self._lemmas

    def fill(self, forms_by_lemma: Mapping[str, Iterable[str]]) -> None:
        """Take in the forms of each lemma."""
        lemmas = self._lemmas
        for lemma, forms in forms_by_lemma.items():
            alone = (lemma,)
            for form in forms:
                known = lemmas.setdefault(form, alone)
                if lemma not in known:
                    lemmas[form] = (*known, lemma)

    def lemmas(self, form: str) -> tuple[str, ...]:
        """The lemmas of a form in small letters, the preferred one first."""
        return self._lemmas.get(form, ())

    def lemma(self, form: str, given: str) -> str:
        """The lemma of a form in small letters: the one `given` if the table allows it or has no other."""
        candidates = self._lemmas.get(form)
        return candidates[0] if candidates and given not in candidates else given

    def mend(self, token: Token) -> None:
        """Give a token the lemma that the table has for its form."""
        given = token.lemma_
        if (found := self.lemma(token.lower_, given)) != given:
            token.lemma_ = found

    def write(self, path: Path) -> None:
        """Write the table, the same bytes for the same table."""
        forms_by_lemma: dict[str, list[str]] = {}
        for form, lemmas in self._lemmas.items():
            for lemma in lemmas:
                forms_by_lemma.setdefault(lemma, []).append(form)
        lines = "".join(f"{lemma}\t{' '.join(forms)}\n" for lemma, forms in forms_by_lemma.items())
        path.write_bytes(gzip.compress(lines.encode(), mtime=0))

    def read(self, path: Path) -> None:
        """Take in the table of a file."""
        self.fill(rows(path))


def chosen(doc: Doc, *wanted: tuple[str, Set[str]]) -> list[Token]:
    """The tokens of which one of some attributes, by its name, has a value that is wanted."""
    strings = doc.vocab.strings
    keys = [frozenset(map(strings.as_int, values)) for _, values in wanted]
    rows = zip(*(doc.to_array(name).tolist() for name, _ in wanted), strict=True)
    return [doc[i] for i, row in enumerate(rows) if any(map(contains, keys, row))]


def of_class(doc: Doc, classes: Set[str]) -> list[Token]:
    """The tokens of some classes of words."""
    return chosen(doc, ("POS", classes))


def rows(path: Path) -> dict[str, list[str]]:
    """The forms by lemma that the file of a table holds."""
    lines = (line.split("\t") for line in gzip.decompress(path.read_bytes()).decode().splitlines())
    return {lemma: forms.split(" ") for lemma, forms in lines}
