"""What the pipeline is given to read: a zone's text without the accidents of its page.

Line ends and runs of blanks become one blank, a word cut at a line's end is put together again, and each
other character is replaced by one that the pipeline knows. `at` leads back to the text as given.
"""

import importlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from depeche.languages import Pack
from depeche.reading.page import Page, page_of
from depeche.record import Zone

_ODD = re.compile(r"\s{2,}|[^\S ]|[\ud800-\udfff]")
_CUT = re.compile(r"(?P<first>\w+)(?P<hyphen>[-\u00ad\u2010\u00ac])[^\S\n]*(?:\r\n|[\r\n])\s*(?P<second>\w+)")
_BLANKS = re.compile(r"\s{2,}")
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


class Readable(msgspec.Struct, frozen=True):
    """The text that is parsed: its character `i` is `at[i]` of the document, `start + i` if `at` is None."""

    text: str
    start: int
    at: Sequence[int] | None = None


def readable(text: str, zone: Zone, pack: Pack) -> Readable:
    """The readable copy of one zone of `text`."""
    raw = text[zone.start : zone.end]
    plain = _parseable(pack.code)
    if not _ODD.search(raw):
        return Readable(plain(raw), zone.start)
    kept = _kept(raw, page_of(pack))
    words = "".join(" " if raw[i].isspace() else raw[i] for i in kept).translate(_SURROGATES)
    return Readable(plain(words), zone.start, [zone.start + i for i in kept])


def _kept(raw: str, page: Page) -> list[int]:
    """The places of the characters that stay, without surplus blanks and the cuts inside words."""
    drop = bytearray(len(raw))
    for cut in _CUT.finditer(raw):
        first, second = cut.group("first"), cut.group("second")
        keeps = first.lower() in page.hyphen_keeps or second.lower() in page.hyphen_before
        whole = second[0].islower() and not keeps and first[-1].islower()
        begin = cut.start("hyphen") if whole else cut.end("hyphen")
        drop[begin : cut.start("second")] = b"\1" * (cut.start("second") - begin)
    for blanks in _BLANKS.finditer(raw):
        drop[blanks.start() + 1 : blanks.end()] = b"\1" * (blanks.end() - blanks.start() - 1)
    return [i for i in range(len(raw)) if not drop[i]]


@lru_cache
def _parseable(code: str) -> Callable[[str], str]:
    """The tokenizer's own mapping of characters, one for one."""
    module = importlib.import_module(f"depeche.languages.{code}.tokenizer")
    mapping: Callable[[str], str] = module.parseable
    return mapping
