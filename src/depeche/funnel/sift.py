"""The first tests of the funnel, on the plain text of a page: they may let pass, never lose, what `narrow` would keep."""

from typing import Literal

import msgspec

from depeche.errors import DepecheError, UnknownLanguage
from depeche.funnel.gate import may_tell
from depeche.funnel.pages import plain_text
from depeche.minhash import signature
from depeche.reading.decode import decode
from depeche.reading.language import by_words, identify
from depeche.reading.markup import is_page

Reason = Literal["language", "irrelevant"]


class Sifted(msgspec.Struct, frozen=True):
    """Why an article need not be read, and if it has to be, by what its copies are known, if that can be told."""

    reason: Reason | None = None
    signature: bytes | None = None


def sift(data: str | bytes, *, language: str | None = None) -> Reason | None:
    """Why a page or text need not be read; None where it may have to be, or only reading can tell.

    ``"language"``: no pack reads its language. ``"irrelevant"``: no passage of it may tell of foreign relations.
    """
    text, page = _plain(data)
    return _reason(text, language, page=page) if text else None


def survey(data: str | bytes, *, gate: bool, language: str | None = None) -> Sifted:
    """What is known of a page or text by its plain text: with a `gate` what `sift` says, and its signature."""
    text, page = _plain(data)
    if not text:
        return Sifted()
    reason = _reason(text, language, page=page) if gate else None
    return Sifted(reason) if reason else Sifted(signature=signature(text))


def _plain(data: str | bytes) -> tuple[str, bool]:
    """The plain text, cheaply, and whether it is that of a page; no text where only reading can tell."""
    try:
        text = decode(data)[0] if isinstance(data, bytes) else data
    except DepecheError:
        return "", False
    page = is_page(text)
    if page:
        text = plain_text(text) or ""
    return text if any(map(str.isalnum, text)) else "", page


def _reason(text: str, language: str | None, *, page: bool) -> Reason | None:
    try:
        code = language or _language(text)
    except UnknownLanguage:
        return "language"
    return None if may_tell(text, code, roughly=page) else "irrelevant"


def _language(text: str) -> str:
    code = by_words(text)
    if code == "":
        raise UnknownLanguage("none that a pack reads")
    return code or identify(text)
