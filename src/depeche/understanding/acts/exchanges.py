"""Between whom the acts of a text pass, as far as their own words tell both sides."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party

# So many sentences away, and so many acts before and after one, an act still says who its sides deal with.
FAR = 6
MOST = 60
# What an act says fades with each sentence between.
FADE = 0.7
# So many acts, and so great a share of all, between two sides make them the ones that a text is about.
OFTEN, SHARE = 3, 0.5
THIRD = 0.34  # of all acts: between fewer pass those of two among many ("the delegates of … spoke")

Codes = tuple[str, ...]


class Exchanges:
    """The acts with two sides named by their words, by sentence; `sentences` numbers the sentence of each token."""

    def __init__(self, acts: Iterable[Act], sentences: list[int]) -> None:
        self._sentences = sentences
        self._known = [act for act in acts if known(act)]
        self._tokens = [act.trigger.token.i for act in self._known]

    def partner(self, act: Act) -> Party | None:
        """The side that the source of an act deals with around it: before it, else after it."""

        def dealing(other: Act) -> Codes:
            together = other.source is not None and _among(act.source, other.source)
            if together and other.source is not None and act.source is not None:
                return _codes(other.source.without(act.source))  # with whom it speaks jointly
            jointly = other.target is not None and _among(act.source, other.target)
            return () if jointly else _codes(across(other, act.source))

        return _party(self._weigh(act, dealing, after=False) or self._weigh(act, dealing, after=True))

    def doer(self, act: Act) -> Party | None:
        """The side that acts on the target of an act around it."""

        def acting(other: Act) -> Codes:
            same = (
                other.target is not None and act.target is not None and other.target.code == act.target.code
            )
            return other.source.codes if same and other.source and not other.symmetric else ()

        weights = self._weigh(act, acting, after=False)
        for codes, weight in self._weigh(act, acting, after=True).items():
            weights[codes] = weights.get(codes, 0.0) + weight
        return _party(weights)

    def opponent(self, side: Party | None, least: int) -> Party | None:
        """The side with which a side had most of its acts in the whole text, if they are so many."""
        found = Counter(codes for other in self._known if (codes := _codes(across(other, side))))
        codes, times = found.most_common(1)[0] if found else ((), 0)
        return Party(codes, (), None) if times >= least else None

    def told_before(self, act: Act, sides: Codes) -> bool:
        """Whether an act between those sides is told before another: what comes after it explains no target."""
        last = bisect_left(self._tokens, act.trigger.token.i)
        return any(pair(other) == sides for other in self._known[:last])

    def principals(self, least: int) -> Codes:
        """The two sides between which most acts pass, if they are so many, and many among all."""
        two, times = self._pairs.most_common(1)[0] if self._pairs else ((), 0)
        return two if times >= max(least, THIRD * self._pairs.total()) else ()

    @cached_property
    def two(self) -> Codes:
        """The two sides that the text is about, if it is about two."""
        both = self.principals(OFTEN)
        return both if both and self._pairs[both] >= SHARE * self._pairs.total() else ()

    @cached_property
    def _pairs(self) -> Counter[Codes]:
        return Counter(pair(act) for act in self._known)

    def _weigh(self, act: Act, side: Callable[[Act], Codes], *, after: bool) -> dict[Codes, float]:
        """How much the acts before or after one speak for each side that `side` finds in them."""
        i = act.trigger.token.i
        left, right = bisect_left(self._tokens, i), bisect_right(self._tokens, i)
        near = self._known[right : right + MOST] if after else self._known[max(0, left - MOST) : left]
        weights: dict[Codes, float] = {}
        for other in near:
            away = abs(self._sentences[other.trigger.token.i] - self._sentences[i])
            codes = side(other) if away <= FAR and not _stay(other) else ()
            if codes:
                weights[codes] = weights.get(codes, 0.0) + FADE**away
        return weights


def known(act: Act) -> bool:
    """Whether the words themselves tell both sides of an act."""
    source, target = act.source, act.target
    return bool(source and target and target.span and source.codes != target.codes)


def pair(act: Act) -> Codes:
    """The first codes of the two sides of an act, in the same order whichever side acts."""
    return tuple(sorted(side.codes[0] for side in (act.source, act.target) if side))


def across(act: Act, side: Party | None) -> Party | None:
    """The other side of an act in which a side takes part."""
    if side is None or act.source is None or act.target is None:
        return None
    if set(side.codes) <= set(act.source.codes):
        return act.target.without(side)
    if set(side.codes) <= set(act.target.codes):
        return act.source.without(side)
    return None


def _among(side: Party | None, party: Party) -> bool:
    """Whether a side is but one of several that a third deals with ("praised the patience of both sides")."""
    return side is not None and set(side.codes) < set(party.codes)


def _stay(act: Act) -> bool:
    """Whether an act is a visit: where somebody goes is not whom they deal with."""
    return act.has("territorial") and act.has("meeting")


def _codes(party: Party | None) -> Codes:
    return party.codes if party else ()


def _party(weights: dict[Codes, float]) -> Party | None:
    best = max(weights, key=lambda codes: weights[codes], default=None)
    return Party(best, (), None) if best else None
