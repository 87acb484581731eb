import pytest

from depeche.batches import batches


def test_batches_grow_and_keep_the_order():
    found = list(batches(range(200), lambda item: 1))
    assert [len(batch) for batch in found] == [1, 4, 16, 64, 64, 51]
    assert [item for batch in found for item in batch] == list(range(200))


def test_who_waits_for_all_gets_large_batches_at_once():
    found = list(batches(range(100), lambda item: 1, at_once=True))
    assert [len(batch) for batch in found] == [64, 36]


def test_the_first_comes_before_the_second_is_asked_for():
    items = iter("ab")
    assert next(batches(items, len)) == ["a"]
    assert next(items) == "b"


def test_a_large_item_closes_its_batch():
    assert [len(b) for b in batches([1, 1, 10**6, 1, 1], lambda item: item)] == [1, 2, 2]


def test_what_came_before_an_error_is_given_out():
    def broken():
        yield from "abc"
        raise ValueError("no more")

    given = batches(broken(), len)
    assert [next(given), next(given)] == [["a"], ["b", "c"]]
    with pytest.raises(ValueError, match="no more"):
        next(given)
