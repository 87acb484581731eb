import pytest

from depeche.ledger.linking.arranging import MERGED, SPLIT, arranged

A, B, C, D = (("encounters", number) for number in range(1, 5))


def pair(one, other):
    return frozenset((one, other))


@pytest.mark.parametrize(
    ("found", "verdicts", "groups"),
    [
        ({A: 1, B: 1, C: 2}, {}, [[A, B], [C]]),
        ({A: 1, B: 2, C: 3}, {pair(A, C): "merge"}, [[A, C], [B]]),
        ({A: 1, B: 1, C: 2}, {pair(B, C): "merge"}, [[A, B, C]]),
        ({A: 1, B: 1, C: 1}, {pair(B, A): "split", pair(B, C): "split"}, [[A, C], [B]]),
        ({A: 1, B: 1, C: 1}, {pair(A, B): "split", pair(A, C): "split"}, [[A], [B, C]]),
        ({A: 1, B: 1, C: 1}, {pair(A, B): "split", pair(B, C): "merge"}, [[A, B, C]]),
        ({A: 1, B: 1, C: 3, D: 3}, {pair(A, B): "split", pair(B, D): "merge"}, [[A], [B, C, D]]),
        ({A: 1}, {pair(A, D): "merge"}, [[A]]),
    ],
)
def test_what_was_found_is_taken_apart_and_joined_as_ruled(found, verdicts, groups):
    told = [[key for key, _ in group.members] for group in arranged(found, verdicts)]
    assert told == groups


def test_who_was_moved_says_how():
    [joined] = arranged({A: 1, B: 2}, {pair(A, B): "merge"})
    assert joined.members == ((A, None), (B, MERGED))
    first, second = arranged({A: 1, B: 1}, {pair(A, B): "split"})
    assert (first.members, second.members) == (((A, None),), ((B, SPLIT),))
