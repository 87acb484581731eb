import pytest

from depeche.evaluation.phrases import score

EVENT = {"source": "A", "target": "B", "cameo": "111", "status": "occurred", "symmetric": False}


def sentence(name, *events):
    return {"id": name, "text": "…", "events": list(events)}


def test_roots_and_exact_codes():
    other = EVENT | {"cameo": "190", "source": "C"}
    scores = score([(sentence("a", EVENT, other), [EVENT | {"cameo": "112"}])])
    assert (scores.hit, scores.gold, scores.predicted, scores.rate("exact_code")) == (1, 2, 1, 0)
    assert scores.weakest_root == 0
    assert scores.f1 == pytest.approx(2 / 3)


def test_a_trap_is_fallen_for_only_by_what_is_told_as_occurred():
    denied = EVENT | {"status": "denied"}
    assert score([(sentence("a-trap-b", denied), [denied])]).trapped == 0
    assert score([(sentence("a-trap-b", denied), [EVENT])]).trapped == 1
    assert score([(sentence("a-trap-b", EVENT), [EVENT])]).trapped == 0
