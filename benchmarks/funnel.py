"""What each stage of the funnel costs, on pages and on their texts, in one run."""

import gzip
import io
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from depeche.funnel import narrow
from depeche.funnel.gate import may_tell
from depeche.funnel.pages import plain_text
from depeche.minhash import signature
from depeche.reader import Reader
from depeche.reading.language import by_words
from depeche.reading.markup import extract
from evaluation.mix import articles

_PAGES = 120
_ROUNDS = 3  # the fastest counts
_MENU = "".join(f'<li><a href="/r/{number}">Section {number}</a></li>' for number in range(60))
_CARDS = "".join(
    f'<div class="card"><a href="/a/{n}"><h3>Another story, {n}</h3></a></div>' for n in range(40)
)
_SCRIPT = "window.dataLayer = window.dataLayer || [];\n" * 400


def measure(language: str) -> Iterator[str]:
    """Lines of a report: pages a second of each stage, of pages of some 30,000 characters about no diplomacy."""
    for name, seconds in costs(language).items():
        yield f"{name} ({language}): {1 / seconds:,.0f} pages/s"


def costs(language: str) -> dict[str, float]:
    """Seconds that a page takes in each stage."""
    texts = [text for _, text in islice(articles(language), _PAGES)]
    pages = [_page(text) for text in texts]
    reader = Reader(language)
    documents = [reader.document(text) for text in texts]
    archive = _archive(pages)
    stages: dict[str, tuple[Sequence[Any], Callable[[Any], object]]] = {
        "cheap text": (pages, plain_text),
        "language": (texts, by_words),
        "gate": (texts, lambda text: may_tell(text, language)),
        "near-copies": (texts, signature),
        "full extraction": (pages, extract),
        "gate, passage by passage": (documents, narrow),
        "reading": (texts, reader.read),
    }
    spent = {"archive of pages": _best(lambda: _records(archive)) / _PAGES}
    for name, (items, work) in stages.items():
        work(items[0])  # loads what it needs
        spent[name] = _best(lambda: list(map(work, items))) / len(items)  # noqa: B023
    return spent


def _best(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _page(text: str) -> str:
    """A page as sites make them: a menu, scripts and other headlines around the article."""
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><script>{_SCRIPT}</script></head><body>"
        f"<nav><ul>{_MENU}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside>{_CARDS}</aside></body></html>"
    )


def _archive(pages: Sequence[str]) -> bytes:
    """A WARC file of the pages."""
    out = []
    for number, page in enumerate(pages):
        body = page.encode()
        answer = (
            f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nWARC-Date: 2024-03-05T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        out.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(map(gzip.compress, out))


def _records(archive: bytes) -> int:
    """The pages of an archive, found and unpacked."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(io.BytesIO(archive), record_types=WarcRecordType.response, parse_http=True)
    return sum(len(record.reader.read()) > 0 for record in records)
