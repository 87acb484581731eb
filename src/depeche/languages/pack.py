"""A language pack: a folder of TOML tables, a tokenizer and a trained pipeline."""

import importlib
import tomllib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depeche.errors import PipelineError, UnknownLanguage

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent
NEEDED = ("pos", "dep", "lemma", "morph")


class Pack:
    """The words of one language, and the pipeline that parses it.

    Every table is a TOML file of the pack's folder; what it must hold is said where it is used.
    """

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.folder = folder

    def table(self, name: str) -> dict[str, Any]:
        """The table `name`, such as ``"times"`` or ``"acts/appeal"``; FileNotFoundError if there is none."""
        with (self.folder / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)

    def tables(self, folder: str) -> dict[str, dict[str, Any]]:
        """All tables of one folder of the pack, by name, in the order of their names."""
        return {
            path.stem: self.table(f"{folder}/{path.stem}")
            for path in sorted((self.folder / folder).glob("*.toml"))
        }

    def pieces(self, phrase: str) -> list[str]:
        """The words of a phrase of the tables, as the tokenizer cuts them within a text."""
        words: list[str] = self._tokenizer.pieces(phrase)
        return words

    def quoted(self, text: str) -> str:
        """A copy of a paragraph, as long as it, in which every quotation mark is one of the pack's own."""
        as_marked = getattr(self._tokenizer, "quoted", None)
        return text if as_marked is None else str(as_marked(text))

    @cached_property
    def _tokenizer(self) -> Any:
        return importlib.import_module(f"depeche.languages.{self.code}.tokenizer")

    @cached_property
    def pipeline(self) -> "Language":
        """The trained spaCy pipeline that ships with the pack, loaded once."""
        import spacy  # here, so that what needs no parse starts at once

        _ = self._tokenizer  # registers itself
        return spacy.load(self.folder / "pipeline")


def codes() -> tuple[str, ...]:
    """The ISO 639-1 codes of the packs that are installed."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/pack.toml")))


@lru_cache
def load(code: str) -> Pack:
    """The pack of a language, once for a process; UnknownLanguage if there is none."""
    folder = HERE / code
    if not (folder / "pack.toml").exists():
        raise UnknownLanguage(f"no language pack for '{code}': installed are {', '.join(codes())}")
    return Pack(code, folder)


def check(nlp: "Language", name: str) -> None:
    """Refuse a pipeline without UD annotations, by a probe sentence; PipelineError says what is missing."""
    doc = nlp("Paris, 2020.")
    missing = [label for label, there in zip(NEEDED, _has(doc), strict=True) if not there]
    if missing:
        raise PipelineError(
            f"the pipeline '{name}' gives no {', '.join(missing)}: depeche needs Universal Dependencies "
            "(tagger or morphologizer, parser, lemmatizer); choose another with --pipeline"
        )


def _has(doc: Any) -> tuple[bool, bool, bool, bool]:
    return (
        doc.has_annotation("POS"),
        doc.has_annotation("DEP"),
        doc.has_annotation("LEMMA"),
        doc.has_annotation("MORPH"),
    )


def pipeline_named(name: str) -> "Language":
    """An installed spaCy pipeline, by its name or folder; PipelineError where it will not do."""
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise PipelineError(
            f"no spaCy pipeline '{name}' is installed; give a package's name or a folder"
        ) from error
    check(nlp, name)
    return nlp
