"""Who stands in a slot: the party that a phrase names, or that is found inside it."""

from collections import deque
from collections.abc import Iterable, Sequence

import msgspec

from depeche.knowledge import world
from depeche.record import Span
from depeche.syntax.parse import Parse
from depeche.syntax.trees import marker
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors, Mention
from depeche.understanding.speech import Said, Speech

INSIDE = frozenset({"obj", "nmod", "amod", "appos", "obl", "conj", "flat", "compound", "acl"})


class Party(msgspec.Struct, frozen=True):
    """The persons and codes of a side, and the characters that name it; `guessed` from the whole text at most."""

    codes: tuple[str, ...]
    persons: tuple[str, ...]
    span: Span | None
    guessed: bool = False

    @property
    def code(self) -> str | None:
        """The codes joined as tables print them."""
        return "; ".join(self.codes) or None

    def without(self, other: "Party | None") -> "Party | None":
        """This party less the codes of another; None if nothing is left."""
        if other is None:
            return self
        left = tuple(code for code in self.codes if code not in other.codes)
        if not left:
            return None
        return Party(left, self.persons if left == self.codes else (), self.span)


# Whoever it is that words make act or speak of, it is no known side, least of all the one that says so.
NOBODY = Party((), (), None)


class Sides:
    """Finds parties by the actors of the text and, for "we", by who speaks; `bodies` have names of their own."""

    def __init__(
        self, parse: Parse, actors: Actors, speech: Speech, bodies: frozenset[str] = frozenset()
    ) -> None:
        self._parse = parse
        self._actors = actors
        self._speech = speech
        self._starting = {mention.first: mention for mention in reversed(actors.mentions)}
        self._parties: dict[tuple[int, bool], Party | None] = {}
        self._bodies = bodies

    def names(self, token: Word, kind: str) -> bool:
        """Whether a phrase names a `person`, `state`, `place` or any `actor`."""
        mention = self._actors.resolve(token)
        if mention is None or self._only_owned(token, mention):
            return False
        if kind == "person":
            return bool(mention.persons) or mention.how == "title"
        if kind == "place":
            return mention.how in ("place", "metonym", "name") and not mention.persons and bool(mention.codes)
        if kind == "state":
            return any(world().is_state(code) for code in mention.codes)
        return bool(mention.codes or mention.persons)

    def _only_owned(self, token: Word, mention: Mention) -> bool:
        """Whether a phrase names somebody only as whose it is: "les services de X" are not X."""
        head = token.doc[mention.head]
        if mention.how == "demonym" or mention.first <= token.i <= mention.last:
            return False
        return head.head.i == token.i and head.relation in ("nmod", "det")

    def heads(self, token: Word) -> bool:
        """Whether a token itself is the head of words that name somebody."""
        mention = self._actors.at(token.i)
        return mention is not None and mention.head == token.i and bool(mention.codes or mention.persons)

    def is_city(self, token: Word) -> bool:
        """Whether a token names a town or region, not the state itself."""
        mention = self._actors.at(token.i)
        return mention is not None and mention.how in ("place", "metonym")

    def is_body(self, token: Word) -> bool:
        """Whether a token names a body or service of a state by a name of its own ("Tsahal"), not the state."""
        return token.pos_ == "PROPN" and token.text in self._bodies

    def is_medium(self, token: Word) -> bool:
        """Whether a phrase names a newspaper, an agency or a station."""
        found = self._actors.party(token)[1]
        bodies = [world().organisation(code) for code in found]
        return bool(bodies) and all(body is not None and body.kind == "media" for body in bodies)

    def only_of(self, token: Word) -> bool:
        """Whether a noun is a thing of some country, and none that acts ("la station spatiale chinoise")."""
        mention = self._actors.resolve(token)
        return mention is not None and mention.how == "demonym"

    def party(self, token: Word, *, place: bool = True) -> Party | None:
        """The party that the phrase headed by a token names, with its conjuncts; None if it names none."""
        key = token.i, place
        if key not in self._parties:
            self._parties[key] = self._first_person(token) or self._named(token, place=place)
        return self._parties[key]

    def _named(self, token: Word, *, place: bool) -> Party | None:
        found, named, words = self._actors.party(token)
        sides = _states_of_media(named)
        if not sides:
            return None
        persons, codes, span = self._listed(token, found, sides, words)
        mention = self._actors.resolve(token)
        if not place and mention is not None and mention.how == "place":
            return None
        return Party(tuple(codes), tuple(persons), None if token.i in self._parse.put_in else span)

    def owner(self, token: Word) -> Word | None:
        """The head of several owners by whom alone a noun names somebody ("the agreement between X and Y")."""
        mention = self._actors.resolve(token)
        if mention is None or token.i == mention.head or token.pos_ != "NOUN" or mention.persons:
            return None
        head = token.doc[mention.head]
        below = (
            head.head.i == token.i
            and head.relation == "nmod"
            and not mention.first <= token.i <= mention.last
        )
        return head if below and any(child.relation == "conj" for child in head.children) else None

    def _listed(
        self, token: Word, persons: Sequence[str], codes: Sequence[str], span: Span
    ) -> tuple[Sequence[str], Sequence[str], Span]:
        """A party with the rest of its list ("A, B et C"), which parsers often tear apart."""
        mention = self._actors.at(token.i)
        if mention is None or mention.last + 1 >= len(token.doc):
            return persons, codes, span
        found: list[Mention] = []
        last, closed = mention.last, False
        while not closed:
            gap = last + 1
            while (
                gap < len(token.doc) and gap - last < 4 and token.doc[gap].pos_ in ("PUNCT", "CCONJ", "DET")
            ):
                closed = closed or token.doc[gap].pos_ == "CCONJ"
                gap += 1
            following = self._starting.get(gap)
            if gap == last + 1 or following is None or following.how not in ("name", "metonym", "title"):
                return persons, codes, span
            if set(following.codes) & set(mention.codes):
                return persons, codes, span
            found.append(following)
            last = following.last
        more = [code for m in found for code in m.codes if code not in codes]
        people = [person for m in found for person in m.persons if person not in persons]
        return (*persons, *people), (*codes, *more), (span[0], max(span[1], self._end(found[-1])))

    def _end(self, mention: Mention) -> int:
        return self._parse.end[mention.last]

    def cued(self, i: int) -> Party | None:
        """The speaker of the statement whose cue token `i` is, so that speech and act have one holder."""
        said = self._speech.by_cue(i)
        return self._of(said) if said is not None else None

    def speaker(self, i: int) -> Party | None:
        """The side in whose words token `i` stands; None in the narrator's voice."""
        said = self._speech.voice(i)
        return self._of(said) if said is not None else None

    def voice(self, i: int) -> Said | None:
        """The statement in whose words token `i` stands, of anybody, known or not."""
        return self._speech.voice(i)

    def _of(self, said: Said) -> Party | None:
        if not said.speaker_of:
            return None
        named = tuple(said.speaker.split("; ")) if said.speaker and said.speaker != said.speaker_of else ()
        return Party(tuple(said.speaker_of.split("; ")), named, said.speaker_span)

    def _first_person(self, token: Word) -> Party | None:
        if token.pos_ not in ("PRON", "DET") or "1" not in token.morph.get("Person"):
            return None
        return self.speaker(token.i)

    def inside(
        self,
        token: Word,
        *,
        besides: Party | None = None,
        place: bool = True,
        avoid: frozenset[str] = frozenset(),
    ) -> Party | None:
        """The first party named inside a phrase, breadth first, other than the codes of `besides`.

        What stands under an adposition of `avoid` is left out.
        """
        queue = deque([token])
        seen = 0
        while queue and seen < 40:
            node = queue.popleft()
            seen += 1
            found = self.party(node, place=place)
            if found is not None:
                rest = found.without(besides)
                if rest is not None:
                    return rest
            within = (c for c in node.children if c.relation in INSIDE and c.dep_ != "acl:relcl")
            queue.extend(c for c in within if not avoid or marker(c) not in avoid)
        return None

    def anywhere(self, tokens: Iterable[Word], *, besides: Party | None = None) -> Party | None:
        """The first party named among tokens, other than the codes of `besides`."""
        for token in tokens:
            mention = self._actors.resolve(token) if token.pos_ in ("NOUN", "PROPN", "ADJ") else None
            if mention is not None and mention.codes:
                found = self.party(token)
                rest = found.without(besides) if found else None
                if rest is not None:
                    return rest
        return None


def halves(party: Party | None) -> tuple[Party | None, Party | None]:
    """The first member of a party and the others, as the two sides of what they do to each other."""
    if party is None:
        return None, None
    return Party(party.codes[:1], party.persons, party.span), Party(party.codes[1:], (), party.span)


def _states_of_media(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes with the home state in place of a medium: what is done to its people is done to their country."""
    out: list[str] = []
    for code in codes:
        found = world().organisation(code)
        home = found.of[:1] if found is not None and found.kind == "media" else (code,)
        out.extend(c for c in home if c not in out)
    return tuple(out)


def in_names(parse: Parse, actors: Actors) -> frozenset[int]:
    """Tokens inside names of several words: the words of a name tell no act ("Dialogue Asie-Europe")."""
    spans = [span for name in actors.names for span in name.evidence if " " in name.text]
    return frozenset(token.i for span in spans for token in parse.tokens(span))
