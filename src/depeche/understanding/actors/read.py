"""Reading the actors of a parse: people first, then everything that names or points to an actor."""

from collections.abc import Sequence

from depeche.knowledge import gazetteer as gazetteer_of
from depeche.languages.pack import Pack
from depeche.syntax.parse import Parse
from depeche.understanding.actors.actors import Actors
from depeche.understanding.actors.chains import Chains
from depeche.understanding.actors.duties import Duties
from depeche.understanding.actors.inherit import inherit
from depeche.understanding.actors.known import Finder, Known, by_token, known
from depeche.understanding.actors.lexicon import lexicon
from depeche.understanding.actors.linking import Linking
from depeche.understanding.actors.lists import rows
from depeche.understanding.actors.mentions import Mentions
from depeche.understanding.actors.names import Names, NameSpan
from depeche.understanding.actors.offices import heads
from depeche.understanding.actors.people import person
from depeche.understanding.actors.proper import names
from depeche.understanding.actors.scene import Scene
from depeche.understanding.actors.settling import settled
from depeche.understanding.actors.sides import Sides
from depeche.understanding.actors.tables import Tables, tables
from depeche.understanding.actors.tape import Tape
from depeche.understanding.actors.wording import Wording

# So many lines around the text are looked at for who publishes it, none longer than so many characters.
LINES = 12
LONGEST = 160


def read_actors(parse: Parse, pack: Pack, gazetteer: Finder | None = None) -> Actors:
    """The people and all mentions in a parsed dispatch; `gazetteer` is the language's own by default."""
    finder = gazetteer if gazetteer is not None else gazetteer_of(pack.code)
    words = tables(pack)
    tape = Tape(parse, words.unaccented)
    home = _home(parse, finder)
    hits = settled(tape, words, known(tape, finder), home)
    cover = by_token(hits, len(tape))
    office_heads = heads(tape, words)
    namer = Names(tape, words, cover, office_heads)
    spans = namer.find()
    wording = Wording(tape, words, cover, office_heads, _stops(spans, words))
    offices = wording.offices()
    if namer.follow(offices):
        spans = namer.find()
    told, matters = hits, wording.portfolio.matters
    if matters:
        hits = [hit for hit in hits if hit.first not in matters]
        cover = by_token(hits, len(tape))
    bearings = Linking(tape, words, cover, offices, spans).read()
    Duties(tape, words, wording).add(bearings)
    chains = Chains(words).read(bearings)
    sides = Sides(tape, words, cover, hits, home or _usual(hits, words))
    codes = sides.read(chains)
    figures = [person(tape, words, chain, code) for chain, code in zip(chains, codes, strict=True)]
    inherit(tape, figures, offices, last=False)
    pointing = lexicon(pack)
    scene = Scene(
        tape=tape, tables=words, words=pointing, hits=hits, cover=cover, offices=offices,
        figures=figures, sides=sides,
        heads=office_heads,
    )  # fmt: skip
    mentions = Mentions(scene).read()
    inherit(tape, figures, offices, last=True)
    return Actors(
        tape,
        people=[figure.row for figure in figures],
        names=names(tape, words, figures, told),
        mentions=mentions,
        inner=scene.inner,
        rows=rows(tape, words, hits),
        genders={figure.row.name: figure.gender for figure in figures},
    )


def _stops(spans: Sequence[NameSpan], words: Tables) -> frozenset[int]:
    """The tokens at which names begin; doubtful words may as well be those of an office ("la Diaspora")."""
    return frozenset(
        span.title
        for span in spans
        if span.sure or (span.last > span.first and words.matters.isdisjoint(span.parts))
    )


def _home(parse: Parse, finder: Finder) -> str | None:
    """The state of the dateline's city; without one, that of the seat of power whose page it is."""
    place = parse.document.place
    hits: Sequence[Known] = list(finder.find(place)) if place else []
    told = next((hit.code for hit in hits if hit.code and "; " not in hit.code), None)  # type: ignore[attr-defined]
    return told or _publisher(parse, finder)


def _publisher(parse: Parse, finder: Finder) -> str | None:
    """The state of the one seat of power that the lines around the text name ("From: 10 Downing Street")."""
    document = parse.document
    lines = [document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "metadata"]
    hits = [hit for line in lines[:LINES] if len(line) <= LONGEST for hit in finder.find(line)]
    codes = {hit.code for hit in hits if hit.kind == "seat" and hit.code}
    return codes.pop() if len(codes) == 1 else None


def _usual(hits: Sequence[Known], words: Tables) -> str | None:
    """Without a dateline: the state whose communiqués are the usual ones of the language, if it is named."""
    return words.usual if any(words.usual in hit.codes for hit in hits) else None
