import json

import pytest
from jsonschema import Draft202012Validator

from depeche.cli.schema import Answer, schema

WIRE = (
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n"
)


@pytest.fixture
def book(depeche, tmp_path, monkeypatch):
    monkeypatch.setenv("DEPECHE_LEDGER", str(tmp_path / "a.db"))
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    assert depeche("ingest", tmp_path / "a.txt").code == 0


@pytest.mark.parametrize(
    ("form", "sign"),
    [("text", "[1]"), ("md", "[^1]: "), ("html", '<li id="note-1">'), ("json", '"2021-05-10"')],
)
def test_every_form_has_the_meeting_and_its_source(depeche, book, form, sign):
    done = depeche("dossier", "FRA", "CHN", "--format", form)
    assert done.code == 0
    assert sign in done.out
    assert "Wang Yi" in done.out


def test_languages(depeche, book):
    assert "DERNIÈRES RENCONTRES" in depeche("dossier", "FRA", "CHN", "--lang", "fr").out
    assert "LAST ENCOUNTERS" in depeche("dossier", "France", "Chine", "--lang", "en").out
    assert depeche("dossier", "FRA", "CHN", "--lang", "xx").code == 2


def test_json_is_one_object(depeche, book):
    assert json.loads(depeche("dossier", "FRA", "CHN", "--json").out)["one"] == "FRA"


def test_timeline_and_forum(depeche, book):
    shown = depeche("timeline", "FRA", "CHN").out
    assert "2021-05-10  encounter: meeting" in shown
    assert "Wang Yi" in shown
    rows = [json.loads(line) for line in depeche("timeline", "FRA", "CHN", "--json").out.splitlines()]
    assert any(row["kind"] == "encounter" for row in rows)
    assert "nothing is told" in depeche("timeline", "BOL", "TUV").err
    assert "ASEM FMM 14, Madrid" in depeche("forum", "ASEM").out
    assert json.loads(depeche("forum", "ASEM", "--json").out)["code"] == "ASEM"


@pytest.mark.parametrize(
    ("what", "call"),
    [
        ("dossier", ("dossier", "FRA", "CHN", "--changes-since", "2021")),
        ("timeline", ("timeline", "FRA", "CHN")),
        ("forum", ("forum", "ASEM")),
        ("who", ("who", "Wang Yi")),
        ("search", ("search", "Pékin", "--kind", "encounters")),
    ],
)
def test_json_keeps_to_its_schema(depeche, book, what, call):
    lines = depeche(*call, "--json").out.splitlines()
    assert lines
    for line in lines:
        Draft202012Validator(schema(Answer(what))).validate(json.loads(line))


def test_what_is_new_comes_first(depeche, book):
    shown = depeche("dossier", "FRA", "CHN", "--changes-since", "2021-05").out
    assert "NEW SINCE MAY 2021" in shown
    assert shown.index("NEW SINCE") < shown.index("Wang Yi") < shown.index("SOURCES")
