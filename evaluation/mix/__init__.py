"""A mix of news: articles of no diplomacy, put together from pieces of our own, the same ones every time."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LENGTH = (5, 14)  # sentences
_SLOT = re.compile(r"\{([^{}]+)\}")


def articles(language: str) -> Iterator[tuple[str, str]]:
    """Articles without end, each with the name of its field; the fields take turns."""
    with (HERE / f"{language}.toml").open("rb") as file:
        fields = tomllib.load(file)
    words = fields.pop("words")
    number = 0
    while True:
        for name, field in fields.items():
            yield name, article(field, words, random.Random(f"{language} {name} {number}"))
        number += 1


def article(field: dict[str, list[str]], words: dict[str, list[str]], chance: random.Random) -> str:
    """An article of a field: a title, a blank line, and paragraphs of one to three sentences."""
    size = min(chance.randint(*LENGTH), len(field["others"]))
    told = [chance.choice(field["first"]), *chance.sample(field["others"], size)]
    paragraphs: list[str] = []
    while told:
        cut = chance.randint(1, 3)
        paragraphs.append(" ".join(told[:cut]))
        told = told[cut:]
    text = "\n\n".join([chance.choice(field["titles"]), *paragraphs])
    return _SLOT.sub(lambda slot: _filled(slot.group(1), words, chance), text) + "\n"


def _filled(slot: str, words: dict[str, Any], chance: random.Random) -> str:
    return str(chance.choice(words[slot] if slot in words else slot.split("|")))
