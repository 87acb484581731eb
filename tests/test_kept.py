from depeche import kept
from depeche.kept import Kept


def test_each_answer_is_worked_out_once():
    asked = []
    lengths = Kept(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("Rome", "Paris", "Rome")] == [4, 5, 4]
    assert asked == ["Rome", "Paris"]


def test_all_is_forgotten_when_there_is_too_much(monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    lengths = Kept(len)
    assert [lengths[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert len(lengths) == 2
