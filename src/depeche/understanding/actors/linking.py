"""Which name bears which office: adjacency, commas, brackets, enumerations and copulas."""

from collections import defaultdict

import msgspec

from depeche.understanding.actors.known import DEMONYMS, Known
from depeche.understanding.actors.names import NameSpan
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.roles import MINISTERS
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

HIGH = MINISTERS | {"head of government", "deputy head of government"}
GAP = 7
CLOSING = frozenset('.;:!?»)]"”…')


class Bearing(msgspec.Struct, kw_only=True):
    """What stands around one name: its offices (nearest relation first) and sides told beside it.

    `dealt` is its share of a plural office's sides; `speaks`: it is a subject, whatever the tree says.
    """

    name: NameSpan
    offices: list[Office] = []
    codes: tuple[str, ...] = ()
    dealt: tuple[str, ...] = ()
    speaks: bool = False


class Linking:
    """Binds the names of one text to the offices around them."""

    def __init__(
        self,
        tape: Tape,
        tables: Tables,
        cover: list[Known | None],
        offices: list[Office],
        names: list[NameSpan],
    ) -> None:
        self.tape = tape
        self.tables = tables
        self.cover = cover
        self.offices = offices
        self.ending: dict[int, Office] = {}
        self.inner: dict[int, Office] = {}
        for office in offices:
            self.ending.setdefault(office.last, office)
            self.inner[office.last] = office
        self.starting = {office.start: office for office in reversed(offices)}
        self.name_at = {name.title: k for k, name in enumerate(names)}
        self.bearings = [Bearing(name=name, offices=[]) for name in names]
        self.taken: set[int] = set()

    def read(self) -> list[Bearing]:
        """One bearing for each name, in order."""
        for k in range(len(self.bearings)):
            self._direct(k)
        for k in range(len(self.bearings)):
            self._comma_before(k)
        for k in range(len(self.bearings)):
            self._after(k)
        for k in range(len(self.bearings)):
            self._copula(k)
            self._dealt(k)
        return self.bearings

    # ---- before the name

    def _direct(self, k: int) -> None:
        """As in "le ministre kazakh Mukhtar Tleuberdi", "le Ghanéen Nana Akufo-Addo"."""
        name = self.bearings[k].name
        before = self._past_bracket(name.title - 1)
        office = self.inner.get(before)
        if office is not None and self.tape.shared(before, name.first):
            self._bind(k, office)
            return
        hit = self.cover[before] if before >= 0 else None
        noun = hit is not None and hit.kind in DEMONYMS and self.tape.shared(before, name.first)
        if noun and hit is not None and not name.titled:
            if self.tape.low[hit.first - 1] in self.tables.articles and hit.first > 0:
                self.bearings[k].codes = hit.codes
                self._office_of_national(k, hit)
            else:
                self._shared_plural(k, hit)

    def _office_of_national(self, k: int, hit: Known) -> None:
        """As in "le président de la Commission, le Tchadien Moussa Faki Mahamat,"."""
        comma = hit.first - 2
        if (
            comma < 1
            or not self.tape.shared(comma, hit.first)
            or self.tape.low[comma] not in self.tables.comma_only
        ):
            return
        office = self.ending.get(comma - 1)
        if office is not None and not office.plural and id(office) not in self.taken and self._closed(k):
            self._bind(k, office)

    def _past_bracket(self, i: int) -> int:
        """The token before a bracketed acronym that ends at token `i`: "du Département fédéral (DFAE) X Y"."""
        tape, tables = self.tape, self.tables
        if i < 3 or tape.low[i] not in tables.close or tape.low[i - 2] not in tables.open:
            return i
        return i - 3 if tape.word[i - 1].isupper() and tape.shared(i - 3, i) else i

    def _shared_plural(self, k: int, hit: Known) -> None:
        """As in "les présidents français Emmanuel Macron et russe Vladimir Poutine"."""
        office = self._plural_before(hit.first)
        if office is not None:
            self.bearings[k].offices.append(office)
            self.bearings[k].dealt = hit.codes

    def _plural_before(self, i: int) -> Office | None:
        sent = self.tape.sent[i]
        near = [o for o in self.offices if o.last < i and self.tape.sent[o.last] == sent and o.plural]
        return near[-1] if near else None

    def _comma_before(self, k: int) -> None:
        """As in "le chef de la diplomatie, X Y," and "de la Turquie, Recep Tayyip Erdogan"."""
        bearing, name = self.bearings[k], self.bearings[k].name
        rank = bearing.offices[0] if bearing.offices else None
        if rank is not None and (rank.codes or rank.owner or rank.relation or rank.last < name.title - 1):
            return
        comma = (name.title if rank is None else rank.first) - 1  # "a spokesman for the army, Gen. X Y,"
        if comma < 1 or not self.tape.shared(comma, name.first):
            return
        if self.tape.low[comma] not in self.tables.comma_only:
            return
        office = self._office_before(comma)
        if office is None:
            hit = self.cover[comma - 1] if comma else None
            if hit is not None and self._closed(k) and self._dealt_side(hit):
                self._shared_plural(k, hit)
            return
        if id(office) in self.taken and not office.plural:
            return
        if not (self._closed(k) or self._apposed(office, name) or (name.titled and self._leads(office))):
            return
        if self._belongs_left(k, office):
            return
        self._bind(k, office)

    def _dealt_side(self, hit: Known) -> bool:
        """As in "de la Turquie, X", or "ses homologues grec, X, et chypriote, Y"."""
        before = self.tape.low[max(0, hit.first - 1)]
        glue = self.tables.comma_only | self.tables.conjunctions
        return before in self.tables.of or (hit.kind in DEMONYMS and before in glue)

    def _office_before(self, comma: int) -> Office | None:
        tape = self.tape
        for last in range(comma - 1, max(-1, comma - GAP), -1):
            if not tape.shared(last, comma):
                return None
            office = self.ending.get(last)
            if office is not None:
                return office
            if tape.pos[last] in ("PUNCT", "AUX") or tape.low[last] in self.tables.comma_only:
                return None
            if tape.pos[last] == "VERB" and tape.morph(last, "VerbForm") == "Fin":
                return None
        return None

    def _closed(self, k: int) -> bool:
        """Whether the words right after the name close an apposition."""
        after = self.bearings[k].name.last + 1
        if not self.tape.shared(self.bearings[k].name.last, after):
            return True
        low = self.tape.low[after]
        return (
            low in self.tables.comma_only or low in CLOSING or low in self.tables.open
            or low in self.tables.conjunctions or self.tape.pos[after] == "PUNCT"
        )  # fmt: skip

    def _apposed(self, office: Office, name: NameSpan) -> bool:
        heads = {self.tape.head[i] for i in range(name.first, name.last + 1)}
        rels = {self.tape.rel[i] for i in range(name.first, name.last + 1)}
        return bool(heads & set(range(office.first, office.last + 1))) and bool(
            rels & {"appos", "flat", "nmod"}
        )

    def _leads(self, office: Office) -> bool:
        """Whether the office opens its sentence, itself or after another: "Le président, M. X a reçu …"."""
        start = office.start
        before = self.ending.get(start - 2) if start > 1 else None
        if before is not None and self.tape.low[start - 1] in self.tables.comma_only:
            start = before.start
        return bool(self.tape.first[start]) and self.tape.low[start] in self.tables.articles

    def _belongs_left(self, k: int, office: Office) -> bool:
        """As in "NAME, président du X, NAME": an office without article right after a name is that name's."""
        if k == 0:
            return False
        left = self.bearings[k - 1]
        beside = (
            left.name.last + 2 == office.start and self.tape.low[left.name.last + 1] in self.tables.comma_only
        )
        return beside and not left.offices and not office.article

    def _bind(self, k: int, office: Office) -> None:
        """Give a name an office and those stacked before it; a plural one goes to all names of the list."""
        if office.plural:
            self._deal(k, office)
            return
        self.bearings[k].offices.append(office)
        self.taken.add(id(office))
        self._stack_left(k, office)

    def _stack_left(self, k: int, office: Office) -> None:
        tape, tables, before = self.tape, self.tables, office.start - 1
        if not tape.shared(before, office.first):
            return
        joined = tape.low[before] in tables.conjunctions and not office.article
        apposed = tape.low[before] in tables.comma_only and office.role in (
            "military",
            "other",
            "judge",
            "monarch",
        )
        peer = self.ending.get(before - 1) if tape.low[before] in tables.comma_only else None
        # "le ministre d'État, ministre des Affaires étrangères, X", "Deputy Prime Minister of Y, Minister of Z X"
        apposed |= peer is not None and not office.article and office.role in MINISTERS and peer.role in HIGH
        apposed |= peer is not None and peer.relation == "peer" and bool(peer.codes)
        other = self.ending.get(before - 1 if joined or apposed else before)
        if other is None or other is office or other.plural or id(other) in self.taken:
            return
        if joined or apposed or other.last + 1 == office.first:
            if not office.codes and other.codes:
                office.codes = other.codes
            elif office.codes and not other.codes:
                other.codes = office.codes
            self.bearings[k].offices.append(other)
            self.taken.add(id(other))
            self._stack_left(k, other)

    def _deal(self, k: int, office: Office) -> None:
        """As in "leurs ministres, MM. A et B", "les présidents serbe et hongrois, A et B"."""
        members = self._list(k)
        codes = office.codes
        split = len(codes) == len(members) and len(codes) > 1
        for n, member in enumerate(members):
            if member != k and self.bearings[member].offices:
                continue
            self.bearings[member].offices.append(office)
            self.bearings[member].dealt = (codes[n],) if split else codes if len(codes) == 1 else (f"#{n}",)

    def _list(self, k: int) -> list[int]:
        out = [k]
        while out[-1] + 1 < len(self.bearings):
            a, b = self.bearings[out[-1]].name, self.bearings[out[-1] + 1].name
            between = range(a.last + 1, b.title)
            glue = self.tables.conjunctions | self.tables.comma_only
            if not between or not all(self.tape.low[i] in glue for i in between):
                break
            out.append(out[-1] + 1)
        return out

    # ---- after the name

    def _after(self, k: int) -> None:
        """As in "Maxime Prévot, vice-premier ministre belge", "Antony Blinken (États-Unis)"."""
        bearing, after = self.bearings[k], self.bearings[k].name.last + 1
        if not self.tape.shared(bearing.name.last, after):
            return
        low = self.tape.low[after]
        if low in self.tables.open:
            self._bracket(bearing, after)
            return
        if low not in self.tables.comma_only and self.tape.low[after] not in ("–", "—"):
            return
        office = self.starting.get(after + 1)
        free = office is not None and id(office) not in self.taken and not office.plural
        if office is not None and office.relation == "peer" and office.owner:
            return  # "Selon M. X, son homologue a accepté": another than X
        if office is not None and free and not self._belongs_right(office):
            self._bind_right(bearing, office)

    def _belongs_right(self, office: Office) -> bool:
        """Whether the office is that of the name right after it."""
        beside = office.last + 1 in self.name_at and self.tape.shared(office.last, office.last + 1)
        return beside and self.inner.get(office.last) is office

    def _bind_right(self, bearing: Bearing, office: Office) -> None:
        bearing.offices.append(office)
        self.taken.add(id(office))
        conj = office.last + 1
        if self.tape.shared(office.last, conj) and self.tape.low[conj] in self.tables.conjunctions:
            other = self.starting.get(conj + 1)
            if (
                other is not None
                and not other.article
                and not other.plural
                and not self._belongs_right(other)
            ):
                self._bind_right(bearing, other)

    def _bracket(self, bearing: Bearing, after: int) -> None:
        i = after + 1
        while self.tape.shared(after, i) and self.tape.low[i] not in self.tables.close and i - after < 25:
            hit = self.cover[i]
            office = self.starting.get(i)
            if office is not None and id(office) not in self.taken:
                self._bind_right(bearing, office)
                return
            if hit is not None and hit.kind not in ("media",) and not bearing.codes and i == after + 1:
                bearing.codes = hit.codes
            i += 1

    # ---- by grammar

    def _copula(self, k: int) -> None:
        """As in "X est le nouveau ministre …", "X, qui préside la Conférence"."""
        bearing = self.bearings[k]
        if bearing.offices:
            return
        for i in range(bearing.name.first, bearing.name.last + 1):
            if self.tape.rel[i] != "nsubj":
                continue
            predicate = self.tape.head[i]
            cop = any(self.tape.rel[child] == "cop" for child in self.tape.kids[predicate])
            office = next((o for o in self._around(predicate) if o.head <= predicate <= o.last), None)
            if cop and office is not None and id(office) not in self.taken and not office.relation:
                bearing.offices.append(office)
                self.taken.add(id(office))

    def _around(self, i: int) -> list[Office]:
        return self._by_token.get(i, [])

    @property
    def _by_token(self) -> dict[int, list[Office]]:
        if not hasattr(self, "_cover_offices"):
            table: dict[int, list[Office]] = defaultdict(list)
            for office in self.offices:
                for i in range(office.head, office.last + 1):
                    table[i].append(office)
            self._cover_offices = table
        return self._cover_offices

    def _dealt(self, k: int) -> None:
        """As in "Pour la France, Nicolas de Rivière a …"."""
        bearing = self.bearings[k]
        if bearing.offices or bearing.codes:
            return
        comma = bearing.name.title - 1
        if (
            not self.tape.shared(comma, bearing.name.first)
            or self.tape.low[comma] not in self.tables.comma_only
        ):
            return
        hit = self.cover[comma - 1] if comma else None
        if hit is None:
            return
        k0 = hit.first - 1
        while k0 >= 0 and self.tape.low[k0] in self.tables.articles:
            k0 -= 1
        if k0 >= 0 and self.tape.low[k0] in self.tables.side and self.tape.shared(k0, comma):
            bearing.codes = hit.codes
            bearing.speaks = True
