"""The forms of nouns and adjectives: plurals and feminines by rule."""

from __future__ import annotations

import re

__all__ = ["feminine", "nominal_forms", "plural"]

_BARE = str.maketrans("áéíóú", "aeiou")
_ACCENTED = str.maketrans("aeiou", "áéíóú")
_SINGLE = {"régimen": "regímenes", "carácter": "caracteres", "imagen": "imágenes", "origen": "orígenes",
           "crimen": "crímenes", "raíz": "raíces"}  # fmt: skip
_NATION = re.compile(r"[^aeiou]?(?:és|án|ón|ín|or)$")
_ADJECTIVES_BOTH = re.compile(r"(?:ior|mayor|menor|mejor|peor|cortés|marrón)$")


def plural(word: str) -> str:
    """Return the plural of a noun or adjective: ``nación`` → ``naciones``."""
    if re.search(r"[^áéíóú]s$|x$", word) and not re.search(r"^[^aeiouáéíóú]*[aeiou]s$", word):
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word in _SINGLE:
        return _SINGLE[word]
    if re.search(r"[áéíóú][sn]$", word) and not word.endswith("aís"):
        return word[:-2] + word[-2].translate(_BARE) + word[-1] + "es"
    if word.endswith("aís"):
        return word + "es"
    if re.search(r"[íú]$", word):
        return word + "es"
    if match := re.fullmatch(r"(.*)([aeou])([^aeiouáéíóú]+[ei]n)", word):
        return match[1] + match[2].translate(_ACCENTED) + match[3] + "es"
    return word + ("s" if word[-1] in "aeiouáéó" else "es")


def feminine(adjective: str) -> str:
    """Return the feminine of a masculine adjective: ``francés`` → ``francesa``."""
    if adjective.endswith("o"):
        return adjective[:-1] + "a"
    if _ADJECTIVES_BOTH.search(adjective) or adjective.endswith(("común", "afín", "ruin")):
        return adjective
    if _NATION.search(adjective):
        return adjective[:-2] + adjective[-2].translate(_BARE) + adjective[-1] + "a"
    if adjective in {"español"}:
        return adjective + "a"
    return adjective


def nominal_forms(lemma: str, *, adjective: bool) -> list[str]:
    """The distinct forms of a noun or an adjective, the lemma first."""
    found = [lemma, plural(lemma)]
    if adjective:
        other = feminine(lemma)
        found += [other, plural(other)]
    return list(dict.fromkeys(found))
