"""Agreement, contraction and elision: what the grammar's bare words become in a sentence."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from training.fr.conjugation import Cell, conjugate

if TYPE_CHECKING:
    from training.common.trees import Node

__all__ = ["feminine", "finish", "plural", "vowel"]

_FEMININE = {
    "turc": "turque", "grec": "grecque", "public": "publique", "blanc": "blanche", "nouveau": "nouvelle",
    "bel": "belle", "beau": "belle", "vieux": "vieille", "premier": "première", "conjoint": "conjointe",
    "long": "longue", "franc": "franche", "bref": "brève", "second": "seconde", "exprès": "expresse",
    "burkinabè": "burkinabè", "malgache": "malgache", "andalou": "andalouse", "inquiet": "inquiète",
    "complet": "complète", "concret": "concrète", "secret": "secrète", "discret": "discrète", "bas": "basse",
    "gros": "grosse", "ancien": "ancienne", "tout": "toute", "favori": "favorite", "hôte": "hôtesse",
}  # fmt: skip
_ENDINGS = [("er", "ère"), ("if", "ive"), ("eux", "euse"), ("el", "elle"), ("eil", "eille"), ("ien", "ienne"),
            ("éen", "éenne"), ("on", "onne"), ("f", "ve"), ("teur", "trice")]  # fmt: skip
_ARTICLES = {
    "le": {("Masc", "Sing"): "le", ("Fem", "Sing"): "la", "Plur": "les"},
    "un": {("Masc", "Sing"): "un", ("Fem", "Sing"): "une", "Plur": "des"},
    "son": {("Masc", "Sing"): "son", ("Fem", "Sing"): "sa", "Plur": "ses"},
    "leur": {("Masc", "Sing"): "leur", ("Fem", "Sing"): "leur", "Plur": "leurs"},
    "notre": {("Masc", "Sing"): "notre", ("Fem", "Sing"): "notre", "Plur": "nos"},
    "ce": {("Masc", "Sing"): "ce", ("Fem", "Sing"): "cette", "Plur": "ces"},
    "tout": {("Masc", "Sing"): "tout", ("Fem", "Sing"): "toute", "Plur": "tous"},
    "aucun": {("Masc", "Sing"): "aucun", ("Fem", "Sing"): "aucune", "Plur": "aucuns"},
    "chaque": {("Masc", "Sing"): "chaque", ("Fem", "Sing"): "chaque", "Plur": "chaque"},
}
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ELIDING = {"de", "que", "se", "ne", "le", "la", "je", "me", "lorsque", "puisque", "jusque"}


def vowel(form: str) -> bool:
    """Whether a word is one before which others elide."""
    if form in {"onze", "huit", "oui", "onzième", "Hamas", "Hezbollah", "Haut", "haut", "Haute", "Houthis"}:
        return False
    if re.fullmatch(r"[A-ZÉ]{2,5}", form):
        return form[0] in "AEIOÉ" or form in {"UE", "UA", "UEMOA", "UNESCO", "HCR"}
    return bool(re.match(r"[aeiouyàâéèêëîïôûœh]", form.lower())) and not re.match(
        r"(?:ya|ye|yo|haut|hou|hon[gd]|ham|hezb|hér[io]s|hollan|hongr|hut)", form.lower()
    )


def feminine(adjective: str) -> str:
    """Return the feminine of a masculine adjective: ``chinois`` → ``chinoise``."""
    if adjective in _FEMININE:
        return _FEMININE[adjective]
    if adjective.endswith("e"):
        return adjective
    for ending, other in _ENDINGS:
        if adjective.endswith(ending):
            return adjective[: len(adjective) - len(ending)] + other
    return adjective + "e"


def plural(word: str) -> str:
    """Return the plural of a noun or adjective: ``journal`` → ``journaux``."""
    if word.endswith(("s", "x", "z")) or word in {"porte-parole", "hors-la-loi"}:
        return word
    if word.endswith("al") and word not in {"festival", "naval", "natal", "final", "fatal"}:
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def _number(node: Node) -> str:
    if node.child("conj"):
        return "Plur"
    return node.feats.get("Number", "Sing")


def _gender(node: Node) -> str:
    members = [node, *(child for child in node.children() if child.dep == "conj")]
    return "Fem" if all(member.feats.get("Gender") == "Fem" for member in members) else "Masc"


def _subject(node: Node) -> Node | None:
    return node.child("nsubj", "nsubj:pass", "nsubj:caus")


def _agree_finite(node: Node, subject: Node | None) -> None:
    if node.verb is None or node.verb[1] == "Part":
        return
    lemma, mood, tense = node.verb
    person = int(subject.feats.get("Person", "3")) if subject else 3
    cell: Cell = (mood, tense, person, _number(subject) if subject else "Sing")
    node.form = conjugate(lemma)[cell]
    node.feats = {"Mood": mood, "Tense": tense, "VerbForm": "Fin", "Person": str(person), "Number": cell[3]}


def _agree_participle(node: Node, target: Node | None) -> None:
    assert node.verb is not None
    gender, number = (_gender(target), _number(target)) if target else ("Masc", "Sing")
    node.form = conjugate(node.verb[0])["Part", gender, 0, number]
    node.feats = {"Gender": gender, "Number": number, "Tense": "Past", "VerbForm": "Part"}


def _agree_nominal(node: Node, head: Node) -> None:
    """Make a determiner or an adjective agree with its noun."""
    gender, number = head.feats.get("Gender", "Masc"), head.feats.get("Number", "Sing")
    if node.upos == "DET" and node.lemma in _ARTICLES:
        forms = _ARTICLES[node.lemma]
        node.form = forms["Plur"] if number == "Plur" else forms[gender, "Sing"]
        node.feats |= {"Number": number} | ({"Gender": gender} if number == "Sing" else {})
    elif node.upos == "ADJ" and "fixed" not in node.feats:
        form = feminine(node.form) if gender == "Fem" else node.form
        node.form = plural(form) if number == "Plur" else form
        node.feats |= {"Gender": gender, "Number": number}
    node.feats.pop("fixed", None)


def _inherited(node: Node, above: Node | None) -> Node | None:
    """The word a participle agrees with: its subject, its noun, or the subject of its clause."""
    if any(child.dep in {"aux:tense"} and child.lemma == "avoir" for child in node.left) and not (
        node.child("aux:pass")
    ):
        return None
    if subject := _subject(node):
        return subject
    if node.dep in {"acl", "amod"}:
        return above
    if node.dep == "xcomp" and above is not None:
        return above.child("obj") or _subject(above)
    return _subject(above) if above is not None else None


def _agree(node: Node, above: Node | None) -> None:
    subject = _subject(node)
    if subject is None and node.dep == "conj" and above is not None:
        subject = _subject(above)
    if node.made and node.verb and node.upos != "AUX":
        if node.verb[1] == "Part":
            _agree_participle(node, subject if node.dep == "conj" and subject else _inherited(node, above))
        else:
            _agree_finite(node, subject)
    for child in node.children():
        if not child.made:
            continue
        if child.upos == "AUX":
            _agree_finite(child, subject)
        elif child.dep in {"det", "amod"}:
            _agree_nominal(child, node)
        elif child.upos == "ADJ":
            target = _inherited(child, node)
            _agree_nominal(child, target or node)
    if node.upos == "ADJ" and node.made and subject:
        _agree_nominal(node, subject)
    for child in node.children():
        _agree(child, node)


def _remove(node: Node, heads: dict[int, Node]) -> None:
    side = heads[id(node)]
    for children in (side.left, side.right):
        children[:] = [child for child in children if child is not node]


def _contract(root: Node) -> None:
    """``de`` + ``le`` → ``du``, which keeps the preposition's place in the tree."""
    heads = {id(child): node for node in root.words() for child in node.children()}
    order = list(root.words())
    for before, after in itertools.pairwise(order):
        contracted = _CONTRACTED.get((before.form.lower(), after.form))
        following = order[order.index(after) + 1 :]
        if not contracted or not (before.made and after.made) or before.upos != "ADP" or after.upos != "DET":
            continue
        if after.form == "le" and following and vowel(following[0].form):
            continue
        before.form, before.feats = contracted, dict(after.feats)
        _remove(after, heads)


