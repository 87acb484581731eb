import pytest
from starlette.testclient import TestClient

from depeche import Ledger
from depeche.web import Settings, create
from depeche.web.views.comparing.comparison import compare


@pytest.fixture(scope="module")
def client(corpus):
    with TestClient(create(Settings(ledger=str(corpus))), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def tables(corpus):
    """What two dispatches tell, by table: pairs of the words of the first and the second."""

    def told(a, b):
        with Ledger(corpus) as ledger, ledger.reading() as connection:
            found = compare(connection, a, b)
        return {
            name: [(row.a and row.a.words, row.b and row.b.words, row.differing) for row in rows]
            for name, rows in found.tables.items()
        }

    return told


def test_what_both_tell_stands_together_in_two_languages(tables):
    told = tables(31, 32)
    assert ("a expulsé", "expelled", ()) in told["events"]
    assert ("Hélène Castaing", "Helene Castaing") in [row[:2] for row in told["people"]]
    assert ("nouvelles sanctions", "new sanctions") in [row[:2] for row in told["statements"]]


def test_what_one_leaves_out_stands_alone(tables):
    told = tables(3, 4)
    assert (None, "meet", ()) in told["encounters"]
    assert ("a swift end to the quarrel over school books") in [
        row[1] for row in told["statements"] if row[0] is None
    ]


def test_every_row_is_told_once(tables, corpus):
    told = tables(31, 32)
    with Ledger(corpus) as ledger:
        one, other = ledger.record(31), ledger.record(32)
    for name, rows in told.items():
        assert sum(row[0] is not None for row in rows) == len(getattr(one, name))
        assert sum(row[1] is not None for row in rows) == len(getattr(other, name))


def test_the_other_way_round_tells_the_same(tables):
    here, there = tables(8, 9), tables(9, 8)
    for name in here:
        both = {row[:2] for row in here[name] if None not in row[:2]}
        assert both == {row[1::-1] for row in there[name] if None not in row[:2]}


def test_a_copy_tells_all_the_same(tables):
    assert all(row[0] and row[1] and not row[2] for rows in tables(71, 72).values() for row in rows)


def test_a_couple_is_offered_and_opened(look):
    page = look("/compare")
    page.get_by_role("link", name="Mali expels French ambassador").click()
    page.locator("tr.both").first.wait_for()
    assert page.locator("tr.both").count() >= 5
    page.locator("tr.both .said-words", has_text="expelled").first.click()
    page.locator("#at").wait_for(state="attached")


def test_the_reader_leads_to_the_comparison(look):
    page = look("/dispatches/31", language="fr")
    page.get_by_role("link", name="comparer", exact=True).first.click()
    page.get_by_role("heading", level=1, name="Deux récits").wait_for()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/compare?a=3", 200),
        ("/compare?a=&b=", 200),
        ("/compare?a=3&b=3", 400),
        ("/compare?a=3&b=999999", 404),
        ("/compare?a=x&b=4", 400),
        ("/compare?a=3&b=' OR 1=1", 400),
        ("/compare?a=999999999999999999999", 400),
    ],
)
def test_what_is_asked_wrongly_is_answered_calmly(client, path, status):
    assert client.get(path).status_code == status
