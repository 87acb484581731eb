import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

RDFLIB = Path(sys.prefix) / "ftm" / "bin" / "python"
TRIPLES = Path(__file__).parent / "ftm" / "triples.py"


@pytest.fixture
def nodes(exported):
    document = json.loads(exported("jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def of_type(nodes, name):
    return [node for node in nodes if node["@type"] == name]


def test_every_fact_names_its_dispatch(nodes):
    articles = {node["@id"]: node for node in of_type(nodes, "NewsArticle")}
    assert {node["identifier"] for node in articles.values()} == {"wire.txt", '=note, "2".txt'}
    assert all(node["subjectOf"]["@id"] in articles for node in nodes if node["@type"] != "NewsArticle")


def test_people_and_their_sides(nodes):
    wang = next(node for node in of_type(nodes, "Person") if node["name"] == "Wang Yi")
    assert [side["identifier"] for side in wang["affiliation"]] == ["CHN"]


def test_who_met(nodes):
    (meeting,) = of_type(nodes, "Event")
    assert {side.get("identifier") for side in meeting["attendee"]} >= {"CHN", "KAZ"}
    assert meeting["startDate"] == "2021-05-03"
    assert meeting["location"]["name"] == "Pékin"


def test_what_was_said_is_exact(nodes):
    assert "La Chine soutient la souveraineté du Kazakhstan" in {
        n["text"] for n in of_type(nodes, "Quotation")
    }


def test_what_was_denied_did_not_happen(nodes):
    agents = {side.get("identifier") for node in of_type(nodes, "Action") for side in node["agent"]}
    assert {"DEU", "FRA"} <= agents
    assert "POL" not in agents


def test_a_library_reads_the_same_nodes(exported, nodes):
    run = subprocess.run([RDFLIB, TRIPLES, exported("jsonld")], capture_output=True, check=True)
    read = {name.removeprefix("https://schema.org/"): count for name, count in json.loads(run.stdout).items()}
    for name, count in Counter(
        node["@type"] for node in {node["@id"]: node for node in nodes}.values()
    ).items():
        assert read[name] == count, name
