"""Agreement, contraction and spacing: what the grammar's bare words become in a sentence."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from training.es.conjugation import Cell, conjugate
from training.es.words import feminine, plural

if TYPE_CHECKING:
    from training.common.trees import Node

__all__ = ["finish"]

_DETERMINERS = {
    "el": ("el", "la", "los", "las"),
    "uno": ("un", "una", "unos", "unas"),
    "este": ("este", "esta", "estos", "estas"),
    "ese": ("ese", "esa", "esos", "esas"),
    "todo": ("todo", "toda", "todos", "todas"),
    "otro": ("otro", "otra", "otros", "otras"),
    "alguno": ("algún", "alguna", "algunos", "algunas"),
    "ninguno": ("ningún", "ninguna", "ningunos", "ningunas"),
    "ambos": ("ambos", "ambas", "ambos", "ambas"),
    "varios": ("varios", "varias", "varios", "varias"),
    "nuestro": ("nuestro", "nuestra", "nuestros", "nuestras"),
    "su": ("su", "su", "sus", "sus"),
}
_SHORTENED = {"primero": "primer", "tercero": "tercer", "bueno": "buen", "malo": "mal", "grande": "gran"}
_CONTRACTED = {"de": "del", "a": "al"}
_STRESSED_A = {
    "agua",
    "área",
    "arma",
    "acta",
    "aula",
    "alma",
    "águila",
    "ala",
    "hambre",
    "habla",
    "alta",
    "asta",
}
_FINAL = {",", ".", ".-", ".–", ")", "]", "…", "...", ":", ";", "?", "!", "»"}
_SUBJECTS = ("nsubj", "nsubj:pass")


def _number(node: Node, *, alone: bool = False) -> str:
    """The number of a word with those coordinated to it, or of the word `alone`."""
    return "Plur" if node.child("conj") and not alone else node.feats.get("Number", "Sing")


def _gender(node: Node) -> str:
    members = [node, *(child for child in node.children() if child.dep == "conj")]
    return "Fem" if all(member.feats.get("Gender") == "Fem" for member in members) else "Masc"


def _subject(node: Node, above: Node | None) -> Node | None:
    """The word that a clause agrees with: its subject, the noun of a relative, the subject it shares."""
    subject = node.child(*_SUBJECTS)
    if subject is None and node.dep == "conj" and above is not None:
        return above.child(*_SUBJECTS)
    if subject is not None and subject.feats.get("PronType") == "Rel" and node.dep == "acl:relcl":
        return above
    return subject


def _agree_finite(node: Node, subject: Node | None, *, alone: bool) -> None:
    if node.verb is None or node.verb[1] == "Part":
        return
    lemma, mood, tense = node.verb
    person = int(subject.feats.get("Person", "3")) if subject else int(node.feats.get("Person", "3"))
    number = _number(subject, alone=alone) if subject else node.feats.get("Number", "Sing")
    cell: Cell = (mood, tense, person, number)
    node.form = conjugate(lemma)[cell]
    node.feats = {"Mood": mood, "Tense": tense, "VerbForm": "Fin", "Person": str(person), "Number": number}
    if mood == "Cnd":
        del node.feats["Tense"]


def _agree_participle(node: Node, target: Node | None) -> None:
    assert node.verb is not None
    alone = node.dep in {"acl", "amod", "acl:relcl"}
    gender, number = (_gender(target), _number(target, alone=alone)) if target else ("Masc", "Sing")
    node.form = conjugate(node.verb[0])["Part", gender, 0, number]
    node.feats = {"Gender": gender, "Number": number, "Tense": "Past", "VerbForm": "Part"}


def _agree_nominal(node: Node, head: Node) -> None:
    """Make a determiner or an adjective agree with its noun."""
    gender, number = head.feats.get("Gender", "Masc"), head.feats.get("Number", "Sing")
    if node.upos == "DET" and node.lemma in _DETERMINERS:
        node.form = _DETERMINERS[node.lemma][2 * (number == "Plur") + (gender == "Fem")]
        node.feats |= {"Number": number} | ({"Gender": gender} if node.lemma != "su" else {})
    elif node.upos == "ADJ" and "fixed" not in node.feats:
        capital = node.form[0].isupper()
        short = number == "Sing" and node in head.left and (gender == "Masc" or node.lemma == "grande")
        form = feminine(node.lemma) if gender == "Fem" else node.lemma
        node.form = plural(form) if number == "Plur" else form
        if short:
            node.form = _SHORTENED.get(node.lemma, node.form)
        if capital:
            node.form = node.form.capitalize()
        node.feats |= {"Gender": gender, "Number": number}
    node.feats.pop("fixed", None)


def _inherited(node: Node, above: Node | None, subject: Node | None) -> Node | None:
    """The word a participle agrees with: none after *haber*, its subject, its noun, or whom its clause is about."""
    if any(child.lemma == "haber" for child in node.left) and not node.child("aux:pass"):
        return None
    if subject is not None or above is None:
        return subject
    if node.dep in {"acl", "amod"}:
        return above
    if node.dep == "xcomp":
        return above.child("obj") or above.child(*_SUBJECTS)
    return above.child(*_SUBJECTS)


def _agree(node: Node, above: Node | None) -> None:
    subject = _subject(node, above)
    if node.made and node.verb and node.upos != "AUX":
        if node.verb[1] == "Part":
            _agree_participle(node, _inherited(node, above, subject))
        else:
            _agree_finite(node, subject, alone=subject is above)
    for child in node.children():
        if not child.made:
            continue
        if child.upos == "AUX":
            _agree_finite(child, subject, alone=subject is above)
        elif child.dep in {"det", "amod"}:
            _agree_nominal(child, node)
        elif child.upos == "ADJ" and child.dep != "conj":
            _agree_nominal(child, _inherited(child, node, child.child(*_SUBJECTS)) or node)
        elif child.upos == "ADJ" and node.upos == "ADJ" and above is not None:
            _agree_nominal(child, above)
    if node.upos == "ADJ" and node.made:
        target = subject or node.child("cop")
        if target is not None:
            _agree_nominal(node, target)
    for child in node.children():
        _agree(child, node)


def _remove(node: Node, heads: dict[int, Node]) -> None:
    side = heads[id(node)]
    for children in (side.left, side.right):
        children[:] = [child for child in children if child is not node]


def _contract(root: Node) -> None:
    """``de`` + ``el`` → ``del``, which keeps the preposition's place in the tree."""
    heads = {id(child): node for node in root.words() for child in node.children()}
    for before, after in itertools.pairwise(list(root.words())):
        contracted = _CONTRACTED.get(before.form.lower())
        if contracted and before.made and after.made and after.upos == "DET" and after.form == "el":
            before.form, before.feats = contracted, dict(after.feats)
            _remove(after, heads)


