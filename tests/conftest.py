"""What all tests share: one reader, loaded once."""

import pytest

import depeche


@pytest.fixture(scope="session")
def reader() -> depeche.Reader:
    return depeche.Reader("fr")


@pytest.fixture(scope="session")
def record(reader: depeche.Reader) -> depeche.Record:
    from pathlib import Path

    return reader.read(Path(__file__).parent.parent / "examples" / "dispatch.txt")
