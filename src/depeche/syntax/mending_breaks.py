"""Sentences that a parser has cut in two where no sentence ends, joined again before the words are linked.

"X | on Monday rejected …": a noun phrase without an end, right before a verb without a subject, is that subject.
"""

from collections.abc import Collection

from depeche.syntax.columns import Columns
from depeche.syntax.mending_names import hang
from depeche.syntax.shape import Morph

NOMINAL = ("NOUN", "PROPN", "PRON")
TITLES = ("PROPN", "ADJ", "NOUN", "ADP", "CCONJ")
# How far a verb may stand behind the break, and its auxiliary before it, in words.
NEAR = 12


def mend_breaks(columns: Columns, opening: Collection[int]) -> None:
    """Join what is torn apart; `opening` are the first words of pieces, which nothing stands before."""
    for i, starts in enumerate(columns.is_sent_start):
        if starts and i and i not in opening and not columns.shape[i - 1].is_punct:
            _join(columns, i, opening)


def _join(columns: Columns, start: int, opening: Collection[int]) -> None:
    subject, verb = _root(columns, start - 1), _root(columns, start)
    if _relative(columns, start, verb):
        hang(columns, verb, start - 1, "acl:relcl")
        columns.is_sent_start[start] = False
        return
    if _named(columns, start, verb):
        _attribute(columns, start, verb, opening)
        return
    if columns.pos[subject] not in NOMINAL or columns.pos[verb] != "VERB" or _has_subject(columns, verb):
        return
    if verb - start < NEAR and "Fin" in _finite(columns, verb).get("VerbForm"):
        hang(columns, subject, verb, "nsubj")
        columns.is_sent_start[start] = False


def _named(columns: Columns, start: int, verb: int) -> bool:
    """Whether a sentence is torn inside the name of who says it ("…, Foreign | Minister X told reporters")."""
    if (
        columns.pos[verb] != "VERB"
        or verb - start >= NEAR
        or "Fin" not in _finite(columns, verb).get("VerbForm")
    ):
        return False
    pause = _pause(columns, start)
    if pause is None or columns.pos[start - 1] not in TITLES:
        return False
    leads = (k for k in range(start, verb) if columns.head[k] == verb and columns.relation[k] == "nsubj")
    subject = next(leads, None)
    return subject is not None and columns.pos[subject] == "PROPN"


def _pause(columns: Columns, start: int) -> int | None:
    """The comma before the words of a title or name that a sentence ends with; None where other words do."""
    for i in range(start - 1, max(0, start - NEAR), -1):
        if columns.text[i] == ",":
            return i if i < start - 1 else None
        if columns.pos[i] not in TITLES:
            return None
    return None


def _attribute(columns: Columns, start: int, verb: int, opening: Collection[int]) -> None:
    """Join what is said to the clause of who says it, and the torn name."""
    pause = _pause(columns, start) or start
    said, whole = _root(columns, pause - 1), range(pause + 1, start)
    hang(columns, pause, verb, "punct")
    head = next((k for k in whole if not pause < columns.head[k] < start or columns.head[k] == k), start - 1)
    subject = next(
        k for k in range(start, verb) if columns.head[k] == verb and columns.relation[k] == "nsubj"
    )
    if subject == start:  # "Samuel Okudzeto | Ablakwa told"
        hang(columns, head, verb, "nsubj")
        hang(columns, subject, head, "flat")
    else:
        hang(columns, head, start, "compound")
    for k in range(pause, start + 1):
        if columns.is_sent_start[k] and k not in opening:
            columns.is_sent_start[k] = False
    if said != head and columns.head[said] == said:
        hang(columns, said, verb, "ccomp")


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
