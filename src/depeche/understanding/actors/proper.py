"""All proper names of a text as rows: entities of the parse, the gazetteer's names and persons, joined."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from depeche.record import Name
from depeche.understanding.actors.institutions import acronyms, called, headings, institutions, with_article
from depeche.understanding.actors.known import BODIES, DEMONYMS, Known, by_token
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

Kind = Literal["PER", "LOC", "ORG"]
KINDS: dict[str, Kind] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


Found = tuple[int, int, Kind, str | None]
"""First and last token of a name, its kind, and the code of what it names if known."""


def names(tape: Tape, tables: Tables, figures: Iterable[Figure], hits: Sequence[Known]) -> tuple[Name, ...]:
    """The rows in text order, without overlaps; persons go before known names, these before others."""
    taken = [False] * len(tape)
    found: list[Found] = []
    for name in _candidates(tape, tables, figures, hits):
        first, last = name[:2]
        if not any(taken[first : last + 1]):
            taken[first : last + 1] = [True] * (last + 1 - first)
            found.append(name)
    return tuple(_row(tape, *name) for name in sorted(found))


def _candidates(
    tape: Tape, tables: Tables, figures: Iterable[Figure], hits: Sequence[Known]
) -> Iterator[Found]:
    """All that may be names, the surest first."""
    for figure in figures:
        for bearing in figure.chain.bearings:
            yield bearing.name.first, bearing.name.last, "PER", None
    cover = by_token(hits, len(tape))
    yield from _unlisted(tape, tables, cover)
    entities = [
        (entity.start, entity.end - 1, KINDS[entity.label_])
        for entity in tape.parse.doc.ents
        if entity.label_ in KINDS
    ]
    entities = [entity for entity in entities if _likely(tape, tables, *entity)]
    yield from ((*entity, None) for entity in entities if _around_known(cover, *entity[:2]))
    yield from ((i, i, "ORG", None) for i in acronyms(tape, tables) if cover[i] is None)
    for hit in hits:
        if kind := _kind(hit):
            yield hit.first, hit.last, kind, "; ".join(hit.codes) or None
    for first, last, label in entities:
        same = cover[first]
        whole = same is not None and (same.first, same.last) == (first, last)
        yield first, last, label, "; ".join(same.codes) or None if whole and same else None


def _unlisted(tape: Tape, tables: Tables, cover: Sequence[Known | None]) -> Iterator[Found]:
    """Names that no list holds, told by the words around them."""
    for first, last in (*called(tape, tables), *with_article(tape, tables)):
        if cover[first] is None and cover[last] is None:
            yield first, last, "ORG", None
    for first, last, opened in institutions(tape, tables):
        if cover[first] is None:
            yield first, last, KINDS[opened], None
    yield from ((i, i, "LOC", None) for i in headings(tape) if cover[i] is None)


def _around_known(cover: Sequence[Known | None], first: int, last: int) -> bool:
    """Whether known names stand in a longer one: "Fondation de France"."""
    inside = [hit for hit in cover[first : last + 1] if hit is not None]
    return bool(inside) and all(
        first <= hit.first and hit.last <= last and hit.last - hit.first < last - first for hit in inside
    )


def _likely(tape: Tape, tables: Tables, first: int, last: int, kind: Kind) -> bool:
    """Whether an entity of the tagger can be a name: a word of it proper, no web address, no common word."""
    if kind == "PER" and not _likely_person(tape, tables, first, last):
        return False
    if tape.pos[first] not in ("PROPN", "X") and (last == first or tape.first[first]):
        return False
    if tape.low[last] in tables.articles or tape.pos[last] in ("ADP", "NUM", "PUNCT", "CCONJ", "DET"):
        return False
    if first == last and _capital_by_place(tape, first):
        return False
    if first == last and kind != "ORG" and tape.low[first] in tables.never:
        return False
    return tape.capital[first] and not any("." in tape.word[i][1:-1] for i in range(first, last + 1))


def _capital_by_place(tape: Tape, i: int) -> bool:
    """Whether a word may owe its capital to where it stands: at the opening of a sentence, title or item."""
    opening = tape.first[i] or not tape.word[i - 1][:1].isalnum()
    return opening and not tape.word[i].isupper()


def _likely_person(tape: Tape, tables: Tables, first: int, last: int) -> bool:
    """Whether all words are proper, and no noun or "of" before them makes them the name of a thing.

    A single word after "of" is as often a village, unless it is a forename.
    """
    before = tape.low[first - 1] if tape.shared(first, first - 1) else ""
    of = first == last and before in tables.of and tape.low[first] not in tables.forenames
    return (
        not of
        and before not in tables.thing
        and all(tape.pos[i] in ("PROPN", "X") for i in range(first, last + 1))
    )


def _kind(hit: Known) -> Kind | None:
    if hit.kind in DEMONYMS or hit.kind == "people":
        return None
    return "ORG" if hit.kind in BODIES else "LOC"


def _row(tape: Tape, first: int, last: int, kind: Kind, code: str | None) -> Name:
    return Name(text=tape.text(first, last), kind=kind, code=code, evidence=(tape.parse.span(first, last),))
