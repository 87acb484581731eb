"""The codebook: what the columns of the exported files hold, and the codes of events, from the ontology itself."""

from collections.abc import Iterator

from depeche.export import gdelt, plover, tables
from depeche.export.layout import Layout
from depeche.ledger.schema import FACTS
from depeche.ontology.frames import frames, goldstein
from depeche.ontology.frames import plover as coding

_OPENING = """# Codebook

Written by `depeche export codebook` from the program itself.

All files are UTF-8. CSV follows RFC 4180 and has one line of names; an empty cell is missing knowledge, never a guess.
Spans are half-open, `start` to `end`, in characters of the dispatch. Dates are EDTF (ISO 8601-2), states ISO 3166-1
alpha-3, organisations their usual acronym; several at once are joined by `; `. Cells are as they are in the ledger,
also those that begin with `=`, `+`, `-` or `@`: a spreadsheet may take them for formulas. CAMEO codes may begin with 0:
read them as text from CSV; Parquet keeps them.

The rows stand in the order in which the ledger took them. Near-copies of a wire are left out unless `--copies` is
given. A time expression names no side, so that none is written with `--actor`.
"""
_EVENT_DATA = """Only what occurred is written: what was planned, called for, denied or supposed stands in the table
of events. Each pair of sides is a row of its own, and of the reports of one occurrence the first is written for it. A
meeting or visit (04) is of the occurrence of the encounter that its sentence tells; whoever is named first, it is
written once. Where an event has no date, that of its dispatch stands for it. Columns that are not explained stay empty.
"""
_JSON_LD = """One graph in the terms of schema.org. Dispatches are NewsArticle, people Person, encounters Event, what is
quoted Quotation, what is retold Claim, what occurred Action with its CAMEO and PLOVER codes; `subjectOf` names the
dispatch, `sameAs` the occurrence that several dispatches tell of. Positions, commitments and dates have no term there.
"""
_FTM = """Entities of FollowTheMoney, a JSON object a line, each whole on its line. Ids are the same as long as the
dispatches are not read anew; `proof` names the dispatches that an entity was read from.

| schema | what it is |
| --- | --- |
| Article | a dispatch: its headline, day, language and text |
| Mention | a person named in a dispatch, `resolved` to the Person |
| Person | a person across dispatches: spellings (`alias`), shorter forms (`weakAlias`), offices as worded (`position`) |
| PublicBody, Organization | a state, or an organisation, that acts; `weakAlias` is its code |
| Position | an office of a state or organisation |
| Occupancy | that a person is told to hold it, on the days (`date`) of dispatches; `status` is `ended` for a former one |
| Event | an encounter (`keywords`: `encounter`, kind, level, status) or what occurred (its codes), once each, with \
the sentences of all its reports in `summary` and who took part in `involved` |

Statements, positions, commitments and dates have no schema there.
"""


def codebook() -> str:
    """The codebook, as Markdown."""
    parts = [_OPENING]
    for name in FACTS:
        parts += [f"## {name}", "", *_columns(tables.layout(name)), ""]
    parts += ["## plover", "", "The columns of POLECAT.", _EVENT_DATA, *_columns(plover.LAYOUT), ""]
    parts += [
        "## gdelt",
        "",
        "The columns of a GDELT 2.0 events file, without a line of names, separated by tabs.",
    ]
    parts += [_EVENT_DATA, *_columns(gdelt.LAYOUT), ""]
    parts += ["## jsonld", "", _JSON_LD, "## ftm", "", _FTM]
    parts += ["## Codes of events", "", *_codes(), "", "## Acts", "", _ACTS, *_acts(), ""]
    return "\n".join(parts)


def _columns(layout: Layout) -> Iterator[str]:
    yield from ("| column | cells | what they hold |", "| --- | --- | --- |")
    for column in layout.columns:
        yield f"| {column.name} | {column.type} | {column.holds} |"


def _codes() -> Iterator[str]:
    yield from ("| CAMEO | Goldstein | quad class | PLOVER event | mode | context |", "| --- " * 6 + "|")
    for code, value in goldstein().items():
        told = coding(code)
        cells = (code, value, gdelt.quad(code), told.event, told.mode, told.context)
        yield "| " + " | ".join("" if cell is None else str(cell) for cell in cells) + " |"


_ACTS = """The CAMEO code of each act when it is done, and when it is intended, accepted, appealed for, demanded,
rejected or threatened.
"""


def _acts() -> Iterator[str]:
    columns = ("done", "intend", "accept", "appeal", "demand", "reject", "threaten")
    yield from ("| act | " + " | ".join(columns) + " |", "| --- " * 8 + "|")
    for frame in frames().values():
        yield f"| {frame.name} | " + " | ".join(frame.codes[column] for column in columns) + " |"
