"""The description of the API, cut for a page: what can be asked, with what, and what is answered."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

_REF = "#/components/schemas/"


class Kind(msgspec.Struct, frozen=True):
    """What a value is: words, and the shape that they name, if any."""

    words: str
    shape: str | None = None


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter, or a field of a shape."""

    name: str
    kind: Kind
    needed: bool = False
    default: str | None = None
    about: str = ""
    example: str | None = None
    place: str = ""


class Answer(msgspec.Struct, frozen=True):
    """A status, what it means, and what is sent."""

    status: str
    about: str
    kind: Kind | None


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """What can be asked at an address."""

    id: str
    method: str
    path: str
    about: str
    parameters: tuple[Field, ...]
    body: str | None  # an example
    answers: tuple[Answer, ...]


class Shape(msgspec.Struct, frozen=True):
    """An object of the answers, with its fields."""

    id: str
    name: str
    about: str
    fields: tuple[Field, ...]


class Group(msgspec.Struct, frozen=True):
    """The operations on one thing."""

    name: str
    about: str
    operations: tuple[Operation, ...]


class Description(msgspec.Struct, frozen=True):
    """The whole API."""

    about: tuple[str, ...]
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]


def description(openapi: Mapping[str, Any], base: str) -> Description:
    """The description in an OpenAPI document; `base` stands before each path."""
    found = [
        (raw["tags"][0], _operation(raw, method, base + path))
        for path, methods in openapi["paths"].items()
        for method, raw in methods.items()
    ]
    groups = (
        Group(tag["name"], tag["description"], tuple(one for name, one in found if name == tag["name"]))
        for tag in openapi["tags"]
    )
    shapes = (_shape(name, raw) for name, raw in sorted(openapi["components"]["schemas"].items()))
    return Description(tuple(openapi["info"]["description"].split("\n\n")), tuple(groups), tuple(shapes))


def _operation(raw: Mapping[str, Any], method: str, path: str) -> Operation:
    body = raw.get("requestBody", {}).get("content", {}).get("application/json", {})
    example = msgspec.json.format(msgspec.json.encode(body["example"])).decode() if body else None
    return Operation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        about=raw["description"],
        parameters=tuple(_parameter(one) for one in raw.get("parameters", ())),
        body=example,
        answers=tuple(_answers(raw["responses"])),
    )


def _parameter(raw: Mapping[str, Any]) -> Field:
    schema = raw["schema"]
    examples = schema.get("examples") or [
        item for one in schema.get("anyOf", ()) for item in one.get("examples", ())
    ]
    default = schema.get("default")
    return Field(
        name=raw["name"],
        kind=kind(schema, given=True),
        needed=raw.get("required", False),
        default=None if default in (None, "", []) else str(default),
        about=raw.get("description", ""),
        example=_example(examples[0]) if examples else None,
        place=raw["in"],
    )


def _example(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _answers(raw: Mapping[str, Any]) -> Iterator[Answer]:
    for status, answer in sorted(raw.items()):
        content = next(iter(answer.get("content", {}).values()), None)
        yield Answer(status, answer["description"], kind(content["schema"]) if content else None)


def _shape(name: str, raw: Mapping[str, Any]) -> Shape:
    needed = raw.get("required", ())
    fields = (
        Field(name=field, kind=kind(schema), needed=field in needed, about=schema.get("description", ""))
        for field, schema in raw.get("properties", {}).items()
    )
    return Shape(name, _title(name), raw.get("description", ""), tuple(fields))


def kind(schema: Mapping[str, Any], *, given: bool = False) -> Kind:
    """What a schema lets in, in words: "list of Fact", "text or null"; of what is `given` null says nothing."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return Kind(_title(name), name)
    if "enum" in schema:
        return Kind(" | ".join(map(str, schema["enum"])))
    if "anyOf" in schema:
        kinds = [kind(one) for one in schema["anyOf"] if not given or one.get("type") != "null"]
        return Kind(
            " or ".join(one.words for one in kinds), next((one.shape for one in kinds if one.shape), None)
        )
    if "prefixItems" in schema:
        return Kind(f"[{', '.join(kind(one).words for one in schema['prefixItems'])}]")
    if schema.get("type") == "array":
        inner = kind(schema.get("items", {}))
        return Kind(f"list of {inner.words}", inner.shape)
    if isinstance(schema.get("additionalProperties"), Mapping):
        inner = kind(schema["additionalProperties"])
        return Kind(f"object of {inner.words}", inner.shape)
    return Kind(_words(schema.get("type", "any")))


def _title(name: str) -> str:
    """The name of a shape as it is said: msgspec calls a page of hits ``Page_Hit_``."""
    return name.removesuffix("_").replace("_", " of ")


def _words(value: Any) -> str:
    return " or ".join(map(str, value)) if isinstance(value, list) else str(value)
