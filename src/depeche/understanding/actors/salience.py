"""Who is in the reader's mind at a point of the text: recency, subjecthood, discourse role."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from depeche.knowledge import world

WINDOW = 80
SENTENCES = 4
FADE = 0.62
BY_RELATION = {
    "nsubj": 4.0,
    "obj": 2.0,
    "iobj": 2.0,
    "obl": 1.2,
    "nmod": 1.0,
    "ROOT": 2.5,
    "root": 2.5,
    "vocative": 1.5,
}
AGENT, PLACE, ADJECTIVE, HEADLINE = 3.0, 0.25, 0.5, 0.6
# Those named together are a set already ("the border between X and Y … the two neighbours").
TOGETHER = 2.0


class Seen(msgspec.Struct, kw_only=True):
    """One mention as memory keeps it; `gender` is ``m``, ``f`` or ``""`` for not known."""

    at: int
    sent: int
    persons: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    gender: str = ""
    plural: bool = False
    weight: float = 1.0
    relation: str = ""
    body: bool = False
    titled: bool = False

    @property
    def size(self) -> int:
        """How many actors it names."""
        return max(len(self.persons), len(self.codes))


class Memory:
    """The mentions so far, the latest last."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.at: dict[int, Seen] = {}
        self._item = 0

    def turn(self, item: int) -> None:
        """Go on to an item of the news: nobody whom another one names is in mind there."""
        if item != self._item:
            self._item = item
            self.seen.clear()

    def add(self, seen: Seen) -> None:
        """Keep a mention."""
        if seen.persons or seen.codes:
            self.seen.append(seen)
            self.at[seen.at] = seen

    def join(self, seen: Seen, head: int) -> None:
        """Remember what is coordinated as one plural as well."""
        first = self.at.get(head)
        if first is None or not seen.size or first.at == seen.at:
            return
        feminine = first.gender == seen.gender == "f"
        both = msgspec.structs.replace(
            first,
            persons=tuple(dict.fromkeys((*first.persons, *seen.persons))),
            codes=tuple(dict.fromkeys((*first.codes, *seen.codes))),
            plural=True,
            gender="f" if feminine else "m",
        )
        self.add(both)

    def recent(self, sent: int, sentences: int = SENTENCES) -> Iterator[Seen]:
        """What was named in the last sentences, the latest first."""
        for seen in reversed(self.seen[-WINDOW:]):
            if seen.sent < sent - sentences:
                return
            yield seen

    def best(self, sent: int, fits: Callable[[Seen], float], sentences: int = SENTENCES) -> Seen | None:
        """The most salient mention; `fits` gives each a factor, 0 to leave it out."""
        top: Seen | None = None
        high = 0.0
        for seen in self.recent(sent, sentences):
            factor = fits(seen)
            if factor <= 0:
                continue
            score = seen.weight * factor * FADE ** (sent - seen.sent)
            if score > high:
                top, high = seen, score
        return top

    def pair(
        self, sent: int, kind: str, number: int = 2, besides: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The `number` persons or sides most in play ("the two countries"), in the order first named."""
        score: dict[str, float] = {}
        order: dict[str, int] = {}
        for seen in self.seen[-WINDOW:]:
            names = seen.persons if kind == "persons" else () if seen.body else seen.codes
            together = len(names) == number and _of_a_kind(names, kind)
            value = TOGETHER * max(seen.weight, BY_RELATION["nsubj"]) if together else seen.weight
            for name in names:
                if name not in besides:
                    order.setdefault(name, seen.at)
                    score[name] = score.get(name, 0.0) + value * 0.8 ** min(sent - seen.sent, 12)
        best = sorted(score, key=lambda name: (-score[name], order[name]))[:number]
        return tuple(sorted(best, key=lambda name: order[name])) if len(best) == number else ()

    def last_persons(self, sent: int, back: int) -> list[str]:
        """The persons named in the last sentences, the latest first."""
        found = [name for seen in self.recent(sent, back) for name in reversed(seen.persons)]
        return list(dict.fromkeys(found))


def _of_a_kind(names: Iterable[str], kind: str) -> bool:
    """Whether those named together are all persons, or all states."""
    return kind == "persons" or all(world().is_state(name) for name in names)


def weight(relation: str, dep: str, how: str, *, headline: bool) -> float:
    """How much a mention weighs by its function."""
    value = AGENT if dep == "obl:agent" else BY_RELATION.get(relation, 1.0)
    if how == "place":
        value = PLACE
    elif how == "demonym" and relation in ("amod", "nmod"):
        value = ADJECTIVE
    return value * (HEADLINE if headline else 1.0)
