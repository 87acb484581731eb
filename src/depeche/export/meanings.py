"""What the columns of the tables of facts hold, for the codebook."""

from typing import get_args

from depeche.export.layout import Column
from depeche.record import tables

HEAD = (
    Column("id", "whole number", "number of the row, the same as long as the dispatch is not read anew"),
    Column("dispatch", "whole number", "number of the dispatch in the ledger"),
    Column("published", "text", "when the dispatch was published, EDTF"),
    Column("language", "text", "language of the dispatch, ISO 639-1"),
    Column("title", "text", "headline of the dispatch"),
    Column("origin", "text", "path or address where the dispatch was found first"),
)
TAIL = (
    Column(
        "reviewed",
        "text",
        "what a reviewer found of the row: `accept`, `correct` or `reject`; empty where none did",
    ),
    Column("evidence", "text", "all spans that the row was read from, `start-end`, joined by `; `"),
    Column("evidence_start", "whole number", "where the first of them starts"),
    Column("evidence_end", "whole number", "where it ends"),
    Column("evidence_words", "text", "the words of all of them, exactly, joined by ` … `"),
    Column("quote", "text", "the whole sentences around the first of them"),
)
_OCCURRENCE = (
    Column("occurrence", "whole number", "what several dispatches tell of alike has one number"),
    Column("reports", "whole number", "how many dispatches tell of it"),
)
LINKS = {
    "people": (Column("person", "whole number", "number of the person across dispatches"),),
    "encounters": _OCCURRENCE,
    "events": _OCCURRENCE,
}

_PLAIN = {
    "name": "fullest form of the name in the dispatch",
    "office": "office as worded",
    "role": "kind of office",
    "of": "state or organisation that the office is of",
    "former": "whether the office is a past one",
    "aliases": "other forms of the name",
    "level": "rank of those who meet",
    "participants": "who takes part",
    "states": "states and organisations that take part",
    "forum": "forum in which it takes place, with its edition",
    "margins_of": "forum on whose margins it takes place",
    "date": "when, EDTF",
    "first": "first day that the date may mean, ISO 8601",
    "last": "last day that it may mean",
    "place": "where, as worded",
    "speaker": "who speaks",
    "speaker_of": "state or organisation spoken for",
    "cue": "word that tells of speaking",
    "via": "who tells it, if not the narrator",
    "about": "states and organisations that it is about",
    "holder": "whose it is: codes or words, joined by `; `",
    "partner": "with or against whom",
    "topic": "what it is about",
    "action": "what will be done",
    "due": "by when, EDTF",
    "entry": "entry of the lexicon that read it",
    "source": "who acts: codes or words, joined by `; `",
    "target": "towards whom",
    "symmetric": "whether both sides act alike",
    "cameo": "CAMEO code; keep it as text, it may start with 0",
    "plover_event": "PLOVER event type",
    "plover_mode": "PLOVER mode",
    "plover_context": "PLOVER context",
    "frame": "act of our own ontology",
    "modality": "how it is told: intended, demanded, refused, …",
    "text": "time expression as worded",
    "value": "what it means, EDTF",
    "reason": "how it was resolved",
}
_VALUES: dict[tuple[str, str], object] = {
    ("encounters", "kind"): tables.EncounterKind,
    ("encounters", "status"): tables.EncounterStatus,
    ("statements", "mode"): tables.Mode,
    ("positions", "stance"): tables.Stance,
    ("commitments", "strength"): tables.Strength,
    ("events", "status"): tables.EventStatus,
}
_OTHER = {("positions", "target"): "what the stance is to: codes or words"}


def meaning(kind: str, name: str) -> str:
    """What a column of a table holds; KeyError for one that nobody explained."""
    values = _VALUES.get((kind, name))
    if values is not None:
        return "one of " + ", ".join(f"`{value}`" for value in get_args(values))
    return _OTHER.get((kind, name)) or _PLAIN[name]
