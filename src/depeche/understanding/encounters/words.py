"""The words of encounters of a language (the pack's table ``encounters``)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from depeche.languages.pack import Pack
from depeche.record.tables import EncounterKind
from depeche.syntax.trees import children
from depeche.syntax.words import Word

Lemmas = frozenset[str]
# How far from its verb a particle or adverb of its own may stand.
FAR = 12


class Body(msgspec.Struct, frozen=True):
    """A body of an organisation that meets as a forum: the words that must stand together, and its code."""

    words: Lemmas
    of: str
    code: str


class Words(msgspec.Struct, frozen=True):
    """Words by what they tell; `nouns` and `verbs` give kind and shapes by lemma, `telling` are all of these."""

    nouns: dict[str, EncounterKind]
    needs: dict[str, Lemmas]
    never: dict[str, Lemmas]
    verbs: dict[str, Lemmas]
    groups: dict[str, Lemmas]
    levels: dict[str, Lemmas]
    bodies: tuple[Body, ...]
    light: Lemmas
    telling: Lemmas

    def shape(self, verb: str, *names: str) -> bool:
        """Whether a verb, by its name as `reflexive` gives it if it is one, is listed under one of these shapes."""
        return any(verb in self.verbs[name] for name in names)

    def within(self, verb: Word, name: str) -> bool:
        """Whether a word, with the particle that it may have, is in a group."""
        listed = self[name]
        return verb.low_lemma in listed or with_particle(verb) in listed

    def __getitem__(self, name: str) -> Lemmas:
        return self.groups.get(name, frozenset())


@lru_cache
def words(pack: Pack) -> Words:
    """The words of encounters of a pack."""
    table = pack.table("encounters")
    nouns = {lemma: kind for kind, listed in table["nouns"].items() for lemma in listed}
    verbs = _verbs(table["verbs"], tuple(table["reflexive"]))
    groups = {name: found for name, found in table.items() if isinstance(found, list) and name != "bodies"}
    return Words(
        nouns,
        _sets(table["needs"]),
        _sets(table["never"]),
        verbs,
        _sets(groups | table["words"]),
        _sets(table["levels"]),
        tuple(Body(frozenset(b["words"]), b["of"], b["code"]) for b in table["bodies"]),
        frozenset(table["light"]["verbs"]),
        frozenset(nouns).union(
            *verbs.values(), (bare(verb).split(" ")[0] for listed in verbs.values() for verb in listed)
        ),
    )


def _sets(table: dict[str, Any]) -> dict[str, Lemmas]:
    return {name: frozenset(found) for name, found in table.items()}


def with_particle(verb: Word) -> str:
    """The lemma of a verb with its particle ("call off"), though an adposition to the parse; else the lemma."""
    if verb.pos_ != "VERB":
        return verb.low_lemma
    particles = (
        children(verb, "compound:prt")
        or [
            case
            for child in children(verb, "obl")
            for case in children(child, "case")
            if case.i == verb.i + 1
        ]
        or list(_adverbs(verb))
    )
    return f"{verb.low_lemma} {particles[0].low_lemma}" if particles else verb.low_lemma


def _adverbs(verb: Word) -> Iterator[Word]:
    """The adverbs after a verb in its clause ("brought the ministers of both countries together")."""
    for word in verb.doc[verb.i + 1 : min(verb.i + FAR, verb.sent.end)]:
        if word.pos_ in ("PUNCT", "VERB", "SCONJ"):
            return
        if word.pos_ == "ADV":
            yield word


def reflexive(verb: str) -> str:
    """The name under which `Words.verbs` lists a verb that must be reflexive."""
    return f"@{verb}"


def bare(verb: str) -> str:
    """The lemma of a verb that `Words.verbs` lists."""
    return verb.removeprefix(reflexive(""))


def _verbs(table: dict[str, Any], pronouns: tuple[str, ...]) -> dict[str, Lemmas]:
    return {shape: frozenset(_verb(listed, pronouns) for listed in found) for shape, found in table.items()}


def _verb(listed: str, pronouns: tuple[str, ...]) -> str:
    for pronoun in pronouns:
        if listed.startswith(pronoun):
            return reflexive(listed.removeprefix(pronoun))
    return listed
