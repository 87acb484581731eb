"""Events in the 61 columns of a GDELT 2.0 events file: tabs between them, no names of columns."""

from collections.abc import Iterator

from depeche.export.dyads import OCCURRED, Dyad, Side, dyads
from depeche.export.layout import Cell, Column, Layout, Line, line
from depeche.export.told import Told
from depeche.ontology.frames import goldstein

_GEO = ("FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")


def _actor(which: int) -> Iterator[Column]:
    yield Column(f"Actor{which}Code", "text", "ISO 3166-1 alpha-3, of states")
    yield Column(f"Actor{which}Name", "text", "English name in capitals, else the words of the dispatch")
    yield Column(f"Actor{which}CountryCode", "text", "as the code")
    for part in ("KnownGroup", "Ethnic", "Religion1", "Religion2", "Type1", "Type2", "Type3"):
        yield Column(f"Actor{which}{part}Code")


def _place(what: str) -> Iterator[Column]:
    yield Column(f"{what}Geo_Type", "whole number")
    for part in _GEO:
        told = (what, part) == ("Action", "FullName")
        yield Column(f"{what}Geo_{part}", "text", "place as worded" if told else "")


COLUMNS = (
    Column("GlobalEventID", "whole number", "number of the event and the pair"),
    Column("Day", "whole number", "YYYYMMDD; of the event, where it has no date of the dispatch"),
    Column("MonthYear", "whole number", "YYYYMM"),
    Column("Year", "whole number", "YYYY"),
    Column("FractionDate", "number", "year and (30 × month + day) / 365"),
    *_actor(1),
    *_actor(2),
    Column("IsRootEvent", "whole number"),
    Column("EventCode", "text", "CAMEO code"),
    Column("EventBaseCode", "text", "its first three digits"),
    Column("EventRootCode", "text", "its first two digits"),
    Column("QuadClass", "whole number", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"),
    Column("GoldsteinScale", "number", "of the CAMEO code"),
    Column("NumMentions", "whole number", "how many dispatches of the ledger tell of it"),
    Column("NumSources", "whole number"),
    Column("NumArticles", "whole number"),
    Column("AvgTone", "number"),
    *_place("Actor1"),
    *_place("Actor2"),
    *_place("Action"),
    Column("DATEADDED", "whole number"),
    Column("SOURCEURL", "text", "path or address of the dispatch"),
)


def _lines(facts: Iterator[Told]) -> Iterator[Line]:
    return (line(COLUMNS, _cells(dyad)) for dyad in dyads(facts))


def _cells(dyad: Dyad) -> dict[str, Cell]:
    code = dyad.fact.row["cameo"]
    return {
        "GlobalEventID": dyad.number,
        **_date(dyad.date),
        **_side(1, dyad.source),
        **_side(2, dyad.target),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad(code),
        "GoldsteinScale": goldstein().get(code),
        "NumMentions": dyad.fact.row["reports"] or 1,
        "ActionGeo_FullName": _bare(dyad.fact.row["place"]),
        "SOURCEURL": _bare(dyad.fact.source.origin),
    }


def quad(code: str) -> int:
    """The quad class of a CAMEO code."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _date(date: str | None) -> dict[str, Cell]:
    parts = (date or "").split("-")
    cells: dict[str, Cell] = {"Year": parts[0]}
    if len(parts) > 1:
        cells["MonthYear"] = "".join(parts[:2])
    if len(parts) > 2:
        year, month, day = map(int, parts)
        cells |= {"Day": "".join(parts), "FractionDate": f"{year + (30 * month + day) / 365:.4f}"}
    return cells


def _side(which: int, side: Side) -> dict[str, Cell]:
    return {
        f"Actor{which}Code": side.state,
        f"Actor{which}Name": _bare((side.name or side.words or "").upper()),
        f"Actor{which}CountryCode": side.state,
    }


def _bare(words: str | None) -> str | None:
    """The words on one line, without tabs: readers of this layout split lines at them."""
    return words and " ".join(words.replace('"', "'").split())


LAYOUT = Layout("events", COLUMNS, _lines, (OCCURRED,), delimiter="\t", head=False)
