"""Web archives: the pages of a WARC file, as they were served.

Nothing that an archive says of itself is believed: a page is read up to a limit and unpacked up to a limit by
ourselves, and where a record is damaged or lies about its length the next beginning of one is looked for.
"""

import io
import re
from collections import Counter
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, BinaryIO

from depeche.errors import InputError, TooLong, UnreadableFile
from depeche.reading.articles.article import Article, Broken
from depeche.reading.articles.place import Place

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 8_000_000  # bytes of a page; what is larger is no article
_PAGES = ("text/html", "application/xhtml+xml")
_FINE = 200  # HTTP status
_GZIP = b"\x1f\x8b"
_BEGINNING = re.compile(rb"\x1f\x8b\x08|WARC/[01]\.\d\r?\n")  # of a record, packed by itself or plain
_LONGEST_BEGINNING = 16  # bytes
_CHUNK = 1 << 20


def pages(place: Place, passed: Counter[str]) -> Iterator[Article | Broken]:
    """The HTML responses of a web archive; other records are passed over, one that is cut or damaged is Broken.

    `passed` counts the ``records``, and of these the ``requests and notes`` and the ``other answers``, as they are met.
    """
    start: int | None = 0
    try:
        with place.open() as file:
            while start is not None:
                file.seek(start)
                start = yield from _run(file, start, place.name, passed)
    except OSError as error:
        raise UnreadableFile(f"the web archive cannot be read: {error.strerror or error}") from error


def _run(
    file: BinaryIO, start: int, name: str, passed: Counter[str]
) -> Generator[Article | Broken, None, int | None]:
    """The pages from a byte on; then the byte at which another record may begin, behind damage or at what is no end."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    at, none = start, start > 0
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False):
            at, none = record.stream_pos, False
            passed["records"] += 1
            if record.record_type != WarcRecordType.response:
                passed["requests and notes"] += 1
                continue
            record.parse_http(auto_decode="none")
            if not _is_page(record):
                passed["other answers"] += 1
                continue
            page = _page(record, f"{name}#{at}")
            yield page
            if isinstance(page, Broken) and isinstance(page.error, _CutShort):
                break
    except (OSError, ValueError) as error:
        if not none:  # else it was told, or it was no beginning
            yield Broken(
                f"{name}#{at}", UnreadableFile(f"the web archive is damaged behind this byte: {error}")
            )
    return _next(file, at)


def _next(file: BinaryIO, at: int) -> int | None:
    """Where the next record may begin behind the beginning of one; None where none does."""
    at += 1
    while True:
        file.seek(at)
        data = file.read(_CHUNK)
        if found := _BEGINNING.search(data):
            return at + found.start()
        if len(data) < _CHUNK:
            return None
        at += _CHUNK - _LONGEST_BEGINNING


def _is_page(record: "WarcRecord") -> bool:
    head = record.http_headers
    return head is not None and head.status_code == _FINE and record.http_content_type in _PAGES


class _CutShort(InputError):
    """A record with fewer bytes than it says."""


def _page(record: "WarcRecord", place: str) -> Article | Broken:
    origin = record.headers.get("WARC-Target-URI") or place
    declared = record.content_length
    data = record.reader.read(LARGEST + 1)
    if len(data) > LARGEST:
        return Broken(origin, TooLong(f"over {LARGEST:,} bytes: no article"))
    if len(data) < declared:
        return Broken(origin, _CutShort(f"cut short: {len(data):,} of {declared:,} bytes"))
    try:
        data = _unpacked(data, {name.lower(): value.lower() for name, value in record.http_headers})
    except (OSError, ValueError, EOFError) as error:
        return Broken(origin, InputError(f"cannot be unpacked: {error}"))
    if len(data) > LARGEST:
        return Broken(origin, TooLong(f"over {LARGEST:,} bytes when it is unpacked: no article"))
    return Article(origin=origin, data=data)


def _unpacked(data: bytes, head: dict[str, str]) -> bytes:
    """The page itself, a little more than may be at most; archives often keep the head of what they unpacked."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    if "chunked" in head.get("transfer-encoding", "") and re.match(
        rb"[0-9a-fA-F]+[ \t]*(;[^\r\n]*)?\r\n", data
    ):
        data = ChunkedReader(io.BytesIO(data)).read(LARGEST + 1)
    for packing in reversed([word.strip() for word in head.get("content-encoding", "").split(",")]):
        if packing in ("gzip", "x-gzip") and data.startswith(_GZIP):
            data = GzipReader(io.BytesIO(data)).read(LARGEST + 1)
        elif packing == "br":
            data = BrotliReader(io.BytesIO(data)).read(LARGEST + 1)
        elif packing == "zstd":
            data = ZstdReader(io.BytesIO(data)).read(LARGEST + 1)
    return data
