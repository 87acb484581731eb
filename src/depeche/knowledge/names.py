"""Names: every form that a language's tables list, with the code and kind that it stands for."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from depeche.knowledge.hit import Kind
from depeche.knowledge.inflection import forms
from depeche.knowledge.world import World
from depeche.languages.pack import Pack

_NO_STATE = ""


class Name(msgspec.Struct, frozen=True):
    """One form and what it means; `prefix` marks a combining form, which counts before a hyphen only."""

    form: str
    code: str
    kind: Kind
    prefix: bool = False


def names(pack: Pack, world: World) -> Iterator[Name]:
    """All names of a language, the strongest reading of a form first."""
    rules = pack.table("inflection")
    yield from _states(pack, rules)
    yield from _organisations(pack, world, rules)
    yield from _former(pack.table("former")["former"], rules)
    seats = pack.table("seats")
    for code, listed in seats["seats"].items():
        yield from _listed(listed, code, "seat")
    for code, listed in seats["companies"].items():
        yield from _listed(listed, code, "organisation")
    yield from _places(pack, rules)
    for code, words in pack.table("ambiguous")["pairs"].items():
        yield from (Name(form, "; ".join(words), "pair") for form in _bent(code, rules) if words)


def bare_name(name: str, rules: Mapping[str, Any]) -> str:
    """A short name without its article."""
    for article in rules["articles"]:
        if name.startswith(article):
            return name[len(article) :]
    return name


def _states(pack: Pack, rules: dict[str, Any]) -> Iterator[Name]:
    for table in pack.tables("states").values():
        for code, state in table.items():
            yield Name(bare_name(state["name"], rules), code, "state")
            yield from _listed(state.get("also", ()), code, "state")
            yield from _listed(state.get("official", ()), code, "official")
            yield from _demonyms(state.get("demonym", ()), code, rules)
            yield from _listed(state.get("plural", ()), code, "demonym")
            yield from _listed(state.get("capital", ()), code, "capital")
            yield from (Name(form, code, "demonym", prefix=True) for form in state.get("prefix", ()))


def _organisations(pack: Pack, world: World, rules: dict[str, Any]) -> Iterator[Name]:
    words = pack.tables("organisations")
    for code, body in world.organisations.items():
        kind = _kind(world, code)
        yield from _listed((body.name, *body.acronyms), code, kind)
        yield from _listed([_dotted(form) for form in body.acronyms if _spelt(form)], code, kind)
    for table in words.values():
        adjectives = table.pop("adjectives", {})
        prefixes = table.pop("prefixes", {})
        for code, listed in table.items():
            kind = _kind(world, code)
            yield from _listed(listed, code, kind)
            yield from _listed([_dotted(form) for form in listed if _spelt(form)], code, kind)
        for code, listed in adjectives.items():
            yield from _demonyms(listed, code, rules)
        for code, listed in prefixes.items():
            yield from (Name(form, code, "demonym", prefix=True) for form in listed)


def _kind(world: World, code: str) -> Kind:
    match world.organisations[code].kind if code in world.organisations else "":
        case "forum":
            return "forum"
        case "media":
            return "media"
        case _:
            return "organisation"


def _former(rows: list[dict[str, Any]], rules: dict[str, Any]) -> Iterator[Name]:
    for row in rows:
        for code in row.get("candidates", (row["code"],)):
            yield from _listed(row["names"], code, "former")
            yield from _demonyms(row.get("demonym", ()), code, rules)
            yield from (Name(form, code, "demonym", prefix=True) for form in row.get("prefix", ()))


def _places(pack: Pack, rules: dict[str, Any]) -> Iterator[Name]:
    tables = pack.tables("places")
    world = tables.pop("world")
    for table in tables.values():
        for code, listed in table["cities"].items():
            yield from _listed(listed, code, "city")
        for code, listed in table["regions"].items():
            yield from _listed(listed, code, "region")
        for code, listed in table["adjectives"].items():
            yield from _demonyms(listed, code, rules)
    yield from _listed(world["regions"], _NO_STATE, "region")
    yield from _listed(world["peoples"], _NO_STATE, "people")
    for code, listed in world["homes"].items():
        yield from _listed(listed, code, "people")
    yield from _demonyms_of_none(world["adjectives"], rules)


def _listed(listed: list[str] | tuple[str, ...], code: str, kind: Kind) -> Iterator[Name]:
    return (Name(form, code, kind) for form in listed)


def _demonyms(words: list[str], code: str, rules: dict[str, Any]) -> Iterator[Name]:
    return (Name(form, code, "demonym") for word in words for form in _bent(word, rules))


def _demonyms_of_none(words: list[str], rules: dict[str, Any]) -> Iterator[Name]:
    return (Name(form, _NO_STATE, "people") for word in words for form in _bent(word, rules))


def _bent(word: str, rules: dict[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms(word, rules)))


def _spelt(form: str) -> bool:
    """Whether it is an acronym that older texts write with dots ("O.N.U.")."""
    return form.isalpha() and form.isupper() and 1 < len(form) < 7


def _dotted(form: str) -> str:
    return "".join(f"{letter}." for letter in form)
