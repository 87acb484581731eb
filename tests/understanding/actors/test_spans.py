import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depeche
from depeche.errors import DepecheError
from tests.understanding.actors.corpus import Reading, examples

PIECES = [row["text"] for name in ("people", "references") for row in examples(name)]
ODD = [
    "«",
    "»",
    ", ",
    "\n\n",
    " et ",
    "M. ",
    " (",
    ")",
    "le président ",
    "Wang ",
    "son homologue ",
    "\u200b",
    "\u202e",
    "L'",
    " -t-il",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD), st.text(max_size=12)), min_size=1, max_size=6
)


def read(reader: depeche.Reader, pieces: list[str]) -> Reading | None:
    try:
        return Reading(reader, "Le ministre a parlé. " + "".join(pieces))
    except DepecheError:
        return None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=TEXTS)
def test_every_row_points_at_its_words(reader: depeche.Reader, pieces: list[str]) -> None:
    reading = read(reader, pieces)
    if reading is None:
        return
    text = reading.document.text
    for name in reading.actors.names:
        start, end = name.evidence[0]
        assert text[start:end] == name.text
    for person in reading.actors.people:
        forms = {" ".join(text[start:end].split()) for start, end in person.evidence}
        assert person.name in forms
        assert person.evidence == tuple(sorted(person.evidence))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=TEXTS)
def test_mentions_lie_in_the_text_and_hold_their_head(reader: depeche.Reader, pieces: list[str]) -> None:
    reading = read(reader, pieces)
    if reading is None:
        return
    known = {person.name for person in reading.actors.people}
    for mention in reading.actors.mentions:
        assert 0 <= mention.first <= mention.head <= mention.last < len(reading.parse)
        assert set(mention.persons) <= known
        assert reading.actors.at(mention.head) is not None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=TEXTS)
def test_the_same_text_gives_the_same_actors(reader: depeche.Reader, pieces: list[str]) -> None:
    one, two = read(reader, pieces), read(reader, pieces)
    if one is None or two is None:
        return
    assert one.actors.people == two.actors.people
    assert one.actors.mentions == two.actors.mentions
    assert [one.actors.party(i) for i in range(len(one.parse))] == [
        two.actors.party(i) for i in range(len(two.parse))
    ]


@pytest.mark.parametrize(
    "words", ["l'ambassadeur ", "M. Wang et ", "(", "le président du Mali, ", "X ", "de "]
)
def test_long_repetitions_are_read(reader: depeche.Reader, words: str) -> None:
    reading = Reading(reader, "Le ministre français a parlé à Paris. " + words * 2000)
    assert len(reading.actors.mentions) >= 1
