"""Errors as problems, each with the code that it has everywhere; and nothing that is asked makes one of ours."""

import pytest

NASTY = [
    "' OR 1=1 --",
    '"; DROP TABLE dispatches; --',
    '"',
    '""',
    "* OR NEAR(",
    "a AND (b OR",
    "NOT",
    "title:x",
    "^a + b",
    "a & b | !c <-> d",
    "%_\\",
    "{}()[]",
    "\0",
    "a\0b",
    "\ufeff\u202egnp.exe\u2066",
    "\U0001f9d1\u200d\U0001f680",
    "é" * 399,
    "x " * 199,
    "y" * 10_000,
    "-1",
    "1e999",
    "../../etc/passwd",
    "\n\r\t\v",
]
PARAMETERS = [
    ("search", "words"),
    ("search", "actor"),
    ("search", "since"),
    ("search", "kind"),
    ("search", "frame"),
    ("search", "limit"),
    ("dispatches", "language"),
    ("people", "name"),
    ("events", "source"),
    ("events", "cameo"),
    ("statements", "speaker"),
    ("network", "around"),
]


@pytest.mark.parametrize(("path", "parameter"), PARAMETERS)
def test_whatever_a_parameter_holds_it_is_answered_or_refused(client, path, parameter):
    for value in NASTY:
        answer = client.get(f"/api/v1/{path}", params={parameter: value})
        assert answer.status_code in (200, 400, 422), (value, answer.text)


def test_whatever_a_pair_or_a_forum_is_called_it_is_answered_or_refused(client):
    from urllib.parse import quote

    for value in NASTY:
        pair = client.get("/api/v1/dossier", params={"one": value, "other": "FRA"})
        assert pair.status_code in (400, 422)
        assert client.get(f"/api/v1/forums/{quote(value, safe='')}").status_code in (400, 404, 422)


def test_halves_of_characters_are_answered_or_refused(client):
    for raw in ("%ff%fe", "%ed%a0%80", "%c3%28", "%f0%9f"):
        assert client.get(f"/api/v1/search?words={raw}").status_code in (200, 400)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("search", 400, "usage"),
        ("search?words=%22%22", 400, "usage"),
        ("events?since=soon", 400, "usage.date"),
        ("dossier?one=FRA&other=Atlantis", 400, "usage.side"),
        ("dossier?one=FRA&other=France", 400, "usage"),
        ("forums/Atlantis", 404, "usage.side"),
        ("dispatches/99999", 404, "usage.missing"),
        ("dispatches/99999/text", 404, "usage.missing"),
        ("people/99999", 404, "usage.missing"),
        ("occurrences/7", 404, "usage.missing"),
        ("nothing", 404, "usage.missing"),
        ("search?words=a&limit=1000", 422, "usage"),
        ("dispatches/x", 422, "usage"),
        ("dispatches/99999999999999999999", 422, "usage"),
    ],
)
def test_a_problem_has_its_status_and_code(client, path, status, code):
    answer = client.get(f"/api/v1/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem["detail"]


def test_parameters_that_are_wrong_are_named(client):
    answer = client.get("/api/v1/search?words=a&limit=0&kind=rumours")
    assert [one["parameter"] for one in answer.json()["wrong"]] == ["kind", "limit"]


def test_a_method_that_there_is_not_is_refused(client):
    answer = client.delete("/api/v1/dispatches/1")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["code"] == "usage"


def test_a_ledger_that_cannot_be_read_is_a_problem(client, book, monkeypatch):
    from depeche.errors import LedgerDamaged

    def damaged(*_):
        raise LedgerDamaged("a.db: is damaged")

    monkeypatch.setattr("depeche.ledger.Ledger.reading", damaged)
    answer = client.get("/api/v1/ledger")
    assert (answer.status_code, answer.json()["code"]) == (503, "ledger.damaged")
