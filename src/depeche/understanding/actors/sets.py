"""What sets and general nouns stand for: "les deux pays", "le royaume", "l'organisation", "son voisin"."""

from bisect import bisect_left

from depeche.understanding.actors.known import BODIES
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.roles import covers
from depeche.understanding.actors.salience import Seen
from depeche.understanding.actors.scene import Scene

PAIR = 2
# So many sentences two sides stay "the two sides" without being named.
STAY = 12


class Sets:
    """Resolves "the two countries", "both", "the country", "the organisation" in one text, in its order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = scene.memory
        self.tape = scene.tape
        self.words = scene.words
        self._last: tuple[int, tuple[str, ...]] = (0, ())

    def pair(self, i: int, last: int, kind: str, number: int, role: str | None = None) -> Mention | None:
        """As in "les deux ministres", "les deux pays", "les trois capitales"; `role` is what they share."""
        sent = self.tape.sent[i]
        subject = self.scene.subject(i)
        besides: frozenset[str] = frozenset()
        if subject is not None and not i <= subject <= last:
            own = self.memory.at.get(subject)
            if own is not None and own.size <= number and self.tape.rel[last] not in ("nmod",):
                besides = frozenset((*own.persons, *own.codes))
        if subject is not None and i <= subject <= last and kind == "persons":
            besides |= self._faced(subject, sent)
        if kind == "persons" and role is not None:
            besides |= {figure.row.name for figure in self.scene.figures if not self._holds(figure, role)}
        names = self.memory.pair(sent, kind, number, besides)
        if not names and (kind != "persons" or role is None):
            names = self.memory.pair(sent, kind, number)
        if kind == "sides" and number == PAIR:
            names = self._kept(sent, besides) or names
            self._last = (len(self.memory.seen), names)
        if not names:
            return None
        persons = names if kind == "persons" else ()
        codes = names if kind != "persons" else self.of(names)
        return Mention(
            first=i, last=last, head=self.scene.head(i, last), how="anaphor", persons=persons, codes=codes
        )

    def _kept(self, sent: int, besides: frozenset[str]) -> tuple[str, ...]:
        """The two sides that such words stood for before, unless two others were named together since."""
        since, names = self._last
        if not names or besides & set(names):
            return ()
        new = (s for s in self.memory.seen[since:] if len(s.codes) == PAIR and not s.persons and not s.body)
        if any(set(seen.codes) != set(names) for seen in new):
            return ()
        near = {code for seen in self.memory.recent(sent, STAY) for code in seen.codes}
        return names if set(names) <= near else ()

    def _faced(self, subject: int, sent: int) -> frozenset[str]:
        """Whom a pronoun in the clause stands for, the last subject: none of those who face him ("assured him")."""
        verb = self.tape.head[subject]
        pronoun = any(
            self.tape.rel[k] in ("obj", "iobj")
            and self.tape.morph(k, "PronType") == "Prs"
            and self.tape.morph(k, "Number") == "Sing"
            for k in self.tape.kids[verb]
        )
        if not pronoun:
            return frozenset()
        spoke = (s for s in self.memory.recent(sent, 2) if s.relation == "nsubj" and len(s.persons) == 1)
        return frozenset(next((s.persons for s in spoke), ()))

    def _holds(self, figure: Figure, role: str) -> bool:
        return not figure.roles or covers(role, figure.roles)

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
            codes=self.of(names),
        )

    def of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The sides of persons, each once."""
        sides = [self.scene.figure_of[name].row.of for name in names if name in self.scene.figure_of]
        return tuple(dict.fromkeys(code for code in sides if code))

    def country(self, first: int, last: int, noun: str) -> Mention | None:
        """As in "le pays", "le royaume": the side last in play but the clause's subject, by its style."""
        sent, subject = self.tape.sent[first], self.scene.subject(first)
        own = self.memory.at.get(subject) if subject is not None else None
        styled = self.words.styled(noun)

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
