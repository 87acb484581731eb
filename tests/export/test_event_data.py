import duckdb
import pandas
import pytest

from depeche.export import explain, gdelt, plover
from depeche.export.codebook import codebook
from depeche.export.dyads import start
from depeche.export.export import layout
from depeche.ledger.schema import FACTS
from depeche.ontology.frames import goldstein
from depeche.ontology.frames import plover as coding


@pytest.fixture
def events(exported):
    """The GDELT file as its readers take it: by position, codes as text."""
    names = [column.name for column in gdelt.COLUMNS]
    return pandas.read_csv(exported("gdelt"), sep="\t", header=None, names=names, dtype={"EventCode": str})


def test_gdelt_has_its_61_columns_and_no_head(exported):
    assert len(gdelt.COLUMNS) == 61
    assert all(line.count("\t") == 60 for line in exported("gdelt").read_text(encoding="utf-8").splitlines())


def test_each_pair_of_sides_is_a_row(events):
    expelled = events[events.EventCode.str.startswith("16") & (events.Actor2Code == "RUS")]
    assert set(expelled.Actor1Code) == {"DEU", "FRA"}
    assert set(expelled.Actor1Name) == {"GERMANY", "FRANCE"}
    assert set(expelled.Day) == {20210609}
    assert set(expelled.QuadClass) == {4}
    assert events.GlobalEventID.is_unique


def test_what_was_denied_is_no_event(events, exported):
    table = pandas.read_parquet(exported("events", form="parquet"))
    assert "POL" in set(table[table.status == "denied"].source)
    assert "POL" not in set(events.Actor1Code)


def test_plover_has_the_columns_of_polecat(exported):
    for path in (exported("plover"), exported("plover", form="parquet")):
        table = duckdb.sql(f"from '{path}'").df()
        assert list(table.columns) == [column.name for column in plover.COLUMNS]
        meeting = table[table["Event Type"] == "CONSULT"].iloc[0]
        assert {meeting["Actor Country"], meeting["Recipient Country"]} == {"CHN", "KAZ"}
        assert meeting["Quad Code"] == "VERBAL COOPERATION"
        assert str(meeting["Event Date"]).startswith("2021-05-03")


def test_every_plover_event_and_cameo_code_has_its_quarter():
    assert {coding(code).event for code in goldstein()} - {None} == set(plover.QUAD)
    assert [gdelt.quad(code) for code in ("05", "061", "08", "1011", "138", "145", "203")] == [
        1,
        2,
        2,
        3,
        3,
        4,
        4,
    ]


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2021-05-03/2021-05-05", "2021-05-03"),
        ("2021-05-XX", "2021-05"),
        ("202X", None),
        ("../2021", None),
        (None, None),
    ],
)
def test_no_day_is_made_up(date, known):
    assert start(date) == known


def test_every_column_is_in_the_codebook_and_every_one_of_ours_explained(tmp_path):
    book = codebook()
    for name in (*FACTS, "plover", "gdelt"):
        for column in layout(name).columns:
            assert f"| {column.name} | {column.type} |" in book
            assert column.holds or name in ("plover", "gdelt"), column.name
    assert explain(tmp_path).read_text(encoding="utf-8") == book
