import pytest
from starlette.testclient import TestClient

from depeche import Ledger, Reader
from depeche.reading.articles import Article
from depeche.web import Settings, create
from depeche.web.templating import side_path


def test_a_country_leads_to_its_relations_and_people(client):
    text = client.get("/countries/KAZ").text
    for told in ("/pairs/KAZ/CHN", "Tokayev", "<blockquote", "/search?kind=encounters&amp;actor=KAZ"):
        assert told in text


@pytest.mark.parametrize(("code", "kind"), [("FRA", "countries"), ("SCO", "forums"), ("EU", "organisations")])
def test_each_kind_of_side_has_its_own_address(client, code, kind):
    assert side_path(code) == f"/{kind}/{code}"
    assert client.get(f"/{kind}/{code}").status_code == 200


def test_a_side_at_the_address_of_another_kind_is_sent_on(client):
    answer = client.get("/countries/SCO", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/forums/SCO")


@pytest.mark.parametrize("path", ["/countries/XYZ", "/countries/../etc", "/forums/%00", "/organisations/''"])
def test_an_unknown_side_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_forum_has_members_and_meetings(client):
    text = client.get("/forums/SCO").text
    assert "Kazakhstan" in text
    assert "SCO 2" in text


def test_a_list_of_countries_is_taken_away(client):
    rows = client.get("/countries", params={"format": "json"}).json()
    assert {"CHN", "KAZ", "FRA"} <= {row["code"] for row in rows}


def test_a_forum_tells_who_met_in_its_margins(tmp_path):
    text = (
        "NEW DELHI, Sept. 10, 2023 (ALM) - Indian Prime Minister Narendra Modi met French President Emmanuel "
        "Macron on the sidelines of the G20 summit on Sunday."
    )
    with Ledger(tmp_path / "g20.db", create=True) as ledger:
        assert [one.error for one in ledger.ingest([Article("a.txt", text)], Reader())] == [None]
        with TestClient(create(Settings(ledger=ledger.name)), base_url="http://127.0.0.1") as client:
            forum = client.get("/forums/G20").text
            country = client.get("/countries/FRA").text
    assert "Met in the margins" in forum
    assert "Narendra Modi and Emmanuel Macron" in forum.partition("Met in the margins")[2].partition("<h2")[0]
    assert "Met in the margins" not in country
