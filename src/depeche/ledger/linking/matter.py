"""What some words are about, so that two texts of two languages can be compared: words, kinds of things, figures.

Words are compared by their stems in one language, and across languages by what cognates have in common (défense
and defence, vaccin and vaccine, and all proper names). Kinds are the sets of nouns that the packs share under one name:
a patrouilleur and a patrol vessel are both of ``warship``.
"""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from depeche.knowledge.folding import fold
from depeche.knowledge.gazetteer import gazetteer
from depeche.languages import load
from depeche.ledger.linking.figures import figures, numbers
from depeche.ledger.words import stems
from depeche.record import Span
from depeche.understanding.actors.spelling import skeleton

_SHORTEST = 4  # letters of a word that tells a matter
_COGNATE = 5  # letters that two words of two languages begin with alike
# Kinds that tell a matter; the packs' other sets are of too many, or of words and not of things.
_THINGS = frozenset(
    ["warship", "aircraft", "weapon", "goods", "border", "prisoner", "refugee", "loot", "exercise", "troop"]
)
# Kinds of which a word tells how much and not of what.
_AMOUNTS = ("money", "crowd", "hours")
_YEARS = range(1900, 2101)
_TIMES = ("month", "weekday", "unit")  # classes of words of a pack's times


class Matter(msgspec.Struct, frozen=True):
    """The telling words by their stems, each with its beginning as in cognates, the kinds, and the figures."""

    language: str
    words: dict[str, str]
    kinds: frozenset[str]
    figures: frozenset[float]

    def shared(self, other: "Matter") -> tuple[str, ...]:
        """The words that both have, as the first has them."""
        if self.language == other.language:
            return tuple(stem for stem in self.words if stem in other.words)
        theirs = {head for head in other.words.values() if len(head) >= _COGNATE}
        return tuple(stem for stem, head in self.words.items() if head in theirs or stem in other.words)


def matter(words: str, language: str, *, but: Iterable[Span] = ()) -> Matter:
    """The matter of some words, without the names of states and bodies, and without certain spans (of times)."""
    out = [*but, *((hit.start, hit.end) for hit in gazetteer(language).find(words) if hit.code)]
    rest = _blanked(words, out)
    found: dict[str, str] = {}
    kinds: set[str] = set()
    for stem in stems(rest, language).split():
        sets = _kinds(language).get(stem, frozenset())
        kinds |= sets
        if _tells(stem, language) and sets.isdisjoint(_AMOUNTS):
            found[stem] = skeleton(stem)[:_COGNATE]
    told = frozenset(one.value for one in figures(rest, language) if one.value not in _YEARS)
    return Matter(language, found, frozenset(kinds & _THINGS), told)


def _blanked(words: str, spans: Iterable[Span]) -> str:
    letters = list(words)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _tells(stem: str, language: str) -> bool:
    return len(stem) >= _SHORTEST and not stem.isdigit() and stem not in _untelling(language)


@lru_cache
def _untelling(language: str) -> frozenset[str]:
    """The stems of small words, of numbers, and of nouns that stand for any matter."""
    pack = load(language)
    vague = pack.table("dossier").get("vague", ()) if (pack.folder / "dossier.toml").exists() else ()
    times = pack.table("times/words")
    every = (
        *pack.table("pack")["small"],
        *numbers(language),
        *vague,
        *(word for name in _TIMES for word in times[name]),
    )
    told = (stems(word, language).split() for word in every)
    return frozenset(parts[0] for parts in told if len(parts) == 1)


@lru_cache
def _kinds(language: str) -> dict[str, frozenset[str]]:
    """The sets of nouns in which a stem is."""
    found: dict[str, set[str]] = {}
    for name, words in load(language).table("acts/_sets").items():
        for word in words:
            parts = stems(fold(word), language).split()
            if len(parts) == 1:
                found.setdefault(parts[0], set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}
