"""The circumstances of an encounter: its level, and the forum in whose margins it was held."""

from functools import lru_cache

import msgspec
from spacy.tokens import Token

from depeche.languages.pack import Pack
from depeche.syntax.parse import Parse
from depeche.syntax.trees import base, subtree_span
from depeche.understanding.acts.act import Act


class Words(msgspec.Struct, frozen=True):
    """The pack's table ``encounters``: words of margins, of forums, of attendance, and of levels."""

    margins: frozenset[str]
    forum_nouns: frozenset[str]
    attend: frozenset[str]
    levels: dict[str, frozenset[str]]


@lru_cache
def words(pack: Pack) -> Words:
    """The words of encounters of a pack."""
    table = pack.table("encounters")
    levels = {name: frozenset(found) for name, found in table["levels"].items()}
    return Words(
        frozenset(table["margins"]), frozenset(table["forum_nouns"]), frozenset(table["attend"]), levels
    )


def level(act: Act, table: Words) -> str | None:
    """The level of a visit as its own words tell it ("visite d'Etat" → state visit)."""
    near = [
        act.trigger.token,
        *(a.token for a in act.trigger.arguments if a.role in ("obj", "amod", "nmod", "obl")),
    ]
    lemmas = {str(word.lemma_).lower() for token in near for word in (token, *token.children)}
    return next((name for name, found in table.levels.items() if lemmas & found), None)


def margins(parse: Parse, act: Act, table: Words) -> str | None:
    """The words of the forum beside which an act took place ("en marge de X" → X)."""
    for root in _clause(act):
        for token in root.subtree:
            if str(token.lemma_).lower() in table.margins and base(token) in (
                "obl",
                "nmod",
                "advmod",
                "fixed",
            ):
                forum = next((c for c in token.children if base(c) in ("nmod", "obl")), None)
                if forum is not None:
                    return _phrase(parse, forum)
    return None


def _clause(act: Act) -> list[Token]:
    token = act.trigger.carrier
    return [token] if token.head.i == token.i or token.pos_ in ("VERB", "AUX") else [token, token.head]


def _phrase(parse: Parse, token: Token) -> str:
    first, last = subtree_span(token, without=frozenset({"acl", "punct", "conj", "cc", "appos"}))
    while first < last and parse.doc[first].pos_ in ("ADP", "DET"):
        first += 1
    return " ".join(parse.words(parse.span(first, min(last, first + 20))).split())
