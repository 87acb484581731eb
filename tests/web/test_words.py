import re

import pytest

from depeche.languages import load
from depeche.web.assets import STATIC
from depeche.web.words import languages


def _keys(table, before=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", sorted(re.findall(r"{(\w*)}", value))


def test_there_are_french_and_english():
    assert {"fr", "en"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_each_language_has_the_same_words_with_the_same_gaps(language):
    first = dict(_keys(load("en").table("web")))
    assert dict(_keys(load(language).table("web"))) == first


def test_every_word_is_used_and_every_word_used_is_there():
    templates = "".join(path.read_text(encoding="utf-8") for path in STATIC.parent.rglob("*.html"))
    used = set(re.findall(r"\bt\.(\w+\.[\w-]+)", templates))
    tables = set(re.findall(r"\bt\.(\w+)\|attr\(", templates)) | set(re.findall(r"\bt\.(\w+)\[", templates))
    there = {name for name, _ in _keys(load("en").table("web"))}
    assert used <= there
    assert {name for name in there - used if name.split(".")[0] not in tables} == set()
