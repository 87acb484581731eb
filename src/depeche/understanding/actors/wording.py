"""How far an office's words run, and what its complements tell: sides, portfolio, body."""

from depeche.knowledge import world
from depeche.understanding.actors.known import BODIES, DEMONYMS, Known
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.portfolio import Portfolio
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

LONGEST = 40
OWNERS = frozenset({"state", "official", "former", "demonym", "pair", "organisation", "capital", "forum"})
KINDS = {"group": "group", "party": "party", "media": "media", "court": "court", "bank": "organisation"}


class Wording:
    """Reads the words around office heads; `stops` are tokens where a personal name begins."""

    def __init__(
        self,
        tape: Tape,
        tables: Tables,
        cover: list[Known | None],
        heads: dict[int, Head],
        stops: frozenset[int],
    ) -> None:
        self.tape = tape
        self.tables = tables
        self.cover = cover
        self.heads = heads
        self.stops = stops
        self.portfolio = Portfolio(tape, tables, cover, heads, stops)
        self._read: dict[int, Office] = {}

    def offices(self) -> list[Office]:
        """Every office of the text, in order; one inside another's complement is a row of its own."""
        last_first = sorted(self.heads.items(), reverse=True)
        return [self.office(head) for _, head in last_first][::-1]

    def office(self, head: Head) -> Office:
        """One office with all its words; read once, so that nested offices cost no more than others."""
        found = self._read.get(head.first)
        if found is None:
            found = self._read[head.first] = self._office(head)
        return found

    def _office(self, head: Head) -> Office:
        office = Office(
            start=head.first, first=head.first, last=head.last, head=head.first, form=head.form,
            role=head.form.entry.role, former=head.former, body=None,
        )  # fmt: skip
        self._before(office)
        Complements(self, office).read()
        self._role(office)
        return office

    def duty(self, head: Head, *, noun: bool) -> Office:
        """The office that a phrase or a clause after a name tells; `noun` if the body follows it bare."""
        office = Office(
            start=head.first, first=head.first, last=head.last, head=head.first, form=head.form,
            role=head.form.entry.role,
        )  # fmt: skip
        Complements(self, office).read(noun=noun)
        self._role(office)
        return office

    def _before(self, office: Office) -> None:
        tape, tables, k = self.tape, self.tables, office.first - 1
        while tape.shared(office.first, k):
            first = self._parted(office, k)
            if first is None:
                first = self._qualified(office, k)
            if first is None:
                break
            office.first = first
            k = first - 1
        office.start = office.first
        if not tape.shared(office.first, k):
            return
        before = k - 1
        found = tables.before.before(tape.low, before) if tape.shared(before, k) else None
        if found is not None and found[1]:
            office.former = True
        low = tape.low[k]
        if low in tables.possessive or low in tables.possessive_speaker:
            office.owner = "possessive" if low in tables.possessive else "speaker"
        if low in tables.articles or tape.pos[k] == "DET":
            office.article, office.start = low, k

    def _parted(self, office: Office, k: int) -> int | None:
        """The word before the owner that makes another office of it ("top Russian diplomat")."""
        if not office.owners or not self.tables.owned:
            return None
        words = [self.tape.low[k], *self.tape.low[office.head : office.last + 1]]
        found = self.tables.offices.at(words, 0)
        if found is None or found[0] != len(words) - 1 or self.cover[k] is not None:
            return None
        office.form, office.role = found[1], found[1].entry.role
        return k

    def _qualified(self, office: Office, k: int) -> int | None:
        """Where the words before the office that end at `k` begin: of time and manner, or of its owner."""
        tape, tables = self.tape, self.tables
        found = tables.before.before(tape.low, k)
        if found is not None and tape.shared(found[0], k) and self.cover[k] is None:
            office.former |= found[1]
            return found[0]
        if tape.low[k] in tables.first and tape.low[office.head] in tables.first_of:
            office.former = True
            return k
        return self._owner(office, k) if tables.owned else None

    def _owner(self, office: Office, k: int) -> int | None:
        """As in "Kazakh Foreign Minister", "Iran's acting president", "the party's leader", "army chief"."""
        tape, tables, last = self.tape, self.tables, k
        genitive = tape.low[k] in tables.owned
        glue = (
            office.plural and bool(office.owners) and tape.low[k] in tables.conjunctions | tables.comma_only
        )
        last -= genitive or glue
        if not tape.shared(last, k) or k in self.stops or last in self.stops:
            return None
        hit = self.cover[last]
        if (
            hit is not None
            and hit.last == last
            and hit.kind in OWNERS
            and (genitive or hit.kind != "capital")
        ):
            office.owners = (*(code for code in hit.codes if code not in office.owners), *office.owners)
            office.body = office.body or body_of(hit)
            return hit.first
        body = (
            tables.bodies.get(tape.low[last]) if hit is None and last not in self.heads and not glue else None
        )
        if body is None or office.owners:
            return None
        office.body = office.body or body
        while (
            tape.shared(last, last - 1)
            and tape.rel[last - 1] in ("amod", "compound")
            and self._plain(last - 1)
        ):
            last -= 1
        return last

    def _plain(self, k: int) -> bool:
        return self.cover[k] is None and k not in self.heads and k not in self.stops

    def _role(self, office: Office) -> None:
        entry = office.form.entry
        office.codes = tuple(dict.fromkeys((*office.owners, *office.codes)))
        if office.codes and office.codes[0] in entry.states:
            office.role = entry.states[office.codes[0]]
        elif office.body and entry.body is None and office.body in entry.by:
            office.role = entry.by[office.body]
        if entry.portfolio:
            self._portfolio(office)
        if not office.codes and entry.home:
            office.codes = (entry.home,)
        sent = office.owner == "possessive" and office.role in ("ambassador", "envoy")
        if sent and office.codes and not any(map(world().is_state, office.codes)):
            office.seat, office.codes = (*office.seat, *office.codes), ()  # "its UN envoy"

    def _portfolio(self, office: Office) -> None:
        kinds = {
            found[1]
            for i in range(office.head + 1, office.last + 1)
            if (found := self.tables.portfolios.at(self.tape.low, i, office.last + 1))
        }
        if "foreign" in kinds:
            office.role = "foreign minister"
        elif "defence" in kinds:
            office.role = "defence minister"


