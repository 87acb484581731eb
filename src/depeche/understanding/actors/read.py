"""Reading the actors of a parse: people first, then everything that names or points to an actor."""

from collections.abc import Sequence
from functools import lru_cache

from depeche.knowledge import Gazetteer
from depeche.languages.pack import Pack
from depeche.syntax.parse import Parse
from depeche.understanding.actors.actors import Actors
from depeche.understanding.actors.chains import Chains
from depeche.understanding.actors.known import Finder, Known, by_token, known
from depeche.understanding.actors.linking import Linking
from depeche.understanding.actors.names import Names
from depeche.understanding.actors.offices import heads
from depeche.understanding.actors.people import Known as Figure
from depeche.understanding.actors.people import person
from depeche.understanding.actors.sides import Sides
from depeche.understanding.actors.tables import tables
from depeche.understanding.actors.tape import Tape
from depeche.understanding.actors.wording import Wording


@lru_cache(maxsize=8)
def _gazetteer(language: str) -> Gazetteer:
    return Gazetteer(language)


def read_actors(parse: Parse, pack: Pack, gazetteer: Finder | None = None) -> Actors:
    """The people and all mentions of actors in a parsed dispatch; `gazetteer` defaults to the language's own."""
    finder = gazetteer if gazetteer is not None else _gazetteer(pack.code)
    words = tables(pack)
    tape = Tape(parse)
    hits = known(tape, finder)
    cover = by_token(hits, len(tape))
    office_heads = heads(tape, words)
    names = Names(tape, words, cover, office_heads).find()
    offices = Wording(tape, words, cover, office_heads, frozenset(name.title for name in names)).offices()
    bearings = Linking(tape, words, cover, offices, names).read()
    chains = Chains(words).read(bearings)
    home = _home(parse, finder)
    sides = Sides(tape, words, cover, hits, home)
    codes = sides.read(chains)
    figures = [person(tape, words, chain, code) for chain, code in zip(chains, codes, strict=True)]
    return Actors(tape=tape, figures=figures, hits=hits, offices=offices)


def _home(parse: Parse, finder: Finder) -> str | None:
    """The state of the dateline's city."""
    place = parse.document.place
    hits: Sequence[Known] = list(finder.find(place)) if place else []  # type: ignore[arg-type]
    return next((hit.code for hit in hits if hit.code and "; " not in hit.code), None)  # type: ignore[attr-defined]
