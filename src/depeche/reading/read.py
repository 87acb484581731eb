"""From bytes or a string to a Document."""

from datetime import date

from depeche.errors import EmptyInput, TooLong
from depeche.languages import load
from depeche.reading.decode import decode
from depeche.reading.document import Document
from depeche.reading.language import identify, known
from depeche.reading.markup import extract, is_page
from depeche.reading.page import page_of
from depeche.reading.published import check
from depeche.reading.zones import layout

LIMIT = 2_000_000  # characters


def read_document(
    source: str | bytes,
    *,
    path: str | None = None,
    published: str | date | None = None,
    language: str | None = None,
    limit: int = LIMIT,
) -> Document:
    """The document of a dispatch given as text or as the bytes of a file.

    A string is kept character for character, bytes are decoded (the encoding is recorded), a web page is
    replaced by the text of its article. `language` is an ISO 639-1 code, found out if None. `limit` counts
    characters. Raises EmptyInput, TooLong, NotText, WrongEncoding, UnknownLanguage, BadDate.
    """
    given = check(published)
    text, encoding = decode(source) if isinstance(source, bytes) else (source, None)
    if len(text) > limit:
        raise TooLong(f"{len(text):,} characters, over the limit of {limit:,}; raise it with --limit")
    media_type = "text/plain"
    if is_page(text, path):
        text, media_type = extract(text), "text/html"
    if not any(character.isalnum() for character in text):
        raise EmptyInput("no words in it")
    code = known(language) if language else identify(text)
    page = layout(text, page_of(load(code)))
    return Document(
        text=text,
        language=code,
        zones=page.zones,
        stamps=page.stamps,
        given=given,
        place=page.place,
        title=page.title,
        path=path,
        encoding=encoding,
        media_type=media_type,
    )
