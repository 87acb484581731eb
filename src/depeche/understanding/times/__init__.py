"""Times: what a dispatch says of when, as EDTF, and the date of its publication."""

from depeche.understanding.times.expression import TimeExpression, Times
from depeche.understanding.times.publication import Published, publication
from depeche.understanding.times.read import Nodes, read_times

__all__ = ["Nodes", "Published", "TimeExpression", "Times", "publication", "read_times"]
