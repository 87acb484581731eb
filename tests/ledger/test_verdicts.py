import pytest
from sqlalchemy import select, update

from depeche import UsageError
from depeche.ledger import marks, writing
from depeche.ledger.schema import dispatches, events, marked, positions, verdicts

WHEN = "2026-01-12T09:30:00+00:00"


@pytest.fixture
def filled(ledger, reader, articles):
    assert [outcome.fate for outcome in ledger.ingest(articles, reader)] == ["added"] * 3
    return ledger


@pytest.fixture
def first(filled):
    """The first position and the first event, by their numbers."""
    with filled.reading() as connection:
        return {
            table.name: connection.execute(select(table.c.id).order_by(table.c.id)).scalars().first()
            for table in (positions, events)
        }


def refreshed(book, reader, articles):
    with book._engine.begin() as connection:
        connection.execute(update(dispatches).values(version="0.0.1"))
    assert {outcome.fate for outcome in book.ingest(articles, reader, refresh=True)} == {"refreshed"}


def test_a_verdict_outlives_a_new_reading_and_a_later_one_takes_its_place(filled, first, reader, articles):
    number = first["positions"]
    filled.judge("positions", number, "reject", note="said by the other side", when=WHEN)
    filled.judge("events", first["events"], "accept", when=WHEN)
    refreshed(filled, reader, articles)
    one, other = filled.verdicts()
    assert (one.about, one.verdict, one.note, one.numbers) == (
        "positions", "reject", "said by the other side", (number,),
    )  # fmt: skip
    assert (other.about, other.verdict, other.numbers) == ("events", "accept", (first["events"],))
    filled.judge("positions", number, "correct", correction={"stance": "opposes"}, when=WHEN)
    assert [(each.id, each.verdict, each.correction) for each in filled.verdicts()] == [
        (1, "correct", {"stance": "opposes"}),
        (2, "accept", None),
    ]


def test_persons_and_occurrences_are_judged(filled):
    [person] = filled.who("Wang Yi")
    [occurrence, *_] = filled.occurrences()
    filled.judge("persons", person.id, "accept", when=WHEN)
    filled.judge("occurrences", occurrence.id, "reject", when=WHEN)
    assert [(each.about, each.numbers) for each in filled.verdicts()] == [
        ("persons", (person.id,)),
        ("occurrences", (occurrence.id,)),
    ]
    [share, _] = filled.reviewed()
    assert (share.about, share.accept, share.total) == ("persons", 1, 1)


def test_a_verdict_goes_over_to_other_words_of_the_same_reading_only(filled, first):
    number = first["positions"]
    filled.judge("positions", number, "accept", when=WHEN)
    p = positions.c

    def told_otherwise(**values):
        """What a new reading of the dispatch does to marks, when the row has become another."""
        with filled._engine.begin() as connection:
            row = connection.execute(select(positions).where(p.id == number)).one()
            before = marks.borne(connection, row.dispatch)
            connection.execute(update(positions).where(p.id == number).values(**values))
            marks.renew(connection, row.dispatch, before)
        return [each.numbers for each in filled.verdicts()]

    with filled.reading() as connection:
        evidence, stance = connection.execute(select(p.evidence, p.stance).where(p.id == number)).one()
    (start, end), *_ = evidence
    assert told_otherwise(evidence=[[start + 1, end + 2]]) == [(number,)]
    assert told_otherwise(stance="denies") == [()]
    [share] = filled.reviewed()
    assert (share.total, share.gone) == (0, 1)
    assert told_otherwise(stance=stance) == [(number,)]


def test_a_verdict_is_withdrawn(filled, first):
    filled.judge("events", first["events"], "accept", when=WHEN)
    assert filled.withdraw_verdict(1).verdict == "accept"
    assert filled.verdicts() == []
    with pytest.raises(UsageError, match="no verdict 1"):
        filled.withdraw_verdict(1)


@pytest.mark.parametrize(
    ("about", "verdict", "more", "message"),
    [
        ("persons", "maybe", {}, "is no verdict"),
        ("feelings", "accept", {}, "no verdict on 'feelings'"),
        ("positions", "correct", {}, "takes a correction"),
        ("positions", "accept", {"correction": {"stance": "opposes"}}, "takes a correction"),
        ("positions", "correct", {"correction": {"colour": "red"}}, "no column colour"),
        ("positions", "accept", {"when": "yesterday"}, "no date and time"),
        ("positions", "accept", {"number": 7}, "no number 7"),
        ("persons", "accept", {"number": 7}, "no number 7"),
        ("occurrences", "accept", {"number": 7}, "no number 7"),
    ],
)
def test_what_is_no_verdict_is_refused(filled, first, about, verdict, more, message):
    given = {"number": first["positions"], "when": WHEN} | more
    with pytest.raises(UsageError, match=message):
        filled.judge(about, given.pop("number"), verdict, **given)


def test_nothing_is_marked_that_nobody_judged(filled):
    with filled.reading() as connection:
        assert connection.execute(select(marked)).all() == connection.execute(select(verdicts)).all() == []


def test_a_mark_tells_what_was_read_where():
    text = "France condemned the coup."
    row = {"holder": "FRA", "stance": "condemns", "target": "the | coup", "evidence": [[7, 16], [21, 25]]}
    digest = writing.digest(text, None)
    assert marks.mark("positions", row, digest, text) == (
        f"positions|{digest}|7|FRA;condemns;the / coup|condemned … coup"
    )
