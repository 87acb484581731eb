"""What a clause after a name says of its bearer: "à la tête de l'armée", "qui préside la Conférence"."""

from depeche.understanding.actors.linking import Bearing
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.tables import Form, Tables
from depeche.understanding.actors.tape import Tape
from depeche.understanding.actors.wording import Wording

REACH = 4


class Duties:
    """Adds to the bearings of a text the offices that are told by a phrase or a relative clause."""

    def __init__(self, tape: Tape, tables: Tables, wording: Wording) -> None:
        self.tape = tape
        self.tables = tables
        self.wording = wording

    def add(self, bearings: list[Bearing]) -> None:
        """Add such offices in place."""
        for bearing in bearings:
            comma = bearing.name.last + 1
            if (
                not self.tape.shared(bearing.name.last, comma + 2)
                or self.tape.low[comma] not in self.tables.comma_only
            ):
                continue
            office = self._heading(comma + 1) or self._presiding(comma + 1)
            if office is not None:
                bearing.offices.append(office)

    def _heading(self, i: int) -> Office | None:
        found = self.tables.heading.at(self.tape.low, i, min(len(self.tape), i + 6))
        if found is None:
            return None
        last, kind = found
        form = self.tables.duty[kind]
        portfolio = self._after_determiner(last)
        if kind == "charge" and not self.tape.capital[min(portfolio, len(self.tape) - 1)]:
            return None
        return self._office(i, last - 1, form)

    def _after_determiner(self, i: int) -> int:
        k = i + 1
        while self.tape.shared(i, k) and self.tape.pos[k] in ("DET", "ADP"):
            k += 1
        return k

    def _presiding(self, i: int) -> Office | None:
        """A relative clause with a verb of presiding and the body that it governs."""
        tape = self.tape
        if tape.pos[i] != "PRON" or tape.rel[i] != "nsubj":
            return None
        for k in range(i + 1, min(i + REACH, len(tape))):
            if not tape.shared(i, k) or tape.pos[k] == "PUNCT":
                return None
            if tape.lemma[k] in self.tables.presides:
                determiner = tape.shared(k, k + 1) and tape.pos[k + 1] == "DET"
                return self._office(k, k + 1 if determiner else k, self.tables.duty["chief"], noun=True)
        return None

    def _office(self, first: int, last: int, form: Form, *, noun: bool = False) -> Office | None:
        office = self.wording.duty(Head(first, last, form), noun=noun)
        return (
            office if office.last > last and (office.body or office.codes or form.entry.portfolio) else None
        )
