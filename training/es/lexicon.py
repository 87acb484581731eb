"""The Spanish words that the grammar may use."""

from __future__ import annotations

from pathlib import Path

from training.common.lexicon import Lexicon
from training.es.words import plural

__all__ = ["LEXICON", "entries", "names"]

LEXICON = Lexicon(Path(__file__).parent / "data", plural=plural)
entries = LEXICON.entries
_OF = ("de", "del")
_ARTICLES = ("la", "las", "los")


def _tree(entry: str) -> str:
    """A name of several words as a rule of the grammar: ``Costa de Marfil`` → ``*Costa [de:case *Marfil]:nmod``."""
    words = entry.split()
    for place, word in enumerate(words[1:], 1):
        if word not in _OF:
            continue
        article = place + 1 < len(words) and words[place + 1] in _ARTICLES
        rest = words[place + 1 + article :]
        marks = f"{word}/ADP:case" + (f" {words[place + 1]}/DET/el:det" if article else "")
        inner = _tree(" ".join(rest))
        return (
            _flat(words[:place]) + f" [{marks} {inner if inner[0] == '*' else '*' + inner + '/PROPN'}]:nmod"
        )
    return _flat(words) if len(words) > 1 else entry


def _flat(words: list[str]) -> str:
    return " ".join([f"*{words[0]}/PROPN", *(f"{word}/PROPN:flat" for word in words[1:])])


def names(gazetteer: str) -> list[str]:
    """The entries of a gazetteer; names of places and bodies that have a preposition within are trees."""
    found = entries(gazetteer)
    if gazetteer.lower() in {"first_m", "first_f", "last", "particle"}:
        return found
    return [_tree(entry) if any(f" {word} " in entry for word in _OF) else entry for entry in found]
