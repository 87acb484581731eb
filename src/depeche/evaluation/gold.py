"""Gold: dispatches and sentences with all that they tell; our own, and a user's folder of dispatches.

A dispatch is two files of one name: NAME.txt, the text, and NAME.json, its facts (`depeche.evaluation.shape`).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from depeche.errors import BadGold, DepecheError
from depeche.evaluation.compare import Row
from depeche.evaluation.shape import Case, shaped
from depeche.reading import Document, read_document

OWN = Path(__file__).parent


class Dispatch(msgspec.Struct, frozen=True):
    """A dispatch, its facts as plain values, and the two files they are from."""

    name: str
    document: Document
    facts: dict[str, Any]
    files: tuple[Path, Path]


def own_files() -> list[Path]:
    """The files of our own dispatches."""
    return sorted((OWN / "cases").glob("*.json"))


def files_in(folder: Path) -> list[Path]:
    """The files of facts in a user's folder; BadGold where there are none."""
    if not folder.is_dir():
        raise BadGold(f"{folder}: no such folder")
    found = sorted(folder.glob("*.json"))
    if not found:
        raise BadGold(f"{folder}: no facts in it; each dispatch NAME.txt needs its facts in NAME.json")
    return found


def dispatch(file: Path) -> Dispatch:
    """The dispatch whose facts a file holds; BadGold where the file or its text is none."""
    text = file.with_suffix(".txt")
    if not text.is_file():
        raise BadGold(f"{file}: there is no {text.name} beside it")
    case = _case(file)
    head = case.facts.document
    published = case.given.published if case.given else None
    if case.given is None and head.published_basis == "given":
        published = head.published
    language = case.language or head.language
    try:
        document = read_document(text.read_bytes(), path=str(text), published=published, language=language)
    except DepecheError as error:
        raise BadGold(f"{text}: {error}") from error
    facts = msgspec.to_builtins(case.facts)
    for where in _outside(facts, len(document.text)):
        raise BadGold(f"{file}: {where} lies outside the text, which has {len(document.text):,} characters")
    return Dispatch(file.stem, document, facts, (file, text))


def _case(file: Path) -> Case:
    try:
        return shaped(json.loads(file.read_text(encoding="utf-8-sig")))
    except json.JSONDecodeError as error:
        raise BadGold(f"{file}: no JSON: {error.msg}, line {error.lineno}, column {error.colno}") from error
    except msgspec.ValidationError as error:
        raise BadGold(f"{file}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadGold(f"{file}: cannot be read: {error}") from error


def _outside(facts: dict[str, Any], length: int) -> Iterator[str]:
    """Where facts name characters that the text has not."""
    for table, rows in facts.items():
        for number, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
            spans = [("evidence", span) for span in row["evidence"]]
            spans += [(name, row[name]) for name in row if name == "content" or name.endswith("_span")]
            for name, span in spans:
                if span and not 0 <= span[0] < span[1] <= length:
                    yield f"{table}[{number}].{name} {list(span)}"


def sentences(language: str) -> list[Row]:
    """Our own gold sentences of a language, each with all its events; none where there are none."""
    file = sentences_file(language)
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [json.loads(line) for line in lines if line.strip()]


def sentences_file(language: str) -> Path:
    """The file of our own gold sentences of a language."""
    return OWN / "sentences" / f"{language}.jsonl"


def fingerprint(files: Iterable[Path]) -> str:
    """A hash of the files that a figure is measured on, by name and content; line ends do not count."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def files_of(dispatches: Iterable[Dispatch]) -> Iterator[Path]:
    """All files of dispatches."""
    return chain.from_iterable(row.files for row in dispatches)
