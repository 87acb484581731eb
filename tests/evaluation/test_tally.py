import pytest

from depeche.evaluation.gold import dispatch, own_files
from depeche.evaluation.tally import Case, asserted_right, macro, tables_of, tally


def made(**events):
    gold = {"source": "A", "target": "B", "cameo": "111", "status": "occurred", "symmetric": False}
    return tables_of({"events": [gold | event for event in events.values()]})


def test_gold_against_itself_is_perfect():
    gold = [dispatch(file) for file in own_files()]
    assert macro(tally(Case(row.name, tables_of(row.facts), tables_of(row.facts)) for row in gold)) == 1


def test_counts_and_rates():
    gold = made(one={}, two={"cameo": "112"}, three={"source": "C"})
    told = made(one={"status": "denied"}, two={"source": "D"})
    counts = tally([Case("x", gold, told)])["events"]
    assert (counts.hit, counts.gold, counts.predicted) == (1, 3, 2)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, pytest.approx(1 / 3), pytest.approx(0.4))
    assert counts.rate("status") == 0
    assert len(counts.missed) == 2
    assert len(counts.surplus) == 1


def test_optional_rows_neither_help_nor_hurt():
    gold = made(one={}, two={"source": "C", "optional": True})
    assert tally([Case("x", gold, made(one={}))])["events"].f1 == 1
    assert tally([Case("x", gold, made(one={}, two={"source": "C"}))])["events"].f1 == 1


def test_mere_statements_are_no_events():
    assert tables_of({"events": [{"cameo": "010"}]})["events"] == []


def test_of_what_is_told_as_occurred_what_only_was_called_for_is_wrong():
    gold = made(one={"status": "called-for"}, two={"source": "C"})
    told = made(one={}, two={"source": "C"}, three={"source": "D"})
    assert asserted_right([Case("x", gold, told)]) == (1, 3)
