"""What a dispatch says: frozen records, their JSON, and the `facts` tables."""

from depeche.record.record import Header, Record, Zone
from depeche.record.tables import (
    Commitment,
    Encounter,
    Event,
    Name,
    Person,
    Plover,
    Position,
    Row,
    Span,
    Statement,
    Time,
)

__all__ = [
    "Commitment",
    "Encounter",
    "Event",
    "Header",
    "Name",
    "Person",
    "Plover",
    "Position",
    "Record",
    "Row",
    "Span",
    "Statement",
    "Time",
    "Zone",
]
