"""The words of the interface in one language, for the templates."""

from collections.abc import Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from fastapi import Request

from depeche.dossier.words import Words
from depeche.languages import codes, load

COOKIE = "depeche-language"


@lru_cache
def languages() -> tuple[str, ...]:
    """The languages that the interface speaks."""
    return tuple(code for code in codes() if (load(code).folder / "web.toml").exists())


@lru_cache
def interface(language: str) -> SimpleNamespace:
    """The table `web.toml` of a language, its parts by attribute: `t.nav.search`."""
    return _space(load(language).table("web"))


@lru_cache
def dossier_words(language: str) -> Words:
    """The words of dossiers in a language: dates, sides, kinds of encounter."""
    return Words(language)


def chosen(request: Request) -> str:
    """The language of a request: of its address, its cookie, or the first that the browser prefers and we have."""
    known = languages()
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in known:
            return str(asked)
    for part in request.headers.get("accept-language", "").split(","):
        code = part.partition(";")[0].strip().partition("-")[0].lower()
        if code in known:
            return code
    return known[0]


def _space(table: Mapping[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(
        **{name: _space(value) if isinstance(value, Mapping) else value for name, value in table.items()}
    )
