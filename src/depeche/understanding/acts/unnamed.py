"""Sides that a text tells of and leaves unnamed: they are nobody whom its other words name."""

from depeche.ontology import frames
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Entry

# Operators that say words to somebody, and the stances that words of blame and thanks take to somebody.
SAYING = frozenset({"appeal", "demand", "threaten"})
JUDGING = frozenset({"condemns", "opposes", "welcomes"})


def aims(entry: Entry) -> bool:
    """Whether an entry's words are said to or of a side, which must be named where one is to be known."""
    frame = frames().get(entry.frame or "")
    judges = frame is not None and "verbal" in frame.traits and not JUDGING.isdisjoint(frame.traits)
    return entry.modality in SAYING or judges


def unnamed(noun: Word, grammar: Grammar) -> bool:
    """Whether a noun speaks of a side and leaves open which ("une puissance étrangère", "les pays de la région")."""
    if noun.low_lemma not in grammar.unnamed:
        return False
    before = children(noun, "det", "nummod")
    known = [
        d for d in before if "Def" in d.morph.get("Definite") or {"Dem", "Prs"} & set(d.morph.get("PronType"))
    ]
    if not known:
        return True
    if noun.low_lemma not in grammar.described:
        return False  # "les parties belligérantes": those whom the text tells of
    described = children(noun, "amod", "nmod", "acl") and not children(noun, "nummod")
    return (
        bool(described)
        and "Plur" in noun.morph.get("Number")
        and all("Def" in d.morph.get("Definite") for d in known)
    )
