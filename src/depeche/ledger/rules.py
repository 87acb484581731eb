"""The versions of the rules by which rows are worked out from others: with a new version they are made anew."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, delete, insert, select

from depeche.ledger import copies
from depeche.ledger.linking import names, putting, reporting
from depeche.ledger.schema import rules


class Rule(msgspec.Struct, frozen=True):
    """The version of a rule, and what makes its rows anew."""

    version: int
    rebuild: Callable[[Connection], None]


# In the order in which they build on each other.
RULES = {
    "copies": Rule(copies.VERSION, copies.rebuild),
    "names": Rule(names.VERSION, putting.rebuild),
    "occurrences": Rule(reporting.VERSION, reporting.relink),
}


def kept(connection: Connection) -> dict[str, int]:
    """The versions by which the rows of a ledger were made."""
    return {row.name: row.version for row in connection.execute(select(rules))}


def settle(connection: Connection) -> None:
    """Make anew what other versions of the rules have made."""
    made = kept(connection)
    for name, rule in RULES.items():
        if made.get(name) != rule.version:
            rule.rebuild(connection)
            connection.execute(delete(rules).where(rules.c.name == name))
            connection.execute(insert(rules), {"name": name, "version": rule.version})
