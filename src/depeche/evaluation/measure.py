"""The measurements: dispatches and sentences read in one process, scored, and named as figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from depeche.evaluation import phrases
from depeche.evaluation.compare import Row, fold, same_date
from depeche.evaluation.gold import Dispatch, files_of, fingerprint, sentences, sentences_file
from depeche.evaluation.tally import Case, Counts, asserted_right, macro, tables_of, tally
from depeche.languages import load
from depeche.reader import Input, Reader
from depeche.record.facts import facts

Tick = Callable[[], None]


class Line(msgspec.Struct, frozen=True):
    """One table of a set: what is counted, and the figure that its F1 is."""

    table: str
    figure: str
    counts: Counts


class Measured(msgspec.Struct, frozen=True):
    """The results of one set: a language's dispatches (``cases``) or its ``sentences``.

    `data` is the fingerprint of the set, `figures` are by their full names (``fr.cases.macro``), `texts` by
    the name of the dispatch or sentence.
    """

    language: str
    kind: str
    data: str
    lines: tuple[Line, ...]
    figures: dict[str, float]
    texts: dict[str, str]

    @property
    def name(self) -> str:
        """What the names of its figures begin with."""
        return f"{self.language}.{self.kind}"

    @property
    def title(self) -> str:
        """The set in words, and whether the pack of its language is an experimental one."""
        what = "dispatches" if self.kind == "cases" else self.kind
        young = ", experimental" if load(self.language).table("pack").get("experimental") else ""
        return f"{len(self.texts)} {what} ({self.language}{young})"


def measure_dispatches(reader: Reader, rows: Sequence[Dispatch], tick: Tick) -> Measured:
    """The seven tables over dispatches of one language; each that is read is told to `tick`."""
    language = rows[0].document.language
    answers = list(_read(reader, (row.document for row in rows), tick))
    pairs = zip(rows, answers, strict=True)
    read = [Case(row.name, tables_of(row.facts), tables_of(answer)) for row, answer in pairs]
    totals = tally(read)
    name = f"{language}.cases"
    figures = {f"{name}.{table}.f1": counts.f1 for table, counts in totals.items()}
    figures[f"{name}.statements.content_iou"] = totals["statements"].rate("content_iou")
    figures[f"{name}.events.status"] = totals["events"].rate("status")
    right, told = asserted_right(read)
    figures[f"{name}.events.occurred_precision"] = right / told if told else 0.0
    figures[f"{name}.macro"] = macro(totals)
    heads = [(row.facts["document"], answer["document"]) for row, answer in zip(rows, answers, strict=True)]
    figures |= {f"{name}.document.{key}": value for key, value in _document(heads)}
    lines = tuple(Line(table, f"{name}.{table}.f1", counts) for table, counts in totals.items())
    texts = {row.name: row.document.text for row in rows}
    return Measured(language, "cases", fingerprint(files_of(rows)), lines, figures, texts)


def _document(heads: Sequence[tuple[Row, Row]]) -> Iterator[tuple[str, float]]:
    """The shares of dispatches whose date of publication, place and title are right."""
    yield (
        "published",
        sum(same_date(gold["published"], told["published"]) for gold, told in heads) / len(heads),
    )
    for key in ("place", "title"):
        yield key, sum(fold(gold[key]) == fold(told[key]) for gold, told in heads) / len(heads)


def measure_sentences(reader: Reader, language: str, rows: Sequence[Row], tick: Tick) -> Measured:
    """The events of the language's single sentences."""
    answers = (answer["events"] for answer in _read(reader, (row["text"] for row in rows), tick))
    scores = phrases.score(zip(rows, answers, strict=True))
    name = f"{language}.sentences"
    figures = {
        f"{name}.f1": scores.f1,
        f"{name}.exact_code": scores.rate("exact_code"),
        f"{name}.weakest_root": scores.weakest_root,
        f"{name}.traps_avoided": 1 - scores.trapped / scores.traps if scores.traps else 0.0,
    }
    line = Line("sentences", f"{name}.f1", scores)
    data = fingerprint([sentences_file(language)])
    return Measured(language, "sentences", data, (line,), figures, {row["id"]: row["text"] for row in rows})


def _read(reader: Reader, inputs: Iterable[Input], tick: Tick) -> Iterator[Row]:
    for record in reader.pipe(inputs):
        tick()
        yield facts(record)


class Gold(msgspec.Struct, frozen=True):
    """What one language is measured on."""

    language: str
    dispatches: tuple[Dispatch, ...] = ()
    sentences: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return len(self.dispatches) + len(self.sentences)


def gold_of(language: str, dispatches: Iterable[Dispatch], *, own: bool = True) -> Gold:
    """The gold of a language: those of the dispatches that are in it and, of our own, its sentences."""
    mine = tuple(row for row in dispatches if row.document.language == language)
    return Gold(language, mine, tuple(sentences(language)) if own else ())


def measure(gold: Gold, tick: Tick = lambda: None) -> Iterator[Measured]:
    """All measurements of a language; a set without a row is left out."""
    reader = Reader(gold.language)
    if gold.dispatches:
        yield measure_dispatches(reader, gold.dispatches, tick)
    if gold.sentences:
        yield measure_sentences(reader, gold.language, gold.sentences, tick)
