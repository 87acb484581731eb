"""Every cue's examples and counterexamples, read by the real pipeline in one pass."""

from collections.abc import Callable, Iterable

import pytest

from depeche.languages import load
from depeche.understanding.speech.cues import Cue, load_cues, load_words
from tests.understanding.speech.examples import overlap, unmark

PACK = load("fr")
CUES = load_cues(PACK, load_words(PACK)).all
EXAMPLES = [unmark(cue, marked) for cue in CUES for marked in cue.examples]
NEAR = [(cue, text) for cue in CUES for text in cue.near]

# Shares of the examples that must be read; what is missed is a verb that the parser takes for a noun.
CUE_FLOOR = 0.95
CONTENT_FLOOR = 0.97
SPEAKER_FLOOR = 0.97
SAME = 0.85


@pytest.fixture(scope="module")
def readings(read_all: Callable[[Iterable[str]], list]) -> list:  # type: ignore[type-arg]
    return read_all([example.text for example in EXAMPLES])


def _found(example, reading):  # type: ignore[no-untyped-def]
    start, end = example.said
    cued = (said for said in reading.speech.statements if said.token is not None)
    return next((said for said in cued if start <= reading.parse.start[said.token] < end), None)


def test_the_cues_of_the_examples_are_found(readings: list) -> None:  # type: ignore[type-arg]
    missed = [e.text for e, reading in zip(EXAMPLES, readings, strict=True) if _found(e, reading) is None]
    assert len(missed) <= (1 - CUE_FLOOR) * len(EXAMPLES), missed


def test_the_contents_of_the_examples_are_exact(readings: list) -> None:  # type: ignore[type-arg]
    wrong = [
        (example.text, reading.words(said.content))
        for example, reading in zip(EXAMPLES, readings, strict=True)
        if (said := _found(example, reading)) is not None and example.content is not None
        if overlap(said.content, example.content) < SAME
    ]
    assert len(wrong) <= (1 - CONTENT_FLOOR) * len(EXAMPLES), wrong


def test_the_speakers_of_the_examples_are_found(readings: list) -> None:  # type: ignore[type-arg]
    wrong = [
        (example.text, said.speaker)
        for example, reading in zip(EXAMPLES, readings, strict=True)
        if (said := _found(example, reading)) is not None
        if overlap(said.speaker_span, example.speaker) == 0
    ]
    assert len(wrong) <= (1 - SPEAKER_FLOOR) * len(EXAMPLES), wrong


def test_near_misses_are_no_statements(read_all: Callable[[Iterable[str]], list]) -> None:  # type: ignore[type-arg]
    fired: list[tuple[Cue, str]] = [
        (cue.lemma, text)
        for (cue, text), reading in zip(NEAR, read_all([text for _, text in NEAR]), strict=True)
        if any(said.cue == cue.lemma for said in reading.speech.statements)
    ]
    assert len(fired) <= 1, fired
