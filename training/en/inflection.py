"""Agreement and spacing: what the grammar's bare words become in a sentence."""

from __future__ import annotations

import itertools
import re

from training.common.trees import Node
from training.en.forms import verb_form

__all__ = ["finish"]

_VOWELS = "aeiou"
_BE = {"Past": {"Sing": "was", "Plur": "were"}, "Pres": {"Sing": "is", "Plur": "are"}}
_SILENT_H = ("honest", "honour", "honor", "hour", "heir")
_AN_ACRONYM = set("AEFHILMNORSX")
_PREFIXED = re.compile(r"(?:anti|pro|non|pre|post|ex|co|vice|under|mid|multi|inter)-", re.IGNORECASE)
_FINAL = {",", ".", ")", "]", "…", "...", ":", ";", "?", "!", "”"}


def _number(node: Node) -> str:
    return "Plur" if node.child("conj") else node.feats.get("Number", "Sing")


def _subject(node: Node, above: Node | None) -> Node | None:
    subject = node.child("nsubj", "nsubj:pass", "csubj")
    if subject is None and node.dep == "conj" and above is not None:
        subject = above.child("nsubj", "nsubj:pass")
    if subject is not None and subject.feats.get("PronType") == "Rel" and node.dep == "acl:relcl":
        return above
    return subject


def _agree_finite(node: Node, subject: Node | None) -> None:
    """Give a finite verb the form that its subject asks for."""
    if node.verb is None:
        return
    lemma, _, tense = node.verb
    person = subject.feats.get("Person", "3") if subject else "3"
    number = _number(subject) if subject else "Sing"
    if lemma == "be":
        plain = number == "Plur" or person == "2"
        node.form = (
            "am"
            if (person, number, tense) == ("1", "Sing", "Pres")
            else _BE[tense]["Plur" if plain else "Sing"]
        )
    elif tense == "Past":
        node.form = verb_form(lemma, "past")
    else:
        node.form = verb_form(lemma, "s" if (person, number) == ("3", "Sing") else "base")
    node.feats = {"Mood": "Ind", "Tense": tense, "VerbForm": "Fin"}
    if tense == "Pres" or lemma == "be":
        node.feats |= {"Number": number, "Person": person}


def _agree(node: Node, above: Node | None) -> None:
    subject = _subject(node, above)
    if node.made:
        _agree_finite(node, subject)
    for child in node.children():
        if child.made and child.upos == "AUX":
            _agree_finite(child, subject)
        if child.upos != "AUX":
            _agree(child, node)


def _an(word: str) -> bool:
    """Whether *an* stands before a word."""
    if re.fullmatch(r"[A-Z]{2,5}", word):
        return word[0] in _AN_ACRONYM
    if re.match(r"U[A-Z.]", word):
        return False
    lower = word.lower()
    if lower.startswith(_SILENT_H) or lower[0] == "8" or re.match(r"1[18]\b", lower):
        return True
    return lower[0] in _VOWELS and not re.match(r"(?:uni[^mn]|us[aeiu]|eu|one\b|once)", lower)


def _space(order: list[Node]) -> None:
    for before, after in itertools.pairwise(order):
        closing = after.upos == "PUNCT" and after.form in _FINAL and after.made
        if closing or (after.form in {"'s", "'", "n't", "'ll", "'ve"} and after.upos != "PUNCT"):
            before.space = False
        if before.upos == "PUNCT" and before.made and before.form in {"(", "[", "“"}:
            before.space = False
        if before.form == "$" or (
            after.form == "-" and after.made and after.upos == "PUNCT" and after.dep == "punct"
        ):
            before.space = False
            after.space = after.space and after.form != "-"


def _remove(node: Node, heads: dict[int, Node]) -> None:
    side = heads[id(node)]
    for children in (side.left, side.right):
        children[:] = [child for child in children if child is not node]


def _tidy(root: Node) -> None:
    """Drop a comma before another mark, and the s of a possessive after one of the plural."""
    heads = {id(child): node for node in root.words() for child in node.children()}
    for before, after in itertools.pairwise(list(root.words())):
        if after.form == "." and after.made and len(before.form) > 1 and before.form.endswith("."):
            _remove(after, heads)
        if (
            before.form == ","
            and before.made
            and after.upos == "PUNCT"
            and after.form in {",", ".", ":", ")", ";"}
        ):
            _remove(before, heads)
        if after.form == "'s" and after.dep == "case" and after.made and before.feats.get("Number") == "Plur":
            after.form = "'" if before.form.endswith("s") else "'s"


def _cut_hyphens(root: Node) -> None:
    """Cut names at their hyphens, as the tokenizer does: ``al-Sisi`` is three tokens of one flat name."""
    for node in list(root.words()):
        if node.made and node.upos == "PROPN" and "-" in node.form[1:-1] and not _PREFIXED.match(node.form):
            first, *parts = node.form.split("-")
            inside = "O" if node.entity == "O" else "I" + node.entity[1:]
            later = []
            for part in parts:
                hyphen = Node("-", "-", "PUNCT", {}, "punct", entity=inside, space=False)
                word = Node(part, part, "PROPN", dict(node.feats), "flat", [hyphen], entity=inside)
                later.append(word)
            later[-1].space, node.space = node.space, False
            for word in later[:-1]:
                word.space = False
            node.form = node.lemma = first
            node.right[:0] = later


def _mark(root: Node) -> None:
    """Make of a preposition before a clause a conjunction, of *to* before an infinitive a particle."""
    for node in root.words():
        if node.made and node.dep == "mark" and node.upos == "ADP":
            node.upos = "PART" if node.form == "to" else "SCONJ"


def finish(root: Node) -> Node:
    """Inflect and space a tree, in place."""
    root.dep = "ROOT"
    _mark(root)
    _agree(root, None)
    _cut_hyphens(root)
    _tidy(root)
    order = list(root.words())
    for before, after in itertools.pairwise(order):
        if before.made and before.form == "a" and before.upos == "DET" and _an(after.form):
            before.form = "an"
    _space(order)
    first = next((node for node in order if node.upos != "PUNCT"), order[0])
    first.form = first.form[0].upper() + first.form[1:]
    return root
