"""Who holds an office that the text names without a name: "le chef de la diplomatie russe"."""

from bisect import bisect_right

from depeche.knowledge import world
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.pronouns import Pronouns
from depeche.understanding.actors.roles import LEADERS, MINISTERS, covers
from depeche.understanding.actors.scene import Scene
from depeche.understanding.actors.sets import Sets
from depeche.understanding.actors.sides import NATIONAL

# An office found at most so many tokens after a name can be its bearer's.
ADOPT = 130
# Roles whose plural names no one in particular ("Ukrainian officials").
GENERIC = frozenset({"official", "other", "media", "military", "legislature", "adviser"})
# Ministers whose portfolio a text may tell later than their name.
PORTFOLIOS = frozenset({"foreign minister", "defence minister"})
# So many mentions back a holder is looked for, and so many persons of a side.
LOOK = 300


class Holders:
    """Finds who holds the offices that one text names without a name, in its order."""

    def __init__(self, scene: Scene, pronouns: Pronouns, sets: Sets) -> None:
        self.scene = scene
        self.memory = scene.memory
        self.tape = scene.tape
        self.words = scene.words
        self.pronouns = pronouns
        self.sets = sets
        self.nameless: dict[
            str | None, tuple[str, ...]
        ] = {}  # the states of those told of by their office alone
        self.at = {
            i: f for f in scene.figures for b in f.chain.bearings for i in (b.name.title, b.name.first)
        }

    def office(self, office: Office) -> Mention:
        """As in "le chef de la diplomatie russe": the person who holds it in this text, and the side."""
        other = self._opposite(office)
        if other is not None:
            return other
        codes = self._codes(office)
        if office.codes:
            self.scene.note(office.head, office.codes)
        head = self.scene.head(office.first, office.last)
        if office.plural:
            both = () if office.role in GENERIC else self._both(office)
            if office.role in GENERIC:
                return Mention(first=office.first, last=office.last, head=head, how="title", codes=codes)
            persons, codes = (both, self.sets.of(both)) if both else (self._holders(office, codes), codes)
            return Mention(
                first=office.first, last=office.last, head=head, how="title", persons=persons, codes=codes
            )
        figure = None if self._indefinite(office) else self._holder(office, codes)
        if figure is not None:
            of = (figure.row.of,) if figure.row.of else codes
            return Mention(
                first=office.first,
                last=office.last,
                head=head,
                how="title",
                persons=(figure.row.name,),
                codes=of,
            )
        words = self.tape.text(office.first, office.last) if self._indefinite(office) else None
        if office.role in NATIONAL and words is None and len(codes) == 1:
            self.nameless[office.role] = codes
        return Mention(
            first=office.first, last=office.last, head=head, how="title", codes=codes, unnamed=words
        )

    def _opposite(self, office: Office) -> Mention | None:
        """As in "son hôte", "son interlocuteur", "son homologue": the other of the two persons in play."""
        if (
            office.relation not in ("kin", "peer")
            or office.codes
            or office.plural
            or office.owner != "possessive"
        ):
            return None
        if self.scene.functions.lemma[office.head] not in self.words.relational:
            return None
        owner = self.pronouns.owner(office.start, people=True)
        mine = owner.persons if owner is not None else ()
        names = [n for n in self.memory.last_persons(self.tape.sent[office.first], 3) if n not in mine]
        if not names or not mine:
            return None
        head = self.scene.head(office.first, office.last)
        return Mention(
            first=office.start,
            last=office.last,
            head=head,
            how="anaphor",
            persons=(names[0],),
            codes=self.sets.of((names[0],)),
        )

    def _indefinite(self, office: Office) -> bool:
        return office.article in self.scene.tables.indefinite and office.article in self.words.articles

    def _codes(self, office: Office) -> tuple[str, ...]:
        if office.codes:
            return office.codes
        if office.relation in ("peer", "before", "after", "kin"):
            return ()
        served = self.at.get(office.served) if office.served is not None else None
        if served is not None and served.row.of:
            return (served.row.of,)
        if office.owner == "possessive":
            owner = self.pronouns.owner(office.start, plural=self.words.own.get(office.article, False))
            return tuple(owner.codes) if owner is not None else ()
        if office.role in ("other", "media", None) or self._indefinite(office):
            return ()
        if before := self.scene.owned_before(office.head):
            return before
        if office.role in self.nameless and office.relation is None:
            return self.nameless[office.role]  # "le Président de la République", then "le chef de l'État"
        bodies = office.body == "organisation"
        code = self.scene.sides.context(office.first, bodies=bodies, role=office.role)
        return (code,) if code else ()

    def _holders(self, office: Office, codes: tuple[str, ...]) -> tuple[str, ...]:
        figures = [self._pick(office, (code,), near=False) or self._bare(office, code) for code in codes]
        return tuple(dict.fromkeys(figure.row.name for figure in figures if figure is not None))

    def _both(self, office: Office) -> tuple[str, ...]:
        """As in "les ministres ont …": the two who hold such an office and were named last, if just two were."""
        if (
            office.codes
            or office.relation
            or self.words.articles.get(office.article) not in ("p", "")
            or self._indefinite(office)
        ):
            return ()
        names = self.memory.last_persons(self.tape.sent[office.first], 3)
        held = [n for n in names if covers(office.role, self.scene.figure_of[n].roles)]
        return tuple(reversed(held)) if len(held) == 2 and self._bare_words(office) else ()

    def _bare_words(self, office: Office) -> bool:
        """Whether nothing but an adjective of their own stands with the office ("les ministres", "les deux chefs")."""
        return office.last == office.head and office.complement is None

    def _holder(self, office: Office, codes: tuple[str, ...]) -> Figure | None:
        told = bool(office.codes)
        figure = self._pick(office, codes, near=not told) if codes else None
        if figure is None and not told and office.relation is None and office.owner != "possessive":
            figure = self._pick(office, (), near=True)
            if figure is not None and codes and self._other_state(figure, office, codes):
                figure = None
        if figure is None and office.relation == "peer":
            figure = self._peer(office, codes)
        return figure or self._by_birth(office, codes)

    def _by_birth(self, office: Office, codes: tuple[str, ...]) -> Figure | None:
        """As in "le diplomate portugais" for whoever speaks for an organisation: of a state not named otherwise."""
        if (
            office.form.entry.role not in ("official", "other")
            or not (office.demonym or office.owners)
            or len(codes) != 1
            or office.plural
        ):
            return None
        own = range(office.first, office.last + 1)
        elsewhere = any(codes[0] in hit.codes and hit.first not in own for hit in self.scene.hits)
        if elsewhere or codes[0] in self.scene.by_side:
            return None
        sent = self.tape.sent[office.first]
        names = self.memory.last_persons(sent, 2)
        near = [self.scene.figure_of[name] for name in names if name in self.scene.figure_of]
        bodies = [f for f in near if f.row.of and not world().is_state(f.row.of) and self._agrees(office, f)]
        return bodies[0] if len(bodies) == 1 else None

    def _other_state(self, figure: Figure, office: Office, codes: tuple[str, ...]) -> bool:
        """Whether a person holds such an office of another state, so that it is not theirs without saying so."""
        told = [o for o in figure.chain.offices if o.codes and not set(o.codes) & set(codes)]
        bare = [o for o in figure.chain.offices if not o.codes and not o.relation]
        distinct = office.form.words[0] not in {o.form.words[0] for o in bare}
        return (not bare) or (bool(told) and distinct and office.role == "head of state")

    def _peer(self, office: Office, codes: tuple[str, ...]) -> Figure | None:
        near = self._near(office.first)
        return next((f for f in near if f.row.of in codes), None) if codes else None

    def _near(self, i: int) -> list[Figure]:
        """The figures named before token `i`, the latest first, then those named after it."""
        seen = [name for s in reversed(self.memory.seen[-LOOK:]) for name in s.persons]
        names = list(dict.fromkeys(seen))
        return [self.scene.figure_of[name] for name in names if name in self.scene.figure_of]

    def _pick(self, office: Office, codes: tuple[str, ...], *, near: bool) -> Figure | None:
        states = office.form.entry.states
        before = self._near(office.first)
        sided = [] if near else [f for code in codes for f in self.scene.by_side.get(code, [])[:LOOK]]
        # who is named only later, as somebody's own, may be of a body that the text means there
        rest = [f for f in sided if f not in before and not _owned(f)]
        for figure in (*before, *rest):
            if not self._agrees(office, figure) or (codes and figure.row.of not in codes):
                continue
            if (figure.row.former and not office.former) or self._follows(office, figure):
                continue
            role = states.get(figure.row.of or "", office.role)
            if covers(role, figure.roles):
                return figure
        return self._vague(office, codes, before) or self._adopt(office, codes, before)

    def _vague(self, office: Office, codes: tuple[str, ...], before: list[Figure]) -> Figure | None:
        """The one minister of that side whose portfolio was not told yet ("le ministre français X … le chef de
        la diplomatie française"); those of the same sentence who are ministers as vaguely go with them.
        """
        if office.role not in PORTFOLIOS or not office.codes:
            return None
        found = [f for f in before if f.row.of in codes and _untold(f) and self._agrees(office, f)]
        if len(found) != 1:
            return None
        for figure in before:
            if figure is found[0] or (_untold(figure) and self._beside(figure, found[0])):
                figure.take((office.role or "",))
        return found[0]

    def _beside(self, figure: Figure, other: Figure) -> bool:
        """Whether one of the two is told as the counterpart of the other, named in the same sentence."""
        peers = any(o.relation == "peer" for o in (*figure.chain.offices, *other.chain.offices))
        sent = {self.tape.sent[b.name.first] for b in figure.chain.bearings}
        return peers and any(self.tape.sent[b.name.first] in sent for b in other.chain.bearings)

    def _bare(self, office: Office, code: str) -> Figure | None:
        """As in "les chefs de gouvernement norvégien et irlandais": who of that side has no office yet."""
        if office.role not in LEADERS | MINISTERS or not office.codes or office.relation:
            return None
        found = [figure for figure in self.scene.by_side.get(code, [])[:LOOK] if not figure.roles]
        if len(found) != 1:
            return None
        if office.role not in LEADERS and found[0].chain.bearings[0].name.first > office.first:
            return None  # who is named only later may be another minister
        found[0].adopt(office, self.tape.text(office.first, office.last))
        return found[0]

    def _follows(self, office: Office, figure: Figure) -> bool:
        """Whether the person is named later in the office's own sentence, so as somebody else."""
        sent = self.tape.sent[office.last]
        bearings = figure.chain.bearings
        k = bisect_right(bearings, office.last, key=lambda bearing: bearing.name.first)
        return k < len(bearings) and self.tape.sent[bearings[k].name.first] == sent

    def _adopt(self, office: Office, codes: tuple[str, ...], before: list[Figure]) -> Figure | None:
        """A person named shortly before without an office, of the same side: the office is theirs."""
        if office.role in (None, "other", "media") or office.relation or not codes or office.plural:
            return None
        if office.owner == "possessive":
            return None  # "his defence minister" is another than the one of whom it is told
        sent = self.tape.sent[office.first]
        close = {
            n for seen in self.memory.recent(sent, 99) if office.first - seen.at < ADOPT for n in seen.persons
        }
        for figure in before[:6]:
            if (
                figure.row.name in close
                and not figure.roles
                and figure.row.of in codes
                and self._agrees(office, figure)
            ):
                figure.adopt(office, self.tape.text(office.first, office.last))
                return figure
        return None

    def _agrees(self, office: Office, figure: Figure) -> bool:
        return not (office.form.gender == "f" and figure.gender == "m") and not (
            self.words.articles.get(office.article) == "f" and figure.gender == "m"
        )


def _untold(figure: Figure) -> bool:
    """Whether a person is told as a minister, or a minister's counterpart, without a portfolio."""
    bare = (
        o.relation == "peer" or (o.form.entry.portfolio and o.complement is None)
        for o in figure.chain.offices
    )
    return figure.roles == ("minister",) and bool(figure.chain.offices) and all(bare)


def _owned(figure: Figure) -> bool:
    """Whether a person is told by nothing but a possessive ("son président, X")."""
    offices = figure.chain.offices
    return bool(offices) and all(o.owner == "possessive" and not o.codes for o in offices)
