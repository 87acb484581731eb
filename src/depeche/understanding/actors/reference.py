"""What points back: offices without a name, pronouns, owners, "the two countries", "the organisation"."""

from bisect import bisect_left

from depeche.understanding.actors.known import BODIES
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.salience import Seen
from depeche.understanding.actors.scene import Scene

INVERTED = 2.2
# An office found at most so many tokens after a name can be its bearer's.
ADOPT = 130
OWN_SUBJECT = 1.6
MINISTERS = frozenset({"foreign minister", "defence minister", "minister", "deputy minister"})
LEADERS = frozenset(
    {
        "head of state",
        "head of government",
        "monarch",
        "deputy head of government",
        "party",
        "organisation head",
    }
)
WIDE = {
    "minister": MINISTERS | {"deputy head of government"},
    "official": LEADERS
    | MINISTERS
    | {"ambassador", "envoy", "spokesperson", "adviser", "official", "military"},
    "ambassador": frozenset({"ambassador", "envoy"}),
    "envoy": frozenset({"envoy", "ambassador"}),
    "monarch": frozenset({"monarch", "head of state"}),
    "head of state": frozenset({"head of state", "monarch"}),
    "organisation head": frozenset({"organisation head", "head of state", "head of government", "party"}),
}


class Reference:
    """Resolves what points back in one text; called in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = scene.memory
        self.tape = scene.tape
        self.words = scene.words

    # ---- offices without a name

    def office(self, office: Office) -> Mention:
        """As in "le chef de la diplomatie russe": the person who holds it in this text, and the side."""
        other = self._opposite(office)
        if other is not None:
            return other
        codes = self._codes(office)
        head = self.scene.head(office.first, office.last)
        if office.plural:
            persons = self._holders(office, codes)
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
        owner = self.owner(office.start, people=True)
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
            codes=self._of((names[0],)),
        )

    def _indefinite(self, office: Office) -> bool:
        article = self.words.articles.get(office.article, "")
        return office.article in self.scene.tables.indefinite and bool(article)

    def _codes(self, office: Office) -> tuple[str, ...]:
        if office.codes:
            return office.codes
        if office.relation in ("peer", "before", "after", "kin"):
            return ()
        if office.owner == "possessive":
            owner = self.owner(office.start, plural=self.words.own.get(office.article, False))
            return tuple(owner.codes) if owner is not None else ()
        if office.role in ("other", "media", None) or self._indefinite(office):
            return ()
        code = self.scene.sides.context(office.first, bodies=office.body == "organisation")
        return (code,) if code else ()

    def _holders(self, office: Office, codes: tuple[str, ...]) -> tuple[str, ...]:
        figures = [self._pick(office, (code,), near=False) or self._bare(office, code) for code in codes]
        return tuple(dict.fromkeys(figure.row.name for figure in figures if figure is not None))

    def _holder(self, office: Office, codes: tuple[str, ...]) -> Figure | None:
        told = bool(office.codes)
        figure = self._pick(office, codes, near=not told) if codes else None
        if figure is None and not told and office.relation is None and office.owner != "possessive":
            figure = self._pick(office, (), near=True)
            if figure is not None and codes and all(o.codes or o.relation for o in figure.chain.offices):
                figure = None
        if figure is None and office.relation == "peer":
            figure = self._peer(office, codes)
        return figure

    def _peer(self, office: Office, codes: tuple[str, ...]) -> Figure | None:
        near = self._near(office.first)
        return next((f for f in near if f.row.of in codes), None) if codes else None

    def _near(self, i: int) -> list[Figure]:
        """The figures named before token `i`, the latest first, then those named after it."""
        seen = [name for s in reversed(self.memory.seen) for name in s.persons]
        names = list(dict.fromkeys(seen))
        return [self.scene.figure_of[name] for name in names if name in self.scene.figure_of]

    def _pick(self, office: Office, codes: tuple[str, ...], *, near: bool) -> Figure | None:
        states = office.form.entry.states
        before = self._near(office.first)
        rest = [] if near else [f for f in self.scene.figures if f not in before]
        for figure in (*before, *rest):
            if not self._agrees(office, figure) or (codes and figure.row.of not in codes):
                continue
            if (figure.row.former and not office.former) or self._follows(office, figure):
                continue
            role = states.get(figure.row.of or "", office.role)
            if role in figure.roles or WIDE.get(role or "", frozenset()) & set(figure.roles):
                return figure
        return self._adopt(office, codes, before)

    def _bare(self, office: Office, code: str) -> Figure | None:
        """As in "les chefs de gouvernement norvégien et irlandais": who of that side has no office yet."""
        if office.role not in LEADERS | MINISTERS or not office.codes or office.relation:
            return None
        found = [figure for figure in self.scene.figures if figure.row.of == code and not figure.roles]
        if len(found) != 1:
            return None
        found[0].adopt(office, self.tape.text(office.first, office.last))
        return found[0]

    def _follows(self, office: Office, figure: Figure) -> bool:
        """Whether the person is named later in the office's own sentence, so as somebody else."""
        sent = self.tape.sent[office.last]
        firsts = (bearing.name.first for bearing in figure.chain.bearings)
        return any(first > office.last and self.tape.sent[first] == sent for first in firsts)

    def _adopt(self, office: Office, codes: tuple[str, ...], before: list[Figure]) -> Figure | None:
        """A person named shortly before without an office, of the same side: the office is theirs."""
        if office.role in (None, "other", "media") or office.relation or not codes or office.plural:
            return None
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
            office.article in ("la",) and figure.gender == "m"
        )

    # ---- pronouns and owners

    def pronoun(self, i: int, last: int, gender: str, *, plural: bool, latter: bool) -> Mention | None:
        """The antecedent of a pronoun of the third person that ends at token `last`."""
        seen = self._plural(i, gender) if plural else self._single(i, gender, latter=latter)
        if seen is None:
            return None
        return Mention(
            first=i,
            last=last,
            head=self.scene.head(i, last),
            how="pronoun",
            persons=seen.persons,
            codes=seen.codes,
        )

    def _single(self, i: int, gender: str, *, latter: bool) -> Seen | None:
        sent, inverted = self.tape.sent[i], self.tape.low[i].startswith("-")
        clause = self.scene.clause(i)

        def fits(seen: Seen) -> float:
            if seen.plural or seen.size > 1 or (seen.gender and gender and seen.gender != gender):
                return 0.0
            if seen.relation == "amod" or (
                self.scene.clause(seen.at) == clause and seen.sent == sent and not latter
            ):
                return 0.0
            factor = 1.0 if seen.gender == gender else 0.75
            if latter:
                nearness = (0.01 + seen.at / (i + 1)) ** 8
                return nearness * (1.6 if seen.persons else 1.0) / (1.0 + seen.weight)
            if inverted:
                factor *= INVERTED if seen.persons else 0.6
                if seen.sent == sent:
                    told = seen.relation == "nsubj" and (seen.persons or seen.titled)
                    factor *= (1.2 if self._colon(seen.at, i) else 0.4) if told else 0.1
            return factor * (1.2 if seen.persons else 1.0)

        return self.memory.best(sent, fits)

    def _colon(self, first: int, last: int) -> bool:
        """Whether a colon or a semicolon stands between two tokens: a clause of its own begins after it."""
        return any(self.tape.word[k] in (":", ";") for k in range(first, min(last, first + 80)))

    def _plural(self, i: int, gender: str = "") -> Seen | None:
        def fits(seen: Seen) -> float:
            if not (seen.plural or seen.size > 1) or seen.relation == "amod":
                return 0.0
            return 0.5 if gender == "f" and seen.gender != "f" else 1.0

        return self.memory.best(self.tape.sent[i], fits)

    def owner(self, i: int, *, plural: bool = False, people: bool = False) -> Seen | None:
        """Whose the possessive at token `i` is: its clause's subject, else the most salient."""
        subject = self.scene.subject(i)
        sent = self.tape.sent[i]
        if subject is not None and subject != i:
            found = self.memory.at.get(subject)
            if found is not None and plural == (found.plural or found.size > 1) and subject < i:
                return found
        if plural:
            return self._plural(i)

        def fits(seen: Seen) -> float:
            return 0.0 if seen.size != 1 or seen.relation == "amod" or (people and not seen.persons) else 1.0

        return self.memory.best(sent, fits, 3 if people else 2)

    # ---- sets and nouns

    def pair(self, i: int, last: int, kind: str, number: int, role: str | None = None) -> Mention | None:
        """As in "les deux ministres", "les deux pays", "les trois capitales"; `role` is what they share."""
        sent = self.tape.sent[i]
        subject = self.scene.subject(i)
        besides: frozenset[str] = frozenset()
        if subject is not None and not i <= subject <= last:
            own = self.memory.at.get(subject)
            if own is not None and own.size == 1 and self.tape.rel[last] not in ("nmod",):
                besides = frozenset((*own.persons, *own.codes))
        if kind == "persons" and role is not None:
            besides |= {figure.row.name for figure in self.scene.figures if not self._holds(figure, role)}
        names = self.memory.pair(sent, kind, number, besides)
        if not names and (kind != "persons" or role is None):
            names = self.memory.pair(sent, kind, number)
        if not names:
            return None
        persons = names if kind == "persons" else ()
        codes = names if kind != "persons" else self._of(names)
        return Mention(
            first=i, last=last, head=self.scene.head(i, last), how="anaphor", persons=persons, codes=codes
        )

    def _holds(self, figure: Figure, role: str) -> bool:
        return (
            not figure.roles or role in figure.roles or bool(WIDE.get(role, frozenset()) & set(figure.roles))
        )

    def last_two(self, i: int, last: int) -> Mention | None:
        """As in "tous deux": the two persons named last."""
        names = tuple(reversed(self.memory.last_persons(self.tape.sent[i], 2)[:2]))
        if len(names) < 2:
            return None
        return Mention(
            first=i,
            last=last,
            head=self.scene.head(i, last),
            how="anaphor",
            persons=names,
            codes=self._of(names),
        )

    def _of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        sides = [self.scene.figure_of[name].row.of for name in names if name in self.scene.figure_of]
        return tuple(dict.fromkeys(code for code in sides if code))

    def country(self, first: int, last: int, noun: str) -> Mention | None:
        """As in "le pays", "le royaume": the side last in play but the clause's subject, by its style."""
        sent, subject = self.tape.sent[first], self.scene.subject(first)
        own = self.memory.at.get(subject) if subject is not None else None
        styled = {
            c for c, names in self.words.official.items() if any(n.startswith(noun + " ") for n in names)
        }

        def fits(seen: Seen) -> float:
            if seen.body or len(seen.codes) != 1 or (styled and seen.codes[0] not in styled):
                return 0.0
            if (
                own is not None
                and seen.codes == own.codes
                and subject is not None
                and not first <= subject <= last
            ):
                return 0.05
            return (2.0 if not seen.persons else 1.0) / max(seen.weight, 0.5)

        seen = self.memory.best(sent, fits)
        if seen is None and self.scene.home and (not styled or self.scene.home in styled):
            return self._plain(first, last, (self.scene.home,))
        return self._plain(first, last, seen.codes) if seen is not None else None

    def organisation(self, first: int, last: int, noun: str) -> Mention | None:
        """As in "l'organisation", "le bloc", "l'Agence": the body last in play, first by its name."""
        sent = self.tape.sent[first]
        last_one = bisect_left(self.scene.hits, first, key=lambda hit: hit.first)
        for hit in reversed(self.scene.hits[max(0, last_one - 60) : last_one]):
            if hit.kind in BODIES and self.tape.low[hit.first] == noun and hit.last > hit.first and hit.codes:
                return self._plain(first, last, hit.codes)
        seen = self.memory.best(
            sent, lambda s: 1.0 if s.body and not s.persons and len(s.codes) == 1 else 0.0, 8
        )
        return self._plain(first, last, seen.codes) if seen is not None else None

    def other(self, i: int, codes: tuple[str, ...]) -> tuple[str, ...] | None:
        """The side last in play that is not one of `codes`."""
        fits = lambda s: 0.0 if s.body or len(s.codes) != 1 or s.codes[0] in codes else 1.0  # noqa: E731
        seen = self.memory.best(self.tape.sent[i], fits)
        return seen.codes if seen is not None else None

    def _plain(self, first: int, last: int, codes: tuple[str, ...]) -> Mention:
        return Mention(first=first, last=last, head=self.scene.head(first, last), how="anaphor", codes=codes)
