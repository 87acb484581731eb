"""The function words of a language by their function, and questions about words that they answer."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

import msgspec

from depeche.syntax.words import Word

_T = TypeVar("_T")


class Grammar(msgspec.Struct, frozen=True):
    """Function words of a language, by function (the pack's table ``grammar``).

    `future` and `conditional` are the auxiliaries of what is to come and of what would be, where a language has
    them; `particles` the adverbs that make one verb with theirs ("call off"); `gerunds` the marks
    under which a gerund is governed as an infinitive is; `inverted` the auxiliaries that make a condition
    before their subject ("were X to go"); `eventuality` the nouns of what may come ("in case of"), `asking` the
    conjunctions of a question, `even` and `likening` the words before a conjunction by which a condition is
    granted or is only a likeness ("even if", "as if"), `lasting` the conjunctions of a condition that holds by
    now, `ahead` those of a time that may be still to come ("once"), `failing` what marks a thing that must be
    lacking ("faute de"). `about` are the adpositions of a topic, `receiving` the verbs whose subject gets what
    the noun under them tells of another. `dropped` are the persons whose verbs go without a subject that is
    known ("Viajará a Kiev"), `impersonal` the verbs that never have one; `due` the
    verbs of duty that tell as well what is arranged ("doit signer"), `polite` the verbs of wishing before a verb of
    saying that is said by that ("souhaite saluer"); `mutual` what stands where several do a thing to themselves in
    turn ("accused each other"); `whatever` the determiners of a thing that need not be ("any attack"); `standing` what
    an agreement stands under that holds already ("has a pact with", "under the treaty"); `likewise` how a clause begins
    by which others do the same ("as did X"); `unnamed` the nouns for a side that is told of without being named ("une
    puissance étrangère"), `described` those of them that stay so with an article ("les pays de la région"); `aiming`
    the verbs whose participle says at whom a noun is aimed ("sanctions visant la Russie"); `against` marks who suffers
    what is done, `onto` who suffers violence, and `venue` where words are said ("at the General Assembly").
    """

    agent: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]
    unaccusative: frozenset[str]
    hypothesis: frozenset[str]
    none: frozenset[str]
    without: frozenset[str]
    never: frozenset[str]
    occasion: frozenset[str]
    undergo: frozenset[str]
    deeds: frozenset[str]
    quantities: frozenset[str]
    place: frozenset[str]
    besides: frozenset[str]
    stative: frozenset[str]
    unless: frozenset[str]
    eventuality: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    even: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    gerunds: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    polite: frozenset[str] = frozenset()
    purpose: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()
    mutual: frozenset[str] = frozenset()
    whatever: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    aiming: frozenset[str] = frozenset()
    likewise: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    onto: frozenset[str] = frozenset()
    venue: frozenset[str] = frozenset()


def once_by(tell: Callable[[Word, Grammar], _T]) -> Callable[[Word, Grammar], _T]:
    """A question about a word by a grammar that is answered once, as `depeche.syntax.words.once` has it."""

    @wraps(tell)
    def told(word: Word, grammar: Grammar) -> _T:
        facts = word.facts
        if facts is None:
            facts = word.facts = {}
        known = facts.get(tell)
        if known is not None and known[0] is grammar:
            return cast("_T", known[1])
        answer = tell(word, grammar)
        facts[tell] = grammar, answer
        return answer

    return told
