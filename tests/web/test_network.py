from depeche.dossier.network import Edge, Network, Node
from depeche.web.views.circle import circle


def test_the_picture_lies_within_its_frame_and_the_table_tells_the_same(look):
    page = look("/network")
    dots = page.locator(".dot").count()
    assert dots > 10
    inside = page.evaluate(
        "[...document.querySelectorAll('.dot')].every(dot => {"
        " const [x, y] = dot.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);"
        " return Math.abs(x) <= 400 && Math.abs(y) <= 400 })"
    )
    assert inside
    assert page.locator("tbody tr").count() == page.locator("line").count()


def test_it_is_drawn_the_same_each_time(look):
    places = "[...document.querySelectorAll('.dot')].map(dot => dot.getAttribute('transform'))"
    assert look("/network").evaluate(places) == look("/network").evaluate(places)


def test_whoever_is_pointed_at_keeps_the_neighbours(look):
    page = look("/network")
    page.locator(".dot[data-code=CHN] circle").hover()
    assert page.locator(".dot[data-code=KAZ].far").count() == 0
    assert page.locator(".dot[data-code=FRA].far").count() == 1


def test_another_tie_is_drawn_in_place(look):
    page = look("/network")
    page.locator("select[name=tie]").select_option("backs")
    page.wait_for_url("**tie=backs**")
    page.locator("svg.network[data-directed=yes]").wait_for()


def test_a_wrong_question_is_told(client):
    for query in ({"tie": "loves"}, {"since": "banana"}, {"around": "Atlantis"}):
        assert client.get("/network", params=query).status_code == 400


def test_ties_are_taken_away(client):
    rows = client.get("/network", params={"format": "json", "around": "FRA"}).json()
    assert rows
    assert all("FRA" in (row["source"], row["target"]) for row in rows)


def test_a_circle_has_room_for_one_and_for_none():
    none = Network(tie="meets", since=None, until=None, nodes=(), edges=(), more=0)
    assert circle(none).dots == ()
    pair = Network(
        tie="meets",
        since=None,
        until=None,
        nodes=(Node("FRA", "France", True, 1), Node("MLI", "Mali", True, 1)),
        edges=(Edge("FRA", "MLI", 1, None),),
        more=0,
    )
    drawn = circle(pair)
    assert drawn.strokes[0].start == (drawn.dots[0].x, drawn.dots[0].y) != drawn.strokes[0].end
