import json

import pytest

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
    assert "Dernières rencontres" in depeche("dossier", "FRA", "CHN", "--lang", "fr").out
    assert "Last encounters" in depeche("dossier", "France", "Chine", "--lang", "en").out
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
