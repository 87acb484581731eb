"""Values as the engines can store them."""

import re
from typing import Any

import msgspec

# PostgreSQL stores no NUL, and no engine stores half of a surrogate pair.
_REFUSED = re.compile("[\0\ud800-\udfff]")


def text(value: str) -> str:
    """The text with U+FFFD for each character that no engine stores; no offset moves."""
    return _REFUSED.sub("\ufffd", value)


def plain(value: Any) -> Any:
    """A value of a record as plain lists, mappings and storable text."""
    # Few texts hold what is refused, and the whole as JSON soon tells.
    try:
        whole = msgspec.json.encode(value)
    except UnicodeEncodeError:
        whole = b""
    if whole and b"\\u0000" not in whole:
        return msgspec.json.decode(whole)
    return _cleaned(msgspec.to_builtins(value))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value
