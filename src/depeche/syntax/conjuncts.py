"""Finite verbs that a parser hung on an infinitive as its conjunct ("asked X to stop and | thanked Y")."""

from depeche.syntax.columns import Columns

# How far an auxiliary may stand before its verb, in words; and so many heads up the clause above is looked for.
NEAR = 12
CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def lift(columns: Columns, i: int) -> None:
    """Set a finite conjunct of an infinitive on the finite clause above it."""
    like = columns.head[i]
    if not _verb(columns, i) or not _verb(columns, like) or columns.relation[like] not in CLAUSES:
        return
    if columns.morph[like].get("VerbForm") not in (["Inf"], ["Ger"]) or _has_subject(columns, i):
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


def _verb(columns: Columns, i: int) -> bool:
    return columns.pos[i] in ("VERB", "AUX")


def _has_subject(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - 2 * NEAR), min(len(columns.head), verb + NEAR))
    return any(columns.head[k] == verb and columns.relation[k] in ("nsubj", "csubj", "expl") for k in near)


def _finite_auxiliary(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - NEAR), verb)
    return any(
        columns.head[k] == verb and columns.relation[k] == "aux" and "Fin" in columns.morph[k].get("VerbForm")
        for k in near
    )
