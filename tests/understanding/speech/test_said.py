"""Whose voice a token stands in."""

from hypothesis import given
from hypothesis import strategies as st

from depeche.understanding.speech import Said, Speech
from depeche.understanding.speech.said import voices


def said(first: int | None, last: int | None, token: int | None = None) -> Said:
    return Said(
        speaker="CHN",
        speaker_of="CHN",
        cue="dire",
        mode="indirect",
        content=(0, 1),
        evidence=((0, 1),),
        token=token,
        first=first,
        last=last,
    )


def test_the_innermost_statement_counts() -> None:
    outer, inner = said(2, 9), said(4, 6)
    speech = Speech([outer, inner], 12)
    assert [speech.voice(i) for i in (1, 3, 5, 8, 10)] == [None, outer, inner, outer, None]


def test_a_statement_without_content_has_no_voice() -> None:
    assert Speech([said(None, None, token=1)], 3).voice(1) is None


def test_a_statement_is_found_by_its_cue() -> None:
    one = said(2, 3, token=1)
    assert Speech([one], 5).by_cue(1) is one
    assert Speech([one], 5).by_cue(2) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_a_voice_holds_its_token(pairs: list[tuple[int, int]]) -> None:
    statements = [said(min(pair), max(pair)) for pair in pairs]
    for i, index in enumerate(voices(statements, 31)):
        held = [s for s in statements if s.first <= i <= s.last]  # type: ignore[operator]
        assert (index is None) == (not held)
        if index is not None:
            assert statements[index] in held
