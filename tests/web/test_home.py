from starlette.testclient import TestClient

from depeche.web import Settings, create


def test_the_first_page_tells_what_the_ledger_holds(look):
    page = look("/")
    assert page.get_by_role("heading", level=1).inner_text() == "The ledger"
    assert page.locator(".counts dd").first.inner_text() == "85"
    assert page.locator(".ranked li").count() == 10


def test_the_language_that_was_chosen_is_kept(look):
    page = look("/")
    page.get_by_role("link", name="FR", exact=True).click()
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "fr"


def test_an_empty_ledger_is_no_fault(tmp_path):
    from depeche import Ledger

    Ledger(tmp_path / "empty.db", create=True).close()
    with TestClient(
        create(Settings(ledger=str(tmp_path / "empty.db"))), base_url="http://127.0.0.1"
    ) as client:
        assert client.get("/").status_code == 200
