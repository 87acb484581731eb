"""What the pipeline is given to read: a zone's text without the accidents of its page.

Line ends and runs of blanks become one blank, a word cut at a line's end is put together again, blanks break
long runs of signs (on which a tokenizer takes quadratic time), and each other character is replaced by one
that the pipeline knows. `at` leads back to the text as given.
"""

import importlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from depeche.languages import Pack
from depeche.reading.enacting import enacting
from depeche.reading.page import Page, page_of
from depeche.record import Zone

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ODD = re.compile(rf"\s{{2,}}|[-\u2010\u00ac]\s|[{_INVISIBLE}]|[^\w\s]{{9}}")
_SIGNS = 8  # signs in a row before a blank breaks them
_CUT = re.compile(
    r"(?<!\w)(?P<first>\w+)(?P<hyphen>[-\u00ad\u2010\u00ac])[^\S\n]*(?:\r\n|[\r\n])\s*(?P<second>\w+)"
)
_SURPLUS = re.compile(rf"(?<=\s)\s+|[{_INVISIBLE}]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Readable(msgspec.Struct, frozen=True):
    """The text that is parsed: its character `i` is `at[i]` of the document, `start + i` if `at` is None.

    `put_in` where its first word does not stand in the document.
    """

    text: str
    start: int
    at: Sequence[int] | None = None
    put_in: bool = False


def readable(text: str, zone: Zone, pack: Pack) -> Readable:
    """The readable copy of one zone of `text`."""
    raw = _SURROGATE.sub("\ufffd", text[zone.start : zone.end])
    plain = _parseable(pack.code)
    if not _ODD.search(raw):
        return Readable(plain(raw), zone.start)
    at: list[int] = []
    words: list[str] = []
    signs = 0
    for i in _kept(raw, page_of(pack)):
        signs = 0 if raw[i].isalnum() or raw[i].isspace() else signs + 1
        if signs > _SIGNS:
            at.append(zone.start + i)
            words.append(" ")
            signs = 1
        at.append(zone.start + i)
        words.append(raw[i])
    return Readable(plain("".join(words)), zone.start, at)


def _kept(raw: str, page: Page) -> list[int]:
    """The places of the characters that stay, without surplus blanks and the cuts inside words."""
    drop = bytearray(len(raw))
    for cut in _CUT.finditer(raw):
        first, second = cut.group("first"), cut.group("second")
        keeps = first.lower() in page.hyphen_keeps or second.lower() in page.hyphen_before
        whole = second[0].islower() and not keeps and first[-1].islower()
        begin = cut.start("hyphen") if whole else cut.end("hyphen")
        drop[begin : cut.start("second")] = b"\1" * (cut.start("second") - begin)
    for surplus in _SURPLUS.finditer(raw):
        drop[surplus.start() : surplus.end()] = b"\1" * (surplus.end() - surplus.start())
    return [i for i in range(len(raw)) if not drop[i]]


@lru_cache
def _parseable(code: str) -> Callable[[str], str]:
    """The tokenizer's own mapping of characters, one for one."""
    module = importlib.import_module(f"depeche.languages.{code}.tokenizer")
    mapping: Callable[[str], str] = module.parseable
    return mapping


def with_subject(copy: Readable, pack: Pack) -> Readable:
    """The copy of a paragraph that begins with its verb (`depeche.reading.enacting`), with a pronoun before it.

    The pronoun's characters are those of the number that stands there, else that of the verb's first letter.
    """
    words = enacting(pack)
    found = words.begins.match(copy.text) if words is not None else None
    if words is None or found is None:
        return copy
    verb = found.start("verb")
    at = copy.at or range(copy.start, copy.start + len(copy.text))
    before = [at[min(k, verb)] for k in range(len(words.pronoun))] + [at[max(verb - 1, 0)]]
    text = f"{words.pronoun} {copy.text[verb].lower()}{copy.text[verb + 1 :]}"
    return Readable(text, copy.start, [*before, *at[verb:]], put_in=True)
