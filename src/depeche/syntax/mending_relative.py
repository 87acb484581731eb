"""Relative clauses that a parser takes for what somebody says ("a réaffirmé sa candidature, que Paris soutient").

The conjunction and the relative pronoun are one word in Romance languages. It is the pronoun where the verb above has an
object already, a thing, and the verb below lacks one.
"""

from depeche.syntax.columns import Columns
from depeche.syntax.mending_names import hang
from depeche.syntax.shape import MORPHS

RELATIVES = ("que", "qu'")
REACH = 30  # how far the parts of a clause are looked for, in words
OWN = ("obj", "ccomp", "xcomp", "csubj", "cop", "expl", "iobj")  # what a verb has that lacks no object


def mend_relative(columns: Columns, i: int) -> None:
    """Hang the verb at word `i`, which a conjunction marks, on the noun before it, if it is about that."""
    verb = columns.head[i]
    if verb >= i or columns.pos[i] != "VERB" or columns.pos[verb] != "VERB":
        return
    mark = next(
        (k for k in range(max(verb + 1, i - REACH), i) if columns.head[k] == i and _is_mark(columns, k)), None
    )
    if mark is None or any(columns.head[k] == i and columns.relation[k] in OWN for k in _near(columns, i)):
        return
    noun = mark - 2 if columns.shape[mark - 1].is_punct else mark - 1
    if columns.pos[noun] not in ("NOUN", "PROPN") or noun <= verb:
        return
    about = next(
        (k for k in range(verb + 1, mark) if columns.head[k] == verb and columns.dep[k] == "obj"), None
    )
    if about is None or columns.pos[about] != "NOUN" or not verb < about <= noun:
        return
    hang(columns, i, about if columns.shape[mark - 1].is_punct else noun, "acl:relcl")
    hang(columns, mark, i, "obj")
    columns.pos[mark], columns.morph[mark] = "PRON", MORPHS["PronType=Rel"]


def _is_mark(columns: Columns, k: int) -> bool:
    return columns.low[k] in RELATIVES and columns.dep[k] == "mark"


def _near(columns: Columns, i: int) -> range:
    return range(max(0, i - REACH), min(len(columns.head), i + REACH))
