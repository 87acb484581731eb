"""A ledger as files that others read: tables, event data, and the codebook that explains them."""

from depeche.export.export import WHATS, explain, export
from depeche.export.told import Chosen

__all__ = ["WHATS", "Chosen", "explain", "export"]
