"""The gold data: cases and sentences kept here, and what lies beside a checkout in ``../shared``."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from depeche.reading.files import Source
from evaluation.compare import Row

HERE = Path(__file__).parent
CASES = HERE / "cases"
SENTENCES = HERE / "sentences"
SHARED = HERE.parent.parent / "shared"


def cases(prefix: str, folder: Path = CASES) -> Iterator[tuple[str, Row, Source]]:
    """Name, gold and input of each case whose name begins with `prefix`."""
    for path in sorted(folder.glob(f"{prefix}*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = (gold.get("given") or {}).get("published")
        yield path.stem, gold, Source(str(path.with_suffix(".txt")), published)


def sentences(language: str) -> list[Row]:
    """The gold sentences of a language, each with all its events."""
    lines = (SENTENCES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def fingerprint(*patterns: str, folder: Path = HERE) -> str:
    """A hash of the files that a figure is measured on, by name and content; line ends do not count."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]
