"""Words of a dispatch made safe to show: no control character acts, and offsets stay right."""

import re

_RETURN = re.compile(r"\r(?!\n)")
_UNSAFE = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"}
    | {0x7F: 0x2421, 0x0D: " "}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0x61C, 0xFEFF], "\ufffd")
    | dict.fromkeys([*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)], "\ufffd")
)


def visible(words: str) -> str:
    """The words with each control character replaced by one that only shows, so offsets stay right."""
    return _RETURN.sub("\n", words).translate(_UNSAFE)
