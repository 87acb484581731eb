"""Who deals with whom."""

import pytest

from depeche.dossier.network import network
from depeche.errors import BadDate


def ties(found):
    return [(edge.source, edge.target, edge.times) for edge in found.edges]


def test_a_meeting_that_several_tell_is_one_tie(book):
    found = network(book, "meets")
    assert ties(found) == [
        ("CHN", "FRA", 2)
    ]  # Le Drian with Wang, and a signing; what is planned is none yet
    assert [(node.code, node.name, node.times) for node in found.nodes] == [
        ("CHN", "China", 2),
        ("FRA", "France", 2),
    ]


def test_backing_has_a_direction(book):
    assert ("CHN", "FRA", 1) in ties(network(book, "backs"))
    assert ("FRA", "CHN", 1) not in [tie[:2] for tie in ties(network(book, "opposes", around="RUS"))]


def test_a_period_narrows_it(book):
    assert ties(network(book, "meets", until="2021-05")) == [("CHN", "FRA", 1)]
    assert ties(network(book, "meets", since="2022")) == []


def test_what_is_left_out_is_counted(book):
    found = network(book, "meets", limit=0)
    assert (found.edges, found.more) == ((), 1)


def test_a_date_that_is_none_is_refused(book):
    with pytest.raises(BadDate):
        network(book, "meets", since="soon")
