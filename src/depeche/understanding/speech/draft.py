"""A statement while it is being made: cue, content and voice, before order, nesting and wording."""

import msgspec

from depeche.understanding.speech.ends import Part
from depeche.understanding.speech.match import Hit
from depeche.understanding.speech.voice import Voice


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A statement found; `hit` is None where no cue stands, `verbatim` marks the speaker's own wording."""

    voice: Voice
    part: Part | None
    hit: Hit | None = None
    verbatim: bool = False

    @property
    def place(self) -> int:
        """The token by which statements are put in order."""
        if self.hit is not None:
            return self.hit.token
        return self.part.first if self.part is not None else 0
