"""``python -m evaluation.funnel [CODE …]``: what the gate of the funnel loses, and what it saves.

Lost are events of our own gold that reading finds in the whole dispatch and not in what the gate leaves of it; saved is
the time of reading a mix of which one word in ten is of those dispatches, the others of `evaluation.mix`.
"""

import gc
import sys
import time
from collections.abc import Iterator, Sequence

import msgspec

from depeche.errors import InputError
from depeche.evaluation.gold import Dispatch, dispatch, own_files, sentences
from depeche.evaluation.tally import Case, tables_of, tally
from depeche.funnel import narrow, sift
from depeche.languages import codes
from depeche.reader import Reader
from depeche.reading import Document
from depeche.record.facts import facts
from evaluation.mix import articles

SHARE = 0.1  # of the words of the mix that are of dispatches
_READ = frozenset({"title", "body"})


class Kept(msgspec.Struct, frozen=True):
    """What the gate keeps of a language: of the gold, and of other news."""

    language: str
    dispatches: int
    dropped: int  # dispatches that it drops
    cut: int  # dispatches of which it leaves out passages
    found: int  # events that reading the whole dispatches gets right
    lost: int  # of these, those that it does not get right any more
    amid: int  # events that are right of dispatches in the midst of other news
    lost_amid: int  # of these, how many fewer are right of what the gate leaves of the whole
    read_amid: float  # share of the words of these texts that is read
    sentences: int  # gold sentences that have events
    missed: int  # of these, those that it drops when each stands alone
    others: int  # articles of no diplomacy
    passed: int  # of these, those of which it keeps any
    words: float  # share of their words that is read

    @property
    def share_lost(self) -> float:
        """Share of the events."""
        return self.lost / self.found if self.found else 0.0

    def lines(self) -> Iterator[str]:
        """A report."""
        code = self.language
        yield f"dispatches dropped, cut ({code}): {self.dropped}, {self.cut} of {self.dispatches}"
        yield f"events lost ({code}): {self.lost} of {self.found} ({self.share_lost:.1%})"
        share = self.lost_amid / self.amid
        yield f"events lost of dispatches amid other news ({code}): {self.lost_amid} of {self.amid} ({share:.1%})"
        yield f"words read of these ({code}): {self.read_amid:.1%}"
        yield f"sentences dropped when alone ({code}): {self.missed} of {self.sentences}"
        yield f"articles of no diplomacy kept ({code}): {self.passed} of {self.others}, {self.words:.1%} of their words"


def kept(language: str, number: int = 200) -> Kept:
    """What the gate keeps of the gold of a language, and of so many other articles."""
    reader = Reader(language)
    gold = [row for row in map(dispatch, own_files()) if row.document.language == language]
    narrowed = [narrow(row.document) for row in gold]
    alone = [row["text"] for row in sentences(language) if row["events"]]
    others = [text for _, (_, text) in zip(range(number), articles(language), strict=False)]
    left = [_left(text, language) for text in others]
    whole, found = _right(reader, gold, [row.document for row in gold]), _right(reader, gold, narrowed)
    amid = [_amid(row.document.text, others[at % 40 : at % 40 + 4]) for at, row in enumerate(gold)]
    middle = _right(reader, gold, [reader.document(text) for text in amid])
    return Kept(
        language=language,
        dispatches=len(gold),
        dropped=narrowed.count(None),
        cut=sum(one not in (None, row.document) for one, row in zip(narrowed, gold, strict=True)),
        found=whole,
        lost=whole - found,
        amid=middle,
        lost_amid=middle - _right(reader, gold, [_left(text, language) for text in amid]),
        read_amid=_share(amid, language),
        sentences=len(alone),
        missed=sum(_left(text, language) is None for text in alone),
        others=number,
        passed=sum(one is not None for one in left),
        words=_share(others, language),
    )


def speed(language: str) -> Iterator[str]:
    """Lines of a report: how many times as fast the funnel reads the mix as the reader alone."""
    reader = Reader(language)
    texts = mix(language)
    list(reader.attempt(through(texts[:8], reader)))  # loads all
    gc.freeze()
    start = time.process_time()
    for _ in reader.attempt(texts):
        pass
    middle = time.process_time()
    for _ in reader.attempt(through(texts, reader)):
        pass
    end = time.process_time()
    words = sum(len(text.split()) for text in texts)
    yield f"reading the mix, all of it ({language}): {words / (middle - start):,.0f} words/s"
    yield f"reading the mix through the funnel ({language}): {words / (end - middle):,.0f} words/s"
    yield f"times as fast ({language}): {(middle - start) / (end - middle):.1f}"


def mix(language: str) -> list[str]:
    """The dispatches of a language, and other articles in between, until they have their share of the words."""
    told = [path.with_suffix(".txt").read_text("utf-8") for path in own_files() if path.stem[:2] == language]
    wanted = sum(len(text.split()) for text in told) * (1 / SHARE - 1)
    others: list[str] = []
    for _, text in articles(language):
        others.append(text)
        wanted -= len(text.split())
        if wanted <= 0:
            break
    between = len(others) // len(told)
    return [
        text
        for number, one in enumerate(told)
        for text in (one, *others[number * between : (number + 1) * between])
    ]


def through(texts: Sequence[str], reader: Reader) -> Iterator[Document]:
    """What the funnel leaves of texts."""
    for text in texts:
        if sift(text, language=reader.language) is None and (left := narrow(reader.document(text))):
            yield left


def _right(reader: Reader, gold: Sequence[Dispatch], documents: Sequence[Document | None]) -> int:
    """How many events are right over dispatches of which documents are left, or None."""
    read = reader.pipe(document for document in documents if document)
    answers = [facts(next(read)) if document else {} for document in documents]
    cases = [
        Case(row.name, tables_of(row.facts), tables_of(answer))
        for row, answer in zip(gold, answers, strict=True)
    ]
    return tally(cases)["events"].hit


def _amid(text: str, others: Sequence[str]) -> str:
    """A dispatch without its headline in the midst of other news."""
    half = len(others) // 2
    return "\n\n".join([*others[:half], text.partition("\n\n")[2], *others[half:]])


def _left(text: str, language: str) -> Document | None:
    try:
        return None if sift(text, language=language) else narrow(Reader(language).document(text))
    except InputError:
        return None


def _share(texts: Sequence[str], language: str) -> float:
    """Share of the words of texts that is read."""
    left = [_left(text, language) for text in texts]
    return sum(_words(one) for one in left if one) / sum(len(text.split()) for text in texts)


def _words(document: Document) -> int:
    zones = (zone for zone in document.zones if zone.kind in _READ)
    return sum(len(document.text[zone.start : zone.end].split()) for zone in zones)


def main() -> None:
    """Print what is lost and what is saved."""
    for code in sys.argv[1:] or codes():
        for line in (*kept(code).lines(), *speed(code)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
