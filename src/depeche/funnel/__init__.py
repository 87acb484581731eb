"""The funnel: what spares the reader texts that are not about foreign relations, the cheapest test first.

A page or text is dismissed by its plain text (`sift`): its language, then whether any of its passages may tell of
foreign relations. What is left is made a document, and `narrow` marks what of it need not be read.
"""

from depeche.funnel.gate import narrow
from depeche.funnel.sift import Reason, sift

__all__ = ["Reason", "narrow", "sift"]
