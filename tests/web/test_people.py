from depeche.ledger.whoswho import Office
from depeche.web.views.tenures import tenures


def office(first, last):
    return Office(
        office="minister", role="minister", of="FRA", former=False, first=first, last=last, mentions=1
    )


def test_names_are_found_as_they_are_typed(look):
    page = look("/people")
    page.get_by_label("Name", exact=True).press_sequentially("lavrov")
    page.wait_for_url("**name=lavrov**")
    page.locator("#rows tbody tr").nth(1).wait_for(state="detached")
    assert "Lavrov" in page.locator("#rows tbody tr").first.inner_text()


def test_a_person_has_offices_spellings_and_words(client):
    number = client.get("/people", params={"name": "lavrov", "format": "json"}).json()[0]["id"]
    text = client.get(f"/people/{number}").text
    for told in (
        "Russian Foreign Minister",
        "Sergei Lavrov",
        "the name spelt another way",
        "<mark>",
        "/dispatches/",
    ):
        assert told in text


def test_nobody_is_not_found(client):
    assert client.get("/people/999999999999").status_code == 404
    assert client.get("/people/none").status_code == 400


def test_bars_lie_on_the_axis_in_proportion():
    drawn = tenures(
        [office("2020-01-01", "2021-12-31"), office("2021-12-31", "2021-12-31"), office(None, None)]
    )
    whole, day, none = drawn.bars
    assert (whole.start, whole.length) == (0, 100)
    assert 98 < day.start < 100
    assert day.start + day.length <= 100
    assert none.start is None
    assert [year for year, _ in drawn.years] == [2020, 2021]
