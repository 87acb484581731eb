"""Records as JSON, one line each, and the JSON Schema that they keep to."""

import re
from functools import lru_cache
from typing import Any

import msgspec

from depeche.record.record import Record

FORMAT = "record/1"
# Characters that could drive a terminal or turn its writing round; JSON may spell them as escapes.
_RISKY = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: Record) -> str:
    """The whole record as one line of JSON; a lone surrogate becomes U+FFFD, so offsets stay right."""
    return line(record)


def from_json(text: str | bytes) -> Record:
    """The record that `to_json` wrote; msgspec.ValidationError if it is none."""
    return msgspec.json.decode(text, type=Record)


def line(value: Any) -> str:
    """One line of JSON, with nothing in it that a terminal would act on."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))
    return _RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", encoded.decode())


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_surrogates(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(inner) for inner in value]
    return value


@lru_cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    made = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"depeche {FORMAT}", **made}
