"""Clauses of time set after a pause, hung where they belong before the words are linked.

"X rejected the offer, two days after Y had …": what follows the pause says when the whole was done. A parser hangs it on
the last thing before the pause ("the offer"), or takes it for the main clause and this for its adverbial; a clause
with a conjunction is none.
"""

from collections.abc import Iterator

from depeche.syntax.columns import Columns
from depeche.syntax.mending_names import hang

# How many words a measure of time may have before its noun ("less than twenty-four hours").
LONGEST = 6


def mend_clauses(columns: Columns) -> None:
    """Hang what is set after a pause on the main verb."""
    for case, relation in enumerate(columns.relation):
        if relation == "case":
            _before_subject(columns, case)
    for mark, relation in enumerate(columns.relation):
        if relation == "mark" and mark < columns.head[mark]:
            _afterthought(columns, mark)
    for noun, dep in enumerate(columns.dep):
        if dep == "ROOT" and columns.pos[noun] == "NOUN":
            _comment(columns, noun)


def _before_subject(columns: Columns, case: int) -> None:
    """What stands between a measure of time and a subject is a conjunction ("…, weeks after | the junta accused X")."""
    subject = columns.head[case]
    verb, pause = columns.head[subject], _pause(columns, case - 1)
    if columns.relation[subject] != "nsubj" or pause is None or not case < subject < verb:
        return
    hang(columns, case, verb, "mark")
    for i in range(pause, case):
        if columns.head[i] == subject:
            columns.head[i] = verb


def _afterthought(columns: Columns, mark: int) -> None:
    clause, pause = columns.head[mark], _pause(columns, mark - 1)
    if pause is None or columns.pos[clause] not in ("VERB", "AUX"):
        return
    if columns.head[clause] == clause:
        main = next((i for i in _verbs(columns, pause, clause)), None)
        if main is not None:
            _turn(columns, main, clause, pause)
    else:
        main = _main(columns, columns.head[clause], pause)
        if columns.pos[main] in ("VERB", "AUX"):
            hang(columns, clause, main, "advcl")
    if columns.relation[clause] == "advcl" and columns.head[clause] < pause:
        columns.head[mark - 1] = clause


def _comment(columns: Columns, noun: int) -> None:
    """A noun set after a pause is no main clause beside a verb with a subject ("X did it, a charge | Y rejects")."""
    first = noun
    while first > 0 and columns.pos[first - 1] in ("DET", "ADJ"):
        first -= 1
    if not 0 < first < noun or columns.text[first - 1] != ",":
        return
    main = next((i for i in _verbs(columns, first, noun)), None)
    if main is not None and any(
        columns.head[k] == main and columns.relation[k] == "nsubj" for k in range(main)
    ):
        _turn(columns, main, noun, first - 1)
        hang(columns, noun, main, "parataxis")


def _pause(columns: Columns, noun: int) -> int | None:
    """The comma before a measure of time that ends with a noun, right before a conjunction; None where there is none."""
    if noun < 1 or columns.pos[noun] != "NOUN":
        return None
    for i in range(noun - 1, max(0, noun - LONGEST), -1):
        if columns.shape[i].is_punct:
            return i if columns.text[i] == "," else None
        if columns.pos[i] not in ("NUM", "DET", "ADJ", "ADV", "ADP", "SCONJ"):
            return None
    return None


def _verbs(columns: Columns, pause: int, clause: int) -> Iterator[int]:
    """The clauses before the pause that hang on a clause after it, without a conjunction of their own."""
    for i in range(pause - 1, -1, -1):
        below = columns.head[i] == clause and columns.relation[i] in ("advcl", "ccomp", "parataxis")
        if below and columns.pos[i] == "VERB" and not _marked(columns, i):
            yield i


def _marked(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - LONGEST), verb)
    return any(columns.head[i] == verb and columns.relation[i] == "mark" for i in near)


def _turn(columns: Columns, main: int, clause: int, pause: int) -> None:
    """Make a clause the main one of the clause that governs it."""
    for i in range(pause):
        if columns.head[i] == clause and i != main:
            columns.head[i] = main
    hang(columns, main, main, "ROOT")
    hang(columns, clause, main, "advcl")


def _main(columns: Columns, i: int, pause: int) -> int:
    """The highest word above a word that still stands before the pause."""
    while columns.head[i] != i and columns.head[i] < pause:
        i = columns.head[i]
    return i
