"""Every cue's examples and counterexamples, read by the real pipelines in one pass a language."""

import msgspec
import pytest

from depeche.languages import codes, load
from depeche.understanding.speech.cues import load_cues, load_words
from tests.understanding.speech.conftest import Reading, reading_with
from tests.understanding.speech.examples import Example, overlap, unmark

SAME = 0.85


class Floors(msgspec.Struct, frozen=True):
    """Shares of the examples that must be read; the rest is the parser's."""

    cues: float
    contents: float
    speakers: float


FLOORS = {
    "fr": Floors(0.95, 0.97, 0.98),
    "en": Floors(0.95, 0.97, 0.98),
    "es": Floors(0.80, 0.90, 0.90),
}


class Examples:
    """The examples of a language, with their readings."""

    def __init__(self, language: str) -> None:
        pack = load(language)
        cues = load_cues(pack, load_words(pack)).all
        read = reading_with(pack)
        self.floors = FLOORS[language]
        self.all = [unmark(cue, marked) for cue in cues for marked in cue.examples]
        self.read = list(zip(self.all, read([example.text for example in self.all]), strict=True))
        near = [(cue, text) for cue in cues for text in cue.near]
        self.near = list(zip(near, read([text for _, text in near]), strict=True))


@pytest.fixture(scope="module", params=codes())
def examples(request: pytest.FixtureRequest) -> Examples:
    return Examples(request.param)


def _found(example: Example, reading: Reading):  # type: ignore[no-untyped-def]
    assert example.said is not None
    start, end = example.said
    cued = (said for said in reading.speech.statements if said.token is not None)
    return next((said for said in cued if start <= reading.parse.start[said.token] < end), None)


def test_the_cues_of_the_examples_are_found(examples: Examples) -> None:
    missed = [example.text for example, reading in examples.read if _found(example, reading) is None]
    assert len(missed) <= (1 - examples.floors.cues) * len(examples.all), missed


def test_the_contents_of_the_examples_are_exact(examples: Examples) -> None:
    wrong = [
        (example.text, reading.words(said.content))
        for example, reading in examples.read
        if (said := _found(example, reading)) is not None and example.content is not None
        if overlap(said.content, example.content) < SAME
    ]
    assert len(wrong) <= (1 - examples.floors.contents) * len(examples.all), wrong


def test_the_speakers_of_the_examples_are_found(examples: Examples) -> None:
    wrong = [
        (example.text, said.speaker)
        for example, reading in examples.read
        if (said := _found(example, reading)) is not None
        if overlap(said.speaker_span, example.speaker) == 0
    ]
    assert len(wrong) <= (1 - examples.floors.speakers) * len(examples.all), wrong


def test_near_misses_are_no_statements(examples: Examples) -> None:
    fired: list[tuple[str, str]] = [
        (cue.lemma, text)
        for (cue, text), reading in examples.near
        if any(said.cue == cue.lemma for said in reading.speech.statements)
    ]
    assert fired == []
