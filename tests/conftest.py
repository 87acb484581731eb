"""What all tests share: one reader, loaded once."""

from collections.abc import Callable
from functools import cache

import pytest

import depeche


@pytest.fixture(scope="session")
def reader() -> depeche.Reader:
    return depeche.Reader("fr")


@pytest.fixture(scope="session")
def readers(reader: depeche.Reader) -> Callable[[str], depeche.Reader]:
    """The reader of each language."""
    return cache(lambda language: reader if language == reader.language else depeche.Reader(language))


@pytest.fixture(scope="session")
def record(reader: depeche.Reader) -> depeche.Record:
    from pathlib import Path

    return reader.read(Path(__file__).parent.parent / "examples" / "dispatch.txt")
