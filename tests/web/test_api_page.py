"""The page that describes the API."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from depeche.web import Settings, create
from depeche.web.views.api import Kind, description, kind

PATH = "/api/v1/docs"


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"$ref": "#/components/schemas/Fact"}, Kind("Fact", "Fact")),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Fact"}}, Kind("list of Fact", "Fact")),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, Kind("string or null")),
        ({"type": ["array", "null"]}, Kind("array or null")),
        ({"enum": ["held", "planned"]}, Kind("held | planned")),
        (
            {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}]},
            Kind("[integer, integer]"),
        ),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, Kind("object of integer")),
    ],
)
def test_a_schema_is_told_in_words(schema, told):
    assert kind(schema) == told


def test_everything_that_can_be_asked_is_on_the_page(corpus):
    app = create(Settings(ledger=str(corpus)))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        openapi = client.get("/api/v1/openapi.json").json()
        page = client.get(PATH).text
        assert client.get("/api", follow_redirects=False).headers["location"] == PATH
    told = description(openapi, "/api/v1")
    paths = [one.path for group in told.groups for one in group.operations]
    assert sorted(paths) == sorted(f"/api/v1{path}" for path in openapi["paths"])
    assert all(f"<code>{path}</code>" in page for path in paths)
    shapes = {shape.id for shape in told.shapes}
    for name in shapes:
        assert f'id="shape-{name}"' in page
    for group in told.groups:
        for one in group.operations:
            assert one.about
            assert all(parameter.about or parameter.kind.words != "string" for parameter in one.parameters)


def test_what_the_documentation_asks_is_answered(corpus):
    text = (Path(__file__).parents[2] / "docs" / "how-to" / "api.md").read_text(encoding="utf-8")
    paths = re.findall(r"curl 'http://127.0.0.1:8765(/api/v1/(?!read)[^']*)'", text)
    assert len(paths) > 7
    with TestClient(create(Settings(ledger=str(corpus))), base_url="http://127.0.0.1") as client:
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert answer.json().get("items") != [], path


def test_each_operation_has_a_tag_an_id_and_a_schema(corpus):
    app = create(Settings(ledger=str(corpus)))
    openapi = app.state.api.openapi()
    operations = [one for methods in openapi["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    for one in operations:
        assert one["tags"]
        assert "schema" in next(iter(one["responses"]["200"]["content"].values()))
    app.state.ledger.close()


def test_the_page_is_accessible_and_fits_a_phone(look, violations):
    page = look(PATH, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