def _smooth(order: list[Node]) -> None:
    """``y`` before i is ``e``, ``o`` before o ``u``; ``la`` before a stressed a is ``el``."""
    for before, after in itertools.pairwise(order):
        low = after.form.lower()
        if not before.made:
            continue
        if before.form == "y" and before.upos == "CCONJ" and re.match(r"h?[ií](?!e)", low):
            before.form = "e"
        elif before.form == "o" and before.upos == "CCONJ" and re.match(r"h?[oó]", low):
            before.form = "u"
        elif before.form in {"la", "una"} and before.upos == "DET" and low in _STRESSED_A:
            before.form = {"la": "el", "una": "un"}[before.form]


def _space(order: list[Node]) -> None:
    straight = [node for node in order if node.form == '"' and node.made]
    for place, node in enumerate(straight):
        if place % 2 == 0 and (len(straight) > 1 or node is order[0]):
            node.space = False
        elif order.index(node):
            order[order.index(node) - 1].space = False
    dashes = [node for node in order if node.form == "—" and node.made]
    for place, node in enumerate(dashes):
        if place % 2 == 0:
            node.space = False
        else:
            order[order.index(node) - 1].space = False
    for before, after in itertools.pairwise(order):
        if after.form in _FINAL and after.upos == "PUNCT":
            before.space = False
        if before.form in {"(", "[", "«", "¿", "¡"} and before.upos == "PUNCT":
            before.space = False


def _tidy(root: Node) -> None:
    """Drop a comma before another mark, and a full stop after one."""
    heads = {id(child): node for node in root.words() for child in node.children()}
    for before, after in itertools.pairwise(list(root.words())):
        if before.form == "," and before.made and after.upos == "PUNCT" and after.form in _FINAL | {"—"}:
            _remove(before, heads)
        if after.form == "." and after.made and len(before.form) > 1 and before.form.endswith("."):
            _remove(after, heads)


def finish(root: Node) -> Node:
    """Inflect, contract and space a tree, in place."""
    root.dep = "ROOT"
    _agree(root, None)
    _tidy(root)
    _contract(root)
    order = list(root.words())
    _smooth(order)
    _space(order)
    first = next((node for node in order if node.upos != "PUNCT"), order[0])
    first.form = first.form[0].upper() + first.form[1:]
    return root
