"""Names in a row: "les États-Unis, le Royaume-Uni et l'Australie", joined as the text joins them."""

from collections.abc import Sequence

from depeche.understanding.actors.known import DEMONYMS, Known
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape


def rows(tape: Tape, tables: Tables, hits: Sequence[Known]) -> dict[int, tuple[Known, ...]]:
    """For each token of a name that opens a row of names, the names of the row.

    A row is held together by commas and ends in a conjunction; its names stand after the same adposition.
    """
    out: dict[int, tuple[Known, ...]] = {}
    row: list[Known] = []
    joined = False
    for hit in hits:
        glue = _glue(tape, tables, row[-1], hit) if row else ""
        if glue and not joined:
            row.append(hit)
            joined = glue == "and"
            continue
        _close(out, row, closed=joined)
        row, joined = ([hit] if hit.kind not in DEMONYMS else []), False
    _close(out, row, closed=joined)
    return out


def _close(out: dict[int, tuple[Known, ...]], row: list[Known], *, closed: bool) -> None:
    if closed and len(row) > 1:
        out.update(dict.fromkeys(range(row[0].first, row[0].last + 1), tuple(row)))


def _glue(tape: Tape, tables: Tables, left: Known, right: Known) -> str:
    """What joins two names: a comma, "and", or nothing."""
    if not tape.shared(left.last, right.first) or right.first - left.last > 4 or right.kind in DEMONYMS:
        return ""
    between = range(left.last + 1, right.first)
    joins = [i for i in between if tape.low[i] in tables.conjunctions | tables.comma_only]
    rest = [i for i in between if i not in joins]
    if len(joins) != 1 or joins[0] != left.last + 1 or any(tape.pos[i] not in ("DET", "ADP") for i in rest):
        return ""
    if _before(tape, left.first) != _before(tape, right.first):
        return ""
    return "and" if tape.low[joins[0]] in tables.conjunctions else "comma"


def _before(tape: Tape, i: int) -> str:
    """The adposition before a name, its article left out."""
    k = i - 1
    while tape.shared(k, i) and tape.pos[k] == "DET":
        k -= 1
    return tape.lemma[k] if tape.shared(k, i) and tape.pos[k] == "ADP" else ""
