"""Every expression of the corpus has its value, and nothing else in its sentence is read as a time."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.understanding.times.reading import read

GROUPS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text("utf-8"))[
    "group"
]
CASES = [(group["published"] or None, *case) for group in GROUPS for case in group["cases"]]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that they held."""
    plain, spans = "", []
    for part in re.split(r"(\[\[.*?\]\])", text):
        if part.startswith("[["):
            spans.append((len(plain), len(plain) + len(part) - 4))
            part = part[2:-2]
        plain += part
    return plain, spans


@pytest.mark.parametrize(("published", "text", "values"), [(c[0], c[1], c[2:]) for c in CASES])
def test_expressions_and_values(published: str | None, text: str, values: tuple[str, ...]) -> None:
    plain, spans = marked(text)
    found = read(plain, published).expressions
    told = [(time.text, time.value) for time in found]
    assert [time.value or "" for time in found] == list(values) or (not spans and not found), told
    for span, time in zip(spans, found, strict=False):
        assert time.span[0] < span[1] and span[0] < time.span[1], told
