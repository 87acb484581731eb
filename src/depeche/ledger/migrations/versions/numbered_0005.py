"""Fewer indexes to write: the rows of a dispatch are found by their numbers, who has a part in them by one key.

What an event was stands with who had a part in it, so that how warm two states were to each other is read from one index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FACTS = ("people", "encounters", "statements", "positions", "commitments", "events", "dates")
_IDLE = {
    **{f"ix_{table}_dispatch": table for table in (*_FACTS, "passages", "prints", "reports")},
    **{f"ix_{table}_passage": table for table in _FACTS},
    "ix_people_folded": "people",
    "ix_events_cameo": "events",
    "ix_reports_encounter": "reports",
    "ix_parties_code_kind_day": "parties",
    "ix_parties_dispatch_code": "parties",
}


def upgrade() -> None:
    """Let go of indexes, and make the parts and the bands anew; the rules of near-copies fill the bands."""
    if op.get_bind().dialect.name == "sqlite":
        # A trigger made the index of words write a piece of itself for each passage, not for each dispatch.
        op.execute("DROP TRIGGER passage_added")
        op.execute("DROP TRIGGER passage_gone")
    for index, table in _IDLE.items():
        op.drop_index(index, table_name=table)
    for table in _FACTS:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_passage_passages", type_="foreignkey")
    _parties()
    _sides()
    op.drop_table("bands")
    op.create_table(
        "bands",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("dispatch", _KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_bands_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("hash", "dispatch", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )


def _parties() -> None:
    op.create_table(
        "parts",
        sa.Column("dispatch", _KEY, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("fact", _KEY, autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("day", sa.String(length=10)),
        sa.Column("what", sa.String(length=4)),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_parties_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("dispatch", "code", "kind", "fact", "role", name=op.f("pk_parts")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO parts (dispatch, code, kind, fact, role, day, what) "
        "SELECT p.dispatch, p.code, p.kind, p.fact, p.role, p.day, e.cameo FROM parties p "
        "LEFT JOIN events e ON p.kind = 'events' AND e.id = p.fact AND e.status = 'occurred'"
    )
    op.drop_table("parties")
    op.rename_table("parts", "parties")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX pk_parts RENAME TO pk_parties")
    columns = ["code", "day", "kind", "role", "fact", "dispatch", "what"]
    op.create_index("ix_parties_code_day", "parties", columns, unique=False)


def _sides() -> None:
    op.create_table(
        "sides",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("dispatch", _KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_sides_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("code", "dispatch", name=op.f("pk_sides")),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO sides (code, dispatch) SELECT DISTINCT code, dispatch FROM parties")
