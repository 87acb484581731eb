"""Keys of reports, by which those of one occurrence are found, which persons further days leave as they are, and
tables of keys that SQLite keeps in one index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PACKED = {
    "bands": ("band SMALLINT", "hash BIGINT", "dispatch INTEGER"),
    "name_keys": ("key VARCHAR", "attestation INTEGER"),
    "parties": ("kind VARCHAR(12)", "fact INTEGER", "role VARCHAR(12)", "code VARCHAR"),
}
_MORE = {"parties": ("dispatch INTEGER NOT NULL", "day VARCHAR(10)")}
_REFERS = {
    "bands": ("dispatch", "dispatches"),
    "name_keys": ("attestation", "attestations"),
    "parties": ("dispatch", "dispatches"),
}


def upgrade() -> None:
    """Make the table and the column; the rules of occurrences and the next ingest fill them."""
    op.add_column("attestations", sa.Column("steady", sa.Boolean()))
    op.create_table(
        "report_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("fact", _KEY, autoincrement=False, nullable=False),
        sa.Column("told", sa.String(10)),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.PrimaryKeyConstraint("key", "day", "fact", name="pk_report_keys"),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        for table, keys in _PACKED.items():
            _pack(table, keys)
        columns = ["code", "kind", "day", "role", "fact", "dispatch"]
        op.create_index("ix_parties_code_kind_day", "parties", columns, unique=False)
        columns = ["dispatch", "code", "kind", "fact", "role"]
        op.create_index("ix_parties_dispatch_code", "parties", columns, unique=False)


def _pack(table: str, keys: tuple[str, ...]) -> None:
    """Make a table of SQLite anew without row ids."""
    names = [column.split()[0] for column in (*keys, *_MORE.get(table, ()))]
    column, other = _REFERS[table]
    parts = [
        *(f"{key} NOT NULL" for key in keys),
        *_MORE.get(table, ()),
        f"CONSTRAINT pk_{table} PRIMARY KEY ({', '.join(names[: len(keys)])})",
        f"CONSTRAINT fk_{table}_{column}_{other} FOREIGN KEY({column}) REFERENCES {other} (id)",
    ]
    op.execute(f"CREATE TABLE packed ({', '.join(parts)}) WITHOUT ROWID")
    op.execute(f"INSERT INTO packed ({', '.join(names)}) SELECT {', '.join(names)} FROM {table}")
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE packed RENAME TO {table}")
