"""Web archives: the pages of a WARC file, as they were served."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from depeche.errors import InputError, TooLong, UnreadableFile
from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.articles.place import Place

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 8_000_000  # bytes of a page; what is larger is no article
_PAGES = ("text/html", "application/xhtml+xml")
_FINE = 200  # HTTP status


def pages(place: Place, _columns: Columns) -> Iterator[Article | Broken]:
    """The HTML responses of a web archive; other records are passed over, one that is cut is Broken."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        with place.open() as file:
            records = ArchiveIterator(
                file, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
            )
            for record in records:
                if _is_page(record):
                    yield _page(record, place.name)
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"the web archive cannot be read on from here: {error}") from error


def _is_page(record: "WarcRecord") -> bool:
    head = record.http_headers
    return head is not None and head.status_code == _FINE and record.http_content_type in _PAGES


def _page(record: "WarcRecord", path: str) -> Article | Broken:
    origin = record.headers.get("WARC-Target-URI") or f"{path}#{record.record_id}"
    plain = not {"content-encoding", "transfer-encoding"} & {name.lower() for name, _ in record.http_headers}
    declared = record.content_length
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Broken(origin, TooLong(f"over {LARGEST:,} bytes: no article"))
    if plain and len(data) < declared:
        return Broken(origin, InputError(f"cut short: {len(data):,} of {declared:,} bytes"))
    return Article(origin=origin, data=data)
