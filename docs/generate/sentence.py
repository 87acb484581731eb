"""The picture of one sentence: its words, the arcs of its parse, and the act that is read from them."""

from html import escape

import msgspec

from depeche.reader import Reader
from depeche.record import Event

SENTENCE = "Le ministre chinois, Wang Yi, a promis de livrer des vaccins au Kazakhstan."
_LETTER, _GAP, _MARGIN = 8.4, 12.0, 24.0  # pixels: a letter, between words, at the sides
_LEVEL, _GROUND = 26.0, 112.0  # height of an arc for each level, and where the words stand
_QUIET = ("punct", "det", "flat:name", "aux:tense", "case", "mark")  # arcs that tell little

_STYLE = """
  text { font: 15px system-ui, "Segoe UI", "Liberation Sans", sans-serif; fill: #23201a; text-anchor: middle; }
  .relation { font-size: 11px; fill: #6b6455; }
  .role { font-size: 12px; font-weight: 600; fill: #9c2f2f; }
  .code { font-size: 12px; fill: #1f3a5f; }
  path { fill: none; stroke: #a89f8a; stroke-width: 1.4; }
  .span { stroke: #9c2f2f; stroke-width: 2; }
"""


class Placed(msgspec.Struct, frozen=True):
    """A word in the picture: its offsets in the sentence, and where it stands."""

    start: int
    end: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where arcs reach it."""
        return (self.left + self.right) / 2


def picture() -> str:
    """The sentence, as SVG."""
    reader = Reader("fr")
    doc = reader.parse(reader.document(SENTENCE)).doc
    words = _placed([(token.idx, token.idx + len(token)) for token in doc])
    event = reader.read(SENTENCE).events[0]
    arcs = [
        (words[token.head.i], words[token.i], token.dep_)
        for token in doc
        if token.head.i != token.i and token.dep_ not in _QUIET
    ]
    width = words[-1].right + _MARGIN
    parts = [
        *(_arc(*arc, level=_level(arc[0], arc[1], words)) for arc in arcs),
        *(_text(word.middle, _GROUND + 18, SENTENCE[word.start : word.end]) for word in words),
        *_roles(event, words),
    ]
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {_GROUND + 84:.0f}" role="img">\n'
        f"<title>{escape(SENTENCE)}</title>\n<style>{_STYLE}</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#f7f3e9"/>\n{body}\n</svg>\n'
    )


def _placed(spans: list[tuple[int, int]]) -> list[Placed]:
    words, at = [], _MARGIN
    for number, (start, end) in enumerate(spans):
        touches = number > 0 and spans[number - 1][1] == start
        left = at - (_GAP - 3 if touches else 0)
        right = left + max(_LETTER * (end - start), 6)
        words.append(Placed(start, end, left, right))
        at = right + _GAP
    return words


def _level(head: Placed, word: Placed, words: list[Placed]) -> int:
    """How high an arc goes: by the words that it spans, few heights in all."""
    low, high = sorted((head.left, word.left))
    between = sum(low < other.left <= high for other in words)
    return min(4, 1 + between // 2)


def _arc(head: Placed, word: Placed, relation: str, *, level: int) -> str:
    turn = 6 if word.left > head.left else -6
    start, end, top = head.middle + turn, word.middle, _GROUND - _LEVEL * level
    path = f"M{start:.1f} {_GROUND} C{start:.1f} {top:.1f} {end:.1f} {top:.1f} {end:.1f} {_GROUND}"
    name = _text((start + end) / 2, _GROUND - 0.75 * _LEVEL * level - 4, relation, "relation")
    return f'<path d="{path}"/>\n{name}'


def _roles(event: Event, words: list[Placed]) -> list[str]:
    """Below the words: who acts, the act, and towards whom."""
    sides = (("source", event.source_span, event.source), ("target", event.target_span, event.target))
    parts = [_role(span, name, code or "", words) for name, span, code in sides if span]
    act = f"{event.modality} × {event.frame}" if event.modality else str(event.frame)
    told = f"CAMEO {event.cameo}, PLOVER {event.plover.event}"
    return [*parts, _role(event.evidence[0], act, told, words)]


def _role(span: tuple[int, int], name: str, code: str, words: list[Placed]) -> str:
    meant = [word for word in words if span[0] <= word.start and word.end <= span[1]]
    left, right = meant[0].left, meant[-1].right
    line = f'<path class="span" d="M{left:.1f} {_GROUND + 30} H{right:.1f}"/>'
    middle = (left + right) / 2
    return "\n".join(
        [line, _text(middle, _GROUND + 50, name, "role"), _text(middle, _GROUND + 68, code, "code")]
    )


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}>{escape(words)}</text>'
