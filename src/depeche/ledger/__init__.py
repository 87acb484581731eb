"""Records add up to a ledger: kept, linked across dispatches, searchable."""

from depeche.ledger.ingest import Outcome
from depeche.ledger.ledger import Ledger
from depeche.ledger.occurrences import Occurrence, Wanted
from depeche.ledger.query import Hit, Query
from depeche.ledger.rulings import Ruling
from depeche.ledger.verdicts import Judged, Share
from depeche.ledger.whoswho import Who

__all__ = ["Hit", "Judged", "Ledger", "Occurrence", "Outcome", "Query", "Ruling", "Share", "Wanted", "Who"]
