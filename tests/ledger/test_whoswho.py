import pytest
from sqlalchemy import update

from depeche import Ledger, UsageError
from depeche.ledger.schema import dispatches
from depeche.reading.articles import Article

from .dump import dump

TEXTS = [
    "PÉKIN, 3 mai 2019 (AFP) - Le ministre kazakh des Affaires étrangères, Moukhtar Tleouberdi, a rencontré "
    "vendredi son homologue chinois, Wang Yi.\n",
    "ASTANA, June 4, 2021 (Reuters) - Kazakh Foreign Minister Mukhtar Tileuberdi met Chinese State Councilor Wang Yi "
    "in Astana on Friday.\n",
    "PARIS, 9 juin 2022 (AFP) - L'ambassadeur du Kazakhstan en France, Moukhtar Tleouberdi, a rencontré jeudi le "
    "ministre français Bruno Le Maire.\n",
    "MADRID, 9 juin 2022 (AFP) - Le ministre espagnol Wang Yi a rencontré jeudi l'ambassadeur chinois.\n",
]


@pytest.fixture
def filled(ledger, reader):
    given = (Article(origin=str(number), data=text) for number, text in enumerate(TEXTS))
    assert [outcome.fate for outcome in ledger.ingest(given, reader)] == ["added"] * 4
    return ledger


def test_one_person_in_two_languages_and_spellings_with_the_offices_in_time(filled):
    [person] = filled.who("Tleuberdi")
    assert {spelling.name for spelling in person.spellings} == {"Moukhtar Tleouberdi", "Mukhtar Tileuberdi"}
    assert [(office.role, office.first) for office in person.offices] == [
        ("ambassador", "2022-06-09"),
        ("foreign minister", "2021-06-04"),
        ("foreign minister", "2019-05-03"),
    ]
    assert (person.first, person.last, person.mentions) == ("2019-05-03", "2022-06-09", 3)
    assert [cited.words for cited in person.cited] == ["Moukhtar Tleouberdi", "Moukhtar Tleouberdi"]


def test_homonyms_of_two_states_are_two(filled):
    assert [(person.of, person.mentions) for person in filled.who("Wang Yi")] == [("CHN", 2), ("ESP", 1)]


def test_rulings_are_kept_when_a_dispatch_is_read_anew(filled, place, reader):
    before = dump(place)
    chinese, spanish = filled.who("Wang Yi")
    one = filled.merge_people(chinese.id, spanish.id)
    assert (one.mentions, one.spellings[-1].reason) == (3, "joined by hand")
    with filled._engine.begin() as connection:
        connection.execute(update(dispatches).values(version="0.0.1"))
    given = (Article(origin=str(number), data=text) for number, text in enumerate(TEXTS))
    assert [outcome.fate for outcome in filled.ingest(given, reader, refresh=True)] == ["refreshed"] * 4
    [still] = filled.who("Wang Yi")
    assert still.mentions == 3
    stranger = next(spelling for spelling in still.spellings if spelling.of == "ESP")
    filled.split_person(still.id, stranger.attestation)
    assert [(person.of, person.mentions) for person in filled.who("Wang Yi")] == [("CHN", 2), ("ESP", 1)]
    after = dump(place)
    for table in ("persons", "attestations", "people"):
        assert _without(after[table], "reason") == _without(before[table], "reason")


def _without(rows, column):
    return [{name: value for name, value in row.items() if name != column} for row in rows]


def test_persons_do_not_hang_on_how_an_ingest_was_cut(filled, tmp_path, reader):
    with Ledger(tmp_path / "b.db", create=True) as other:
        for number, text in enumerate(TEXTS):
            list(other.ingest([Article(origin=str(number), data=text)], reader))
        assert [person.name for person in other.who("Wang")] == [person.name for person in filled.who("Wang")]


@pytest.mark.parametrize("name", ["", " ", "?!"])
def test_no_name_is_refused(filled, name):
    with pytest.raises(UsageError, match="is no name"):
        filled.who(name)


def test_numbers_that_are_nobody_are_refused(filled):
    [person] = filled.who("Le Maire")
    with pytest.raises(UsageError, match="no person 999"):
        filled.merge_people(person.id, 999)
    with pytest.raises(UsageError, match="that spelling alone"):
        filled.split_person(person.id, person.spellings[0].attestation)
    with pytest.raises(UsageError, match="no spelling 999"):
        filled.split_person(person.id, 999)
