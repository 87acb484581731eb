import time

from hypothesis import given
from hypothesis import strategies as st

from depeche.web.views.reader.marks import Mark
from depeche.web.views.reader.segments import MOST, cut


def test_marks_that_overlap_share_the_middle():
    (segments,) = cut([(0, 10)], [Mark(0, 6, "act", "a"), Mark(4, 10, "time", "b")])
    assert [(one.start, one.end, one.rows) for one in segments] == [
        (0, 4, ("a",)),
        (4, 6, ("b", "a")),
        (6, 10, ("b",)),
    ]


def test_the_act_within_what_is_said_shows_its_line():
    (segments,) = cut([(0, 9)], [Mark(0, 9, "said", "s"), Mark(2, 5, "act", "e", "denied")])
    assert [(one.look, one.voice) for one in segments] == [(None, "s"), ("denied", "s"), (None, "s")]


def test_a_role_is_told_apart_from_what_was_read():
    ((one,),) = cut([(0, 3)], [Mark(0, 3, "part", "e", part="source")])
    assert (one.rows, one.parts) == ((), ("e:source",))


def test_what_stands_between_two_spans_is_left_out():
    first, second = cut([(0, 2), (5, 7)], [Mark(1, 6, "act", "a")])
    assert [(one.start, one.end) for one in (*first, *second)] == [(0, 1), (1, 2), (5, 6), (6, 7)]


_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12)


@given(_SPANS)
def test_segments_cover_the_text_and_tell_exactly_the_marks_over_them(spans):
    marks = [
        Mark(min(span), max(span), "act", str(number))
        for number, span in enumerate(spans)
        if span[0] != span[1]
    ]
    (segments,) = cut([(0, 40)], marks)
    assert [one.start for one in segments] == [0, *(one.end for one in segments)][:-1]
    assert segments[-1].end == 40
    for one in segments:
        assert set(one.rows) == {m.row for m in marks if m.start <= one.start and one.end <= m.end}
        assert not [m for m in marks if one.start < m.start < one.end or one.start < m.end < one.end]


def test_five_thousand_marks_over_each_other_stay_light():
    marks = [Mark(number, 20_000 - number, "act", str(number)) for number in range(5000)]
    start = time.process_time()
    (segments,) = cut([(0, 20_000)], marks)
    assert time.process_time() - start < 5
    assert max(len(one.marks) for one in segments) == MOST
