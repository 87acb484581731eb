"""The first tests of the funnel, on the plain text of a page: they may let pass, never lose, what `narrow` would keep."""

from typing import Literal

from depeche.errors import DepecheError, UnknownLanguage
from depeche.funnel.gate import may_tell
from depeche.funnel.pages import plain_text
from depeche.reading.decode import decode
from depeche.reading.language import by_words, identify
from depeche.reading.markup import is_page

Reason = Literal["language", "irrelevant"]


def sift(data: str | bytes, *, language: str | None = None) -> Reason | None:
    """Why a page or text need not be read; None where it may have to be, or only reading can tell.

    ``"language"``: no pack reads its language. ``"irrelevant"``: no passage of it may tell of foreign relations.
    """
    try:
        text = decode(data)[0] if isinstance(data, bytes) else data
    except DepecheError:
        return None
    if not any(map(str.isalnum, text)):
        return None
    page = is_page(text)
    if page and (text := plain_text(text) or "") == "":
        return None
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
