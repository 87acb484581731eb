"""Indexes by which large ledgers answer: the newest facts of a side, and what two sides share."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the new indexes, and let go of those whose work they do."""
    columns = ["code", "kind", "day", "role", "fact", "dispatch"]
    op.create_index("ix_parties_code_kind_day", "parties", columns, unique=False)
    columns = ["dispatch", "code", "kind", "fact", "role"]
    op.create_index("ix_parties_dispatch_code", "parties", columns, unique=False)
    op.drop_index("ix_parties_code_day", table_name="parties")
    op.drop_index("ix_parties_dispatch", table_name="parties")
