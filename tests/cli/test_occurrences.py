import json

import pytest

TEXTS = (
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n",
    "BEIJING, May 12, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister Wang Yi "
    "in Beijing on Tuesday.\n",
    "PARIS, 2 juin 2021 (AFP) - Jean-Yves Le Drian, le ministre français des Affaires étrangères, a rencontré le "
    "2 juin à Paris Wang Yi, le ministre chinois des Affaires étrangères.\n",
)


@pytest.fixture
def book(depeche, tmp_path, monkeypatch):
    monkeypatch.setenv("DEPECHE_LEDGER", str(tmp_path / "a.db"))
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert depeche("ingest", *(tmp_path / f"{number}.txt" for number in range(3))).code == 0


def rows(done):
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_occurrences_are_listed_and_shown_with_reasons_and_disagreements(depeche, book):
    [one] = rows(depeche("occurrences", "list", "--actor", "FRA", "--differing", "--json"))
    assert (one["kind"], one["dispatches"]) == ("encounters", 2)
    listed = depeche(
        "occurrences", "list", "--kind", "encounters", "--since", "2021-05", "--until", "2021-05-31"
    ).out
    assert f"occurrence {one['id']}, 2 dispatches" in listed
    assert "2021-05-10 (dispatch 1) / 2021-05-11 (dispatch 2)" in " ".join(listed.split())
    shown = " ".join(depeche("occurrences", "show", one["id"]).out.split())
    for words in ("the same persons, the day told otherwise", "met Chinese Foreign Minister Wang Yi", "held"):
        assert words in shown
    assert len(rows(depeche("occurrences", "list", "--told", 1, "--kind", "encounters", "--json"))) == 2
    assert "nothing found" in depeche("occurrences", "list", "--actor", "PER").err


def test_occurrences_are_split_and_merged_and_rulings_withdrawn(depeche, book):
    [one] = rows(depeche("occurrences", "list", "--kind", "encounters", "--json"))
    report = one["reports"][1]["id"]
    parts = rows(depeche("occurrences", "split", one["id"], report, "--json"))
    assert [part["dispatches"] for part in parts] == [1, 1]
    merged = depeche("occurrences", "merge", *(part["id"] for part in parts))
    assert "2 dispatches" in merged.out
    assert depeche("occurrences", "merge", one["id"]).code == 2
    told = depeche("rulings", "list").out
    assert "1  split occurrences" in told
    assert "meeting;FRA,CHN;2021-05-11;held · met" in told
    assert [ruling["verdict"] for ruling in rows(depeche("rulings", "list", "--json"))] == ["split", "merge"]
    assert rows(depeche("rulings", "withdraw", 1, "--json"))[0]["number"] == 1
    assert depeche("rulings", "withdraw", 1).code == 2
    assert depeche("rulings", "withdraw", 2).code == 0
    assert "nothing was ruled" in depeche("rulings", "list").err


def test_a_person_of_the_same_name_and_office_is_split_by_dispatch(depeche, book):
    [one] = rows(depeche("who", "Le Drian", "--json"))
    two = rows(depeche("people", "split", one["id"], "--dispatch", 3, "--json"))
    assert [person["mentions"] for person in two] == [1, 2]
    assert depeche("people", "split", one["id"]).code == 2


def test_a_search_for_people_tells_the_person(depeche, book):
    [one] = rows(depeche("who", "Le Drian", "--json"))
    [hit, *_] = rows(depeche("search", "Drian", "--kind", "people", "--json"))
    assert (hit["fact"]["person"], hit["fact"]["known_as"]) == (one["id"], "Jean-Yves Le Drian")
    assert "attestation" not in hit["fact"]
    assert f"person {one['id']}, Jean-Yves Le Drian" in depeche("search", "Drian", "--kind", "people").out
