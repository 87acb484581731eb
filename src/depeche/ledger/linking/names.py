"""Whether two names may be one, spelt two ways."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from depeche.knowledge.folding import fold
from depeche.understanding.actors.spelling import skeleton

# Mandarin as Pinyin and as the Russian press transcribes it, brought to one coarse sound: Xi Jinping is
# "Si Tsinpin", Wang Yi "Van I". In the order in which they are replaced (Palladius's system, after Pinyin).
_MANDARIN = (
    ("chzh", "c"), ("tszi", "ci"), ("tsz", "c"), ("dz", "c"), ("zh", "c"), ("ts", "c"), ("ch", "c"),
    ("sh", "s"), ("x", "s"), ("q", "c"), ("j", "c"), ("z", "c"), ("ng", "n"), ("kh", "h"), ("w", "v"),
    ("yi", "i"), ("y", "i"), ("ii", "i"), ("uo", "o"),
)  # fmt: skip
# One sound, written three ways: Zhaparov, Djaparov, Japarov.
_ONE_SOUND = (("dzh", "j"), ("zh", "j"), ("dj", "j"))
_KH = ("k", "h")  # as which kh is heard: Kadhafi, Rahmon
# Letters that are no accented ones: Radosław is Radoslaw.
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss",
                          "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th", "Þ": "Th"})  # fmt: skip
VERSION = 1  # of the rules of keys: with another one, ledgers have their keys made anew
SHORTEST = 3  # letters of a word that can tell a person
LONG = 7  # letters of a word in which two vowels may be heard otherwise
# Words that one spelling of a name has and another lacks.
_PARTICLES = frozenset(["al", "el", "as", "ash", "ar", "an", "ben", "bin", "ibn", "bint", "ould", "uld"])

Words = tuple[str, ...]


@lru_cache(maxsize=200_000)
def words(name: str) -> Words:
    """The folded words of a name, without particles where two words are left."""
    plain = name.translate(_LETTERS).replace("'", "").replace("’", "")
    every = [part for word in plain.split() for part in fold(_unhyphened(word)).split()]
    telling = [word for word in every if word not in _PARTICLES]
    return tuple(telling if len(telling) > 1 else every)


def _unhyphened(word: str) -> str:
    """A word without its hyphens, and without an article that one of them ties to it: al-Thani, Thani."""
    article, hyphen, rest = word.partition("-")
    return (rest if hyphen and fold(article) in _PARTICLES else word).replace("-", "")


@lru_cache(maxsize=200_000)
def sounds(name: str) -> Words:
    """What the words of a Mandarin name have in common in all transcriptions."""
    return tuple(_mandarin(word) for word in words(name))


def keys(name: str, *, mandarin: bool = False) -> frozenset[str]:
    """Names that share no key are not one person's."""
    if mandarin:
        return frozenset({"".join(sounds(name))} | {_head(word) for word in sounds(name)})
    telling = [word for word in words(name) if len(word) >= SHORTEST]
    return frozenset(_head(_skeleton(word, kh)) for word in telling for kh in _KH)


def one(a: str, b: str, *, mandarin: bool = False) -> bool:
    """Whether two full names may be one: each word of the shorter has its like in the longer.

    An initial stands for a word; at least one long word must be alike, and a single word tells nobody.
    """
    if mandarin:
        return "".join(sounds(a)) == "".join(sounds(b))
    short, long = sorted((words(a), words(b)), key=len)
    if len(short) < 2:
        return False
    if len(short) < len(long) and _skeleton("".join(short)) == _skeleton(
        "".join(long)
    ):  # Jean-Yves and Jean Yves
        return True
    if _genders(words(a)[0], words(b)[0]):
        return False
    rest, told = list(long), False
    for word in short:
        like = next((other for other in rest if _like(word, other)), None)
        if like is None:
            return False
        rest.remove(like)
        told = told or min(len(word), len(like)) >= SHORTEST
    return told


def is_surname_of(word: str, name: str) -> bool:
    """Whether a single word is the family name in a full name: its last word, or its first."""
    full = words(name)
    return len(full) > 1 and any(_like(word, end) for end in (full[-1], full[0])) and len(word) >= SHORTEST


def same(a: str, b: str) -> bool:
    """Whether two names are the same but for case, accents, hyphens and the order of their words."""
    return sorted(words(a)) == sorted(words(b))


@lru_cache(maxsize=200_000)
def _like(a: str, b: str) -> bool:
    """Whether two words may be one: the same consonants in all transliterations, and nearly the same vowels."""
    if 1 in (len(a), len(b)):
        return a[0] == b[0]
    if f"{a}a" == b or a == f"{b}a":  # Ivanov and Ivanova
        return False
    if f"{a[-1]}{b[-1]}" in ("ao", "oa"):  # Mario and Maria
        return False
    return any(_near(_skeleton(a, kh), _skeleton(b, kh)) for kh in _KH)


def _near(x: str, y: str) -> bool:
    """Whether two skeletons differ in no more than a vowel or two."""
    near = 1 if max(len(x), len(y)) < LONG else 2
    return x == y or (_consonants(x) == _consonants(y) and Levenshtein.distance(x, y) <= near)


def _genders(a: str, b: str) -> bool:
    """Whether two first names are a man's and a woman's: Simon and Simone. Of a family name it tells nothing."""
    return f"{a}e" == b or f"{b}e" == a


def _skeleton(word: str, kh: str = "k") -> str:
    """What two transliterations have in common, where `kh` is heard as k or as h; a last h is silent."""
    for old, new in (*_ONE_SOUND, ("kh", kh)):
        word = word.replace(old, new)
    return skeleton(word[:-1] if word.endswith(("ah", "eh")) else word)


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aiu")


def _head(word: str) -> str:
    """What of a word all its spellings keep: its consonants, the first few."""
    return word[:1] + _consonants(word[1:])[:3]


def _mandarin(word: str) -> str:
    for old, new in _MANDARIN:
        word = word.replace(old, new)
    return word
