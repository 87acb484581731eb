"""All rows of a ledger, for comparing two."""

from sqlalchemy import select

from depeche.ledger.engine import address, connect, snapshot
from depeche.ledger.schema import metadata


def dump(place):
    """The rows of each table, sorted by their key."""
    engine = connect(address(place))
    with snapshot(engine) as connection:
        rows = {
            table.name: [
                row._asdict() for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return rows