def body_of(hit: Known) -> str:
    """What kind of body a known name is: a state, an organisation, a party, an armed group, a medium."""
    code = hit.codes[0] if hit.codes else ""
    if hit.kind == "organisation" and code in world().states:
        return "company"  # one of a state's own
    if not code or code in world().states:
        return "state"
    found = world().organisations.get(code)
    return KINDS.get(found.kind, "organisation") if found is not None else "organisation"


class Complements:
    """Walks right from an office's head over adjectives, complements and their coordination."""

    def __init__(self, wording: Wording, office: Office) -> None:
        self.w = wording
        self.tape = wording.tape
        self.tables = wording.tables
        self.office = office
        self.codes: list[tuple[str, bool]] = []
        for i in range(office.head, office.last + 1):
            hit = wording.cover[i]
            if hit is not None and hit.first == i and hit.kind != "demonym":
                self.codes.extend((code, hit.kind in BODIES) for code in hit.codes)
                office.last = max(office.last, hit.last)
        self.at = False
        self.abroad: tuple[str, ...] = ()

    def read(self, *, noun: bool = False) -> None:
        """Sets the office's last word, its sides and its body."""
        k = self.office.last + 1
        if noun and self._free(k):
            hit = self.w.cover[k]
            self.office.last = self._named(k, hit, at=False) if hit is not None else self._noun(k)
            k = self.office.last + 1
        while k is not None and self._free(k) and k - self.office.head < LONGEST:
            step = self._step(k)
            if step is None:
                break
            self.office.last = step
            k = step + 1
        office = self.office
        bodies = [code for code, body in self.codes if body]
        order = (
            [*bodies, *(code for code, body in self.codes if not body)]
            if not office.plural
            else [code for code, _ in self.codes]
        )
        office.codes = tuple(dict.fromkeys(order)) or (self.abroad if not office.owners else ())

    def _free(self, k: int) -> bool:
        return self.tape.shared(self.office.head, k) and k not in self.w.stops

    def _step(self, k: int) -> int | None:
        """The last token of what goes on at `k`, or None where the office ends."""
        tape, tables = self.tape, self.tables
        found = tables.after.at(tape.low, k, min(len(tape), k + 4))
        if found is not None and not (self.w.cover[k] is not None and self.w.cover[k].last > found[0]):  # type: ignore[union-attr]
            self.office.former |= found[1]
            if self.w.cover[k] is None:
                return found[0]
        hit = self.w.cover[k]
        if hit is not None and hit.kind == "people":
            return hit.last
        if hit is not None:
            return self._known(k, hit)
        if k in self.w.heads:
            return None
        low = tape.low[k]
        if low in tables.comma_only and (charge := self._charge(k + 1)) is not None:
            return charge
        glue = low in tables.comma_only or low in tables.conjunctions
        if glue and self.w.portfolio.holds(self.office) and (more := self.w.portfolio.more(k)) is not None:
            self.office.complement, self.abroad = more[0], more[1] or self.abroad
            return more[0]
        if low in tables.of_first or low in tables.at:
            return self._complement(k)
        if low in tables.conjunctions or low in tables.comma_only:
            return self._coordinated(k)
        return k if self._modifier(k) else None

    def _known(self, k: int, hit: Known) -> int | None:
        """A nationality right after the office, or after its portfolio."""
        if (
            hit.first != k
            or hit.kind not in DEMONYMS
            or (self.tape.pos[k] == "NOUN" and self.tape.capital[k])
        ):
            return None
        of_matter = self.office.complement == k - 1 and hit.kind in DEMONYMS and not self._agrees(k)
        if not of_matter:
            self._side(
                hit, at=self.at and self.office.complement is not None and self.office.complement == k - 1
            )
            self.office.demonym = True
        return hit.last

    def _agrees(self, k: int) -> bool:
        """Whether the adjective may belong to more than the noun right before it: a minister's own state."""
        plural = self.tape.morph(k - 1, "Number") == "Plur" == self.tape.morph(k, "Number")
        return self.office.form.plural or not plural

    def _side(self, hit: Known, *, at: bool) -> None:
        if at:
            self.office.seat = (*self.office.seat, *hit.codes)
        else:
            self.codes.extend((code, hit.kind in BODIES) for code in hit.codes)

    def _complement(self, k: int) -> int | None:
        tape, tables = self.tape, self.tables
        at, j = tape.low[k] in tables.at, k + 1
        while self._free(j) and (
            tape.low[j] in tables.of or tape.pos[j] == "DET" or tape.low[j] in tables.at
        ):
            at |= tape.low[j] in tables.at
            j += 1
        if not self._free(j):
            if j in self.w.stops and tape.shared(k, j) and self.office.served is None:
                self.office.served = j
            return None
        if at and (self.office.relation is not None or tape.low[j] in tables.gatherings):
            return None  # "su homólogo malasio al margen de la cumbre": where it was, not whose
        self.at = at
        hit = self.w.cover[j]
        if hit is not None and hit.first == j:
            if self.w.portfolio.opens(self.office, hit):
                self.office.complement = hit.last
                return hit.last
            return self._named(j, hit, at=at)
        if j in self.w.heads:
            return self._nested(j)
        if tape.pos[j] in ("NOUN", "PROPN", "NUM", "X") or tape.capital[j]:
            return self._noun(j)
        return None

    def _named(self, j: int, hit: Known, *, at: bool) -> int:
        if hit.kind not in DEMONYMS:
            self._side(hit, at=at)
            if not at and self.office.body is None:
                self.office.body = body_of(hit)
        self.office.complement = None
        return hit.last

    def _nested(self, j: int) -> int | None:
        """The office of another: "porte-parole du ministre chinois des Affaires étrangères"."""
        inner = self.w.office(self.w.heads[j])
        if inner.form.entry.relation is not None or inner.last - self.office.head > LONGEST:
            return None
        self.codes.extend((code, False) for code in inner.codes)
        if inner.last + 1 in self.w.stops and not inner.codes and not self.office.plural:
            self.office.served = inner.last + 1
        return inner.last

    def _noun(self, j: int) -> int:
        tape = self.tape
        if self.office.body is None and not self.at:
            self.office.body = self.tables.bodies.get(tape.low[j])
        self.office.complement = j
        k = j + 1
        while self._free(k) and self._modifier(k):
            k += 1
        if self._free(k) and self.w.cover[k] is not None and k > j + 1:
            self.office.complement = k - 1
        return k - 1

    def _modifier(self, k: int) -> bool:
        if self.w.cover[k] is not None or (k in self.w.heads and self.tape.pos[k] != "ADJ"):
            return False
        pos, capital = self.tape.pos[k], self.tape.capital[k]
        if pos == "ADJ":
            return True
        return (
            self.office.complement is not None
            and pos in ("NOUN", "PROPN")
            and (capital or self.tape.rel[k] in ("flat", "nmod", "appos", "compound"))
        )

    def _coordinated(self, k: int) -> int | None:
        """As in "des Affaires étrangères et de la Coopération", "de l'Iran et de la Turquie"."""
        tape, j, comma = self.tape, k + 1, self.tape.low[k] in self.tables.comma_only
        if not self._free(j) or j in self.w.heads:
            return None
        hit = self.w.cover[j]
        if hit is not None:
            if self.office.plural and hit.kind in DEMONYMS and self.codes and not tape.capital[j]:
                return self._known(j, hit)
            return None
        if tape.low[j] in self.tables.of:
            return self._joined_complement(j, comma=comma)
        if tape.pos[j] == "ADJ" == tape.pos[k - 1] and not comma and not tape.capital[j]:
            return j
        matter = self.office.complement is not None and tape.capital[j] and tape.pos[j] in ("NOUN", "PROPN")
        return self._noun(j) if matter and not comma and self.office.form.entry.role is not None else None

    def _charge(self, j: int) -> int | None:
        """As in "ministre des Affaires étrangères, chargé de la Diaspora, X Y": a matter more, then a comma."""
        tape, found = self.tape, self.tables.heading.at(self.tape.low, j, min(len(self.tape), j + 6))
        if not self.office.form.entry.portfolio or not self._free(j) or found is None or found[1] != "charge":
            return None
        last = self._complement(found[0])
        closed = (
            last is not None and tape.shared(j, last + 1) and tape.low[last + 1] in self.tables.comma_only
        )
        return last if closed else None

    def _joined_complement(self, j: int, *, comma: bool) -> int | None:
        target = j + 1
        while self._free(target) and (
            self.tape.low[target] in self.tables.of or self.tape.pos[target] == "DET"
        ):
            target += 1
        if not self._free(target) or target in self.w.heads:
            return None
        hit = self.w.cover[target]
        if hit is not None and not self.office.plural and not (hit.kind in DEMONYMS or hit.kind in BODIES):
            return None
        matter = self.office.complement is not None or len(self.office.form.words) > 1
        if comma and not (self.tape.capital[target] and hit is None and matter):
            return None
        return self._complement(j)
