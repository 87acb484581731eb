"""The entities, as the library of FollowTheMoney itself takes them; `make test` sets it up beside the tests."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from depeche.export.entities import Entity, Sides, article
from depeche.export.told import Source
from depeche.knowledge.world import world
from depeche.languages import codes

LIBRARY = Path(sys.prefix) / "ftm" / "bin" / "python"
VALIDATE = Path(__file__).parent / "ftm" / "validate.py"


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    def found(entities):
        file = tmp_path_factory.mktemp("ftm") / "a.json"
        file.write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
        run = subprocess.run([LIBRARY, VALIDATE, file], capture_output=True, check=True)
        return json.loads(run.stdout)

    assert LIBRARY.exists(), "make test sets up followthemoney"
    return found


@pytest.fixture
def entities(exported):
    return [json.loads(line) for line in exported("ftm").read_text(encoding="utf-8").splitlines()]


def of_schema(entities, name):
    return [entity["properties"] for entity in entities if entity["schema"] == name]


def test_the_library_takes_all_entities(problems, entities):
    assert problems(entities) == []
    assert {entity["schema"] for entity in entities} == {
        "Article", "Mention", "Person", "PublicBody", "Position", "Occupancy", "Event",
    }  # fmt: skip


def test_the_library_finds_what_is_wrong(problems, entities):
    article = next(entity for entity in entities if entity["schema"] == "Article")
    nobody = {
        "id": "a",
        "schema": "Person",
        "properties": {"country": ["KAZ"], "proof": ["b"], "rank": ["1"]},
    }
    found = " ".join(problems([article, article, nobody]))
    for problem in ("twice", "Required", "KAZ would be kz", "b is no Document", "Person has no rank"):
        assert problem in found


def test_the_library_knows_all_states_and_languages(problems):
    sides = Sides()
    sides.ids("; ".join([*world().states, *world().organisations]))
    sources = [Source(number, "2021-05", code, None, "1", code, None) for number, code in enumerate(codes())]
    made = [*sides.entities(), *map(article, sources)]
    assert len(made) > len(world().states)
    assert problems([entity.told() for entity in made]) == []


def test_a_person_holds_an_office(entities):
    persons = {entity["id"]: entity for entity in entities if entity["schema"] == "Person"}
    posts = {entity["id"]: entity["properties"] for entity in entities if entity["schema"] == "Position"}
    held = [
        (persons[told["holder"][0]]["properties"]["name"][0], posts[told["post"][0]]["name"][0], told["date"])
        for told in of_schema(entities, "Occupancy")
    ]
    assert ("Wang Yi", "foreign minister, China", ["2021-05-03"]) in held


def test_an_encounter_involves_persons_and_sides(entities):
    names = {entity["id"]: entity["properties"].get("name", [""])[0] for entity in entities}
    met = next(told for told in of_schema(entities, "Event") if "meeting" in told["keywords"])
    assert {names[one] for one in met["involved"]} >= {"China", "Kazakhstan", "Wang Yi"}
    assert met["date"] == ["2021-05-03"]
    assert met["location"] == ["Pékin"]
    assert all("reçu lundi" in words for words in met["summary"])


def test_what_was_denied_is_no_event(entities):
    names = " ".join(told["name"][0] for told in of_schema(entities, "Event"))
    assert "France" in names
    assert "Poland" not in names


def test_a_value_is_told_once():
    assert Entity("Person", "a").add("name", "Wang Yi", None, "Wang Yi").properties == {"name": ["Wang Yi"]}
