import shutil

import pytest
from starlette.testclient import TestClient

from depeche import Ledger
from depeche.ledger import lock
from depeche.ledger.engine import address as url_of
from depeche.ledger.engine import connect
from depeche.web import Settings, create
from depeche.web.views.desk import counts, queue


@pytest.fixture(scope="module")
def judged(corpus, tmp_path_factory):
    """A ledger of one's own, for verdicts."""
    return shutil.copy(corpus, tmp_path_factory.mktemp("desk") / "desk.db")


@pytest.fixture(scope="module")
def address(judged, serve):
    return serve(judged)


@pytest.fixture
def asking(judged):
    with TestClient(create(Settings(ledger=str(judged))), base_url="http://127.0.0.1") as client:
        client.headers["x-depeche-token"] = client.app.state.token
        yield client


def verdicts(place):
    with Ledger(place) as ledger:
        return ledger.verdicts()


def test_ten_readings_are_judged_by_keyboard_alone(look, judged):
    page = look("/desk?about=commitments")
    page.locator(".card").first.wait_for()
    for number, key in enumerate("araraarara", 1):
        page.keyboard.press("j")
        page.keyboard.press(key)
        page.locator(".card[class*=judged-]").nth(number - 1).wait_for()
    found = [one for one in verdicts(judged) if one.about == "commitments"]
    assert [one.verdict for one in found].count("accept") == 6
    assert [one.verdict for one in found].count("reject") == 4
    page.reload()
    assert page.locator(".card[class*=judged-]").count() == 0


def test_a_correction_keeps_what_is_right_and_can_be_taken_back(look, judged):
    page = look("/desk?about=encounters")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("talks of ministers")
    page.keyboard.press("Enter")
    page.locator(".judged-correct:focus, .judged-accept:focus").first.wait_for()
    kept = next(one for one in verdicts(judged) if one.about == "encounters")
    assert (kept.verdict, kept.correction) == ("correct", {"kind": "talks of ministers"})
    page.keyboard.press("u")
    page.locator(".card[class*=judged-]").wait_for(state="detached")
    assert not [one for one in verdicts(judged) if one.about == "encounters"]


def test_while_an_ingest_writes_a_verdict_waits_and_is_told(look, judged):
    page = look("/desk?about=events", refused=("409",))
    engine = connect(url_of(str(judged)))
    with lock.writer(engine):
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.locator("#notice").get_by_text("another process is writing").wait_for()
    page.keyboard.press("a")
    page.locator(".judged-accept").wait_for()
    engine.dispose()


def test_two_of_one_name_are_merged(asking, judged):
    with Ledger(judged) as ledger:
        one, other = (ledger.who(name)[0].id for name in ("Lavrov", "Modi"))
    answer = asking.post("/desk/merges", data={"one": one, "other": other})
    assert answer.status_code == 200
    with Ledger(judged) as ledger:
        assert ledger.who("Lavrov")[0].id == ledger.who("Modi")[0].id
        ledger.withdraw_ruling(ledger.rulings()[0].number)


def test_two_of_one_name_are_merged_by_keyboard(look, judged):
    page = look("/desk/merges")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(".judged-accept").wait_for()
    with Ledger(judged) as ledger:
        ledger.withdraw_ruling(ledger.rulings()[-1].number)


def test_two_of_one_name_who_are_two_wait_no_more(look, judged):
    page = look("/desk/merges")
    waiting = page.locator(".card").count()
    first = page.locator(".card").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator(".judged-reject").wait_for()
    page.reload()
    assert page.locator(".card").count() == waiting - 1
    with Ledger(judged) as ledger:
        [ruling] = ledger.rulings()
        assert ruling.verdict == "split"
        ledger.withdraw_ruling(ruling.number)
    page.reload()
    assert page.locator(".card").first.inner_text() == first


def test_a_ruling_on_two_persons_is_taken_back_by_keyboard(look, judged):
    page = look("/desk/merges")
    for key, verdict in (("a", "accept"), ("r", "reject")):
        page.keyboard.press("j")
        page.keyboard.press(key)
        page.locator(f".judged-{verdict}:focus").wait_for()
        page.keyboard.press("u")
        page.locator(f".judged-{verdict}").wait_for(state="detached")
    assert Ledger(judged).rulings() == []


def test_nobody_is_kept_apart_from_himself(asking, judged):
    with Ledger(judged) as ledger:
        one = ledger.who("Lavrov")[0].id
    assert asking.post("/desk/merges/apart", data={"one": one, "other": one}).status_code == 400
    assert asking.post("/desk/merges/apart", data={"one": one, "other": 999999999}).status_code == 404


def test_reports_that_disagree_are_judged_by_keyboard(look, judged):
    page = look("/desk/reports")
    waiting = page.locator(".card").count()
    assert waiting > 1
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator(".judged-reject:focus").wait_for()
    page.keyboard.press("u")
    page.locator(".card:not([class*=judged-]):focus").wait_for()
    page.keyboard.press("c")
    page.keyboard.type("2020-02-02")
    page.keyboard.press("Enter")
    page.locator(".judged-correct").wait_for()
    [kept] = [one for one in verdicts(judged) if one.about == "occurrences"]
    assert (kept.verdict, kept.correction) == ("correct", {"date": "2020-02-02"})
    page.reload()
    assert page.locator(".card").count() == waiting - 1
    with Ledger(judged) as ledger:
        ledger.withdraw_verdict(kept.id)


def test_what_was_judged_is_counted_no_more(asking, judged):
    with Ledger(judged) as ledger, ledger.reading() as connection:
        before = counts(connection)
        [item] = queue(connection, "statements", limit=1)
    form = {"about": "statements", "number": item.fact.id, "verdict": "accept"}
    assert asking.post("/desk/verdicts", data=form).status_code == 200
    with Ledger(judged) as ledger, ledger.reading() as connection:
        assert counts(connection) == before | {"statements": before["statements"] - 1}


def test_reports_that_disagree_and_verdicts_are_listed(asking):
    assert "/occurrences/" in asking.get("/desk/reports").text
    assert asking.get("/desk/verdicts").status_code == 200
    assert isinstance(asking.get("/desk/verdicts", params={"format": "json"}).json(), list)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"about": "events", "number": "x", "verdict": "accept"}, 400),
        ({"about": "tables", "number": "1", "verdict": "accept"}, 400),
        ({"about": "events", "number": "999999999", "verdict": "accept"}, 404),
        ({"about": "events", "number": "1", "verdict": "maybe"}, 404),
    ],
)
def test_a_wrong_verdict_is_refused(asking, form, status):
    assert asking.post("/desk/verdicts", data=form).status_code == status


def test_nobody_judges_without_the_token(judged):
    with TestClient(create(Settings(ledger=str(judged))), base_url="http://127.0.0.1") as client:
        assert client.post("/desk/verdicts", data={"about": "events"}).status_code == 403
        assert client.post("/desk/merges", data={"one": 1, "other": 2}).status_code == 403
        assert client.post("/desk/merges/apart", data={"one": 1, "other": 2}).status_code == 403
        assert client.post("/desk/reports", data={"number": 1}).status_code == 403
