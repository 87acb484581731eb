"""Every expression of the corpus has its value, and nothing else in its sentence is read as a time."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from depeche.languages import codes
from tests.understanding.times.reading import read


def cases(language: str) -> list[tuple[Any, ...]]:
    groups = tomllib.loads(Path(__file__).with_name(f"corpus_{language}.toml").read_text("utf-8"))["group"]
    return [
        (language, group["published"] or None, case[0], case[1:])
        for group in groups
        for case in group["cases"]
    ]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that they held."""
    plain, spans = "", []
    for part in re.split(r"(\[\[.*?\]\])", text):
        if part.startswith("[["):
            spans.append((len(plain), len(plain) + len(part) - 4))
            part = part[2:-2]
        plain += part
    return plain, spans


@pytest.mark.parametrize(
    ("language", "published", "text", "values"), [case for code in codes() for case in cases(code)]
)
def test_expressions_and_values(
    language: str, published: str | None, text: str, values: tuple[str, ...]
) -> None:
    plain, spans = marked(text)
    found = read(plain, published, language).expressions
    told = [(time.text, time.value) for time in found]
    assert [time.value or "" for time in found] == list(values) or (not spans and not found), told
    for span, time in zip(spans, found, strict=False):
        assert time.span[0] < span[1] and span[0] < time.span[1], told
