"""Sentences that a parser has cut in two where no sentence ends, joined again before the words are linked.

"X | on Monday rejected …": a noun phrase without an end, right before a verb without a subject, is that subject.
"""

from collections.abc import Collection

from depeche.syntax.columns import Columns
from depeche.syntax.mending_names import hang
from depeche.syntax.shape import Morph

NOMINAL = ("NOUN", "PROPN", "PRON")
# How far a verb may stand behind the break, and its auxiliary before it, in words.
NEAR = 12


def mend_breaks(columns: Columns, opening: Collection[int]) -> None:
    """Join what is torn apart; `opening` are the first words of pieces, which nothing stands before."""
    for i, starts in enumerate(columns.is_sent_start):
        if starts and i and i not in opening and not columns.shape[i - 1].is_punct:
            _join(columns, i)


def _join(columns: Columns, start: int) -> None:
    subject, verb = _root(columns, start - 1), _root(columns, start)
    if _relative(columns, start, verb):
        hang(columns, verb, start - 1, "acl:relcl")
        columns.is_sent_start[start] = False
        return
    if columns.pos[subject] not in NOMINAL or columns.pos[verb] != "VERB" or _has_subject(columns, verb):
        return
    if verb - start < NEAR and "Fin" in _finite(columns, verb).get("VerbForm"):
        hang(columns, subject, verb, "nsubj")
        columns.is_sent_start[start] = False


def _relative(columns: Columns, start: int, verb: int) -> bool:
    """Whether a clause goes on about the noun set after a pause right before it (", a charge | X rejected")."""
    noun = start - 1
    first = noun
    while first > 0 and columns.pos[first - 1] in ("DET", "ADJ"):
        first -= 1
    apart = first < noun and first > 0 and columns.text[first - 1] == ","
    if not apart or columns.pos[noun] != "NOUN" or columns.pos[verb] != "VERB" or verb - start >= NEAR:
        return False
    leads = columns.head[start] == verb and columns.relation[start] == "nsubj"
    return leads and "Fin" in _finite(columns, verb).get("VerbForm")


def _root(columns: Columns, i: int) -> int:
    while columns.head[i] != i:
        i = columns.head[i]
    return i


def _has_subject(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - 2 * NEAR), min(len(columns.head), verb + NEAR))
    return any(columns.head[i] == verb and columns.relation[i] in ("nsubj", "csubj", "expl") for i in near)


def _finite(columns: Columns, verb: int) -> Morph:
    """The features of what carries a verb's tense: an auxiliary before it, or the verb."""
    own = (i for i in range(max(0, verb - NEAR), verb) if columns.head[i] == verb)
    return columns.morph[next((i for i in own if columns.relation[i] == "aux"), verb)]
