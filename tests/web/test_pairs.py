import re

import pytest

from depeche import Ledger
from depeche.dossier.dossier import Warmth
from depeche.ledger.naming import dispatches_of_both
from depeche.ledger.period import Period
from depeche.web.views.axis import LENGTH, axis
from depeche.web.views.home import busiest
from depeche.web.views.pair import bars

PAIR = "/pairs/KAZ/CHN"
MANY = 6  # dispatches that tell of both
A4 = 688  # pixels between the margins of a sheet


def test_a_relation_has_its_parts_each_with_its_sources(look):
    page = look(PAIR)
    for title in ("Timeline", "Intensity", "Positions by issue", "Commitments"):
        assert page.get_by_role("heading", name=title).count() >= 1, title
    note = page.locator(".brief sup a").first
    assert page.locator(note.get_attribute("href")).inner_text()


def test_a_lane_is_taken_away_and_brought_back(look):
    page = look(PAIR)
    points = page.locator(".point[data-lane=commitments]")
    assert points.first.is_visible()
    page.get_by_role("checkbox", name="Commitments").uncheck()
    assert not points.first.is_visible()
    page.get_by_role("checkbox", name="Commitments").check()
    assert points.first.is_visible()


def test_a_mark_leads_to_its_words(look):
    page = look(PAIR)
    point = page.locator(".point[data-lane=encounters]").first
    point.click()
    assert page.locator(point.get_attribute("href")).locator("blockquote").is_visible()


def test_a_part_of_the_axis_is_drawn_over_to_see_it_closer(look):
    page = look(PAIR)
    frame = page.locator("svg.line").bounding_box()
    low = frame["y"] + frame["height"] - 8
    page.mouse.move(frame["x"] + frame["width"] * 0.4, low)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.8, low)
    page.mouse.up()
    page.wait_for_url("**since=20*until=20*")
    assert page.locator(".point").count() > 0


def test_what_is_new_since_a_day_comes_first(client):
    text = client.get(PAIR, params={"changes": "2023"}).text
    assert text.index("New since 2023") < text.index("Last encounters")


def busy(corpus):
    """The relations that many dispatches of the corpus tell of."""
    with Ledger(corpus) as ledger, ledger.reading() as connection:
        pairs = [(pair.one, pair.other) for pair in busiest(connection, 40)]
        return [pair for pair in pairs if dispatches_of_both(connection, *pair, Period()) >= MANY]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_busiest_relations_print_on_two_clean_pages(look, corpus, language):
    pairs = busy(corpus)
    assert len(pairs) >= 6
    for one, other in pairs:
        page = look(f"/pairs/{one}/{other}?changes=2019", language=language, width=A4, height=1000)
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        counted = [int(count) for count in re.findall(rb"/Type\s*/Pages\s*/Count (\d+)", printed)]
        assert max(counted) <= 2, (one, other)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= A4, (one, other)
        assert page.locator(".brief li").count() > 3
        assert page.locator(".filters").is_hidden()
        page.context.close()


def test_two_sides_are_asked_for_by_name(client):
    answer = client.get("/pairs", params={"one": "france", "other": "Mali"}, follow_redirects=False)
    assert answer.headers["location"] == "/pairs/FRA/MLI"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/pairs/FRA/FRA", 404),
        ("/pairs/FRA/XYZ", 404),
        (f"{PAIR}?since=banana", 400),
        ("/pairs/AND/TUV", 200),
    ],
)
def test_a_wrong_question_is_told(client, path, status):
    assert client.get(path).status_code == status


def test_days_lie_on_the_axis_in_proportion():
    along = axis(["2019-06-01", "2022-03-02"])
    assert (along.first, along.last) == ("2019-01-01", "2023-01-01")
    assert [mark.when for mark in along.marks] == ["2019", "2020", "2021", "2022"]
    assert along.at("2019-01-01") == 0
    assert along.at("2023-01-01") == LENGTH
    assert axis([]) is None
    assert [mark.when for mark in axis(["2020-12-05", "2021-01-09"]).marks] == ["2020-12", "2021-01"]


def test_bars_have_their_gaps():
    drawn = bars((Warmth("2020-11", 2.0, 0.0, 1), Warmth("2021-01", 0.0, -4.0, 1)), ())
    assert [(bar.warmth.when, bar.up, bar.down) for bar in drawn] == [
        ("2020-11", 30.0, 0.0),
        ("2020-12", 0.0, 0.0),
        ("2021-01", 0.0, 60.0),
    ]
    years = bars(
        (Warmth("2010-01", 1.0, 0.0, 1), Warmth("2020-01", 1.0, 0.0, 1)),
        (Warmth("2010", 1.0, 0.0, 1), Warmth("2020", 1.0, 0.0, 1)),
    )
    assert [bar.warmth.when for bar in years] == [str(year) for year in range(2010, 2021)]
    assert bars((), ()) == ()
