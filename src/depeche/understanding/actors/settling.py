"""Which side a name of several means in this text: "congolais", "Korean", "guinéen"."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from depeche.understanding.actors.known import PLACES, STATES, Known
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

# So many words after a nationality its bearer is named at the latest, a portfolio between them.
REACH = 24
# The other side must be named so much more often than the likeliest.
MORE = 2


def settled(tape: Tape, tables: Tables, hits: Sequence[Known], home: str | None) -> list[Known]:
    """The hits with a code for each: its bearer's, the dateline's, that of the side named elsewhere, the likeliest."""
    if all(hit.codes or not hit.candidates for hit in hits):
        return list(hits)
    leading = _leading(tape, tables)
    named = Counter(code for hit in hits for code in hit.codes if not _mere_place(tape, tables, hit))
    named.update(code for _, code in leading)
    placed = {code for hit in hits for code in hit.codes}
    out: list[Known] = []
    for n, hit in enumerate(hits):
        if not hit.codes and hit.candidates:
            code = (
                _told(tape, tables, hit, hits[n + 1 : n + 2])
                or _bearer(tape, hit, leading)
                or (home if home in hit.candidates else None)
                or _among(hit.candidates, named)
                or next((code for code in hit.candidates if code in placed), hit.candidates[0])
            )
            hit = msgspec.structs.replace(hit, codes=tuple(code.split("; ")))
        out.append(hit)
    return out


def _leading(tape: Tape, tables: Tables) -> list[tuple[int, str]]:
    """Where persons known to lead a side are named by their surname."""
    found = ((i, tables.by_surname.get(tape.low[i])) for i in tape.capitals)
    return [(i, code) for i, code in found if code is not None]


def _mere_place(tape: Tape, tables: Tables, hit: Known) -> bool:
    before = hit.first - 1
    while before >= 0 and tape.low[before] in tables.articles:
        before -= 1
    return hit.kind in PLACES | STATES and before >= 0 and tape.low[before] in tables.at


def _told(tape: Tape, tables: Tables, hit: Known, after: Sequence[Known]) -> str | None:
    """As in "le gouvernement congolais de Kinshasa", "Congo (Brazzaville)", "the Congolese government in Goma"."""
    for other in after:
        between = range(hit.last + 1, other.first)
        joined = len(between) < 3 and all(
            tape.low[i] in tables.of or tape.low[i] in tables.open for i in between
        )
        if tape.shared(hit.first, other.first) and between and joined and len(other.codes) == 1:
            return other.codes[0] if other.codes[0] in hit.candidates else None
    return None


def _bearer(tape: Tape, hit: Known, leading: Sequence[tuple[int, str]]) -> str | None:
    """The side of the leader whose name the nationality's own phrase ends in, no verb between them."""
    k = bisect_right(leading, (hit.last, chr(0x10FFFF)))
    if k == len(leading):
        return None
    i, code = leading[k]
    free = i - hit.last < REACH and tape.shared(hit.last, i) and code in hit.candidates
    return code if free and not any(tape.pos[j] in ("VERB", "AUX") for j in range(hit.last + 1, i)) else None


def _among(candidates: tuple[str, ...], named: Counter[str]) -> str | None:
    """The likeliest that is named, or one that is named far more often."""
    told = [code for code in candidates if named[code]]
    best = max(told, key=lambda code: named[code], default=None)
    if best is None or best == told[0]:
        return best
    return best if named[best] >= MORE * named[told[0]] else told[0]
