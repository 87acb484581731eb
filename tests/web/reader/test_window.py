from depeche.record import Zone
from depeche.web.views.reader.window import LONGEST, WIDTH, paragraphs, window


def test_zones_of_one_line_are_one_paragraph():
    text = "PARIS, 3 mai (X) - Le ministre est\nparti.\n\nAlso"
    zones = [Zone("dateline", 0, 18), Zone("body", 18, 41), Zone("noise", 43, 47)]
    found = paragraphs(text, zones)
    assert [(one.start, one.end, one.kind) for one in found] == [(0, 41, "body"), (43, 47, "noise")]


def test_a_paragraph_without_end_is_cut():
    text = "x" * (5 * LONGEST)
    found = paragraphs(text, [Zone("body", 0, len(text))])
    assert [one.start for one in found] == [0, *(one.end for one in found)][:-1]
    assert max(one.end - one.start for one in found) <= LONGEST


def test_windows_follow_each_other_and_each_holds_its_characters():
    text = "\n".join(["word " * 200] * 300)
    zones = [Zone("body", at * 1001, at * 1001 + 999) for at in range(300)]
    parts = paragraphs(text, zones)
    here, seen = window(parts, 0), 0
    while True:
        assert here.end - here.start <= WIDTH
        assert window(parts, here.start) == window(parts, here.end - 1) == here
        seen += sum(here.start <= one.start < here.end for one in parts)
        if here.after is None:
            break
        assert window(parts, here.after).before == here.start
        here = window(parts, here.after)
    assert seen == 300


def test_a_text_without_words_has_an_empty_window():
    assert window([], 5) == window([], 0)
