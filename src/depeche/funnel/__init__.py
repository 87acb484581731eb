"""The funnel: what spares the reader texts that are not about foreign relations, the cheapest test first.

A page or text is dismissed by its plain text (`sift`): its language, then whether any of its passages may tell of
foreign relations. Of those that stand in the inputs more than once, near-copies too, the first is read (`survey`,
`originals`). What is left is made a document, and `narrow` marks what of it need not be read.
"""

from depeche.funnel.copies import originals
from depeche.funnel.gate import narrow
from depeche.funnel.sift import Reason, Sifted, sift, survey

__all__ = ["Reason", "Sifted", "narrow", "originals", "sift", "survey"]
