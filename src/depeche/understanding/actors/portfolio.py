"""Long portfolios: "des Affaires étrangères, de la Francophonie et des Congolais de l'étranger"."""

from collections.abc import Container

from depeche.understanding.actors.known import BODIES, DEMONYMS, Known
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.roles import MINISTERS
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

WORDED = frozenset({"NOUN", "PROPN", "ADJ", "X", "ADP", "DET"})
REACH = 6


class Portfolio:
    """Reads on over what a minister is charged with besides.

    `heads` are tokens where offices begin, `stops` those where names do; `matters` gathers where known names
    begin that are no side here.
    """

    def __init__(
        self,
        tape: Tape,
        tables: Tables,
        cover: list[Known | None],
        heads: Container[int],
        stops: Container[int],
    ) -> None:
        self.tape = tape
        self.tables = tables
        self.cover = cover
        self.heads = heads
        self.stops = stops
        self.matters: set[int] = set()

    def holds(self, office: Office) -> bool:
        """Whether the office is one that has a portfolio, and its words name a matter already."""
        entry = office.form.entry
        matter = office.last > office.head and (office.complement is not None or len(office.form.words) > 1)
        return (entry.portfolio or entry.role in MINISTERS) and matter and not office.plural

    def more(self, k: int) -> tuple[int, tuple[str, ...]] | None:
        """The last token of the matter that a comma or a conjunction at `k` adds, and whose people live abroad."""
        first, of = self._after_of(k + 1)
        if not self._free(k, first):
            return None
        hit = self.cover[first]
        if hit is None:
            last = self._worded(first) if of or self.tape.capital[first] else None
            return None if last is None else (last, ())
        return self._known(hit, of=of)

    def _known(self, hit: Known, *, of: bool) -> tuple[int, tuple[str, ...]] | None:
        people = hit.kind in DEMONYMS or hit.kind == "people"
        last = self._abroad(hit.last) if people else hit.last
        if not (last > hit.last if people else hit.kind in BODIES and (of or self._glue(hit.last + 1))):
            return None
        self.matters.add(hit.first)
        return last, hit.codes if people else ()

    def opens(self, office: Office, hit: Known) -> bool:
        """Whether a body right after "minister of" is the first matter of several ("de l'Union européenne, des …")."""
        k = hit.last + 1
        if hit.kind not in BODIES or office.form.entry.role not in MINISTERS or not self._glue(k):
            return False
        first, _ = self._after_of(k + 1)
        if not self._free(k, first) or self._worded(first) is None:
            return False
        self.matters.add(hit.first)
        return True

    def _glue(self, k: int) -> bool:
        glue = self.tables.comma_only | self.tables.conjunctions
        return self.tape.shared(k - 1, k) and self.tape.low[k] in glue

    def _after_of(self, k: int) -> tuple[int, bool]:
        """The token after conjunction, adpositions and article, and whether there are any of the latter."""
        tape, start = self.tape, k
        if tape.shared(start, k) and tape.low[k] in self.tables.conjunctions:
            k += 1  # after an Oxford comma
        opening = k
        while tape.shared(start, k) and (
            tape.low[k] in self.tables.of or tape.low[k] in self.tables.for_matter or tape.pos[k] == "DET"
        ):
            k += 1
        return k, k > opening

    def _free(self, i: int, k: int) -> bool:
        return self.tape.shared(i, k) and k not in self.stops and k not in self.heads

    def _worded(self, first: int) -> int | None:
        """As in ", Regional Integration", "du Commerce extérieur": a run of words with one of a portfolio in it."""
        tape, k, found = self.tape, first, -1
        while self._free(first, k) and k - first < REACH and self.cover[k] is None and tape.pos[k] in WORDED:
            if tape.low[k] in self.tables.matters:
                found = k
            k += 1
        if found < 0 or (k in self.heads and self.tape.shared(first, k)):
            return None  # "Trade Minister X" is another office
        while self._free(found, found + 1) and self._qualifies(found + 1):
            found += 1
        return self._abroad(found)

    def _qualifies(self, k: int) -> bool:
        return self.cover[k] is None and self.tape.pos[k] == "ADJ"

    def _abroad(self, last: int) -> int:
        found = self.tables.abroad.at(self.tape.low, last + 1, min(len(self.tape), last + 1 + REACH))
        return found[0] if found is not None and self.tape.shared(last, found[0]) else last
