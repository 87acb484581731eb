"""What the reading of speech gives: statements with their place among the tokens."""

from collections.abc import Sequence

import msgspec

from depeche.record import Span, Statement
from depeche.record.tables import Mode
from depeche.understanding.actors.mention import Mention


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement: what its row holds, and where it stands among the tokens of the parse.

    `token` is the cue's token (the verb that is inflected, the noun, the preposition), None where the
    attribution is implicit. `first` … `last` are the tokens of the content, both included, None where the
    cue has no content. `parent` is the index in `Speech.statements` of the statement around this one.
    """

    speaker: str | None
    speaker_of: str | None
    cue: str | None
    mode: Mode
    content: Span | None
    via: str | None = None
    speaker_span: Span | None = None
    cue_span: Span | None = None
    evidence: tuple[Span, ...]
    about: tuple[str, ...] = ()
    token: int | None = None
    first: int | None = None
    last: int | None = None
    mention: Mention | None = None
    parent: int | None = None


class Speech:
    """The statements of a dispatch, in the order of their cues, and whose voice each token stands in."""

    def __init__(self, statements: Sequence[Said], length: int) -> None:
        self.statements = tuple(statements)
        self._voice = voices(self.statements, length)
        self._cues = {said.token: said for said in self.statements if said.token is not None}

    @property
    def rows(self) -> tuple[Statement, ...]:
        """The rows of the record."""
        return tuple(_row(said) for said in self.statements)

    def voice(self, i: int) -> Said | None:
        """The innermost statement whose content holds token `i`; None in the narrator's voice."""
        index = self._voice[i]
        return None if index is None else self.statements[index]

    def by_cue(self, i: int) -> Said | None:
        """The statement whose cue is token `i`."""
        return self._cues.get(i)


def voices(statements: Sequence[Said], length: int) -> list[int | None]:
    """For each token the index of the innermost statement whose content holds it, in one sweep.

    Of two contents that overlap without one holding the other, the later one counts where both stand; of two
    with the same content, who said it first, not who took it up ("…, a charge Kigali denies").
    """
    spans = [
        (said.first, said.last, index)
        for index, said in enumerate(statements)
        if said.first is not None and said.last is not None
    ]
    spans.sort(key=lambda span: (span[0], -span[1], -span[2]))
    out: list[int | None] = [None] * length
    stack: list[tuple[int, int]] = []
    at = 0
    for first, last, index in [*spans, (length, length, 0)]:
        while stack and at < first:  # up to where the next content begins
            end = min(first, stack[-1][0] + 1)
            if end > at:
                out[at:end] = [stack[-1][1]] * (end - at)
                at = end
            if at < first:
                stack.pop()
        at = first
        stack.append((last, index))
    return out


def _row(said: Said) -> Statement:
    return Statement(
        speaker=said.speaker,
        speaker_of=said.speaker_of,
        cue=said.cue,
        mode=said.mode,
        content=said.content,
        via=said.via,
        speaker_span=said.speaker_span,
        cue_span=said.cue_span,
        about=said.about,
        evidence=said.evidence,
    )
