"""Times that only say since when nothing like it was done: "the first in 40 years", "le plus grave depuis 2011".

They date the rank, not the act.
"""

from depeche.syntax.words import Word

# So many words may stand between the word of rank and the time.
NEAR = 14
# What may stand before a word of rank.
BEFORE = ("DET", "ADP", "PRON", "PUNCT", "PART")


def ranked(first: Word, ranks: frozenset[str], titles: frozenset[str]) -> bool:
    """Whether a time beginning with the word `first` belongs to a word of rank before it, no verb between them.

    `ranks` are words of rank, `titles` the nouns with which they make an office ("Premier ministre").
    """
    for i in range(first.i - 1, max(first.sent.start, first.i - NEAR) - 1, -1):
        word = first.doc[i]
        if word.pos_ in ("VERB", "AUX") and "Fin" in word.morph.get("VerbForm"):
            return False
        if {word.low_lemma, word.lower_} & ranks and word.nbor(1).low_lemma not in titles:
            return i == first.sent.start or first.doc[i - 1].pos_ in BEFORE
    return False
