"""Records add up to a ledger: kept, linked across dispatches, searchable."""

from depeche.ledger.ingest import Outcome
from depeche.ledger.ledger import Ledger
from depeche.ledger.search import Hit, Query
from depeche.ledger.whoswho import Who

__all__ = ["Hit", "Ledger", "Outcome", "Query", "Who"]
