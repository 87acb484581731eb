"""The measurements: dispatches and sentences read in one process, scored, and named as figures."""

from collections.abc import Iterator

import msgspec

from depeche.reader import Reader
from depeche.record.facts import facts
from evaluation import phrases
from evaluation.compare import Row
from evaluation.data import CASES, SHARED, cases, fingerprint, sentences
from evaluation.tally import Case, Counts, asserted_right, macro, tables_of, tally
from evaluation.times import timebank


class Measured(msgspec.Struct, frozen=True):
    """The results of one set: its tables or sentence scores, and its figures by name."""

    title: str
    data: str
    figures: dict[str, float]
    tables: dict[str, Counts] | None = None
    sentences: phrases.Scores | None = None
    skipped: str | None = None


def read_cases(reader: Reader, prefix: str, *, seed: bool = False) -> Iterator[Case]:
    """Each case with what the reader tells of it; a dispatch that fails counts as told nothing."""
    folder = SHARED / "dispatches" if seed else CASES
    for name, gold, source in cases(prefix, folder):
        yield Case(name, tables_of(gold), tables_of(facts(reader.read(source))))


def measure_cases(reader: Reader, language: str) -> Measured:
    """The seven tables over the language's cases."""
    read = list(read_cases(reader, f"{language}-"))
    totals = tally(read)
    name = f"{language}.cases"
    figures = {f"{name}.{table}.f1": counts.f1 for table, counts in totals.items()}
    figures[f"{name}.statements.content_iou"] = totals["statements"].rate("content_iou")
    figures[f"{name}.events.status"] = totals["events"].rate("status")
    right, told = asserted_right(read)
    figures[f"{name}.events.occurred_precision"] = right / told if told else 0.0
    figures[f"{name}.macro"] = macro(totals)
    data = fingerprint(f"cases/{language}-*")
    return Measured(f"{len(read)} dispatches ({language})", data, figures, tables=totals)


def measure_seed(reader: Reader, language: str) -> Measured:
    """The real dispatch that lies beside the checkout; it counts for no floor."""
    read = list(read_cases(reader, f"{language}-00", seed=True))
    if not read:
        return Measured(f"the seed ({language})", "", {}, skipped="../shared/dispatches is not there")
    return Measured(f"the seed ({language})", "", {}, tables=tally(read))


def measure_sentences(reader: Reader, language: str) -> Measured:
    """The events of the language's single sentences."""
    scores = phrases.score((row, _events(reader, row)) for row in sentences(language))
    name = f"{language}.sentences"
    figures = {
        f"{name}.f1": scores.f1,
        f"{name}.exact_code": scores.exact / scores.hit if scores.hit else 0.0,
        f"{name}.weakest_root": scores.weakest_root,
        f"{name}.traps_avoided": 1 - scores.trapped / scores.traps if scores.traps else 0.0,
    }
    data = fingerprint(f"sentences/{language}.jsonl")
    return Measured(f"{scores.sentences} sentences ({language})", data, figures, sentences=scores)


def _events(reader: Reader, row: Row) -> list[Row]:
    rows: list[Row] = facts(reader.read(row["text"]))["events"]
    return rows


def measure_timebank(reader: Reader, language: str) -> Measured:
    """Calendar dates of news texts, where the corpus lies beside the checkout; it counts for no floor."""
    title = f"calendar dates of news of 1999 ({language})"
    folder = SHARED / "bench" / f"{language}-timebank-1999"
    if not folder.is_dir():
        return Measured(title, "", {}, skipped="../shared/bench is not there")
    return Measured(title, "", {}, tables={"dates": timebank.measure(reader, folder)})


def measure(reader: Reader, language: str) -> Iterator[Measured]:
    """All measurements of a language."""
    yield measure_cases(reader, language)
    yield measure_sentences(reader, language)
    beside = {measure_seed: "dispatches/*-00-*", measure_timebank: "bench/*-timebank-*"}
    for measured, pattern in beside.items():
        # A language without such a set is passed over; a checkout without any says so.
        sets = [path.name for path in SHARED.glob(pattern)]
        if not sets or any(name.startswith(f"{language}-") for name in sets):
            yield measured(reader, language)
