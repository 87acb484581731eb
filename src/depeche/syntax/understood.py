"""The subject that a finite verb goes without, in a language that leaves out what is known ("Viajará a Kiev")."""

from collections.abc import Container

from depeche.syntax.trees import children, finite
from depeche.syntax.words import Word

# How many sentences back the subject may stand.
REACH = 2


def understood(verb: Word, persons: Container[str], impersonal: Container[str]) -> Word | None:
    """The subject of the sentence before, for the verb of a sentence that has none of its own.

    `persons` are those whose verbs may go without a subject, `impersonal` the verbs that never have one.
    """
    carrier = finite(verb)
    if verb.head is not verb or verb.lemma_ in impersonal or children(verb, "csubj", "ccomp", "expl:pass"):
        return None
    if not any(person in persons for person in carrier.morph.get("Person")) or "Imp" in carrier.morph.get(
        "Mood"
    ):
        return None
    start = verb.sent.start
    for _ in range(REACH):
        if start == 0:
            return None
        sentence = verb.doc[start - 1].sent
        start = sentence.start
        subject = next((found for word in sentence if (found := _subject(word)) is not None), None)
        if subject is not None:
            return subject if _several(subject) == ("Plur" in carrier.morph.get("Number")) else None
    return None


def _subject(word: Word) -> Word | None:
    """The subject of a sentence's verb; that of the verb of saying where the sentence is a quotation."""
    if word.head is not word:
        return None
    for node in (*children(word, "parataxis"), word):
        found = [child for child in children(node, "nsubj") if child.pos_ in ("NOUN", "PROPN")]
        if found:
            return found[0]
    return None


def _several(subject: Word) -> bool:
    return "Plur" in subject.morph.get("Number") or any(
        child.relation == "conj" for child in subject.children
    )
