"""The tables of a ledger, the same on SQLite and PostgreSQL.

Every row of a dispatch has the id ``dispatch * PER_DISPATCH + number``, where `number` counts the rows of its
table within the dispatch: ids are the same however an ingest was cut short and taken up again. Spans are
JSON, half-open ``[start, end)`` in characters of ``dispatches.text``. Dates are EDTF as in a record; `first`
and `last` are the days they may mean, ISO 8601, for sorting and filtering. The rows of a dispatch are found by their
numbers (`of_dispatch`), which spares an index of every table. Where the key is nearly all of the row, SQLite keeps the
row in the key's index alone: half of the pages that a dispatch writes.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

PER_DISPATCH = 1 << 20

# SQLite makes only INTEGER its row id.
Key = BigInteger().with_variant(Integer, "sqlite")


def of_dispatch(number: ColumnElement[int], dispatch: ColumnElement[int] | int) -> ColumnElement[bool]:
    """Whether a row is of a dispatch, by the column that numbers it; answered by the index of that column."""
    first = dispatch * PER_DISPATCH
    return number.between(first, first + (PER_DISPATCH - 1))


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False, unique=True),  # of the text and the date that was given
    Column("version", String, nullable=False),  # of depeche, which read it
    Column("language", String(8), nullable=False, index=True),
    Column("published", String),
    Column("published_basis", String),
    Column("first", String(10), index=True),
    Column("last", String(10)),
    Column("place", String),
    Column("title", Text),
    Column("media_type", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("zones", JSON, nullable=False),
    Column("names", JSON, nullable=False),
    Column("signature", LargeBinary, nullable=False),  # MinHash of its words, for near-copies
)

prints = Table(
    "prints",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("dispatch", Key, ForeignKey("dispatches.id"), nullable=False),
    Column("origin", Text, nullable=False),  # the path or URL
    Column("title", Text),
    UniqueConstraint("dispatch", "origin", name="uq_prints_dispatch_origin"),
)

passages = Table(
    "passages",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("dispatch", Key, ForeignKey("dispatches.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("stems", Text, nullable=False),  # folded and stemmed words: what is searched
)


def _facts(name: str, *columns: SchemaItem) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Key, primary_key=True, autoincrement=False),
        Column("dispatch", Key, ForeignKey("dispatches.id"), nullable=False),
        *columns,
        Column("passage", Key),  # of `passages`: where its first evidence stands
        Column("evidence", JSON, nullable=False),
    )


def _dated() -> tuple[SchemaItem, ...]:
    return (
        Column("date", String),
        Column("first", String(10)),
        Column("last", String(10)),
        Column("place", String),
    )


people = _facts(
    "people",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("office", Text),
    Column("role", Text),
    Column("of", String),
    Column("former", Boolean, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("attestation", Key, index=True),
)

encounters = _facts(
    "encounters",
    Column("kind", String, nullable=False),
    Column("level", String),
    Column("participants", JSON, nullable=False),
    Column("states", JSON, nullable=False),
    Column("forum", String, index=True),
    Column("margins_of", String, index=True),
    *_dated(),
    Column("status", String),
)

statements = _facts(
    "statements",
    Column("speaker", Text),
    Column("speaker_of", String),
    Column("cue", String),
    Column("mode", String, nullable=False),
    Column("content", JSON),
    Column("via", Text),
    Column("speaker_span", JSON),
    Column("cue_span", JSON),
    Column("about", JSON, nullable=False),
)

positions = _facts(
    "positions",
    Column("holder", Text, nullable=False),
    Column("stance", String, nullable=False),
    Column("target", Text),
    Column("via", Text),
    Column("entry", String),
)

commitments = _facts(
    "commitments",
    Column("holder", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("partner", Text),
    Column("topic", Text),
    Column("strength", String, nullable=False),
    Column("due", String),
    Column("entry", String),
)

events = _facts(
    "events",
    Column("source", Text),
    Column("target", Text),
    Column("symmetric", Boolean, nullable=False),
    Column("cameo", String(4), nullable=False),
    Column("plover_event", String),
    Column("plover_mode", String),
    Column("plover_context", String),
    Column("status", String, nullable=False),
    Column("source_span", JSON),
    Column("target_span", JSON),
    *_dated(),
    Column("via", Text),
    Column("frame", String),
    Column("modality", String),
    Column("entry", String),
)

dates = _facts(
    "dates",
    Column("text", Text, nullable=False),
    Column("value", String),
    Column("reason", String),
    Column("first", String(10)),
    Column("last", String(10)),
)

FACTS = {
    table.name: table for table in (people, encounters, statements, positions, commitments, events, dates)
}

# Who has a part in which row: one row for each side of each fact, so that two states are found by one index.
parties = Table(
    "parties",
    metadata,
    Column("dispatch", Key, ForeignKey("dispatches.id"), primary_key=True, autoincrement=False),
    Column("code", String, primary_key=True),
    Column("kind", String(12), primary_key=True),  # the table of the fact
    Column("fact", Key, primary_key=True, autoincrement=False),
    Column("role", String(12), primary_key=True),
    Column("day", String(10)),  # of the fact where it is dated, else of the dispatch
    Column("what", String(4)),  # of an event that occurred the CAMEO code
    # Both this and the key answer alone: the newest facts of a side, and who else has a part in them. The parts of one
    # side in a dispatch stand together in either, so that few pages are written.
    Index("ix_parties_code_day", "code", "day", "kind", "role", "fact", "dispatch", "what"),
    sqlite_with_rowid=False,
)

# Which dispatches name a side: those that name two are found at once.
sides = Table(
    "sides",
    metadata,
    Column("code", String, primary_key=True),
    Column("dispatch", Key, ForeignKey("dispatches.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Near-copies: the first telling of a wire, and the later ones.
copies = Table(
    "copies",
    metadata,
    Column("dispatch", Key, ForeignKey("dispatches.id"), primary_key=True, autoincrement=False),
    Column("original", Key, ForeignKey("dispatches.id"), nullable=False, index=True),
    Column("shared", SmallInteger, nullable=False),  # per cent of the shorter text's shingles
)

# The bands of signatures, by which near-copies are found, but those of the newest dispatches: see `copies`.
bands = Table(
    "bands",
    metadata,
    Column(
        "hash", BigInteger, primary_key=True, autoincrement=False
    ),  # of the number and the values of a band
    Column("dispatch", Key, ForeignKey("dispatches.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Persons across dispatches.
persons = Table(
    "persons",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),  # that of the first attestation
    Column("name", Text, nullable=False),  # the fullest form, of those written most often
    Column("folded", Text, nullable=False, index=True),
    Column("of", String, index=True),  # the side that the last attestation tells
    Column("role", Text),  # the same of the role
    Column("first", String(10)),
    Column("last", String(10)),
    Column("mentions", Integer, nullable=False),
)

# A name as written, with one role of one side: what all rows of `people` that agree in these attest.
attestations = Table(
    "attestations",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("mark", Text, nullable=False, unique=True),  # name, side and role in one
    Column("name", Text, nullable=False),
    Column("of", String),
    Column("role", Text),
    Column("former", Boolean, nullable=False),
    Column("first", String(10)),
    Column("last", String(10)),
    Column("mentions", Integer, nullable=False),
    Column("person", Key, ForeignKey("persons.id"), index=True),
    Column("reason", String),  # why it is this person
    Column("steady", Boolean),  # whether further days cannot make it another's; NULL: not known yet
)

# What all spellings of a name have in common: attestations that share no key are of two persons.
name_keys = Table(
    "name_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("attestation", Key, ForeignKey("attestations.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Encounters and events across dispatches; what the reports tell otherwise is read from them.
occurrences = Table(
    "occurrences",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),  # the table of its reports
    Column("what", String, nullable=False),  # the kind of encounter, the CAMEO code of an event
    Column("first", String(10), index=True),
    Column("last", String(10)),
    Column("status", String),
    Column("reports", Integer, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("kind", String(12), primary_key=True),
    Column("fact", Key, primary_key=True, autoincrement=False),
    Column("occurrence", Key, ForeignKey("occurrences.id"), nullable=False, index=True),
    Column("dispatch", Key, ForeignKey("dispatches.id"), nullable=False),
    Column("reason", String, nullable=False),
    Column("found", Key, nullable=False, index=True),  # the occurrence as it was found, before any ruling
    Column("ruled", String),  # how a ruling moved it
    Column("encounter", Key),  # of an event of meeting: the encounter whose sentence tells it
)

# What all reports of one occurrence have in common: reports that share no key are of two.
report_keys = Table(
    "report_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("day", String(10), primary_key=True),  # the first that it tells, else that of the dispatch
    Column("fact", Key, primary_key=True, autoincrement=False),
    Column("told", String(10)),  # the day of the dispatch
    Column("first", String(10)),
    Column("last", String(10)),
    sqlite_with_rowid=False,
)

# What users ruled, by marks, which outlive a new reading: rows of one number are one ruling, the latest on two
# marks counts.
rulings = Table(
    "rulings",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False, index=True),
    Column("about", String(12), nullable=False),  # persons or occurrences
    Column("verdict", String(8), nullable=False),  # merge or split
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
)

# What reviewers found of facts, persons and occurrences: the verdict of now on each mark.
verdicts = Table(
    "verdicts",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("about", String(12), nullable=False),  # a table of facts, persons or occurrences
    Column(
        "mark", Text, nullable=False
    ),  # of a person the first attestation's, of an occurrence the first report's
    Column("verdict", String(8), nullable=False),  # accept, correct or reject
    Column("correction", JSON),  # the columns that are right otherwise
    Column("note", Text),
    Column("decided", String, nullable=False),  # ISO 8601, as told by who decided
    UniqueConstraint("about", "mark", name="uq_verdicts_about_mark"),
    Index("ix_verdicts_mark", "mark"),
)

# The facts of now that rulings and verdicts are about.
marked = Table(
    "marked",
    metadata,
    Column("kind", String(12), primary_key=True),
    Column("fact", Key, primary_key=True, autoincrement=False),
    Column("dispatch", Key, ForeignKey("dispatches.id"), nullable=False, index=True),
    Column("mark", Text, nullable=False, index=True),
)

# By which version of our rules rows were made that are worked out from others.
rules = Table(
    "rules",
    metadata,
    Column("name", String, primary_key=True),
    Column("version", Integer, nullable=False),
)
