import csv

import duckdb
import pandas
import polars
import pytest

from depeche.errors import BadDate, UsageError
from depeche.export import Chosen, export
from depeche.export.told import count, told
from depeche.ledger.schema import FACTS

READERS = {
    "csv": (pandas.read_csv, polars.read_csv, lambda path: duckdb.sql(f"from '{path}'").df()),
    "parquet": (pandas.read_parquet, polars.read_parquet, lambda path: duckdb.sql(f"from '{path}'").df()),
}


def lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("kind", sorted(FACTS))
def test_others_read_every_table_without_options(book, exported, kind, form):
    path = exported(kind, form=form)
    with book.reading() as connection:
        number = count(connection, kind, Chosen())
        ids = [fact.row["id"] for fact in told(connection, kind, Chosen())]
    assert number
    for read in READERS[form]:
        table = read(path)
        assert list(table["id"]) == ids
        assert len(ids) == number
        assert "quote" in table.columns


def test_words_and_spans_are_those_of_the_dispatch(book, exported):
    for kind in FACTS:
        rows = lines(exported(kind))
        with book.reading() as connection:
            texts = [fact.source.text for fact in told(connection, kind, Chosen())]
        for row, text in zip(rows, texts, strict=True):
            for part in ("evidence", "content", "speaker", "source"):
                if row.get(f"{part}_start"):
                    words = text[int(row[f"{part}_start"]) : int(row[f"{part}_end"])]
                    assert row[f"{part}_words"].startswith(words)
            assert row["evidence_words"].split(" … ")[0] in row["quote"]


def test_parquet_keeps_codes_and_types(exported):
    table = pandas.read_parquet(exported("events", form="parquet"))
    assert {"1661", "166", "161"} & set(table["cameo"])
    assert table["symmetric"].dtype == bool
    assert all(isinstance(code, str) for code in table["cameo"])


def test_cells_are_quoted_and_never_guarded(exported):
    assert {row["origin"] for row in lines(exported("events"))} == {"wire.txt", '=note, "2".txt'}


def test_copies_only_on_request(exported):
    without, with_them = lines(exported("events")), lines(exported("events", copies=True))
    assert len(with_them) > len(without)
    assert "again.txt" in {row["origin"] for row in with_them}


def test_filters(exported):
    assert {row["origin"] for row in lines(exported("events", until="2021-05"))} == {"wire.txt"}
    assert "wire.txt" not in {row["origin"] for row in lines(exported("events", since="2021-06-01"))}
    both = lines(exported("events", actors=("DEU", "RUS")))
    assert both
    assert all("DEU" in row["source"] + row["target"] for row in both)
    with pytest.raises(BadDate):
        exported("events", since="soon")


def test_twice_the_same(exported):
    first = exported("statements").read_bytes()
    assert exported("statements").read_bytes() == first


def test_all_tables_or_none(book, tmp_path):
    with book.reading() as connection:
        (tmp_path / "events.csv").write_text("mine")
        with pytest.raises(UsageError, match=r"events\.csv: exists already; --force"):
            export(connection, "facts", tmp_path, Chosen())
        assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]
        assert (tmp_path / "events.csv").read_text() == "mine"
        written = export(connection, "facts", tmp_path / "new", Chosen())
    assert [path.stem for path in written] == list(FACTS)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(
        f"{kind}.csv" for kind in FACTS
    )


def test_an_error_midway_leaves_what_was_there(book, tmp_path):
    def cut_off(facts, _name, _total):
        yield next(facts)
        raise RuntimeError("cut off")

    file = tmp_path / "events.csv"
    file.write_text("of yesterday")
    with book.reading() as connection, pytest.raises(RuntimeError):
        export(connection, "events", file, Chosen(), force=True, watch=cut_off)
    assert file.read_text() == "of yesterday"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("what", "form", "message"), [("news", "csv", "cannot be"), ("gdelt", "parquet", "leave")]
)
def test_what_cannot_be_exported_is_told(book, tmp_path, what, form, message):
    with book.reading() as connection, pytest.raises(UsageError, match=message):
        export(connection, what, tmp_path, Chosen(), form=form)
