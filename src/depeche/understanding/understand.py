"""All of understanding in one pass: each stage takes the values before it and returns its own."""

from depeche import __version__
from depeche.languages.pack import Pack
from depeche.record import Header, Record
from depeche.syntax.parse import Parse
from depeche.understanding.actors import read_actors
from depeche.understanding.acts import commitments, events, framed, positions, read_acts, with_meetings
from depeche.understanding.acts.lexicon import grammar
from depeche.understanding.encounters import read_encounters
from depeche.understanding.speech import read_speech
from depeche.understanding.times import Nodes, publication, read_times


def understand(parse: Parse, pack: Pack) -> Record:
    """The record of a parsed dispatch."""
    document = parse.document
    nodes = Nodes(document.text, pack)
    published = publication(document, pack, found=nodes, parse=parse)
    times = read_times(parse, pack, published.value, nodes)
    actors = read_actors(parse, pack)
    speech = read_speech(parse, pack, actors)
    acts = read_acts(parse, pack, actors, times, speech)
    encounters = read_encounters(parse, pack, actors, times, speech, published.value)
    done = with_meetings(events(acts), encounters, parse, speech)
    return Record(
        version=__version__,
        text=document.text,
        document=Header(
            language=document.language,
            published=published.value,
            published_basis=published.basis,
            published_reason=published.reason,
            place=document.place,
            title=document.title,
            path=document.path,
            encoding=document.encoding,
            media_type=document.media_type,
        ),
        zones=document.zones,
        people=actors.people,
        encounters=encounters,
        statements=speech.rows,
        positions=positions(parse, acts, actors, speech, grammar(pack)),
        commitments=commitments(parse, acts, times, speech, grammar(pack)),
        events=framed(done, encounters, parse, speech, published.value),
        dates=times.rows,
        names=actors.names,
    )
