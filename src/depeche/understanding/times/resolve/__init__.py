"""From what an expression says to what it means: one function for each `make` of the grammar's rules.

A resolver takes a node and a context and returns a Value, or None where it cannot be told without guessing.
"""

from depeche.understanding.times.resolve import days, periods, shifts, spans, weekdays
from depeche.understanding.times.resolve.table import Resolver, resolve

__all__ = ["Resolver", "days", "periods", "resolve", "shifts", "spans", "weekdays"]
