"""The templates: everything escaped, every control character made visible, nothing undefined."""

from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from depeche.knowledge.meetings import meetings
from depeche.knowledge.world import world
from depeche.visible import visible
from depeche.web.assets import asset
from depeche.web.words import dossier_words

_LINK = Markup('<a class="side" href="{}">{}</a>')


@lru_cache
def environment() -> Environment:
    """The one environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    made.globals["side_path"] = side_path
    made.globals["linked"] = linked
    made.tests["is_side"] = is_side
    made.filters["grouped"] = grouped
    made.filters["counted"] = counted
    made.filters["path"] = lambda part: quote(str(part), safe="")
    return made


def grouped(number: int) -> str:
    """A number in groups of three digits."""
    return f"{number:,}".replace(",", "\u202f")


def counted(words: str, count: int, **parts: Any) -> str:
    """The words for one or for many ("{count} fact|{count} facts"), filled in."""
    one, _, many = words.partition("|")
    return (one if count == 1 else many).format(count=grouped(count), **parts)


def is_side(code: str) -> bool:
    """Whether a code is that of a state or organisation that we know."""
    return code in world().states or code in world().organisations


def side_path(code: str) -> str:
    """The address of the page of a state, forum or other organisation."""
    known = world()
    if known.is_state(code):
        return f"/countries/{quote(code, safe='')}"
    kind = "forums" if code in _forums() else "organisations"
    return f"/{kind}/{quote(code, safe='')}"


@lru_cache(maxsize=5_000)
def linked(text: str | None, language: str) -> Markup:
    """Sides ("CHN; KAZ") as links; a code with words ("CHN: the treaty") or words alone as they are."""
    parts = (text or "").split("; ")
    ends = [*[", "] * (len(parts) - 1), ""]
    return Markup("").join(
        _linked(part, language) + end for part, end in zip(parts, ends, strict=True) if part
    )


def _linked(part: str, language: str) -> Markup:
    code, _, rest = part.partition(": ")
    sides = code.split(", ")
    if not all(map(is_side, sides)):
        return escape(_shown(part))
    name = dossier_words(language).name
    links = (_LINK.format(side_path(one), _shown(name(one))) for one in sides)
    return Markup(", ").join(links) + (f": {_shown(rest)}" if rest else "")


@lru_cache
def _forums() -> frozenset[str]:
    """Forums by kind, and organisations whose meetings are known: it is there that states meet."""
    bodies = world().organisations.values()
    return frozenset(
        {body.code for body in bodies if body.kind == "forum"} | {one.forum for one in meetings()}
    )


def _shown(value: Any) -> Any:
    """Text of dispatches holds what it likes: bidi overrides and other controls are shown, not obeyed."""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable():
        return visible(value)
    return value
