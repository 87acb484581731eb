"""What all parts of the reading of mentions share: parse, tables, figures, explicit mentions."""

from collections.abc import Sequence

from depeche.understanding.actors.functions import Functions, head_of
from depeche.understanding.actors.known import Known
from depeche.understanding.actors.lexicon import Lexicon
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.phrase import Inner
from depeche.understanding.actors.salience import Memory
from depeche.understanding.actors.sides import Sides
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "xcomp", "csubj", "acl"})


class Scene:
    """One text's words and what was found in them before any reference is resolved."""

    def __init__(
        self,
        *,
        tape: Tape,
        tables: Tables,
        words: Lexicon,
        hits: Sequence[Known],
        cover: list[Known | None],
        offices: Sequence[Office],
        figures: Sequence[Figure],
        sides: Sides,
        heads: dict[int, Head],
    ) -> None:
        self.tape = tape
        self.tables = tables
        self.words = words
        self.hits = hits
        self.cover = cover
        self.offices = offices
        self.figures = list(figures)
        self.sides = sides
        self.heads = heads
        self.functions = Functions(tape, words)
        self.inner = Inner(tape, words, cover)
        self.memory = Memory()
        self.figure_of = {figure.row.name: figure for figure in figures}
        self.by_side: dict[str, list[Figure]] = {}
        for figure in figures:
            self.by_side.setdefault(figure.row.of or "", []).append(figure)
        self.home = sides.home

    def head(self, first: int, last: int) -> int:
        """The syntactic head of a span of tokens."""
        return head_of(self.tape, first, last)

    def clause(self, i: int) -> int:
        """The predicate of the clause that token `i` stands in."""
        tape, node, steps = self.tape, i, 0
        while tape.head[node] != node and steps < 40:
            verb = tape.pos[node] in ("VERB", "AUX") and tape.rel[node] not in ("aux", "cop")
            if verb or tape.rel[node] in CLAUSES:
                return node
            node = tape.head[node]
            steps += 1
        return node

    def subject(self, i: int) -> int | None:
        """The subject of the clause of token `i`, or of the clause that governs it."""
        tape, node = self.tape, self.clause(i)
        for _ in range(4):
            for child in tape.kids[node]:
                if tape.rel[child] == "nsubj":
                    return child
            if tape.head[node] == node:
                return None
            node = self.clause(tape.head[node]) if tape.rel[node] != "conj" else tape.head[node]
        return None
