"""What all parts of the reading of mentions share: parse, tables, figures, explicit mentions."""

from collections.abc import Sequence
from functools import cached_property

from depeche.understanding.actors.functions import Functions, head_of, mark
from depeche.understanding.actors.known import Known
from depeche.understanding.actors.lexicon import Lexicon
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.phrase import Inner
from depeche.understanding.actors.salience import Memory
from depeche.understanding.actors.sides import Sides
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

# How many sentences a body named with its owner stays the one meant by its noun alone.
AGO = 8
# How many words back "the Nordic country" may begin.
QUALIFIED = 6
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
        self._owned: dict[str, tuple[int, tuple[str, ...]]] = {}

    def figure_at(self, i: int) -> Figure | None:
        """The person whose name, or the office right before it, token `i` stands in."""
        return self._named.get(i)

    @cached_property
    def _named(self) -> dict[int, Figure]:
        out: dict[int, Figure] = {}
        for figure in self.figures:
            for bearing in figure.chain.bearings:
                spans = [(bearing.name.title, bearing.name.last)]
                spans += [(o.first, o.last) for o in bearing.offices if not o.plural]
                for first, last in spans:
                    out.update(dict.fromkeys(range(first, last + 1), figure))
        return out

    def private(self, i: int) -> bool:
        """Whether a longer phrase makes other people of those at token `i`: "hommes d'affaires"."""
        head = self.heads.get(i)
        return head is not None and head.last > i and head.form.entry.role == "other"

    def note(self, i: int, codes: tuple[str, ...]) -> None:
        """Keep whose the body is that token `i` names with its owner ("Sudan's army")."""
        if len(codes) == 1 and self.body(i):
            self._owned[self.functions.lemma[i]] = (self.tape.sent[i], codes)

    def owned_before(self, i: int) -> tuple[str, ...]:
        """Whose the body of that noun was when it was last named with its owner ("the army"), if not long ago."""
        sent, codes = self._owned.get(self.functions.lemma[i], (-AGO - 1, ()))
        return codes if self.tape.sent[i] - sent <= AGO else ()

    def body(self, i: int) -> bool:
        """Whether token `i` is a noun for a body of a state ("army", "ministry")."""
        return self.tape.low[i] in self.words.bodies or self.functions.lemma[i] in self.words.bodies

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

    def definite(self, i: int) -> bool:
        """Whether token `i` is a definite article."""
        if i < 0 or (self.tape.low[i] in self.tables.indefinite and self.tape.pos[i] != "ADP"):
            return False
        return self.tape.low[i] in self.tables.articles

    def qualified(self, i: int) -> int | None:
        """Where "the Nordic country", "the 15-member body" begin: words before the noun that only describe it."""
        tape, words, k = self.tape, self.words, i - 1
        while tape.shared(i, k) and i - k < QUALIFIED and self.cover[k] is None and tape.head[k] <= i:
            if tape.pos[k] not in ("ADJ", "NUM", "NOUN", "PROPN", "PUNCT") or tape.low[k] in words.articles:
                break
            k -= 1
        first = k + 1
        if first == i or not self.definite(k) or words.apart.at(tape.low, first, i + 1):
            return None
        known = words.state_nouns.at(tape.low, first, i + 1) or words.body_nouns.at(tape.low, first, i + 1)
        loose = all(tape.low[j] in words.loose or tape.pos[j] == "NUM" or j > first for j in range(first, i))
        return first if loose or (known is not None and known[0] == i) else None

    def bidden(self, i: int) -> int | None:
        """Who is to do what the infinitive of token `i` tells ("called on the two sides to keep their truce")."""
        tape, node = self.tape, self.clause(i)
        if tape.rel[node] != "xcomp" or tape.morph(node, "VerbForm") != "Inf":
            return None
        own = [k for k in tape.kids[node] if tape.rel[k] == "nsubj"]
        told = [k for k in tape.kids[tape.head[node]] if tape.rel[k] in ("obj", "iobj", "obl") and k < node]
        return own[0] if own else told[-1] if told else None

    def judged(self, i: int) -> int | None:
        """Who is thanked or blamed for what is theirs ("thanked the council for its support")."""
        tape, node = self.tape, self.tape.head[i]
        while tape.rel[node] in ("conj", "nmod") and mark(tape, node) not in self.words.ground:
            node = tape.head[node]
        if tape.rel[node] not in ("obl", "nmod") or mark(tape, node) not in self.words.ground:
            return None
        verb = tape.head[node]
        if tape.rel[node] == "nmod" and tape.rel[verb] == "obj":
            return verb
        return next((k for k in tape.kids[verb] if tape.rel[k] == "obj" and k < node), None)
