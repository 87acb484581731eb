"""Events with the columns of POLECAT, the data set that is coded in PLOVER."""

from collections.abc import Iterator

from depeche.export.dyads import OCCURRED, Dyad, dyads
from depeche.export.layout import Cell, Column, Layout, Line, line
from depeche.export.told import Told

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD = {event: quad for quad, events in _QUADS.items() for event in events}

COLUMNS = (
    Column("Event ID", "whole number", "number of the event and the pair"),
    Column("Event Date", "text", "day, month or year in which it starts, else of the dispatch; ISO 8601"),
    Column("Event Type", "text", "PLOVER event type"),
    Column("Event Mode", "text", "PLOVER mode"),
    Column("Intensity", "number"),
    Column("Quad Code", "text", "verbal or material, cooperation or conflict; follows from the event type"),
    Column("Contexts", "text", "PLOVER context"),
    Column("Actor Name", "text", "English name of the state or organisation, else its words"),
    Column("Actor Country", "text", "ISO 3166-1 alpha-3, of states"),
    Column("Actor COW"),
    Column("Primary Actor Sector"),
    Column("Actor Sectors"),
    Column("Actor Title"),
    Column("Actor Name Raw", "text", "the words that name it in the dispatch"),
    Column("Wikipedia Actor ID"),
    Column("Recipient Name", "text", "as of the actor"),
    Column("Recipient Country", "text", "as of the actor"),
    Column("Recipient COW"),
    Column("Primary Recipient Sector"),
    Column("Recipient Sectors"),
    Column("Recipient Title"),
    Column("Recipient Name Raw", "text", "as of the actor"),
    Column("Wikipedia Recipient ID"),
    Column("Placename"),
    Column("City"),
    Column("District"),
    Column("Province"),
    Column("Country"),
    Column("Latitude", "number"),
    Column("Longitude", "number"),
    Column("GeoNames ID"),
    Column("Raw Placename", "text", "place as worded"),
    Column("Feature Type"),
    Column("Source", "text", "path or address of the dispatch"),
    Column("Publication Date", "text", "of the dispatch, EDTF"),
    Column("Story People"),
    Column("Story Organizations"),
    Column("Story Locations"),
    Column("Language", "text", "of the dispatch, ISO 639-1"),
    Column("Version", "text", "of depeche, which read it"),
    Column("Headline", "text", "of the dispatch"),
)


def _lines(facts: Iterator[Told]) -> Iterator[Line]:
    for dyad in dyads(facts):
        if dyad.fact.row["plover_event"]:
            yield line(COLUMNS, _cells(dyad))


def _cells(dyad: Dyad) -> dict[str, Cell]:
    row, source = dyad.fact.row, dyad.fact.source
    return {
        "Event ID": dyad.number,
        "Event Date": dyad.date,
        "Event Type": row["plover_event"],
        "Event Mode": row["plover_mode"],
        "Quad Code": QUAD[row["plover_event"]],
        "Contexts": row["plover_context"],
        "Actor Name": dyad.source.name or dyad.source.words,
        "Actor Country": dyad.source.state,
        "Actor Name Raw": dyad.source.words,
        "Recipient Name": dyad.target.name or dyad.target.words,
        "Recipient Country": dyad.target.state,
        "Recipient Name Raw": dyad.target.words,
        "Raw Placename": row["place"],
        "Source": source.origin,
        "Publication Date": source.published,
        "Language": source.language,
        "Version": source.version,
        "Headline": source.title,
    }


LAYOUT = Layout("events", COLUMNS, _lines, (OCCURRED,))
