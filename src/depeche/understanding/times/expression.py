"""The times of a dispatch, and which of them dates a predicate."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from depeche.record import Span, Time
from depeche.syntax.trees import marker
from depeche.syntax.words import Word

Kind = Literal["date", "interval", "bound", "vague", "set"]
# Relations at which a clause of its own begins; what stands below them does not date the clause above.
BORDERS = frozenset({"ROOT", "ccomp", "advcl", "acl", "csubj", "parataxis"})
LEVELS = 2
LONGEST = 60


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: its characters, its tokens (None outside the parse) and its EDTF value.

    `granularity` is day, weekend, week, fortnight, month, season, quarter, half, year, decade, century or
    interval; None without a value. `reason` says how the value was found, or why there is none.
    """

    span: Span
    first: int | None
    last: int | None
    text: str
    value: str | None
    reason: str
    kind: Kind
    granularity: str | None


class Times:
    """The time expressions of a dispatch in the order of the text."""

    def __init__(
        self,
        expressions: tuple[TimeExpression, ...],
        anchors: Sequence[tuple[Word, TimeExpression]] = (),
        belonging: frozenset[str] = frozenset(),
    ) -> None:
        """`anchors` are the syntactic heads of those expressions that stand in the parse.

        `belonging` are the prepositions by which a time belongs to a noun alone ("the agreement of 26 July").
        """
        self.expressions = expressions
        self._own = _attach(anchors, belonging)

    @property
    def rows(self) -> tuple[Time, ...]:
        """The `dates` rows of the record."""
        return tuple(
            Time(evidence=(time.span,), text=time.text, value=time.value, reason=time.reason)
            for time in self.expressions
        )

    def near(self, token: Word) -> TimeExpression | None:
        """The time that dates a predicate, or None.

        The nearest one that hangs below the predicate in its own clause (not in a clause under it); else,
        for up to two clauses above, one that hangs in those. Only times with a value count; a day or period
        goes before a bound ("since …", "before …").
        """
        node, borders = token, 0
        for _ in range(LONGEST):
            if node.i in self._own:
                return self._own[node.i]
            borders += _border(node)
            if node.head.i == node.i or borders > LEVELS:
                return None
            node = node.head
        return None


def _border(token: Word) -> bool:
    return token.relation in BORDERS or (token.relation == "conj" and token.pos_ in ("VERB", "AUX"))


def _attach(
    anchors: Sequence[tuple[Word, TimeExpression]], belonging: frozenset[str]
) -> dict[int, TimeExpression]:
    """For each token above a time, up to its clause's head: the best time (bounds last, then by steps)."""
    best: dict[int, tuple[bool, int, TimeExpression]] = {}
    for head, time in anchors:
        if time.value is None:
            continue
        node = head
        last = 1 if head.relation == "nmod" and marker(head) in belonging else LONGEST
        for steps in range(LONGEST):
            rank = (time.kind == "bound", steps, time)
            if node.i not in best or rank[:2] < best[node.i][:2]:
                best[node.i] = rank
            if _border(node) or node.head.i == node.i or steps == last:
                break
            node = node.head
    return {i: rank[2] for i, rank in best.items()}
