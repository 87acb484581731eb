"""Attestations of persons: a name as written, with one role of one side, and when."""

from functools import cached_property

import msgspec

from depeche.ledger.linking import names

# States whose names come to us in more than one transcription of Mandarin.
_MANDARIN = ("CHN", "TWN", "SGP")


class Attested(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """An attestation: `first` and `last` are the days of the dispatches that make it, ISO 8601.

    `sign` is its mark where that is another than name, side and role make: one dispatch's, ruled to be a homonym's.
    """

    id: int
    name: str
    of: str | None = None
    role: str | None = None
    former: bool = False
    first: str | None = None
    last: str | None = None
    mentions: int = 1
    person: int | None = None
    reason: str | None = None
    sign: str | None = None
    steady: bool | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles, the most relevant first."""
        return tuple(self.role.split("; ")) if self.role else ()

    @property
    def mark(self) -> str:
        """What tells it from all others."""
        return self.sign or mark(self.name, self.of, self.role, former=self.former)

    @property
    def mandarin(self) -> bool:
        """Whether the name may be a transcription of Mandarin."""
        return self.of in _MANDARIN

    @cached_property
    def full(self) -> bool:
        """Whether there is more than a single word of the name."""
        return len(names.words(self.name)) > 1

    @cached_property
    def keys(self) -> frozenset[str]:
        """Who shares none of these is another person."""
        return names.keys(self.name, mandarin=self.mandarin)


def mark(name: str, of: str | None, role: str | None, *, former: bool) -> str:
    """The mark of an attestation, such as ``"Wang Yi|CHN|foreign minister|"``."""
    return "|".join((name, of or "", role or "", "former" if former else ""))


def in_one_dispatch(sign: str, digest: str) -> str:
    """The mark of what one dispatch attests, where it was ruled that it is not whom the others mean."""
    return f"{sign}|{digest}"
