"""Which language a text is in, among those that we read and their neighbours."""

import re
from functools import lru_cache
from typing import Any

from depeche.errors import UnknownLanguage
from depeche.languages import codes, load

SAMPLE = 4000  # characters looked at
_SURE = 0.75  # confidence from which another language is believed
_FEWEST = 25  # letters: fewer tell nothing
# Confidence from which a language of ours is kept: foreign names can hide it in a short text.
_FEWEST_WORDS, _SHARE = (
    2,
    0.12,
)  # own words of a language that tell a short text, and their share of its words
_POSSIBLE, _POSSIBLE_IF_SHORT, _SHORT = 0.1, 0.01, 250


def identify(text: str) -> str:
    """The ISO 639-1 code of the pack that reads `text`; UnknownLanguage where there is none."""
    sample = text[:SAMPLE]
    ranked = _values(sample)
    ours = [(code, value) for code, value in ranked if code in codes()]
    best, value = ranked[0]
    mine, chance = ours[0]
    letters = sum(character.isalpha() for character in sample)
    if letters < _SHORT and (told := _by_words(sample)) is not None:
        return told
    enough = _POSSIBLE if letters >= _SHORT else _POSSIBLE_IF_SHORT
    if best == mine or chance >= enough or letters < _FEWEST or value < _SURE:
        return mine
    raise UnknownLanguage(
        f"the text seems to be in '{best}'; depeche reads {', '.join(codes())} "
        "(name one with --language to read it all the same)"
    )


def _by_words(sample: str) -> str | None:
    """The pack of whose own frequent words a short text has the most: enough of them, and of no other's as many."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = {code: sum(word in own for word in words) for code, own in _own().items()}
    first, *others = sorted(counts, key=lambda code: -counts[code])
    enough = counts[first] >= max(_FEWEST_WORDS, len(words) * _SHARE)
    return first if enough and all(counts[first] > 2 * counts[code] for code in others) else None


@lru_cache
def _own() -> dict[str, frozenset[str]]:
    return {code: frozenset(load(code).table("pack").get("own", ())) for code in codes()}


def known(code: str) -> str:
    """The code of a pack that the caller names; UnknownLanguage if there is none."""
    load(code.lower())
    return code.lower()


def _values(sample: str) -> list[tuple[str, float]]:
    """Codes with the confidence in each, best first."""
    values = _detector().compute_language_confidence_values(sample)
    return [(value.language.iso_code_639_1.name.lower(), value.value) for value in values]


@lru_cache
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    wanted = set(codes()).union(*(load(code).table("pack").get("neighbours", ()) for code in codes()))
    names = [getattr(IsoCode639_1, code.upper()) for code in sorted(wanted)]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*names).with_low_accuracy_mode().build()
