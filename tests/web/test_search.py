import csv
import io

import pytest


def test_a_search_is_an_address_and_shows_sentences_in_their_place(look):
    page = look("/")
    page.get_by_role("banner").get_by_role("searchbox").fill("sanctions")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=sanctions")
    marks = page.locator(".hits mark")
    assert marks.count() > 0
    assert "sanction" in marks.first.inner_text().lower()
    assert "/dispatches/" in page.locator(".hits a.dispatch").first.get_attribute("href")


def test_a_filter_changes_the_results_and_the_address_without_a_new_page(look):
    page = look("/search?actor=KAZ")
    page.evaluate("window.kept = true")
    page.locator("select[name=kind]").select_option("positions")
    page.wait_for_url("**kind=positions**")
    page.locator(".hits .tag[class*=stance-]").first.wait_for()
    assert page.evaluate("window.kept") is True


def test_a_facet_narrows(client):
    answer = client.get("/search", params={"actor": ["KAZ"], "kind": "encounters"})
    assert "actor=KAZ&amp;actor=CHN" in answer.text


def test_a_list_is_taken_away_as_csv_and_json(client):
    told = {"actor": "KAZ", "kind": "commitments"}
    rows = list(csv.DictReader(io.StringIO(client.get("/search", params=told | {"format": "csv"}).text)))
    assert rows
    assert all(row["kind"] == "commitments" for row in rows)
    assert [row["holder"] for row in client.get("/search", params=told | {"format": "json"}).json()] == [
        row["holder"] for row in rows
    ]


def test_a_facet_of_language_narrows(client):
    asked = {"actor": "KAZ", "kind": "positions"}
    assert "language=en" in client.get("/search", params=asked).text
    hits = client.get("/search", params=asked | {"language": "en", "format": "json"}).json()
    assert {hit["language"] for hit in hits} == {"en"}
    every = client.get("/search", params=asked | {"format": "json"}).json()
    assert hits == [hit for hit in every if hit["language"] == "en"]
    words = client.get("/search", params={"q": "ministre", "language": "fr", "format": "json"}).json()
    assert {hit["language"] for hit in words} == {"fr"}


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "tables"},
        {"stance": "loves"},
        {"since": "banana", "q": "a"},
        {"actor": "Atlantis"},
        {"offset": "-1"},
        {"format": "xml", "q": "a"},
        {"kind": "people", "stance": "supports"},
    ],
)
def test_a_wrong_question_is_told(client, query):
    answer = client.get("/search", params=query)
    assert answer.status_code == 400
    assert '<p class="lead">' in answer.text


@pytest.mark.parametrize(
    "words", ['" OR NEAR(', "a* AND b:", "';--", "%00\x00", "\u202e" * 50, "{} [] ^ ~ \\", "𝔘𝔫𝔦", "'" * 400]
)
def test_syntax_of_a_search_engine_is_words(client, words):
    for name in ("q", "frame", "actor", "since"):
        assert client.get("/search", params={name: words[:400], "kind": "events"}).status_code in (200, 400)
