"""A sighting: one word of the text that tells an encounter, before it is known who was there."""

import msgspec

from depeche.record.tables import EncounterKind
from depeche.syntax.arguments import Argument
from depeche.syntax.words import Word


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A word that tells an encounter, and what it brings.

    `shape` tells how sides stand around it: meet, host, summon, call, travel, send, sign, sit, adopt, beside,
    noun or forum. `carrier` is the verb whose tense and polarity are the encounter's (the word itself, or its
    light verb; None for a noun that no verb carries). `arguments` are those of the word and, for a noun, of
    its light verb.
    """

    token: Word
    kind: EncounterKind
    shape: str
    carrier: Word | None
    arguments: tuple[Argument, ...]

    def having(self, *roles: str) -> list[Word]:
        """The heads of the arguments in these roles, in the order of the text."""
        found = (a.token for a in self.arguments if a.role in roles and not _clitic(a.token, self.token))
        return sorted(found, key=lambda token: token.i)

    def marked(self, adpositions: frozenset[str]) -> list[Word]:
        """The heads of the nominal arguments under one of these adpositions, in the order of the text."""
        found = (
            a
            for a in self.arguments
            if a.marker in adpositions and a.role in ("obl", "nmod", "iobj", "advmod")
        )
        return sorted({a.token.i: a.token for a in found}.values(), key=lambda token: token.i)


def _clitic(token: Word, verb: Word) -> bool:
    """Whether a word is the verb's reflexive pronoun, whatever relation the parse gave it."""
    return token.pos_ == "PRON" and token.head is verb and "Yes" in token.morph.get("Reflex")
