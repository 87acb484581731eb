"""When a predicted row is the gold row: one comparison a table, from 0 (another row) to 1 (the same).

Names are compared folded and forgivingly (a surname for a full name, one letter transliterated otherwise),
codes exactly, dates as EDTF without their qualifiers, spans by intersection over union.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]

_CLOSE = 0.8  # ratio from which two last names are the same name
_FIT = 0.75  # ratio that the whole names must have besides
_SHORT = 4  # characters: shorter strings are codes
_HALF = 0.5  # overlap of two sets of members from which they are the same side


def fold(text: Any) -> str:
    """Lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", str(text or "")).lower().replace("’", "'")
    return " ".join(re.findall(r"[a-z0-9']+", "".join(c for c in plain if not unicodedata.combining(c))))


def members(value: Any) -> set[str]:
    """The members of ``"COD; RWA"`` or of a list, folded."""
    parts = list(value) if isinstance(value, (list, tuple)) else str(value or "").split(";")
    return {fold(part) for part in parts if fold(part)}


def same_name(a: str, b: str) -> bool:
    """Whether two folded names or codes mean the same."""
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) <= _SHORT or len(b) <= _SHORT:
        return False
    words_a, words_b = a.split(), b.split()
    if set(words_a) <= set(words_b) or set(words_b) <= set(words_a):
        return True
    if difflib.SequenceMatcher(None, words_a[-1], words_b[-1]).ratio() < _CLOSE:
        return False
    return 1 in (len(words_a), len(words_b)) or difflib.SequenceMatcher(None, a, b).ratio() >= _FIT


def overlap(a: set[str], b: set[str]) -> float:
    """The Jaccard index of two sets of members under `same_name`."""
    if not a and not b:
        return 1.0
    hit = sum(any(same_name(x, y) for y in b) for x in a)
    return hit / max(1, len(a) + len(b) - hit)


def same_date(gold: Any, predicted: Any, accept: Iterable[Any] = ()) -> bool:
    """Whether a predicted EDTF value is the gold one or one accepted for it."""
    return _plain_date(predicted) in {_plain_date(value) for value in (gold, *accept)}


def _plain_date(value: Any) -> str | None:
    return re.sub(r"[~?%]", "", str(value)) if value else None


def _compatible(gold: Any, predicted: Any) -> bool:
    """Whether two dates can be the same day, as far as each tells it."""
    if not gold or not predicted:
        return True
    a, b = str(gold).split("/")[0], str(predicted).split("/")[0]
    return a.startswith(b) or b.startswith(a)


def _codes(text: Any) -> set[str]:
    return set(re.findall(r"\b[A-Z][A-Z0-9-]{1,}\b", str(text or "")))


def _same_cue(gold: Any, predicted: Any) -> bool:
    a, b = fold(gold), fold(predicted)
    if not a or not b:
        return a == b
    first, second = (re.sub(r"^(se |s')", "", cue).split()[0] for cue in (a, b))
    return first == second


def people(gold: Row, row: Row) -> float:
    """The same name, of the same side."""
    if not same_name(fold(gold["name"]), fold(row.get("name"))):
        return 0
    return float(overlap(members(gold.get("of")), members(row.get("of"))) >= _HALF)


def encounters(gold: Row, row: Row) -> float:
    """The same kind, planned or not, at a time that can be the same, by states or people that are."""
    kinds = {"talks": "meeting"}
    kind, other = gold["kind"], row.get("kind")
    if kinds.get(kind, kind) != kinds.get(str(other), other):
        return 0
    if (gold["status"] == "planned") != (row.get("status") == "planned"):
        return 0
    if not _compatible(gold.get("date"), row.get("date")):
        return 0
    states = overlap(members(gold.get("states")), members(row.get("states")))
    who = overlap(members(gold.get("participants")), members(row.get("participants")))
    best = max(states, who) if gold.get("participants") else states
    return best if best >= _HALF else 0


def _unnamed(speaker: str | None) -> bool:
    return not speaker or "unnamed" in speaker or speaker[:1].islower()


def statements(gold: Row, row: Row) -> float:
    """The same cue and speaker; the better the content fits, the better the match."""
    if not _same_cue(gold.get("cue"), row.get("cue")):
        return 0
    who = 1.0 if _unnamed(gold["speaker"]) else overlap(members(gold["speaker"]), members(row.get("speaker")))
    if who < _HALF:
        return 0
    return 0.6 * who + 0.4 * content_overlap(gold, row) + 0.001


def content_overlap(gold: Row, row: Row) -> float:
    """Intersection over union of the two spans of content; 0 where one is missing."""
    if not gold.get("content") or not row.get("content"):
        return 0.0
    (a, b), (c, d) = gold["content"], row["content"]
    return float(max(0, min(b, d) - max(a, c)) / max(1, max(b, d) - min(a, c)))


def positions(gold: Row, row: Row) -> float:
    """The same holder and stance, and a code in common where the gold target has one."""
    if overlap(members(gold["holder"]), members(row.get("holder"))) < _HALF or gold["stance"] != row.get(
        "stance"
    ):
        return 0
    wanted = _codes(gold.get("target"))
    return float(not wanted or bool(wanted & _codes(row.get("target"))))


def commitments(gold: Row, row: Row) -> float:
    """The same holder, and the same partner where there is one."""
    if overlap(members(gold["holder"]), members(row.get("holder"))) < _HALF:
        return 0
    partner = gold.get("partner")
    return float(not partner or overlap(members(partner), members(row.get("partner"))) >= _HALF)


def _sides(gold: Row, row: Row) -> float:
    gold_source, gold_target = members(gold["source"]), members(gold.get("target"))
    source, target = members(row["source"]), members(row.get("target"))
    straight = min(overlap(gold_source, source), overlap(gold_target, target))
    if not (gold.get("symmetric") or row.get("symmetric")):
        return straight
    crossed = min(overlap(gold_source, target), overlap(gold_target, source))
    return max(straight, crossed, overlap(gold_source | gold_target, source | target))


def gold_codes(gold: Row) -> set[str]:
    """The CAMEO codes that are right for a gold event."""
    return {str(gold["cameo"]), *map(str, gold.get("cameo_alt") or ())}


def events(gold: Row, row: Row) -> float:
    """The same sides and CAMEO root; the exact code and the status make a better match."""
    fit = _sides(gold, row)
    if fit < _HALF or str(row.get("cameo"))[:2] not in {code[:2] for code in gold_codes(gold)}:
        return 0
    exact = str(row.get("cameo")) in gold_codes(gold)
    return 0.5 * fit + 0.3 * exact + 0.2 * bool(gold["status"] == row.get("status"))


def dates(gold: Row, row: Row) -> float:
    """The same words, one within the other, and the same value."""
    a, b = fold(gold.get("text")), fold(row.get("text"))
    if not a or not b or not (a in b or b in a):
        return 0
    return float(same_date(gold.get("value"), row.get("value"), gold.get("accept") or ()))


COMPARE: dict[str, Callable[[Row, Row], float]] = {
    "people": people,
    "encounters": encounters,
    "statements": statements,
    "positions": positions,
    "commitments": commitments,
    "events": events,
    "dates": dates,
}
TABLES = tuple(COMPARE)
