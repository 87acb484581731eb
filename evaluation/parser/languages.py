"""What each pipeline is scored on: test parts of treebanks, and texts with names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from depeche.languages.en.tokenizer import parseable as english
from depeche.languages.es.tokenizer import parseable as spanish
from depeche.languages.fr.tokenizer import parseable as french
from training.en.marked import uner
from training.es.conllu import read as spanish_scheme
from training.fr.fenec import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from evaluation.parser.names import Passage
    from evaluation.parser.ud import Contractions
    from training.common.trees import Sentence

__all__ = ["LANGUAGES", "Scored"]

_FRENCH = {
    "au": ("à", "le", "le"), "aux": ("à", "les", "le"), "du": ("de", "le", "le"), "des": ("de", "les", "le"),
    "auquel": ("à", "lequel", "lequel"), "auxquels": ("à", "lesquels", "lequel"),
    "auxquelles": ("à", "lesquelles", "lequel"), "duquel": ("de", "lequel", "lequel"),
    "desquels": ("de", "lesquels", "lequel"), "desquelles": ("de", "lesquelles", "lequel"),
}  # fmt: skip
_SPANISH = {"del": ("de", "el", "el"), "al": ("a", "el", "el")}
_FENEC = ("information", "politique")


@dataclass(frozen=True)
class Scored:
    """A language: test parts below ``treebanks/CODE``, contractions left whole, texts with names by title.

    `scheme` reads a test part in the scheme of the pipeline, where the treebank's own is another.
    """

    parseable: Callable[[str], str]
    treebanks: list[str]
    names: Mapping[str, Callable[[Path], Iterator[Passage]]]
    contractions: Contractions = field(default_factory=dict)
    scheme: Callable[[Path], Iterator[Sentence]] | None = None


def _fenec(folder: Path) -> Iterator[Passage]:
    """FENEC's news and speeches."""
    for path in sorted((folder / "fenec").glob("*.txt")):
        if path.name.startswith(_FENEC):
            for passage in read(path):
                yield french(passage.text), set(passage.names)


def _text(path: Path) -> dict[str, str]:
    """The texts of a treebank by sentence."""
    keys, texts = [], []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# sent_id = "):
            keys.append(line[12:].strip())
        elif line.startswith("# text = "):
            texts.append(line[9:])
    return dict(zip(keys, texts, strict=True))


def _uner(folder: Path, file: str) -> Iterator[Passage]:
    """A part of Universal NER, its names in characters of the sentence's text."""
    path = folder / file
    texts = _text(path)
    for key, (letters, spans) in uner(path).items():
        text = english(texts[key])
        places = [place for place, character in enumerate(texts[key]) if character != " "]
        if len(places) == len(letters):
            yield text, {(places[a], places[b - 1] + 1, label) for a, b, label in spans}


LANGUAGES = {
    "es": Scored(spanish, ["GSD/es_gsd-ud-test"], {}, _SPANISH, spanish_scheme),
    "fr": Scored(french, ["Sequoia/fr_sequoia-ud-test", "GSD/fr_gsd-ud-test"], {"FENEC": _fenec}, _FRENCH),
    "en": Scored(
        english,
        ["EWT/en_ewt-ud-test", "PUD/en_pud-ud-test"],
        {
            "UNER EWT": lambda folder: _uner(folder, "uner-ewt/en_ewt-ud-test.iob2"),
            "UNER PUD": lambda folder: _uner(folder, "uner-pud/en_pud-ud-test.iob2"),
        },
    ),
}
