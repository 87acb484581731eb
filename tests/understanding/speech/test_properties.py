"""What holds of the statements of any text."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "« ", " »", '"', "Pékin", "M. Wang", "a déclaré", "que", ", ", ". ", " : ", "selon", "a-t-il ajouté",
        "condamne", "l'attentat", "ajoutant que", "pour qui", "ce que", "dément", "\n", "il", "on",
        "se dit prêt", "a lancé un appel à", "la déclaration selon laquelle", "le texte", "Q - ", "–", "(",
        ")", "…", "\u200b", "\u202e",
    ]
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=30).map(" ".join))
def test_spans_lie_in_the_text_and_cues_in_their_order(read: Callable, text: str) -> None:  # type: ignore[type-arg]
    if not any(character.isalnum() for character in text):
        return
    reading = read(text)
    places = []
    for said in reading.speech.statements:
        for span in (said.content, said.speaker_span, said.cue_span, *said.evidence):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert said.evidence
        if said.token is not None:
            start, end = reading.parse.start[said.token], reading.parse.end[said.token]
            assert said.cue_span[0] <= start and end <= said.cue_span[1]
            assert any(a <= start and end <= b for a, b in said.evidence)
        places.append(said.token if said.token is not None else said.first)
    assert places == sorted(places)
    assert reading.speech.rows == read(text).speech.rows


@pytest.mark.parametrize("count", [10_000])
def test_nested_quotations_are_read_in_linear_time(read: Callable, count: int) -> None:  # type: ignore[type-arg]
    from depeche.record import Zone
    from depeche.understanding.speech.quotes import Marks, find_quotes

    def took(n: int) -> float:
        text = "« " * n + "oui" + " »" * n
        start = time.perf_counter()
        assert len(find_quotes(text, [Zone("body", 0, len(text))], Marks("«", "»", '"')).all) == 1
        return time.perf_counter() - start

    def best(n: int) -> float:
        return min(took(n) for _ in range(5))  # what else runs on the machine takes its time too

    assert best(4 * count) < 12 * max(best(count), 1e-3)


def test_a_text_without_sentences_is_read(read: Callable) -> None:  # type: ignore[type-arg]
    assert read("« » « » … ! ?").speech.statements == ()


@pytest.mark.parametrize("end", [", il", ", lui", ", elle", ", celui-ci", ", qui"])
def test_a_text_may_end_on_a_pronoun(read: Callable, end: str) -> None:  # type: ignore[type-arg]
    assert read(f"A déclaré M. Wang{end}").speech is not None
