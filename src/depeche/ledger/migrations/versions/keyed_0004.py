"""Keys of reports, by which those of one occurrence are found, and which persons further days leave as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table and the column; the rules of occurrences and the next ingest fill them."""
    op.add_column("attestations", sa.Column("steady", sa.Boolean()))
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "report_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("fact", key, autoincrement=False, nullable=False),
        sa.Column("told", sa.String(10)),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.PrimaryKeyConstraint("key", "day", "fact", name="pk_report_keys"),
        sqlite_with_rowid=False,
    )
