"""Which language a text is in, among those that we read and their neighbours.

Three witnesses are heard. The small words that packs list (articles, prepositions, pronouns), and letters that only one
of them has, tell our languages apart, be the text ever so short; where they do not, the names of states do ("Moscou",
"Moscow"). Letters and their order (lingua) tell all others. Other names are of no language, and a quotation may be
in another than the text: both are left out where enough is left.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from depeche.errors import UnknownLanguage
from depeche.languages import codes, load

SAMPLE = 4000  # characters looked at
_SURE = 0.75  # confidence from which another language is believed
_ENOUGH = 60  # letters outside quotation marks that tell the language of the whole
_SHORT = 250  # letters: in fewer, foreign names can hide a language
_POSSIBLE, _POSSIBLE_IF_SHORT = 0.1, 0.01  # confidence from which a language of ours is kept
_TOLD = 0.4  # share of small words among all but names, from which they outweigh the letters
_AHEAD = 1.25  # times as many words as any other of our languages: these tell which
_FEWEST_WORDS = 4  # words besides names: fewer tell nothing either
# Of so many words besides names, small ones of a pack make up such a share where the pack reads the text, ahead of what
# the others have of it, and such a share where none does: 0.28 to 0.6 of a text of ours, 0.26 at most of a neighbour's
# (Occitan), 0.15 of Portuguese, 0.1 of Dutch and Romanian.
_MANY, _OURS, _BEHIND, _OTHERS = 40, 0.29, 0.6, 0.12

_LONG = 4  # letters of a word in the name of a state: shorter ones are articles and the like

# A word; one cut short by an apostrophe keeps it ("l'", "qu'"), an ending after one has it too ("'s").
_WORD = re.compile(r"[^\W\d_]+['’](?=[^\W\d_]{2})|['’]s\b|[^\W\d_]+")
_QUOTE = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_LATIN = re.compile(r"[A-Za-z]")


def identify(text: str) -> str:
    """The ISO 639-1 code of the pack that reads `text`; UnknownLanguage where there is none."""
    sample = _unquoted(text[:SAMPLE])
    words = _words(sample)
    plain = [word for word in words if not word[0].isupper()]
    if code := _told(words, plain):
        return code
    ranked = _values(" ".join(plain) if len(plain) >= _FEWEST_WORDS else sample)
    best, value = ranked[0]
    chance = max(value for code, value in ranked if code in codes())
    short = sum(map(len, words)) < _SHORT
    foreign = best not in codes() and value >= _SURE
    if (
        foreign
        and chance < (_POSSIBLE_IF_SHORT if short else _POSSIBLE)
        and not (short and _ours(words, plain))
    ):
        raise UnknownLanguage(
            f"the text seems to be in '{best}'; depeche reads {', '.join(codes())} "
            "(name one with --language to read it all the same)"
        )
    likely = _leading(_counted(words, _states()), _leading(_spelt(words), codes()))
    return next(code for code, _ in ranked if code in likely)


def by_words(text: str) -> str | None:
    """The pack that reads a text, by small words alone: cheap; "" where none does, None where only `identify` tells."""
    words = _words(_unquoted(text[:SAMPLE]))
    return _told(words, [word for word in words if not word[0].isupper()])


def _told(words: list[str], plain: list[str]) -> str | None:
    """The pack that reads a text by its small words alone, "" where none does; None where they do not tell."""
    if len(plain) < _MANY:
        return None
    counts = _counted(words, _small())
    code = max(counts, key=counts.__getitem__)
    first = counts.pop(code)
    second = max(counts.values(), default=0.0)
    if first >= _OURS * len(plain) and second <= _BEHIND * first:
        return code
    return "" if first < _OTHERS * len(plain) else None


def _ours(words: list[str], plain: list[str]) -> bool:
    """Whether a short text is in a language of ours, whatever its letters say, or has nothing but names."""
    if len(plain) < _FEWEST_WORDS:
        return any(map(_LATIN.match, words))
    small = _counted(words, _small())
    told = _leading(small, codes())
    if len(told) > 1:
        return False
    many = max(small.values()) >= _TOLD * len(plain)
    return many or told == _leading(_counted(words, _states()), codes())


def _words(text: str) -> list[str]:
    """The words of a text, those in capitals in small letters; without acronyms where not all are in capitals."""
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    if all(word.isupper() or word == "'s" for word in words):
        return [word.lower() for word in words]
    return [word for word in words if len(word) == 1 or not word.isupper()]


def _unquoted(sample: str) -> str:
    """The sample without what stands in quotation marks, where the rest is long enough or tells the language."""
    rest = _QUOTE.sub(" ", sample)
    enough = any(
        islice((sign for sign in rest if sign.isalpha()), _ENOUGH - 1, None)
    )  # a letter after so many
    tells = len(_leading(_counted(_words(rest), _small()), codes())) == 1
    return rest if enough or tells else sample


def _counted(words: list[str], packs: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """How many of the words each pack has; one that several have counts for each in part."""
    counts = dict.fromkeys(codes(), 0.0)
    for word in words:
        mine = packs.get(word.lower(), ())
        for code in mine:
            counts[code] += 1 / len(mine)
    return counts


def _spelt(words: list[str]) -> dict[str, float]:
    """How many small words of each pack there are, and other words, no names, with letters of it alone."""
    counts = _counted(words, _small())
    for word in words:
        if word.islower() and word not in _small():
            for code in {code for letter in word for code in _letters().get(letter, ())}:
                counts[code] += 1
    return counts


def _leading(counts: dict[str, float], among: Sequence[str]) -> Sequence[str]:
    """Those of some packs of which no other has so many more of the words that they tell the language."""
    most = max(counts[code] for code in among)
    return [code for code in among if not most or counts[code] * _AHEAD > most]


@lru_cache
def _small() -> dict[str, tuple[str, ...]]:
    """The packs that list a small word."""
    return _shared({code: load(code).table("pack")["small"] for code in codes()})


@lru_cache
def _letters() -> dict[str, tuple[str, ...]]:
    """The pack that lists a letter."""
    return _shared({code: load(code).table("pack").get("letters", "") for code in codes()})


@lru_cache
def _states() -> dict[str, tuple[str, ...]]:
    """The packs that have a word, no small one, in the names of states, of their people and capitals."""
    return _shared(
        {
            code: [
                word
                for region in load(code).tables("states").values()
                for row in region.values()
                for names in row.values()
                for name in ([names] if isinstance(names, str) else names)
                for word in _words(name.lower())
                if word not in _small() and len(word) >= _LONG
            ]
            for code in codes()
        }
    )


def _shared(words: dict[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The packs that have a word."""
    packs: dict[str, tuple[str, ...]] = {}
    for code, mine in words.items():
        for word in frozenset(mine):
            packs[word] = (*packs.get(word, ()), code)
    return packs


def known(code: str) -> str:
    """The code of a pack that the caller names; UnknownLanguage if there is none."""
    load(code.lower())
    return code.lower()


def _values(sample: str) -> list[tuple[str, float]]:
    """Codes with the confidence in each, best first."""
    whole = sample.encode(errors="replace").decode()  # the detector takes no lone surrogates
    values = _detector().compute_language_confidence_values(whole)
    return [(value.language.iso_code_639_1.name.lower(), value.value) for value in values]


@lru_cache
def _detector() -> Any:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    wanted = set(codes()).union(*(load(code).table("pack").get("neighbours", ()) for code in codes()))
    names = [getattr(IsoCode639_1, code.upper()) for code in sorted(wanted)]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*names).with_low_accuracy_mode().build()
