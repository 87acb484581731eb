"""A stand-in for understanding: the header and the zones, and nothing understood."""

from depeche.languages import Pack
from depeche.record import Header, Record
from depeche.syntax.parse import Parse


def understand(parse: Parse, pack: Pack) -> Record:
    """A record without rows."""
    document = parse.document
    return Record(
        version="record/1",
        text=document.text,
        document=Header(
            language=document.language,
            published=document.given,
            published_basis="given" if document.given else None,
            place=document.place,
            title=document.title,
            path=document.path,
            encoding=document.encoding,
            media_type=document.media_type,
        ),
        zones=document.zones,
    )
