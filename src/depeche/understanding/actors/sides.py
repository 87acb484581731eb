"""For whom a person speaks: told beside the name, inherited, or the one side that the context allows."""

from functools import cached_property

from depeche.knowledge import world
from depeche.knowledge.governments import lacks
from depeche.understanding.actors.chains import Chain
from depeche.understanding.actors.known import BODIES, DEMONYMS, PLACES, STATES, Known
from depeche.understanding.actors.linking import Bearing
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.spelling import skeleton
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

# How much a side named nearby counts for an office without a side of its own.
FRAME, SUBJECT, NEAR, PLACE, HOME = 6.0, 4.0, 2.5, 0.6, 2.2
FADE, APART = 0.55, 0.7  # a sentence further back, in another paragraph
# An office-holder who is object or addressee is less likely of the subject's side than of the dateline's.
FACING = 0.5
# The agent of a passive is hardly of its subject's side, unless he only came along.
AGENT, ESCORT = 0.2, 2.0
BACK, FAR = 3, 14
# Offices that only states have.
NATIONAL = frozenset({"head of state", "head of government", "defence minister", "monarch"})
FOR_BODIES = frozenset({"organisation head", "envoy"})


def _whole(code: str | None) -> str | None:
    """The organisation whose organ a code is: those who head the United Nations do not head its Council."""
    body = world().organisation(code) if code else None
    return body.part_of if body is not None and body.kind == "organ" and body.part_of else code


def _armed(code: str) -> bool:
    body = world().organisation(code)
    return body is not None and body.kind in ("group", "force", "movement")


