"""Numbered meetings as texts name them: an ordinal, words of the kind of meeting, the forum."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from depeche.kept import Kept
from depeche.knowledge.folding import fold
from depeche.knowledge.hit import Hit
from depeche.knowledge.meetings import Meeting, find_meeting, label
from depeche.languages.pack import load

_REACH = 110
_STOP = re.compile(r"\.(?![ªº])|[,;:!?\n()]")  # the point of an ordinal ("31.ª") is no end
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class NamedMeeting(msgspec.Struct, frozen=True):
    """Characters ``[start, end)`` that name an edition of a forum; `meeting` is None where none is dated."""

    start: int
    end: int
    label: str
    meeting: Meeting | None


def named_meetings(text: str, hits: Sequence[Hit], language: str) -> tuple[NamedMeeting, ...]:
    """The numbered meetings that a text names, in its order; `hits` are the gazetteer's for the same text."""
    words = _words(language)
    found = [named for hit in hits if (named := words.before(text, hit))]
    rows = sorted([*found, *words.after(text)], key=lambda named: (named.start, -named.end))
    return tuple(row for at, row in enumerate(rows) if not at or row.start >= rows[at - 1].end)


class _Words:
    """One language's words for kinds of meetings and for their numbers."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        endings = "|".join(sorted(table["endings"], key=len, reverse=True))
        self._figures = re.compile(rf"(\d{{1,2}})[.-]?(?:{endings})")
        self._roman = re.compile(rf"([IVX]+|[IVXLC]{{2,}})(?:{endings})?")
        names = {name: code for code, listed in table["after"].items() for name in listed}
        self._names = names
        self._values = Kept(self._number)
        self._counted = re.compile(rf"\b({'|'.join(map(re.escape, names))})[- ]?(\d{{1,2}}|[IVX]+)\b")

    def before(self, text: str, hit: Hit) -> NamedMeeting | None:
        """The meeting whose ordinal stands before the forum's name, words of its kind right after it."""
        if hit.code is None or hit.kind not in ("forum", "organisation"):
            return None
        left = _STOP.split(text[max(0, hit.start - _REACH) : hit.start])[-1]
        start = hit.start - len(left)
        for first, last, edition in self._numbers(left):
            between = fold(left[last:] + text[hit.start : hit.end])
            kind = self._kind(" ".join(between.split()))
            if kind is None and not left[last:].strip():
                return self._forum_first(text, hit, start + first, edition)
            return _named(start + first, hit.end, hit.code, edition, kind) if kind else None
        return None

    def _forum_first(self, text: str, hit: Hit, start: int, edition: int) -> NamedMeeting | None:
        """The meeting whose kind ends, or follows, the forum's name that stands right after the ordinal."""
        rest = _STOP.split(text[hit.end : hit.end + _REACH])[0]
        following = " " + " ".join(fold(rest).split())
        words = next((w for w in self.table.get("following", ()) if following.startswith(f" {w}")), None)
        if words is not None:
            last = hit.end + len(rest) - len(rest.lstrip()) + len(words)
            kind = self._first_kind(following)
            return _named(start, last, hit.code or "", edition, kind) if kind else None
        name = fold(text[hit.start : hit.end])
        told = any(f" {word} " in f" {name} " for word in self.table.get("following", ()))
        kind = self._first_kind(name) if told else None
        return _named(start, hit.end, hit.code or "", edition, kind) if kind else None

    def _numbers(self, left: str) -> Iterator[tuple[int, int, int]]:
        """The ordinals of up to three words, the last first: where each starts and ends, its value."""
        words = list(re.finditer(r"[\w-]+", left))
        for last in range(len(words) - 1, -1, -1):
            for first in range(max(0, last - 2), last + 1):
                if value := self.number(left[words[first].start() : words[last].end()]):
                    yield words[first].start(), words[last].end(), value
                    break

    def after(self, text: str) -> Iterator[NamedMeeting]:
        """The meetings whose number follows the forum's name ("COP28")."""
        for match in self._counted.finditer(text):
            code = self._names[match[1]]
            edition = int(match[2]) if match[2].isdigit() else _roman(match[2])
            kind = self.table["after_kinds"].get(code, "summit")
            yield _named(match.start(), match.end(), code, edition, kind)

    def number(self, word: str) -> int:
        """The value of an ordinal in figures, Roman figures or words; 0 if it is none."""
        return self._values[word]

    def _number(self, word: str) -> int:
        bare = "-".join(fold(word).split())
        if match := self._figures.fullmatch(bare):
            return int(match[1])
        if (match := self._roman.fullmatch(word)) and len(word) > 1:
            return _roman(match[1])
        return self._spelt(bare)

    def _spelt(self, bare: str) -> int:
        if value := int(self.table["ordinals"].get(bare, 0)):
            return value
        for ten, value in self.table["tens"].items():
            if bare.startswith(f"{ten}-"):
                rest = bare[len(ten) + 1 :].removeprefix(self.table["and"])
                unit = int(self.table["ordinals"].get(rest, 0))
                return int(value) + unit if unit else 0
        return 0

    def _kind(self, between: str) -> str | None:
        return self._first_kind(between) if between.startswith(tuple(self.table["meetings"])) else None

    def _first_kind(self, words: str) -> str | None:
        return next((str(kind) for told, kind in self.table["kinds"] if told in words), None)


def _named(start: int, end: int, code: str, edition: int, kind: str) -> NamedMeeting:
    """The edition with its date, of the kind named or, where the table knows another one only, of that."""
    meeting = find_meeting(code, edition, kind)
    if meeting is None and kind in ("summit", "session", "conference"):
        meeting = find_meeting(code, edition)
    return NamedMeeting(start, end, meeting.label if meeting else label(code, edition, kind), meeting)


def _roman(figures: str) -> int:
    values = [_ROMAN[figure] for figure in figures]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@lru_cache
def _words(language: str) -> _Words:
    return _Words(load(language).table("meetings"))
