from sqlalchemy import func, select

from benchmarks.growth import QUESTIONS
from benchmarks.made import records
from benchmarks.made.filling import fill
from depeche import Ledger
from depeche.ledger.schema import copies, events, occurrences, parties, persons, reports
from depeche.record.json import from_json, to_json

COUNT = 60
FACTS = ("people", "encounters", "statements", "positions", "commitments", "events", "dates", "names")


def made(*numbers):
    return list(records(numbers or range(COUNT)))


def test_made_records_are_the_same_each_time_and_whichever_others_are_made():
    assert made() == made()
    assert made(41, 7) == [made()[41], made()[7]]
    assert list(records([3], seed=2)) != made(3)


def test_made_records_are_valid():
    for record in made():
        assert from_json(to_json(record)) == record


def test_all_that_a_made_record_tells_stands_in_its_text():
    for record in made(*range(300)):
        rows = [row for name in FACTS for row in getattr(record, name)]
        spans = [span for row in rows for span in row.evidence]
        spans += [statement.content for statement in record.statements]
        assert all(record.words(span).strip() == record.words(span) != "" for span in spans)
        for person in record.people:
            assert record.words(person.evidence[0]) in person.name
        assert all(zone.start < zone.end <= len(record.text) for zone in record.zones)
        assert all(one.end <= other.start for one, other in zip(record.zones, record.zones[1:], strict=False))


def test_frequent_pairs_are_frequent():
    pairs = [
        frozenset((event.source, event.target)) for record in made(*range(500)) for event in record.events
    ]
    assert pairs.count(frozenset(("USA", "CHN"))) > 2 * pairs.count(frozenset(("FRA", "MLI"))) > 0


def test_a_ledger_of_made_dispatches_has_all_that_an_ingest_writes_and_answers(tmp_path):
    numbers = [
        *range(20),
        *range(1000, 1020),
        *range(2000, 2020),
    ]  # those of a thousand later tell some again
    with Ledger(tmp_path / "made.db", create=True) as book:
        assert len(list(fill(book._engine, records(numbers), first=0))) == len(numbers)
        with book.reading() as connection:
            for table in (parties, persons, occurrences, reports, copies, events):
                assert connection.execute(select(func.count()).select_from(table)).scalar_one() > 0
            told = select(func.max(occurrences.c.reports))
            assert connection.execute(told).scalar_one() > 1
        for question in QUESTIONS.values():
            question(book)
