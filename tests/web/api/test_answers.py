"""Pages, and answers that are not sent twice."""

from depeche.reading.articles import Article


def test_pages_follow_each_other_to_the_end(client, get):
    path, seen = "/api/v1/dispatches?limit=4", []
    while path:
        answer = client.get(path)
        page = answer.json()
        seen += [one["id"] for one in page["items"]]
        path = page["next"]
        assert answer.headers.get("link") == (path and f'<{path}>; rel="next"')
    assert len(seen) == len(set(seen)) == get("ledger")["dispatches"]


def test_the_next_page_asks_the_same_question(get):
    following = get("search", actor=["KAZ", "CHN"], kind="events", limit=1)["next"]
    assert following == "/api/v1/search?actor=KAZ&actor=CHN&kind=events&limit=1&offset=1"


def test_what_was_answered_is_not_sent_again(client):
    answer = client.get("/api/v1/sides")
    again = client.get("/api/v1/sides", headers={"if-none-match": f'"other", {answer.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]


def test_another_question_is_answered(client):
    tag = client.get("/api/v1/sides").headers["etag"]
    assert client.get("/api/v1/sides?limit=1", headers={"if-none-match": tag}).status_code == 200


def test_what_was_answered_is_sent_again_when_the_ledger_has_changed(tmp_path, reader):
    from fastapi.testclient import TestClient

    from depeche import Ledger
    from depeche.web import Settings, create

    wires = [f"PARIS, {day} mai 2021 (AFP) - La France a condamné hier la Russie.\n" for day in (3, 4)]
    with Ledger(tmp_path / "a.db", create=True) as book:
        app = create(Settings(ledger=book.name))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            counts, tag = [], ""
            for number, text in enumerate(wires):
                list(book.ingest([Article(origin=str(number), data=text)], reader))
                answer = client.get("/api/v1/ledger", headers={"if-none-match": tag})
                counts.append(answer.json()["dispatches"])
                tag = answer.headers["etag"]
    assert counts == [1, 2]


def test_errors_bear_no_tag(client):
    assert "etag" not in client.get("/api/v1/dispatches/99999").headers