def _elide(order: list[Node]) -> None:
    for before, after in itertools.pairwise(order):
        if not before.made:
            continue
        form = before.form.lower()
        if (
            form in _ELIDING
            and vowel(after.form)
            and after.upos != "PUNCT"
            and before.upos not in {"NOUN", "PROPN"}
        ):
            before.form, before.space = before.form[:-1] + "'", False
            before.feats.pop("Gender", None) if before.upos == "DET" else None
        elif form == "si" and after.form in {"il", "ils"}:
            before.form, before.space = "s'", False
        elif form in {"ce"} and before.upos == "DET" and vowel(after.form):
            before.form = "cet"
        elif form in {"sa"} and vowel(after.form):
            before.form = "son"


def _space(order: list[Node]) -> None:
    straight = [node for node in order if node.form == '"' and node.made]
    if len(straight) == 2:
        straight[0].space = False
        order[order.index(straight[1]) - 1].space = False
    elif straight:
        position = order.index(straight[0])
        (straight[0] if position == 0 else order[position - 1]).space = False
    for before, after in itertools.pairwise(order):
        if after.form in {",", ".", ")", "]", "…", "..."} and after.upos == "PUNCT":
            before.space = False
        if before.form in {"(", "["} and before.upos == "PUNCT":
            before.space = False


def _tidy(root: Node) -> None:
    """Drop a comma before another mark."""
    heads = {id(child): node for node in root.words() for child in node.children()}
    order = list(root.words())
    for before, after in itertools.pairwise(order):
        if (
            before.form == ","
            and after.upos == "PUNCT"
            and after.form in {",", ".", ":", "»", ")"}
            and before.made
        ):
            _remove(before, heads)


def finish(root: Node) -> Node:
    """Inflect, contract, elide and space a tree, in place."""
    root.dep = "ROOT"
    _agree(root, None)
    _tidy(root)
    _contract(root)
    order = list(root.words())
    _elide(order)
    _space(order)
    first = next((node for node in order if node.upos != "PUNCT"), order[0])
    first.form = first.form[0].upper() + first.form[1:]
    return root
