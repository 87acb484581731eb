from itertools import count

import pytest

from depeche.ledger.linking.attested import Attested
from depeche.ledger.linking.persons import Rulings, persons

STATES = frozenset({"KAZ", "CHN", "RUS", "FRA", "USA", "PRT", "ESP"})


@pytest.fixture
def attest():
    numbers = count(1)

    def make(name, of, role=None, first=None, last=None, **more):
        return Attested(
            id=next(numbers), name=name, of=of, role=role, first=first, last=last or first, **more
        )

    return make


def grouped(attested, rulings=None):
    found = persons(attested, states=STATES, rulings=rulings or Rulings())
    return [sorted(one.id for one in person.attested) for person in found]


def test_spellings_offices_and_family_names_make_one_person(attest):
    assert grouped(
        [
            attest("Mukhtar Tleuberdi", "KAZ", "foreign minister", "2019-12-15"),
            attest(
                "Moukhtar Tileouberdi", "KAZ", "deputy head of government; foreign minister", "2022-03-01"
            ),
            attest("Tleuberdi", "KAZ", "foreign minister", "2020-01-01"),
            attest("Mukhtar Tleuberdi", "KAZ", None, "2021-01-01"),
        ]
    ) == [[1, 2, 3, 4]]


def test_the_same_name_of_two_states_is_two_persons(attest):
    assert grouped([attest("Michel Martin", "FRA"), attest("Michel Martin", "USA")]) == [[1], [2]]


def test_a_name_moves_from_a_state_to_an_organisation(attest):
    assert grouped(
        [
            attest("António Guterres", "PRT", "head of government"),
            attest("Antonio Guterres", "UN", "organisation head"),
        ]
    ) == [[1, 2]]


def test_homonyms_in_two_posts_at_once_are_two_persons(attest):
    assert grouped(
        [
            attest("Li Wei", "CHN", "ambassador", "2019-01-01", "2021-06-01"),
            attest("Li Wei", "CHN", "minister", "2020-02-01"),
            attest("Li Wei", "CHN", "ambassador", "2020-05-01"),
        ]
    ) == [[1, 3], [2]]


def test_a_career_is_one_person(attest):
    assert grouped(
        [
            attest("Qin Gang", "CHN", "ambassador", "2021-08-01", "2022-12-01"),
            attest("Qin Gang", "CHN", "foreign minister", "2023-01-10"),
        ]
    ) == [[1, 2]]


def test_a_general_may_become_an_ambassador_and_no_ambassador_a_general(attest):
    soldier = attest("Marek Zawadzki", "FRA", "military", "2017-03-01")
    envoy = attest("Marek Zawadzki", "FRA", "ambassador", "2018-10-15")
    general = attest("Marek Zawadzki", "FRA", "military", "2024-07-03")
    minister = attest("Marek Zawadzki", "FRA", "foreign minister", "2025-02-10")
    assert grouped([soldier, envoy]) == [[1, 2]]
    assert grouped([envoy, general, minister]) == [[2, 4], [3]]


def test_a_judge_is_no_minister(attest):
    assert grouped(
        [attest("Jean Martin", "FRA", "judge", "2019"), attest("Jean Martin", "FRA", "minister", "2021")]
    ) == [[1], [2]]


def test_a_family_name_of_two_stays_by_itself(attest):
    assert grouped(
        [
            attest("Wang Yi", "CHN", "foreign minister", "2020-01-01"),
            attest("Wang Wenbin", "CHN", "spokesperson", "2020-01-01"),
            attest("Wang", "CHN"),
        ]
    ) == [[1], [2], [3]]


def test_a_family_name_with_a_role_goes_to_who_can_have_it(attest):
    assert grouped(
        [
            attest("Wang Yi", "CHN", "foreign minister", "2020-01-01"),
            attest("Wang Wenbin", "CHN", "spokesperson", "2020-01-01"),
            attest("Wang", "CHN", "spokesperson", "2020-01-01"),
        ]
    ) == [[1], [2, 3]]


def test_a_spelling_between_two_names_joins_no_strangers(attest):
    found = grouped(
        [
            attest("Sergey Ivanov", "RUS", "minister", "2019-01-01"),
            attest("S. Ivanov", "RUS", "minister", "2019-02-01"),
            attest("Stepan Ivanov", "RUS", "minister", "2019-03-01"),
        ]
    )
    assert not any({1, 3} <= set(person) for person in found)


def test_users_rule(attest):
    one = attest("Michel Martin", "FRA", "minister", "2020")
    two = attest("Michael Martin", "USA", "ambassador", "2021")
    three = attest("Michel Martin", "FRA", "minister; party", "2021")
    marks = tuple(sorted((one.mark, two.mark)))
    assert grouped([one, two, three]) == [[1, 3], [2]]
    assert grouped([one, two, three], Rulings(merged=frozenset({marks}))) == [[1, 2, 3]]
    apart = tuple(sorted((one.mark, three.mark)))
    assert grouped([one, two, three], Rulings(split=frozenset({apart}))) == [[1], [2], [3]]


def test_the_order_of_what_is_given_does_not_matter(attest):
    given = [
        attest("Mukhtar Tleuberdi", "KAZ", "foreign minister", "2019-12-15"),
        attest("Tleuberdi", "KAZ"),
        attest("Wang Yi", "CHN", "foreign minister"),
        attest("Moukhtar Tileouberdi", "KAZ", "foreign minister", "2022-03-01"),
    ]
    assert grouped(given) == grouped(given[::-1])
