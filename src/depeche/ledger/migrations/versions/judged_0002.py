"""Rulings on occurrences that can be withdrawn, verdicts of reviewers, and the versions of rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add columns and tables; rows that hang on rules are made anew afterwards."""
    _reports()
    with op.batch_alter_table("rulings") as batch:
        batch.add_column(sa.Column("number", sa.Integer(), nullable=True))
    op.execute("UPDATE rulings SET number = id")
    with op.batch_alter_table("rulings") as batch:
        batch.alter_column("number", existing_type=sa.Integer(), nullable=False)
    op.create_index(op.f("ix_rulings_number"), "rulings", ["number"], unique=False)
    _tables()


def _reports() -> None:
    with op.batch_alter_table("reports") as batch:
        batch.add_column(sa.Column("found", _KEY, nullable=True))
        batch.add_column(sa.Column("ruled", sa.String(), nullable=True))
        batch.add_column(sa.Column("encounter", _KEY, nullable=True))
    op.execute("UPDATE reports SET found = occurrence")
    with op.batch_alter_table("reports") as batch:
        batch.alter_column("found", existing_type=_KEY, nullable=False)
    for column in ("found", "encounter"):
        op.create_index(op.f(f"ix_reports_{column}"), "reports", [column], unique=False)


def _tables() -> None:
    op.create_table(
        "verdicts",
        sa.Column("id", _KEY, autoincrement=False, nullable=False),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("correction", sa.JSON(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("decided", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sa.UniqueConstraint("about", "mark", name=op.f("uq_verdicts_about_mark")),
    )
    op.create_index("ix_verdicts_mark", "verdicts", ["mark"], unique=False)
    op.create_table(
        "marked",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("fact", _KEY, autoincrement=False, nullable=False),
        sa.Column("dispatch", _KEY, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.id"], name=op.f("fk_marked_dispatch_dispatches")),
        sa.PrimaryKeyConstraint("kind", "fact", name=op.f("pk_marked")),
    )
    for column in ("dispatch", "mark"):
        op.create_index(op.f(f"ix_marked_{column}"), "marked", [column], unique=False)
    op.create_table(
        "rules",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_rules")),
    )