class Sides:
    """Tells the side of each person of a text."""

    def __init__(
        self, tape: Tape, tables: Tables, cover: list[Known | None], hits: list[Known], home: str | None
    ) -> None:
        self.tape = tape
        self.tables = tables
        self.cover = cover
        self.hits = hits
        self.home = home
        self.by_sentence: dict[int, list[Known]] = {}
        for hit in hits:
            self.by_sentence.setdefault(tape.sent[hit.first], []).append(hit)
        self.people: dict[int, list[tuple[int, str]]] = {}
        self.side: dict[int, str | None] = {}
        self.named: dict[int, Chain] = {}

    def read(self, chains: list[Chain]) -> list[str | None]:
        """The side of each chain, in order; None where the text does not tell it."""
        self.named = {i: c for c in chains for b in c.bearings for i in (b.name.title, b.name.first)}
        told = [self._told(chain) or self._leader(chain) for chain in chains]
        for chain, code in zip(chains, told, strict=True):
            self._note(chain, code)
        out: list[str | None] = []
        for chain, code in zip(chains, told, strict=True):
            side = code or self._inferred(chain)
            if code is None:
                self._note(chain, side)
            out.append(side)
        return out

    def _note(self, chain: Chain, code: str | None) -> None:
        if code is not None:
            for bearing in chain.bearings:
                i = bearing.name.first
                self.people.setdefault(self.tape.sent[i], []).append((i, code))

    def _told(self, chain: Chain) -> str | None:
        for bearing in chain.bearings:
            if bearing.dealt and not bearing.dealt[0].startswith("#"):
                return bearing.dealt[0]
            for office in bearing.offices:
                if (
                    office.codes
                    and not office.plural
                    and not self._kin(office)
                    and not self._chairs(office, chain)
                ):
                    return office.codes[0]
        return (
            self._served(chain)
            or self._for_body(chain)
            or next((b.codes[0] for b in chain.bearings if b.codes), None)
        )

    def _chairs(self, office: Office, chain: Chain) -> bool:
        """Whether a head of state presides over an organisation besides ("la présidente X, qui préside la Celac")."""
        duty = office.form is self.tables.duty["chief"] and not any(map(world().is_state, office.codes))
        return duty and any(o.role in NATIONAL for o in chain.offices if o is not office)

    def _served(self, chain: Chain) -> str | None:
        """The side of the person whom somebody serves: "envoyée spéciale de Cyril Ramaphosa"."""
        for office in chain.offices:
            other = self.named.get(office.served) if office.served is not None else None
            if other is None or other is chain or self._kin(office) or office.relation is not None:
                continue
            if any(o.served is not None for o in other.offices):
                continue  # one who serves in turn
            side = self._told(other) or self._leader(other)
            if side is not None:
                return side
        return None

    def _for_body(self, chain: Chain) -> str | None:
        """An envoy or a head without a side is first of all an organisation's, if one is in play."""
        if any(office.role in NATIONAL for office in chain.offices):
            return None
        for bearing in chain.bearings:
            for office in bearing.offices:
                if office.role in FOR_BODIES and not office.owner and office.relation is None:
                    return _whole(self.context(bearing.name.first, bodies=True, back=FAR))
        return None

    def _kin(self, office: Office) -> bool:
        return office.relation in ("kin", "before", "after")

    def _leader(self, chain: Chain) -> str | None:
        """Whose leader the person is known as; not an organisation's, if the text gives a state's office."""
        code = self._known(chain)
        national = any(o.role in NATIONAL and not o.codes for o in chain.offices)
        return None if national and code is not None and world().organisation(code) is not None else code

    def _known(self, chain: Chain) -> str | None:
        for bearing in chain.bearings:
            code = self.tables.leaders.get(bearing.name.parts)
            if code is not None:
                return code
        code = self.tables.leaders.get(chain.parts)
        if code is None and len(chain.parts) > 1:
            code = self._spelt(chain.parts)
        if code is None and len(chain.parts) == 1:
            code = self.tables.surnames.get(chain.parts[0])
            if code is None and chain.offices:
                code = self.tables.by_surname.get(chain.parts[0])
        return code

    def _spelt(self, parts: tuple[str, ...]) -> str | None:
        """A known person whose name the text writes otherwise."""
        return self.tables.skeletons.get(tuple(skeleton(part) for part in parts))

    # ---- inferred

    def _inferred(self, chain: Chain) -> str | None:
        for bearing in chain.bearings:
            for office in bearing.offices:
                side = self._by_office(bearing, office)
                if side is not None:
                    return side
        if chain.offices:
            return None
        return self._frame(chain.bearings[0])

    def _by_office(self, bearing: Bearing, office: Office) -> str | None:
        if office.relation in ("kin",):
            return None
        if bearing.dealt and bearing.dealt[0].startswith("#"):
            pair = self._pair(bearing.name.first)
            number = int(bearing.dealt[0][1:])
            return pair[number] if number < len(pair) else None
        if office.owner == "possessive" or office.relation in ("before", "after"):
            owner = self.owner(office.start, office.last)
            if owner is not None and office.relation != "peer":
                return owner
        if office.relation == "peer":
            return self._visited(office)
        if office.role in ("media", "other", None):
            return None
        entry = office.form.entry
        if entry.usual is not None and self.home not in entry.states:
            return entry.usual
        bodies = office.role in FOR_BODIES or office.body == "organisation"
        i, places = bearing.name.first, office.role != "party"
        found = self.context(i, bodies=bodies, places=places, role=office.role)
        if found is None and bodies and office.role not in FOR_BODIES:
            found = self.context(i, places=places, role=office.role)  # a council of the state's own
        return found

    def _visited(self, office: Office) -> str | None:
        """As in "visited Dhaka and held talks with his counterpart X": of the state of the dateline, if named beside."""
        here = [
            hit for hit in self.by_sentence.get(self.tape.sent[office.first], []) if hit.first < office.first
        ]
        sides = {hit.codes[0] for hit in here if len(hit.codes) == 1 and hit.kind not in BODIES}
        others = sides - {self.owner(office.start, office.last)}
        return self.home if office.owner == "possessive" and others == {self.home} else None

    def _pair(self, i: int) -> list[str]:
        """The two sides in play before token `i`, in the order they were named."""
        seen: dict[str, int] = {}
        for sent in range(self.tape.sent[i], max(-1, self.tape.sent[i] - 6), -1):
            here = [(j, code) for j, code in self.people.get(sent, []) if j < i]
            here += [
                (h.first, h.codes[0])
                for h in self.by_sentence.get(sent, [])
                if h.first < i and len(h.codes) == 1 and h.kind in STATES | DEMONYMS
            ]
            for j, code in sorted(here, reverse=True):
                seen.setdefault(code, j)
            if len(seen) >= 2:
                break
        latest = sorted(seen, key=lambda code: -seen[code])[:2]
        pair = sorted(latest, key=lambda code: seen[code])
        if self.home in pair:
            pair.sort(key=lambda code: code != self.home)
        return pair

    def owner(self, i: int, last: int) -> str | None:
        """Whose "son, sa, ses, leur" at token `i` is: the subject before it, the one of the last sentence, or
        the subject that follows a fronted phrase.
        """
        sent = self.tape.sent[i]
        options: list[tuple[float, int, str]] = []
        for back in range(3):
            for j, code, weight in (*self._named(sent - back), *self._named(sent - back, bodies=True)):
                if (back == 0 and i <= j <= last) or (back == 0 and j > last and not self._subject(j)):
                    continue
                later = back == 0 and j > last
                score = weight * FADE**back * (0.8 if later else 1.0)
                options.append((score, j, code))
        return max(options)[2] if options else None

    def context(
        self, i: int, *, bodies: bool = False, back: int = BACK, places: bool = True, role: str | None = None
    ) -> str | None:
        """The side that an office without one of its own, of a `role` if told, has at token `i`."""
        sent, here = self.tape.sent[i], self.tape.parse.paragraph[i]
        score: dict[str, float] = {}
        faced: set[str] = set()
        for ago in range(back):
            for j, code, weight in self._named(sent - ago, bodies=bodies):
                if ago == 0 and weight == SUBJECT and j < i:
                    weight *= self._facing(i, code)
                if (ago == 0 and j == i) or (not places and weight in (PLACE, FRAME)) or lacks(code, role):
                    continue
                if ago == 0 and j > i and self._undergoes(j, i):
                    faced.add(code)
                    continue
                weight *= FADE**ago * (0.7 if ago == 0 and j > i else 1.0)
                weight *= 1.0 if self.tape.parse.paragraph[j] == here else APART
                score[code] = max(score.get(code, 0.0), weight)
        if (
            self.home is not None
            and self.home not in faced
            and not bodies
            and places
            and not lacks(self.home, role)
        ):
            score[self.home] = score.get(self.home, 0.0) + HOME
        # No armed group has a secretary-general.
        of_states = [code for code in score if bodies and not _armed(code)]
        best = max(of_states or score, key=lambda code: score[code]) if score else None
        if best is not None and (score[best] > PLACE or bodies):
            return best
        main = None if bodies else self._most
        return main if main is not None and main not in faced and not lacks(main, role) else None

    @cached_property
    def _most(self) -> str | None:
        """The state that the text names most, if one does."""
        count: dict[str, int] = {}
        for hit in self.hits:
            if len(hit.codes) == 1 and hit.kind not in BODIES and self._weight(hit) > PLACE:
                count[hit.codes[0]] = count.get(hit.codes[0], 0) + 1
        top = sorted(count, key=lambda code: -count[code])[:2]
        return top[0] if len(top) == 1 or (top and count[top[0]] > count[top[1]]) else None

    def _named(self, sent: int, *, bodies: bool = False) -> list[tuple[int, str, float]]:
        out: list[tuple[int, str, float]] = []
        for hit in self.by_sentence.get(sent, []):
            body = hit.kind in BODIES
            if len(hit.codes) != 1 or body != bodies or hit.kind == "media":
                continue
            out.append((hit.first, hit.codes[0], self._weight(hit)))
        out.extend(
            (j, code, SUBJECT if self._subject(j) else NEAR)
            for j, code in self.people.get(sent, [])
            if not bodies
        )
        return out

    def _weight(self, hit: Known) -> float:
        if self.framing(hit):
            return FRAME
        if any(self._subject(i) for i in range(hit.first, hit.last + 1)):
            return SUBJECT
        before = hit.first - 1
        while before >= 0 and self.tape.low[before] in self.tables.articles:
            before -= 1
        if hit.kind in PLACES | STATES and before >= 0 and self.tape.low[before] in self.tables.at:
            return PLACE
        return NEAR if hit.kind not in DEMONYMS else NEAR * 0.8

    def framing(self, hit: Known) -> bool:
        """A place that opens the sentence and sets its scene: "A Washington, le secrétaire d'État …"."""
        tape, k = self.tape, hit.first
        opens = (
            any(tape.first[j] for j in range(max(0, k - 2), k)) and tape.low[k - 1] in self.tables.at
            if k
            else False
        )
        after = hit.last + 1
        return opens and tape.shared(k, after) and tape.low[after] in self.tables.comma_only

    def _subject(self, i: int) -> bool:
        return self.tape.rel[i] == "nsubj" or (
            self.tape.rel[i] in ("flat", "appos", "nmod", "amod")
            and self.tape.rel[self.tape.head[i]] == "nsubj"
        )

    def _undergoes(self, j: int, i: int) -> bool:
        """Whether token `j` is, or stands in, an object of the verb that the words at token `i` are the subject of.

        Whoever accuses or praises a state is hardly of it.
        """
        tape, subject = self.tape, False
        for _ in range(4):
            if tape.rel[i] == "nsubj":
                subject = True
                break
            if tape.rel[i] not in ("appos", "flat") or tape.head[i] == i:
                break
            i = tape.head[i]
        verb = tape.head[i]
        for _ in range(6):
            if not subject or tape.rel[j] not in (
                "obj",
                "iobj",
                "obl",
                "nmod",
                "amod",
                "appos",
                "flat",
                "conj",
            ):
                return False
            j = tape.head[j]
            if j == verb:
                return True
        return False

    def _facing(self, i: int, code: str) -> float:
        """What the subject's side counts for one who is told of as object, addressee or agent of its clause."""
        if self._escorts(i):
            return ESCORT
        if self._does(i):
            return AGENT
        return FACING if self.home not in (None, code) and self._faces(i) else 1.0

    def _does(self, i: int) -> bool:
        """Whether token `i` stands in the agent of a passive: "X a été accueilli par le Premier ministre"."""
        for _ in range(6):
            if self.tape.dep[i] == "obl:agent":
                return True
            if self.tape.rel[i] not in ("appos", "flat", "nmod", "conj") or self.tape.head[i] == i:
                return False
            i = self.tape.head[i]
        return False

    def _escorts(self, i: int) -> bool:
        """Whether whoever does it only comes along ("X was accompanied by Foreign Minister Y")."""
        for _ in range(8):
            if self.tape.lemma[i] in self.tables.escorts:
                return True
            if self.tape.pos[i] in ("VERB", "AUX") or self.tape.head[i] == i:
                return False
            i = self.tape.head[i]
        return False

    def _faces(self, i: int) -> bool:
        """Whether token `i` stands in a phrase that is object or addressee of its clause."""
        for _ in range(6):
            if self.tape.rel[i] in ("obj", "iobj", "obl"):
                return True
            if self.tape.rel[i] in ("nsubj", "ROOT", "root") or self.tape.head[i] == i:
                return False
            i = self.tape.head[i]
        return False

    def _frame(self, bearing: Bearing) -> str | None:
        """As in "À Dublin, Simon Harris a dit": the subject right after a place that opens the sentence."""
        i = bearing.name.title
        if i < 2 or self.tape.low[i - 1] not in self.tables.comma_only:
            return None
        hit = self.cover[i - 2]
        if hit is None or not self.framing(hit) or hit.kind not in ("capital", "state", "seat"):
            return None
        return hit.codes[0] if len(hit.codes) == 1 else None
