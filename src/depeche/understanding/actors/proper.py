"""All proper names of a text as rows: the entities of the parse, the gazetteer's names and the persons, joined."""

from collections.abc import Iterable, Sequence
from typing import Literal

from depeche.record import Name
from depeche.understanding.actors.known import BODIES, DEMONYMS, Known
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.tape import Tape

Kind = Literal["PER", "LOC", "ORG"]
KINDS: dict[str, Kind] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


def names(tape: Tape, figures: Iterable[Figure], hits: Sequence[Known]) -> tuple[Name, ...]:
    """The rows in the order of the text, without overlaps; persons come before known names, these before others."""
    taken = [False] * len(tape)
    found: list[tuple[int, int, Kind, str | None]] = []

    def take(first: int, last: int, kind: Kind, code: str | None) -> None:
        if not any(taken[first : last + 1]):
            taken[first : last + 1] = [True] * (last + 1 - first)
            found.append((first, last, kind, code))

    for figure in figures:
        for bearing in figure.chain.bearings:
            take(bearing.name.first, bearing.name.last, "PER", None)
    entities = [(e.start, e.end - 1, KINDS[e.label_]) for e in tape.parse.doc.ents if e.label_ in KINDS]
    codes = {(hit.first, hit.last): hit for hit in hits}
    for first, last, kind in entities:
        if any(first <= hit.first and hit.last <= last and (hit.first, hit.last) != (first, last) for hit in _in(hits, first, last)):
            take(first, last, kind, None)
    for hit in hits:
        kind = _kind(tape, hit)
        if kind is not None:
            take(hit.first, hit.last, kind, "; ".join(hit.codes) or None)
    for first, last, kind in entities:
        hit = codes.get((first, last))
        take(first, last, kind, "; ".join(hit.codes) if hit else None)
    return tuple(_row(tape, *item) for item in sorted(found))


def _in(hits: Sequence[Known], first: int, last: int) -> list[Known]:
    return [hit for hit in hits if hit.first <= last and hit.last >= first]


def _kind(tape: Tape, hit: Known) -> Kind | None:
    if hit.kind in DEMONYMS or hit.kind == "people":
        return None
    return "ORG" if hit.kind in BODIES else "LOC"


def _row(tape: Tape, first: int, last: int, kind: Kind, code: str | None) -> Name:
    return Name(text=tape.text(first, last), kind=kind, code=code, evidence=(tape.parse.span(first, last),))
