import json

import pytest

from evaluation.acts.plover import outcomes, report, sentences, shown

ACCUSE = ("Kenya accused Uganda of sheltering the rebels.", "ACCUSE", "Kenya", "Uganda")
MEET = ("Kenya's foreign minister met his Ugandan counterpart in Kampala.", "CONSULT", "his Ugandan counterpart",
        "Kenya's foreign minister")  # fmt: skip


@pytest.fixture
def outcome(readers, tmp_path):
    def read(text, root, source, target):
        file = tmp_path / "a.jsonl"
        file.write_text(
            json.dumps({"text": text, "plover": root, "source": source, "target": target}) + "\n\n"
        )
        (row,) = outcomes(readers("en"), sentences(file))
        return row

    return read


def test_the_root_and_both_sides_make_a_hit(outcome):
    assert outcome(*ACCUSE).hit


def test_the_sides_of_a_symmetric_event_may_be_turned_round(outcome):
    assert outcome(*MEET).hit


def test_a_side_that_no_words_name_is_not_compared(outcome):
    assert outcome(*ACCUSE[:3], "a recipient").hit


def test_other_sides_are_no_hit(outcome):
    row = outcome(*ACCUSE[:2], "the rebels", "Kenya")
    assert (row.rooted, row.hit) == (True, False)
    assert next(shown(row)) == f"root only  {ACCUSE[0]}"


def test_yield_is_concede_or_retreat(outcome):
    assert outcome("Kenya lifted its sanctions against Uganda.", "YIELD", "Kenya", "Uganda").rooted
    assert not outcome(*ACCUSE[:1], "YIELD", "Kenya", "Uganda").rooted


def test_a_denied_event_is_none(outcome):
    assert not outcome("Kenya did not accuse Uganda.", *ACCUSE[1:]).rooted


def test_the_report_counts_by_root(outcome):
    lines = list(report([outcome(*ACCUSE), outcome(*MEET), outcome(*ACCUSE[:2], "the rebels", "Kenya")]))
    assert lines[0] == "root and both sides 0.667  root 1.000  (3 sentences)"
    assert [line.split() for line in lines[3:]] == [["ACCUSE", "1", "2", "2"], ["CONSULT", "1", "1", "1"]]
