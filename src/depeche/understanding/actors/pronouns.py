"""Whom pronouns and possessives stand for: the most salient that agrees, the subject for an owner."""

from depeche.understanding.actors.functions import mark
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.salience import Seen
from depeche.understanding.actors.scene import Scene

# An inverted clitic ("a-t-il ajouté") takes up a person who speaks.
INVERTED = 2.2
# The subject of a coordinate clause goes on as subject; several sides are a plural before people are.
PARALLEL, SEVERAL = 2.0, 1.6
# A thing named in the clause above is nearer than the subject of the sentence before ("talks with X until it …").
BESIDE = 2.7

# How the words of a phrase hang together that stands before the subject.
FRONTED = frozenset({"det", "nmod", "obl", "advcl", "advmod", "obj"})


class Pronouns:
    """Resolves the pronouns and possessives of one text, in its order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.memory = scene.memory
        self.tape = scene.tape
        self.words = scene.words
        self._two: tuple[int, tuple[Seen, Seen]] | None = None

    def pronoun(self, i: int, last: int, gender: str, *, plural: bool, place: str) -> Mention | None:
        """The antecedent of a pronoun of the third person that ends at token `last`."""
        seen = self._taken_up(i, last)
        if seen is None and place and self.words.of_two:
            seen = self._of_two(i, place)
        if seen is None:
            seen = self._plural(i, gender) if plural else self._single(i, gender, latter=place == "latter")
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

    def _taken_up(self, i: int, last: int) -> Seen | None:
        """The nominal right before a pronoun between commas ("le Hamas, lui, a salué …")."""
        commas, low = self.scene.tables.comma_only, self.tape.low
        if i < 2 or last + 1 >= len(low) or low[i - 1] not in commas or low[last + 1] not in commas:
            return None
        return next((seen for k in range(i - 2, max(-1, i - 6), -1) if (seen := self.memory.at.get(k))), None)

    def _of_two(self, i: int, place: str) -> Seen | None:
        """As in "the former", "the latter": of the two named last in this sentence or before it, in order."""
        sent = self.tape.sent[i]
        if self._two is None or self._two[0] < sent or place == "former":
            for back in (0, 2):
                named = [
                    s for s in self.memory.recent(sent, back)
                    if s.size == 1 and s.persons and s.relation not in ("amod", "nmod")
                ]  # fmt: skip
                distinct = list({s.persons: s for s in named}.values())[:2]
                if len(distinct) > 1:
                    self._two = sent, (distinct[1], distinct[0])
                    break
            else:
                return None
        return self._two[1][place == "latter"] if self._two is not None else None

    def _single(self, i: int, gender: str, *, latter: bool) -> Seen | None:
        sent, inverted = self.tape.sent[i], self.tape.low[i].startswith("-")
        clause = self.scene.clause(i)
        viewed = mark(self.tape, i).replace(" ", "") in self.words.viewpoint

        def fits(seen: Seen) -> float:
            if seen.plural or seen.size > 1 or not self._agrees(seen, gender):
                return 0.0
            if seen.relation == "amod" or (
                self.scene.clause(seen.at) == clause and seen.sent == sent and not latter and not viewed
            ):
                return 0.0
            factor = 1.0 if seen.gender == gender else 0.75
            factor *= PARALLEL if self._parallel(i, clause, seen) else 1.0
            if gender == "n" and seen.sent == sent and self.words.neuter and self._under(clause, seen):
                factor *= BESIDE
            if viewed:
                factor *= 1.6 if seen.persons and seen.relation == "nsubj" else 1.0
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

    def _under(self, clause: int, seen: Seen) -> bool:
        """Whether a clause is one of time or condition that hangs on what a mention stands in."""
        tape = self.tape
        return tape.rel[clause] == "advcl" and seen.relation in ("obj", "obl", "nmod") and seen.at < clause

    def _parallel(self, i: int, clause: int, seen: Seen) -> bool:
        """Whether both are subjects of coordinate clauses ("Paris has not commented, but it has …")."""
        tape = self.tape
        return (
            tape.rel[i] == seen.relation == "nsubj"
            and tape.rel[clause] == "conj"
            and tape.head[clause] == self.scene.clause(seen.at)
        )

    def _agrees(self, seen: Seen, gender: str) -> bool:
        """Whether the gender fits; where things have a pronoun of their own, the others are for persons."""
        if self.words.neuter and gender:
            return self._personal(seen) != (gender == "n") and (gender == "n" or seen.gender in ("", gender))
        return not (seen.gender and gender and seen.gender != gender)

    def _personal(self, seen: Seen) -> bool:
        return bool(seen.persons) or seen.titled

    def _colon(self, first: int, last: int) -> bool:
        """Whether a colon or a semicolon stands between two tokens: a clause of its own begins after it."""
        return any(self.tape.word[k] in (":", ";") for k in range(first, min(last, first + 80)))

    def _plural(self, i: int, gender: str = "") -> Seen | None:
        def fits(seen: Seen) -> float:
            if not (seen.plural or seen.size > 1) or seen.relation == "amod":
                return 0.0
            several = SEVERAL if seen.size > 1 else 1.0
            return several * (0.5 if gender == "f" and seen.gender != "f" else 1.0)

        return self.memory.best(self.tape.sent[i], fits)

    def owner(self, i: int, *, plural: bool = False, people: bool = False) -> Seen | None:
        """Whose the possessive at token `i` is: its clause's subject, else the most salient."""
        if i and " ".join(self.tape.low[i - 1 : i + 2]) in self.words.turns:
            return None  # "de son côté, X …": the words only give X the floor
        told = (self.scene.judged(i), self.scene.bidden(i))
        subject = next((k for k in told if k in self.memory.at), None)
        if subject is None:
            subject = self.scene.subject(i)
        sent = self.tape.sent[i]
        if subject is not None and subject > i and (coming := self._coming(i, subject, plural=plural)):
            return coming
        if subject is not None and subject != i:
            found = self.memory.at.get(subject)
            if (
                found is not None
                and self._owns(i, found, plural=plural)
                and plural == (found.plural or found.size > 1)
                and subject < i
            ):
                return found
        if plural:
            return self._plural(i)

        def fits(seen: Seen) -> float:
            if seen.size != 1 or seen.relation == "amod" or not self._owns(i, seen, plural=plural):
                return 0.0
            return 0.0 if people and not seen.persons else 1.0

        return self.memory.best(sent, fits, 3 if people else 2)

    def _coming(self, i: int, subject: int, *, plural: bool) -> Seen | None:
        """The person who is the subject after a fronted phrase: "Lors de sa visite à Riad, X a …"."""
        tape, node = self.tape, i
        while tape.head[node] not in (node, tape.head[subject]) and tape.rel[node] in FRONTED:
            node = tape.head[node]
        fronted = (
            tape.rel[node] in FRONTED - {"det"} and node < subject and tape.head[node] == tape.head[subject]
        )
        viewed = mark(tape, node).replace(" ", "") in self.words.viewpoint
        if plural or not fronted or (viewed and any(self.memory.recent(tape.sent[i]))):
            return None
        figure = self.scene.figure_at(subject)
        if figure is None or not figure.row.of or any(tape.rel[k] == "conj" for k in tape.kids[subject]):
            return None
        seen = Seen(
            at=subject, sent=tape.sent[subject], persons=(figure.row.name,), codes=(figure.row.of,),
            gender=figure.gender, relation="nsubj",
        )  # fmt: skip
        return seen if self._owns(i, seen, plural=plural) else None

    def _owns(self, i: int, seen: Seen, *, plural: bool) -> bool:
        """Whether the possessive can be an owner's of that kind, where persons and things have their own."""
        neuter = self.words.neuter
        return not neuter or plural or self._personal(seen) != (self.tape.low[i] in neuter)
