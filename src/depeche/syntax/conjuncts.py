"""Finite verbs that a parser hung where they do not go on, set on the clause that they go on with.

On an infinitive ("asked X to stop and | thanked Y"), or on a noun of the clause before ("expresses its solidarity with X
and | calls on Y").
"""

from depeche.syntax.columns import Columns

# How far an auxiliary may stand before its verb, in words; and so many heads up the clause above is looked for.
NEAR = 12
NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ")
CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def lift(columns: Columns, i: int) -> None:
    """Set a finite conjunct of an infinitive on the finite clause above it."""
    like = columns.head[i]
    if not _verb(columns, i) or not _verb(columns, like) or columns.relation[like] not in CLAUSES:
        return
    if columns.morph[like].get("VerbForm") not in (["Inf"], ["Ger"]) or has_subject(columns, i):
        return
    auxiliary = _finite_auxiliary(columns, i) and not _finite_auxiliary(columns, like)
    if not auxiliary and "Fin" not in columns.morph[i].get("VerbForm"):
        return
    above = columns.head[like]
    for _ in range(NEAR):
        finite = "Fin" in columns.morph[above].get("VerbForm") or _finite_auxiliary(columns, above)
        if _verb(columns, above) and finite:
            columns.head[i] = above
            return
        above = columns.head[above]


def lift_off_noun(columns: Columns, i: int) -> None:
    """Set a finite verb that is told to go on with a noun, no subject, on the finite clause that the noun stands in."""
    noun = columns.head[i]
    if columns.pos[i] != "VERB" or columns.pos[noun] not in NOMINAL or has_subject(columns, i) or i < noun:
        return
    if "Fin" not in columns.morph[i].get("VerbForm") and not _finite_auxiliary(columns, i):
        return
    above = noun
    for _ in range(NEAR):
        if columns.relation[above] == "nsubj" or columns.head[above] == above:
            return
        above = columns.head[above]
        if _verb(columns, above):
            break
    if _verb(columns, above) and above < noun:
        columns.head[i] = above
        lift(columns, i)


def _verb(columns: Columns, i: int) -> bool:
    return columns.pos[i] in ("VERB", "AUX")


def has_subject(columns: Columns, verb: int) -> bool:
    """Whether a verb has a subject of its own."""
    near = range(max(0, verb - 2 * NEAR), min(len(columns.head), verb + NEAR))
    return any(columns.head[k] == verb and columns.relation[k] in ("nsubj", "csubj", "expl") for k in near)


def _finite_auxiliary(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - NEAR), verb)
    return any(
        columns.head[k] == verb and columns.relation[k] == "aux" and "Fin" in columns.morph[k].get("VerbForm")
        for k in near
    )
