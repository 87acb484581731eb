"""Greedy transition parsing, all texts of a group in step.

spaCy decides a group by one loop in C that lets go of the interpreter's lock and takes it again for every word
that is looked for and not there, which costs more than all the rest. Here each step of the loop is one call that
keeps the lock; the transitions taken are the same.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


def steps_alike(component: Any) -> bool:
    """Whether a component is a greedy parser or recogniser of names with a layer above its hidden one."""
    from spacy.pipeline import DependencyParser, EntityRecognizer

    if type(component) not in (DependencyParser, EntityRecognizer) or component.cfg["beam_width"] != 1:
        return False
    return bool(component.model.attrs["has_upper"] and component.model.ops.device_type == "cpu")


def transit(parser: Any, docs: "list[Doc]") -> "list[Doc]":
    """Annotate the docs, in place."""
    if not any(map(len, docs)):
        return list(parser.pipe(docs))
    states = parser.moves.init_batch(docs)
    scorer = parser.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = parser.transition_states(going, scorer.predict(going))
    scorer.clear_memory()
    parser.set_annotations(docs, states)
    return docs
