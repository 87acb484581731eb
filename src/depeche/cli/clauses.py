"""The clauses of a sentence as a table: predicate, its relation, subject, objects and modifiers."""

from typing import TYPE_CHECKING

from rich.table import Table

from depeche.syntax.trees import children, negated, passive, subject, subtree_span
from depeche.visible import visible

if TYPE_CHECKING:
    from depeche.syntax.parse import Parse
    from depeche.syntax.words import Sentence, Word

_HEADS = ("VERB", "AUX")
_OBLIQUE = ("obl", "obj", "iobj", "xcomp", "ccomp", "nmod")


def table(parse: "Parse", sentence: "Sentence") -> Table:
    """One row for each predicate of the sentence."""
    out = Table(
        title=visible(sentence.text.strip()),
        title_justify="left",
        title_style="bold",
        box=None,
        pad_edge=False,
    )
    for heading in ("predicate", "lemma", "relation", "subject", "arguments"):
        out.add_column(heading, overflow="fold")
    for token in sentence:
        if (token.pos_ in _HEADS and token.relation not in ("aux", "cop")) or token.dep_ == "ROOT":
            out.add_row(*_row(parse, token))
    return out


def _row(parse: "Parse", token: "Word") -> tuple[str, ...]:
    marks = [name for name, holds in (("passive", passive(token)), ("negated", negated(token))) if holds]
    relation = " ".join(
        [token.dep_ if token.dep_ == "ROOT" else f"{token.dep_} of {token.head.text}", *marks]
    )
    doer = subject(token)
    arguments = [f"{child.dep_}: {_words(parse, child)}" for child in children(token, *_OBLIQUE)]
    return (
        visible(token.text),
        visible(token.lemma_),
        visible(relation),
        _words(parse, doer) if doer is not None else "",
        "\n".join(arguments),
    )


def _words(parse: "Parse", token: "Word") -> str:
    words = visible(parse.words(parse.span(*subtree_span(token)))).replace("\n", " ")
    return words if len(words) <= 60 else words[:59] + "…"
