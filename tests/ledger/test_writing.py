from sqlalchemy import select, update

from depeche import Ledger
from depeche.errors import EmptyInput
from depeche.ledger import Outcome
from depeche.ledger.schema import FACTS, dispatches
from depeche.reading.articles import Article, Broken
from depeche.record.facts import TABLES, facts

from .conftest import NOTE, READOUT, WIRE
from .dump import dump


def fates(outcomes):
    return [outcome.fate for outcome in outcomes]


def test_what_is_written_is_what_was_read(ledger, articles, reader):
    list(ledger.ingest(articles, reader))
    for number, text in enumerate((WIRE, READOUT, NOTE), 1):
        read = facts(reader.read(text))
        for name, columns in TABLES.items():
            table = FACTS[name]
            with ledger._engine.connect() as connection:
                rows = list(
                    connection.execute(select(table).where(table.c.dispatch == number).order_by(table.c.id))
                )
            assert len(rows) == len(read[name])
            for row, fact in zip(rows, read[name], strict=True):
                for column in columns:
                    if column == "plover":
                        parts = [row.plover_event, row.plover_mode, row.plover_context]
                        plover = fact["plover"]
                        assert parts == [plover.event, plover.mode, plover.context]
                    else:
                        assert _same(getattr(row, column), fact[column]), (name, column)
        assert any(read[name] for name in ("statements", "events", "encounters"))


def _same(stored, told):
    return _listed(stored) == _listed(told)


def _listed(value):
    return [_listed(inner) for inner in value] if isinstance(value, list | tuple) else value


def test_both_engines_hold_the_same_rows(tmp_path, new_database, articles, reader):
    places = [str(tmp_path / "a.db"), new_database()]
    for place in places:
        with Ledger(place, create=True) as book:
            list(book.ingest(articles, reader))
    assert dump(places[0]) == dump(places[1])


def test_a_second_ingest_skips_and_a_new_place_is_a_print(ledger, articles, reader):
    assert fates(ledger.ingest(articles, reader)) == ["added"] * 3
    assert fates(ledger.ingest(articles, reader)) == ["skipped"] * 3
    other = Article(origin="https://example.org/wire", data=WIRE)
    assert list(ledger.ingest([other], reader)) == [Outcome(other.origin, "reprinted", 1)]


def test_the_same_text_twice_in_one_run_is_written_once(ledger, reader):
    twins = [Article(origin="a", data=NOTE), Article(origin="b", data=NOTE), Article(origin="a", data=NOTE)]
    assert fates(ledger.ingest(twins, reader)) == ["added", "reprinted", "skipped"]


def test_what_cannot_be_read_is_rejected_and_the_rest_goes_on(ledger, reader):
    given = [
        Article(origin="empty", data="  \n"),
        Article(origin="date", data=NOTE, published="soon"),
        Broken("row 3", EmptyInput("no text in it")),
        Article(origin="note", data=NOTE),
    ]
    outcomes = list(ledger.ingest(given, reader))
    assert fates(outcomes) == ["rejected", "rejected", "rejected", "added"]
    assert [outcome.error.code for outcome in outcomes[:3]] == ["input.empty", "usage.date", "input.empty"]


def test_a_dispatch_read_by_another_version_is_read_again_on_request(place, articles, reader):
    with Ledger(place, create=True) as book:
        list(book.ingest(articles, reader))
    before = dump(place)
    with Ledger(place) as book:
        with book._engine.begin() as connection:
            connection.execute(update(dispatches).where(dispatches.c.id == 2).values(version="0.0.1"))
        assert fates(book.ingest(articles, reader)) == ["skipped"] * 3
        assert fates(book.ingest(articles, reader, refresh=True)) == ["skipped", "refreshed", "skipped"]
    assert dump(place) == before


def test_characters_that_no_engine_stores_move_no_offset(ledger, reader):
    text = NOTE.replace("mercredi", "mercredi\0\ud800")
    [outcome] = ledger.ingest([Article(origin="odd", data=text)], reader)
    assert outcome.fate == "added"
    with ledger._engine.connect() as connection:
        kept = connection.execute(select(dispatches.c.text)).scalar_one()
    assert len(kept) == len(text)
    assert kept == text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")


def test_long_passages_and_long_names_are_kept(ledger, reader):
    long = "Paris a condamné " + "x" * 30_000 + " les sanctions de Moscou. " * 2_000
    [outcome] = ledger.ingest([Article(origin="long", data=long)], reader)
    assert outcome.fate == "added"


def test_who_reads_sees_one_state_whatever_is_written_meanwhile(ledger, place, articles, reader):
    list(ledger.ingest(articles[:1], reader))
    with Ledger(place) as other, other.reading() as connection:
        before = list(connection.execute(select(dispatches.c.id)))
        list(ledger.ingest(articles, reader))
        assert list(connection.execute(select(dispatches.c.id))) == before
    with ledger.reading() as connection:
        assert len(list(connection.execute(select(dispatches.c.id)))) == 3
