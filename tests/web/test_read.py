import pytest
from starlette.testclient import TestClient

from depeche.web import Settings, create
from depeche.web.examples import examples
from depeche.web.reading import LONGEST


@pytest.fixture(scope="module")
def client(corpus):
    with TestClient(create(Settings(ledger=str(corpus))), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def post(client):
    return lambda **form: client.post("/read", data={"token": client.app.state.token, **form})


def test_a_pasted_dispatch_is_read(look):
    page = look("/read")
    page.get_by_label("The dispatch").fill(examples()[-1].text)
    page.get_by_role("button", name="Read").click()
    page.wait_for_url("**/read")
    page.wait_for_load_state("load")
    page.locator("a.m.act", has_text="démenti").first.click()
    assert page.locator(".row.on").count() >= 1
    page.locator("#table-people summary").click()
    page.locator("#table-people .row", has_text="Larissa").click()
    assert page.locator(".m.on").all_inner_texts() == ["Larissa Belinskaïa"]


def test_an_example_is_one_click_away(look, violations):
    page = look("/read", language="fr")
    page.get_by_role("link", name=examples()[0].title).click()
    page.get_by_role("button", name="Lire").click()
    page.wait_for_url("**/read")
    page.wait_for_load_state("load")
    assert "non conservée" in page.locator(".facts").inner_text()
    assert violations(page) == []


def test_in_another_language_the_text_is_still_there(look):
    page = look("/read")
    page.get_by_label("The dispatch").fill(examples()[0].text)
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_url("**/read")
    words = page.locator(".prose").inner_text()
    page.get_by_role("button", name="FR").click()
    page.wait_for_url("**/read?lang=fr")
    page.wait_for_load_state("load")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert "non conservée" in page.locator(".facts").inner_text()
    assert page.locator(".par p").first.inner_text() in words


def test_nothing_is_kept(client, post):
    before = client.get("/dispatches").text
    assert post(text=examples()[0].text).status_code == 200
    assert client.get("/dispatches").text == before


def test_the_date_that_is_given_counts(post):
    text = "PARIS (AFP) - Le ministre chinois Wang Yi a reçu mardi son homologue malien."
    assert 'datetime="2021-05-06"' in post(text=text, published="2021-05-06").text


@pytest.mark.parametrize(
    ("form", "status", "told"),
    [
        ({"text": ""}, 422, "no words"),
        ({"text": "Le ministre parle.", "published": "hier"}, 400, "hier"),
        ({"text": "Le ministre parle.", "language": "xx"}, 422, "xx"),
        ({"text": "x" * (LONGEST + 1)}, 413, "200,000"),
        ({"text": "x" * (13 * LONGEST)}, 413, "200,000"),
    ],
)
def test_what_cannot_be_read_is_told_why(post, form, status, told):
    answer = post(**form)
    assert answer.status_code == status
    assert told in answer.text


def test_a_text_is_read_only_for_our_own_page(client):
    assert client.post("/read", data={"text": "Le ministre parle."}).status_code == 403


def test_an_example_that_is_none_is_not_found(client):
    assert client.get("/read?example=../../etc/passwd").status_code == 404
