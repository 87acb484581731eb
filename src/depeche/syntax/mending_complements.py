"""Clauses that a parser took for what another verb says, hung where they belong before the words are linked.

The first of a list of verbs ("X deplores …, | reiterates …"), a clause before a semicolon, one that a conjunction joins
("X offered …, and | flights are to resume"), and an infinitive about the subject ("X, the last one to ratify, | said").
"""

from depeche.syntax.columns import Columns
from depeche.syntax.conjuncts import has_subject
from depeche.syntax.mending_names import hang

# How far the words that show it may stand from the verb.
NEAR = 12
VERBS = ("VERB", "AUX")


def mend_complement(columns: Columns, i: int) -> None:
    """Set a clause right that is no complement of the verb that it hangs on."""
    verb = columns.head[i]
    if columns.pos[verb] != "VERB":
        return
    if i < verb:
        _of_list(columns, i, verb)
        _before_semicolon(columns, i, verb)
        _about_subject(columns, i, verb)
    else:
        _joined(columns, i, verb)


def _of_list(columns: Columns, first: int, second: int) -> None:
    """The first verb of a list is the main one."""
    if columns.pos[first] not in VERBS or columns.head[second] != second:
        return
    finite = all("Fin" in columns.morph[k].get("VerbForm") for k in (first, second))
    if not finite or has_subject(columns, second) or not has_subject(columns, first):
        return
    if columns.text[second - 1] == ",":
        hang(columns, first, first, "ROOT")
        hang(columns, second, first, "conj")


def _before_semicolon(columns: Columns, first: int, second: int) -> None:
    """What stands before a semicolon is said by nobody after it."""
    if columns.head[second] != second or not has_subject(columns, second):
        return
    if ";" in columns.text[first:second]:
        hang(columns, first, first, "ROOT")
        hang(columns, second, first, "parataxis")


def _about_subject(columns: Columns, i: int, verb: int) -> None:
    """An infinitive set apart behind the subject modifies the noun before it."""
    below = [k for k in range(max(0, i - 2 * NEAR), i) if columns.head[k] == i]
    subject = next((k for k in below if columns.relation[k] == "nsubj"), None)
    marked = next((k for k in below if columns.relation[k] == "mark" and columns.pos[k] == "PART"), None)
    if subject is None or marked is None or subject > marked or has_subject(columns, verb):
        return
    nouns = [k for k in range(subject + 1, marked) if columns.pos[k] == "NOUN"]
    if nouns and "," in columns.text[subject : nouns[-1]] and "," in columns.text[i:verb]:
        hang(columns, subject, verb, "nsubj")
        hang(columns, i, nouns[-1], "acl")


def _joined(columns: Columns, i: int, verb: int) -> None:
    """A clause of its own subject after a comma and a conjunction is joined to the one before."""
    subject = next(
        (
            k
            for k in range(max(verb + 1, i - NEAR), i)
            if columns.head[k] == i and columns.relation[k] == "nsubj"
        ),
        None,
    )
    if subject is None:
        return
    for k in range(verb + 2, subject):
        if columns.pos[k] == "CCONJ" and columns.head[k] in (subject, i) and columns.text[k - 1] == ",":
            hang(columns, i, verb, "conj")
            return
