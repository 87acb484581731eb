"""Greedy transition parsing, all texts of a group in step.

spaCy decides a group by one loop in C that lets go of the interpreter's lock and takes it again for every word
that is looked for and not there, which costs more than all the rest. Here each step of the loop is one call that
keeps the lock; the transitions taken are the same.
"""

from typing import TYPE_CHECKING, Any, cast

import numpy

from depeche.syntax.inference.products import blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

MOST = 1 << 24  # numbers that there is room for: 64 MiB, so that a text of short words leaves no more behind


def steps_alike(component: Any) -> bool:
    """Whether a component is a greedy parser or recogniser of names with a layer above its hidden one."""
    from spacy.pipeline import DependencyParser, EntityRecognizer

    if type(component) not in (DependencyParser, EntityRecognizer) or component.cfg["beam_width"] != 1:
        return False
    return bool(component.model.attrs["has_upper"] and component.model.ops.device_type == "cpu")


class Transitions:
    """Annotates as a greedy parser or recogniser of names does."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._few = blocks(few=True)
        encode, lower, self._upper = parser.model.layers
        self._layers = [encode, _Lower(lower) if self._few else lower, self._upper]
        if self._few:
            self._few.lay(self._upper.get_param("W"))

    def __call__(self, docs: "list[Doc]") -> "list[Doc]":
        """Annotate the docs, in place."""
        if not any(map(len, docs)):
            return list(self._parser.pipe(docs))
        states = self._parser.moves.init_batch(docs)
        scorer = self._scorer(docs)
        scores = self._scores(scorer)
        going = [state for state in states if not state.is_final()]
        while going:
            going = self._parser.transition_states(going, scores(going))
        scorer.clear_memory()
        self._parser.set_annotations(docs, states)
        return docs

    def _scorer(self, docs: "list[Doc]") -> Any:
        """The model of one step that spaCy makes of the parser's own."""
        from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]

        unseen = self._parser.model.attrs["unseen_classes"]
        return ParserStepModel(docs, self._layers, unseen_classes=unseen, train=False, has_upper=True)

    def _scores(self, scorer: Any) -> "Callable[[list[Any]], Any]":
        """What gives the scores of all transitions for each state, without what only training needs."""
        if not self._few or not scorer._class_mask.all():
            return cast("Callable[[list[Any]], Any]", scorer.predict)
        gemm, vectors, ids = self._few.gemm, scorer.state2vec.predict, scorer.get_token_ids
        weights, bias = self._upper.get_param("W"), self._upper.get_param("b")
        return lambda states: gemm(vectors(ids(states)), weights, trans2=True) + bias


class _Lower:
    """The lower layer of a parser: what each word adds to a state in each place that it can have there.

    That is eight thousand bytes a word. Thinc asks the system for them each time, which may take longer than to fill
    them; here they are written to the same room again, whichever parser asks.
    """

    def __init__(self, lower: Any) -> None:
        self._lower = lower
        self._weights = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        self._shape = tuple(map(lower.get_dim, ("nF", "nO", "nP")))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lower, name)

    def __call__(self, vectors: Any, _is_train: bool) -> tuple[Any, None]:  # noqa: FBT001
        """The sums of each word, after those of no word; good until the next call."""
        found = _ROOM.rows(len(vectors) + 1, len(self._weights))
        self._lower.ops.gemm(vectors, self._weights, trans2=True, out=found[1:])
        found = found.reshape(-1, *self._shape)
        found[0] = self._lower.get_param("pad")[0]
        return found, None


class _Room:
    """Memory to work in, for one parser at a time; what few texts need is not kept."""

    def __init__(self) -> None:
        self._all = numpy.empty(0, dtype=numpy.float32)

    def rows(self, number: int, width: int) -> Any:
        """So many rows of numbers, whatever they are."""
        needed = number * width
        if needed > MOST:
            return numpy.empty((number, width), dtype=numpy.float32)
        if needed > len(self._all):
            self._all = numpy.empty(min(needed * 9 // 8, MOST), dtype=numpy.float32)
        return self._all[:needed].reshape(number, width)


_ROOM = _Room()
