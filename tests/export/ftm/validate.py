"""Run by the interpreter that has followthemoney: what it finds wrong with the entities of a file, as JSON."""

import json
import sys
from pathlib import Path

from followthemoney import model
from followthemoney.exc import InvalidData


def problems(path):
    entities = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    if len(schemata) < len(entities):
        yield "an id stands twice"
    for entity in entities:
        schema = schemata[entity["id"]]
        try:
            schema.validate(entity)
        except InvalidData as error:
            yield f"{entity['schema']} {entity['properties'].get('name')}: {error.errors}"
        for name, values in entity["properties"].items():
            yield from wrong(schema, name, values, schemata)
        if model.get_proxy(entity).to_dict()["properties"].keys() != entity["properties"].keys():
            yield f"{entity['schema']}: properties are lost"


def wrong(schema, name, values, schemata):
    """A property that the schema has not, a value that is not in its clean form, an entity that is not there."""
    if name not in schema.properties:
        yield f"{schema.name} has no {name}"
        return
    kind = schema.get(name)
    for value in values:
        if (
            kind.type.name in ("country", "date", "language", "url", "checksum")
            and kind.type.clean(value) != value
        ):
            yield f"{schema.name}.{name}: {value} would be {kind.type.clean(value)}"
        if kind.type.name == "entity" and not (value in schemata and schemata[value].is_a(kind.range)):
            yield f"{schema.name}.{name}: {value} is no {kind.range.name}"


print(json.dumps(list(problems(sys.argv[1]))))
