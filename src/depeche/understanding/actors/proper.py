"""All proper names of a text as rows: entities of the parse, the gazetteer's names and persons, joined."""

from collections.abc import Iterable, Sequence
from typing import Literal

from depeche.record import Name
from depeche.understanding.actors.institutions import acronyms, headings, institutions
from depeche.understanding.actors.known import BODIES, DEMONYMS, Known, by_token
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

Kind = Literal["PER", "LOC", "ORG"]
KINDS: dict[str, Kind] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


def names(tape: Tape, tables: Tables, figures: Iterable[Figure], hits: Sequence[Known]) -> tuple[Name, ...]:
    """The rows in text order, without overlaps; persons go before known names, these before others."""
    taken = [False] * len(tape)
    found: list[tuple[int, int, Kind, str | None]] = []

    def take(first: int, last: int, kind: Kind, code: str | None) -> None:
        if not any(taken[first : last + 1]):
            taken[first : last + 1] = [True] * (last + 1 - first)
            found.append((first, last, kind, code))

    for figure in figures:
        for bearing in figure.chain.bearings:
            take(bearing.name.first, bearing.name.last, "PER", None)
    cover = by_token(hits, len(tape))
    for first, last, opened in institutions(tape, tables):
        if cover[first] is None:
            take(first, last, KINDS[opened], None)
    for i in headings(tape):
        if cover[i] is None:
            take(i, i, "LOC", None)
    found_by_tagger = (
        (e.start, e.end - 1, KINDS[e.label_]) for e in tape.parse.doc.ents if e.label_ in KINDS
    )
    entities = [item for item in found_by_tagger if _likely(tape, tables, *item)]
    for first, last, label in entities:
        inside = [hit for hit in cover[first : last + 1] if hit is not None]
        if inside and all(
            first <= hit.first and hit.last <= last and hit.last - hit.first < last - first for hit in inside
        ):
            take(first, last, label, None)
    for i in acronyms(tape):
        if cover[i] is None:
            take(i, i, "ORG", None)
    for hit in hits:
        kind = _kind(hit)
        if kind is not None:
            take(hit.first, hit.last, kind, "; ".join(hit.codes) or None)
    for first, last, label in entities:
        same = cover[first]
        whole = same is not None and (same.first, same.last) == (first, last)
        take(first, last, label, "; ".join(same.codes) or None if whole and same else None)
    return tuple(_row(tape, *item) for item in sorted(found))


def _likely(tape: Tape, tables: Tables, first: int, last: int, kind: Kind) -> bool:
    """Whether an entity of the tagger can be a name: first word proper, no web address, no common word."""
    if kind == "PER":
        return False
    if tape.pos[first] not in ("PROPN", "X") and (last == first or tape.first[first]):
        return False
    if tape.low[last] in tables.articles or tape.pos[last] in ("ADP", "NUM", "PUNCT", "CCONJ", "DET"):
        return False
    if first == last and (
        tape.low[first] in tables.never or (tape.first[first] and not tape.word[first].isupper())
    ):
        return False
    return tape.capital[first] and not any("." in tape.word[i][1:-1] for i in range(first, last + 1))


def _kind(hit: Known) -> Kind | None:
    if hit.kind in DEMONYMS or hit.kind == "people":
        return None
    return "ORG" if hit.kind in BODIES else "LOC"


def _row(tape: Tape, first: int, last: int, kind: Kind, code: str | None) -> Name:
    return Name(text=tape.text(first, last), kind=kind, code=code, evidence=(tape.parse.span(first, last),))
