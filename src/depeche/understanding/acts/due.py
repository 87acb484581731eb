"""When a thing is to be done, and when it was promised: whose a date is that stands between the two.

"a promis mardi de livrer", "pledged on Tuesday to deliver", "said Tuesday it would": the day is the promise's. What
stands inside the words of the deed is the deed's ("a promis de livrer mardi").
"""

from depeche.syntax.trees import children
from depeche.syntax.words import Word
from depeche.understanding.times import TimeExpression, Times


def due(deed: Word, times: Times) -> str | None:
    """The date by which a deed is to be done (EDTF), None where its own words tell none."""
    time = times.near(deed)
    return time.value if time is not None and holds(deed, time) else None


def holds(deed: Word, time: TimeExpression) -> bool:
    """Whether a time stands in the words of a deed, not before them."""
    return time.first is None or time.first >= opening(deed)


def opening(deed: Word) -> int:
    """The token with which the clause of a deed begins, adverbials apart."""
    first = children(deed, "mark", "nsubj", "aux", "cop", "expl", "case")
    return min([deed.i, *(word.left_edge.i for word in first)])
