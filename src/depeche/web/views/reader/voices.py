"""Who speaks where: the statements of a dispatch as bands beside its text, nested as they are told."""

from collections.abc import Sequence

import msgspec

from depeche.record import Span, Statement
from depeche.web.views.reader.marks import key

DEEPEST = 6  # bands around a band that are counted


class Band(msgspec.Struct, frozen=True):
    """The characters that a statement covers; `voice` numbers its speaker, `depth` counts the bands around it.

    `by` and `of` are the speaker and the side as the row tells them, `via` is who passes the words on.
    """

    row: str
    start: int
    end: int
    voice: int
    depth: int
    by: str | None
    of: str | None
    via: str | None


def bands(statements: Sequence[Statement]) -> tuple[Band, ...]:
    """The bands in the order of the text, the outer before the inner; speakers numbered as they come."""
    spans = sorted(
        ((_covered(row), number) for number, row in enumerate(statements)),
        key=lambda item: (item[0][0], -item[0][1], item[1]),
    )
    voices: dict[str | None, int] = {}
    around: list[int] = []  # where the bands end that are not over
    out = []
    for (start, end), number in spans:
        row = statements[number]
        around = [outer for outer in around if outer > start][:DEEPEST]
        depth = len(around)
        around.append(end)
        voice = voices.setdefault(row.speaker or row.speaker_of, len(voices))
        out.append(
            Band(key("statements", number), start, end, voice, depth, row.speaker, row.speaker_of, row.via)
        )
    return tuple(out)


def _covered(row: Statement) -> Span:
    return row.content or (row.evidence[0][0], row.evidence[-1][1])
