"""The tables of the first ledgers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and the index of words of the engine at hand."""
    op.create_table(
        "dispatches",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("zones", sa.JSON(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatches")),
        sa.UniqueConstraint("digest", name=op.f("uq_dispatches_digest")),
    )
    op.create_index(op.f("ix_dispatches_first"), "dispatches", ["first"], unique=False)
    op.create_index(op.f("ix_dispatches_language"), "dispatches", ["language"], unique=False)
    op.create_table(
        "occurrences",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
    )
    op.create_index(op.f("ix_occurrences_first"), "occurrences", ["first"], unique=False)
    op.create_table(
        "persons",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_index(op.f("ix_persons_folded"), "persons", ["folded"], unique=False)
    op.create_index(op.f("ix_persons_of"), "persons", ["of"], unique=False)
    op.create_table(
        "rulings",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
    )
    op.create_table(
        "attestations",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_attestations_person_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attestations")),
        sa.UniqueConstraint("mark", name=op.f("uq_attestations_mark")),
    )
    op.create_index(op.f("ix_attestations_person"), "attestations", ["person"], unique=False)
    op.create_table(
        "bands",
        sa.Column("band", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "dispatch",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_bands_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("band", "hash", "dispatch", name=op.f("pk_bands")),
    )
    op.create_table(
        "copies",
        sa.Column(
            "dispatch",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("original", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("shared", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_copies_dispatch_dispatches")),
        sa.ForeignKeyConstraint(["original"], ["dispatches.id"], name=op.f("fk_copies_original_dispatches")),
        sa.PrimaryKeyConstraint("dispatch", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_original"), "copies", ["original"], unique=False)
    op.create_table(
        "parties",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column(
            "fact", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_parties_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("kind", "fact", "role", "code", name=op.f("pk_parties")),
    )
    op.create_index("ix_parties_code_day", "parties", ["code", "day"], unique=False)
    op.create_index(op.f("ix_parties_dispatch"), "parties", ["dispatch"], unique=False)
    op.create_table(
        "passages",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.id"], name=op.f("fk_passages_dispatch_dispatches")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_dispatch"), "passages", ["dispatch"], unique=False)
    op.create_table(
        "prints",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_prints_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prints")),
        sa.UniqueConstraint("dispatch", "origin", name="uq_prints_dispatch_origin"),
    )
    op.create_index(op.f("ix_prints_dispatch"), "prints", ["dispatch"], unique=False)
    op.create_table(
        "reports",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column(
            "fact", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("occurrence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_reports_dispatch_dispatches")),
        sa.ForeignKeyConstraint(
            ["occurrence"], ["occurrences.id"], name=op.f("fk_reports_occurrence_occurrences")
        ),
        sa.PrimaryKeyConstraint("kind", "fact", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_dispatch"), "reports", ["dispatch"], unique=False)
    op.create_index(op.f("ix_reports_occurrence"), "reports", ["occurrence"], unique=False)
    op.create_table(
        "commitments",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("partner", sa.Text(), nullable=True),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("due", sa.String(), nullable=True),
        sa.Column("entry", sa.String(), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.id"], name=op.f("fk_commitments_dispatch_dispatches")
        ),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_commitments_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
    )
    op.create_index(op.f("ix_commitments_dispatch"), "commitments", ["dispatch"], unique=False)
    op.create_index(op.f("ix_commitments_passage"), "commitments", ["passage"], unique=False)
    op.create_table(
        "dates",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_dates_dispatch_dispatches")),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_dates_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dates")),
    )
    op.create_index(op.f("ix_dates_dispatch"), "dates", ["dispatch"], unique=False)
    op.create_index(op.f("ix_dates_passage"), "dates", ["passage"], unique=False)
    op.create_table(
        "encounters",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("states", sa.JSON(), nullable=False),
        sa.Column("forum", sa.String(), nullable=True),
        sa.Column("margins_of", sa.String(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.id"], name=op.f("fk_encounters_dispatch_dispatches")
        ),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_encounters_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_encounters")),
    )
    op.create_index(op.f("ix_encounters_dispatch"), "encounters", ["dispatch"], unique=False)
    op.create_index(op.f("ix_encounters_forum"), "encounters", ["forum"], unique=False)
    op.create_index(op.f("ix_encounters_margins_of"), "encounters", ["margins_of"], unique=False)
    op.create_index(op.f("ix_encounters_passage"), "encounters", ["passage"], unique=False)
    op.create_table(
        "events",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("symmetric", sa.Boolean(), nullable=False),
        sa.Column("cameo", sa.String(length=4), nullable=False),
        sa.Column("plover_event", sa.String(), nullable=True),
        sa.Column("plover_mode", sa.String(), nullable=True),
        sa.Column("plover_context", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("source_span", sa.JSON(), nullable=True),
        sa.Column("target_span", sa.JSON(), nullable=True),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("frame", sa.String(), nullable=True),
        sa.Column("modality", sa.String(), nullable=True),
        sa.Column("entry", sa.String(), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_events_dispatch_dispatches")),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_events_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_cameo"), "events", ["cameo"], unique=False)
    op.create_index(op.f("ix_events_dispatch"), "events", ["dispatch"], unique=False)
    op.create_index(op.f("ix_events_passage"), "events", ["passage"], unique=False)
    op.create_table(
        "name_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column(
            "attestation",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["attestation"], ["attestations.id"], name=op.f("fk_name_keys_attestation_attestations")
        ),
        sa.PrimaryKeyConstraint("key", "attestation", name=op.f("pk_name_keys")),
    )
    op.create_table(
        "people",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("of", sa.String(), nullable=True),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("attestation", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_people_dispatch_dispatches")),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_people_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_index(op.f("ix_people_attestation"), "people", ["attestation"], unique=False)
    op.create_index(op.f("ix_people_dispatch"), "people", ["dispatch"], unique=False)
    op.create_index(op.f("ix_people_folded"), "people", ["folded"], unique=False)
    op.create_index(op.f("ix_people_passage"), "people", ["passage"], unique=False)
    op.create_table(
        "positions",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("entry", sa.String(), nullable=True),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.id"], name=op.f("fk_positions_dispatch_dispatches")
        ),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_positions_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_positions")),
    )
    op.create_index(op.f("ix_positions_dispatch"), "positions", ["dispatch"], unique=False)
    op.create_index(op.f("ix_positions_passage"), "positions", ["passage"], unique=False)
    op.create_table(
        "statements",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("dispatch", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_of", sa.String(), nullable=True),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("speaker_span", sa.JSON(), nullable=True),
        sa.Column("cue_span", sa.JSON(), nullable=True),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatches.id"], name=op.f("fk_statements_dispatch_dispatches")
        ),
        sa.ForeignKeyConstraint(["passage"], ["passages.id"], name=op.f("fk_statements_passage_passages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_dispatch"), "statements", ["dispatch"], unique=False)
    op.create_index(op.f("ix_statements_passage"), "statements", ["passage"], unique=False)
    _sqlite_words() if op.get_bind().dialect.name == "sqlite" else _postgresql_words()


def _sqlite_words() -> None:
    """An index of words over `passages`, kept in step by triggers."""
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5(stems, content='passages', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN "
        "INSERT INTO passage_words(rowid, stems) VALUES (new.id, new.stems); END"
    )
    op.execute(
        "CREATE TRIGGER passage_gone AFTER DELETE ON passages BEGIN "
        "INSERT INTO passage_words(passage_words, rowid, stems) VALUES ('delete', old.id, old.stems); END"
    )


def _postgresql_words() -> None:
    op.execute(
        "CREATE INDEX ix_passages_words ON passages USING gin (to_tsvector('simple'::regconfig, stems))"
    )
