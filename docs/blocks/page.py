"""The fenced blocks of a Markdown page that can be run, and the output that it shows of them."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

import msgspec

Kind = Literal["command", "python", "r", "file", "more"]

_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}) *(?P<language>[\w-]*)(?P<rest>.*)$")
_TITLE = re.compile(r'title="([^"]+)"')
_ELISION = "..."


class Step(msgspec.Struct, frozen=True):
    """A thing to do: a command, a program, a file to write (`name`), or to look on in what was printed last (`more`).

    `shown` is the output on the page, which stands in its lines `first` to `last` (half-open, counted from 0) after
    `indent`; None where it shows none.
    """

    kind: Kind
    source: str
    shown: list[str] | None = None
    first: int = 0
    last: int = 0
    indent: str = ""
    name: str = ""


class Fence(msgspec.Struct, frozen=True):
    """A fenced block: its language, its lines without indentation, and the line on which they begin."""

    language: str
    title: str | None
    lines: list[str]
    first: int
    indent: str


def steps(text: str) -> Iterator[Step]:
    """What a page has to be done, in order."""
    blocks = list(fences(text))
    lines = text.splitlines()
    spoken_for = None
    for block, following in zip_longest(blocks, blocks[1:]):
        if block is spoken_for:
            continue
        if block.title:
            yield Step("file", "\n".join(block.lines) + "\n", name=block.title)
        elif block.language == "console":
            yield from _commands(block)
        elif block.language == "python" or block.language == "r":
            spoken_for = following if following and _is_output(following, block, lines) else None
            yield _program(block, spoken_for)
        elif block.language == "text":
            last = block.first + len(block.lines)
            yield Step("more", "", [_ELISION, *block.lines, _ELISION], block.first, last, block.indent)


def fences(text: str) -> Iterator[Fence]:
    """The fenced blocks of a page."""
    lines = iter(enumerate(text.splitlines()))
    for number, line in lines:
        opening = _FENCE.match(line)
        if opening is None:
            continue
        indent, ticks = opening["indent"], opening["ticks"]
        inner = []
        for _, line in lines:
            if line.strip() == ticks:
                break
            inner.append(line.removeprefix(indent))
        title = _TITLE.search(opening["rest"])
        yield Fence(opening["language"], title and title[1], inner, number + 1, indent)


def fits(shown: list[str], told: list[str]) -> bool:
    """Whether the output on a page is what came out; a line of three dots stands for some lines of it."""
    pattern = "".join(r"(?:.*\n)*" if line == _ELISION else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in told)) is not None


def again(shown: list[str], told: list[str]) -> list[str]:
    """The output for a page anew: of what it elides, the stretches that begin as before; else its head and tail."""
    if _ELISION not in shown:
        return told
    stretches = _stretches(shown)
    found, at = [], 0
    for stretch in stretches[:-1] if stretches[-1] else stretches:
        if stretch and stretch[0] in told[at:]:
            at = told.index(stretch[0], at)
        elif stretch is not stretches[0]:
            break
        found += [*told[at : at + len(stretch)], _ELISION]
        at += len(stretch)
    tail = len(stretches[-1])
    return [*found, *told[len(told) - tail :]] if len(told) - tail > at else told


def _stretches(shown: list[str]) -> list[list[str]]:
    """The lines between the elisions."""
    parts: list[list[str]] = [[]]
    for line in shown:
        if line == _ELISION:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _commands(block: Fence) -> Iterator[Step]:
    """The commands of a console block; one that ends in a backslash goes on in the next line."""
    at = 0
    while at < len(block.lines):
        line = block.lines[at]
        if not line.startswith("$ "):
            raise ValueError(f"line {block.first + at + 1}: a console block begins with a command: {line}")
        source = [line[2:]]
        while source[-1].endswith("\\"):
            at += 1
            source.append(block.lines[at])
        at += 1
        first = at
        while at < len(block.lines) and not block.lines[at].startswith("$ "):
            at += 1
        shown = block.lines[first:at]
        while shown and not shown[-1].strip():
            shown.pop()
        last = first + len(shown)
        yield Step(
            "command",
            "\n".join(source),
            shown or None,
            block.first + first,
            block.first + last,
            block.indent,
        )


def _program(block: Fence, told: Fence | None) -> Step:
    kind: Kind = "python" if block.language == "python" else "r"
    source = "\n".join(block.lines) + "\n"
    if told is None:
        return Step(kind, source)
    return Step(kind, source, told.lines, told.first, told.first + len(told.lines), told.indent)


def _is_output(block: Fence, before: Fence, lines: list[str]) -> bool:
    """Whether a block of plain text follows a program at once."""
    end = before.first + len(before.lines) + 1
    return block.language == "text" and not any(line.strip() for line in lines[end : block.first - 1])
