"""Reading a text without keeping it."""

import json
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

import depeche
from depeche.web.reading import LONGEST

TEXT = "PÉKIN, 3 mai 2021 (AFP) - Le ministre chinois des Affaires étrangères, Wang Yi, a reçu son homologue kazakh."


def post(client, **given):
    return client.post("/api/v1/read", json=given)


def test_a_text_is_read_as_the_reader_reads_it_and_not_kept(client, get):
    before = get("ledger")
    answer = post(client, text=TEXT, published="2021-05-04")
    record = depeche.read(TEXT, published="2021-05-04")
    assert answer.json() == msgspec.json.decode(msgspec.json.encode(record))
    assert get("ledger") == before


def test_many_at_once_are_read_one_after_the_other(client):
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: post(client, text=TEXT), range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"text": ""}, 422, "input.empty"),
        ({"text": TEXT, "published": "soon"}, 400, "usage.date"),
        ({"text": TEXT, "language": "xx"}, 422, "input.language"),
        ({"text": "mot " * (LONGEST // 4 + 1)}, 413, "input.too-long"),
        ({"text": "\U0001f680" * (LONGEST * 2)}, 413, "input.too-long"),
        ({}, 422, "input"),
        ({"text": 7}, 422, "input"),
        ({"text": TEXT, "publised": "2021"}, 422, "input"),
    ],
)
def test_what_cannot_be_read_is_a_problem(client, given, status, code):
    answer = post(client, **given)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"text": "\\ud800"}', b"[" * 100_000])
def test_what_is_no_json_is_a_problem(client, body):
    answer = client.post("/api/v1/read", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "input")


def test_a_form_of_another_site_is_refused(client):
    answer = client.post(
        "/api/v1/read", content=json.dumps({"text": TEXT}), headers={"content-type": "text/plain"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "input")


def test_signs_that_turn_the_writing_round_stay_in_the_text_as_escapes(client):
    answer = post(client, text=TEXT + " <script>alert(1)</script> \u202eabc")
    assert "\\u202e" in answer.text
    assert answer.json()["text"].endswith("\u202eabc")
