import pytest
from starlette.testclient import TestClient

from depeche.web import Settings, create


@pytest.fixture(scope="module")
def client(corpus):
    with TestClient(create(Settings(ledger=str(corpus))), base_url="http://127.0.0.1") as client:
        yield client


def test_the_list_is_narrowed_by_side_date_and_language(look):
    page = look("/dispatches")
    page.get_by_label("State or organisation").fill("Poland")
    page.get_by_label("From").fill("2024")
    page.locator("select[name=language]").select_option("en")
    page.get_by_role("button", name="Filter").click()
    titles = page.locator("a.dispatch").all_inner_texts()
    assert titles == [
        "Scholz pledges help for Polish war victims",
        "Tusk in Berlin calls for stronger defence",
    ]


def test_the_list_goes_on(look):
    page = look("/dispatches")
    assert page.locator("a.dispatch").count() == 40
    page.get_by_role("link", name="Older").click()
    page.get_by_role("link", name="Older").click()
    assert page.locator("a.dispatch").count() == 5


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/dispatches/999999", 404),
        ("/dispatches/99999999999999999999999", 400),
        ("/dispatches/x", 400),
        ("/dispatches/4?at=1;drop", 400),
        ("/dispatches/4?at=900000-900010", 200),
        ("/dispatches/4?at=9-3", 200),
        ("/dispatches/4?from=99999", 200),
        ("/dispatches?since=yesterday", 400),
        ("/dispatches?side=' OR 1=1 --", 400),
        ("/dispatches?side=%00", 400),
        ("/dispatches?language=' OR 1=1 --", 200),
        ("/dispatches?offset=-1", 400),
    ],
)
def test_what_is_asked_wrongly_is_answered_calmly(client, path, status):
    assert client.get(path).status_code == status


def test_the_text_on_the_page_is_the_text_of_the_dispatch(look, corpus):
    from depeche import Ledger

    with Ledger(corpus) as ledger:
        text = ledger.record(4).text
    shown = look("/dispatches/4").locator(".par p").all_inner_texts()
    assert " ".join(" ".join(shown).split()) == " ".join(text.split())


def test_words_lead_to_their_rows(look):
    page = look("/dispatches/4")
    page.locator("a.m.person", has_text="Marek Zawadzki").click()
    lit = page.locator(".row.on")
    assert lit.count() == 1
    assert "Marek Zawadzki" in lit.inner_text()
    assert lit.is_visible()


def test_a_row_leads_to_its_words(look):
    page = look("/dispatches/4", height=300)
    page.locator("#table-encounters .row", has_text="January 2019").click()
    assert page.locator(".m.on").all_inner_texts() == ["meet"]
    assert page.evaluate("document.activeElement.textContent") == "meet"
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0


def test_a_person_leads_to_the_page_of_the_person(look):
    page = look("/dispatches/4")
    page.locator("#table-people summary").click()
    page.locator("#table-people a.person", has_text="Marek Zawadzki").click()
    page.wait_for_url("**/people/*")
    assert page.locator("h1").inner_text() == "Marek Zawadzki"


def test_an_act_shows_its_sides_and_why_it_was_read(look):
    page = look("/dispatches/4")
    row = page.locator("#table-events .row", has_text="051")
    row.click()
    assert page.locator(".m.part-on").count() >= 1
    assert "evoked by" in row.inner_text()
    assert "support" in row.locator(".why").inner_text()


def test_the_reader_is_used_by_keyboard_alone(look):
    page = look("/dispatches/4")
    page.locator("a.m").first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == "met"
    assert "Agnieszka Krolikowska and Joachim Brandauer" in page.locator("#pop").inner_text()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "pop"
    page.keyboard.press("Enter")
    assert page.locator(".row.on", has_text="15 October 2018").count() >= 1
    page.keyboard.press("End")
    assert page.locator("a.m[tabindex='0']").count() == 1


def test_the_pointer_over_words_shows_what_was_read(look):
    page = look("/dispatches/4")
    page.locator("a.m.act", has_text="talks").hover()
    page.locator("#pop").wait_for(state="visible")
    assert "meeting" in page.locator("#pop").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#pop").is_hidden()


def test_each_statement_has_its_bar_beside_its_words(look):
    page = look("/dispatches/4")
    bars = page.locator(".bar")
    assert bars.count() == 3
    words = page.locator(".prose .m.said").first.bounding_box()
    bar = bars.first.bounding_box()
    assert bar["x"] + bar["width"] <= words["x"]
    assert abs(bar["y"] - words["y"]) < 4


def test_an_address_leads_to_a_passage(look):
    page = look("/dispatches/4?at=64-80#at")
    assert page.locator("#at").count() == 1
    assert page.locator(".prose mark, .m.at").count() >= 1


def test_without_scripts_words_and_rows_are_links(look):
    page = look("/dispatches/4", java_script_enabled=False)
    page.locator("a.m.act", has_text="talks").click()
    assert page.url.endswith("#encounters-0")
    page.locator("#encounters-0 a").click()
    assert "#t" in page.url


def test_near_copies_and_other_tellings_are_named(client):
    assert "Near-copy of" in client.get("/dispatches/17").text
    assert "Printed nearly alike" in client.get("/dispatches/16").text
    assert "/compare?a=31&amp;b=32" in client.get("/dispatches/31").text


def test_on_paper_everything_is_open(look):
    page = look("/dispatches/4")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".panel details:not([open])").count() == 0
    assert page.locator(".top").is_hidden()
