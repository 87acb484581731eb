import json

import pytest

from depeche.cli.evaluate import Shown
from depeche.evaluation import floors, gold
from depeche.evaluation.compare import TABLES

TEXT = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n"
FACTS = {
    "document": {"language": "fr", "published": "2021-05-03"},
    "events": [
        {"source": "FRA", "target": "PRK", "cameo": "111", "status": "occurred", "evidence": [[26, 35]]},
        {"source": "CHN", "target": "PRK", "cameo": "190", "status": "denied", "evidence": [[53, 63]]},
    ],
}
SENTENCE = {
    "id": "fr-112-a",
    "text": "Rome a accusé Tripoli de mensonge.",
    "events": [{"source": "ITA", "target": "LBY", "cameo": "112", "status": "occurred"}],
}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "cases"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    (made / "a.json").write_text(json.dumps(FACTS), encoding="utf-8")
    return made


@pytest.fixture
def own(folder, tmp_path, monkeypatch):
    """Our own gold made small, with one floor."""
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences" / "fr.jsonl").write_text(json.dumps(SENTENCE) + "\n", encoding="utf-8")
    monkeypatch.setattr(gold, "OWN", tmp_path)
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")

    def floor(least):
        data = gold.fingerprint([folder / "a.json", folder / "a.txt"])
        lines = ("[[floor]]", 'figure = "fr.cases.events.f1"', f"floor = {least}", f'data = "{data}"')
        floors.FILE.write_text("\n".join([*lines, 'date = "2020-01-01"']), encoding="utf-8")

    return floor


def test_every_table_can_be_shown():
    assert [shown.value for shown in Shown] == [*TABLES, "sentences"]


def test_a_floor_that_holds(depeche, own):
    own(0.6)
    done = depeche("evaluate")
    assert done.code == 0
    assert "Measured on 1 dispatches (fr), 1 sentences (fr)" in done.out
    rows = [line.split() for line in done.out.splitlines()]
    assert ["fr", "events", "1.000", "0.500", "0.667", "2", "0.600", "yes"] in rows
    assert ["fr", "events,", "sentences", "1.000", "1.000", "1.000", "1"] in rows
    assert rows[-1] == ["1", "floors", "hold"]


def test_a_broken_floor_ends_with_1(depeche, own):
    own(0.7)
    done = depeche("evaluate", "--language", "FR")
    assert done.code == 1
    assert ["0.700", "no"] in [line.split()[-2:] for line in done.out.splitlines()]
    assert done.out.endswith("fr.cases.events.f1 is 0.667, under its floor of 0.700\n")


def test_json_is_of_a_stable_shape(depeche, own):
    own(0.7)
    done = depeche("evaluate", "--json")
    assert done.code == 1
    answer = json.loads(done.out)
    assert list(answer) == ["format", "version", "holds", "sets"]
    assert (answer["format"], answer["holds"]) == ("evaluation/1", False)
    cases, sentences = answer["sets"]
    assert list(cases) == ["language", "set", "size", "data", "tables", "figures"]
    assert [(row["language"], row["set"], row["size"]) for row in (cases, sentences)] == [
        ("fr", "cases", 1),
        ("fr", "sentences", 1),
    ]
    assert [row["table"] for row in cases["tables"]] == list(TABLES)
    assert cases["tables"][5] == {
        "table": "events", "precision": 1.0, "recall": 0.5, "f1": 0.6667, "gold": 2, "predicted": 1, "found": 1,
    }  # fmt: skip
    (figure,) = (row for row in cases["figures"] if row["figure"] == "fr.cases.events.f1")
    assert figure == {"figure": "fr.cases.events.f1", "value": 0.6667, "floor": 0.7, "holds": False}
    (figure,) = (row for row in sentences["figures"] if row["figure"] == "fr.sentences.f1")
    assert figure == {"figure": "fr.sentences.f1", "value": 1.0, "floor": None, "holds": None}


def test_a_folder_of_one_s_own_has_no_floors(depeche, own, folder):
    own(0.7)
    done = depeche("evaluate", "--cases", folder)
    assert done.code == 0
    assert "floor" not in done.out
    assert ["fr", "events", "1.000", "0.500", "0.667", "2"] in [
        line.split() for line in done.out.splitlines()
    ]
    answer = json.loads(depeche("evaluate", "--cases", folder, "--json").out)
    assert answer["holds"] is None
    assert [row["set"] for row in answer["sets"]] == ["cases"]


def test_what_went_wrong_is_shown_with_its_words(depeche, folder):
    done = depeche("evaluate", "--cases", folder, "--show", "events")
    assert done.out.startswith(
        "- a  source CHN  target PRK  cameo 190  status denied\n    les essais\nMeasured on 1"
    )
    answer = json.loads(depeche("evaluate", "--cases", folder, "--show", "positions", "--json").out)
    (table,) = (row for row in answer["sets"][0]["tables"] if "surplus" in row)
    (row,) = table["surplus"]
    assert (table["table"], table["missed"]) == ("positions", [])
    assert (row["name"], row["row"]["holder"], row["row"]["stance"]) == ("a", "FRA", "condemns")
    assert "condamné" in row["words"]


def test_depeche_s_own_facts_are_perfect_gold(depeche, folder):
    (folder / "a.json").write_text(depeche("read", folder / "a.txt", "--format", "facts").out)
    tables = json.loads(depeche("evaluate", "--cases", folder, "--json").out)["sets"][0]["tables"]
    assert all(row["found"] == row["gold"] == row["predicted"] for row in tables)
    assert sum(row["gold"] for row in tables) >= 3


def test_everything_wrong_in_a_folder_is_told(depeche, folder):
    (folder / "b.json").write_text("{}")
    (folder / "c.json").write_text("{")
    done = depeche("evaluate", "--cases", folder)
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first == f"depeche: {folder}/b.json: there is no b.txt beside it"
    assert second == f"depeche: {folder}/c.json: there is no c.txt beside it"


@pytest.mark.parametrize("arguments", [("--language", "xx"), ("--cases", "none"), ("--show", "all")])
def test_a_wrong_call_ends_with_2(depeche, arguments):
    done = depeche("evaluate", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_a_language_without_gold_is_said(depeche, folder):
    done = depeche("evaluate", "--cases", folder, "--language", "en")
    assert done.code == 2
    assert "no gold in 'en'" in done.err
