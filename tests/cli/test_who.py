import json

import pytest

FRENCH = (
    "PÉKIN, 3 mai 2019 (AFP) - Le ministre kazakh des Affaires étrangères, Moukhtar Tleouberdi, a rencontré "
    "vendredi son homologue chinois, Wang Yi.\n"
)
ENGLISH = (
    "MADRID, June 9, 2022 (Reuters) - Spanish Foreign Minister Wang Yi met Kazakh Foreign Minister Mukhtar Tileuberdi "
    "on Thursday.\n"
)


@pytest.fixture
def book(depeche, tmp_path, monkeypatch):
    monkeypatch.setenv("DEPECHE_LEDGER", str(tmp_path / "a.db"))
    for name, text in (("a.txt", FRENCH), ("b.txt", ENGLISH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert depeche("ingest", tmp_path / "a.txt", tmp_path / "b.txt").code == 0


def test_who_tells_offices_spellings_and_words(depeche, book):
    shown = depeche("who", "tleuberdi").out
    for words in ("Moukhtar Tleouberdi", "Mukhtar Tileuberdi", "2019-05-03", "2022-06-09", "KAZ"):
        assert words in shown
    [person] = [json.loads(line) for line in depeche("who", "Tleuberdi", "--json").out.splitlines()]
    assert person["mentions"] == 2


def test_nobody_is_said(depeche, book):
    done = depeche("who", "Nemo")
    assert (done.code, done.out) == (0, "")
    assert "nobody of that name" in done.err


def test_people_are_merged_and_split(depeche, book):
    numbers = [json.loads(line)["id"] for line in depeche("who", "Wang Yi", "--json").out.splitlines()]
    assert len(numbers) == 2
    assert "joined by hand" in depeche("people", "merge", *numbers).out
    [one] = [json.loads(line) for line in depeche("who", "Wang Yi", "--json").out.splitlines()]
    spanish = next(spelling["attestation"] for spelling in one["spellings"] if spelling["of"] == "ESP")
    assert depeche("people", "split", one["id"], spanish).code == 0
    assert len(depeche("who", "Wang Yi", "--json").out.splitlines()) == 2
    assert depeche("people", "merge", numbers[0]).code == 2
