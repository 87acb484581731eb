"""Verbs of the grammar, written ``lemma.tense``: auxiliaries, reflexives, inverted clitics.

``déclarer.pc`` is *a déclaré*, ``se+féliciter.pc-il`` *s'est-il félicité*, ``accuser.pp`` *accusé(e)(s)*,
``accuser.pas`` *a été accusé*. Number, person and gender are given by agreement later.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.common.trees import Node
from training.fr.conjugation import conjugate

if TYPE_CHECKING:
    from random import Random

__all__ = ["VERB", "verb"]

VERB = re.compile(r"(se\+)?([a-zàâéèêëçîïôûœ]+)\.([a-z]+)(?:-(il|on|je))?")
_SIMPLE = {"pr": ("Ind", "Pres"), "im": ("Ind", "Imp"), "fu": ("Ind", "Fut"), "co": ("Cnd", "Pres"),
           "ps": ("Ind", "Past"), "sub": ("Sub", "Pres")}  # fmt: skip
_COMPOUND = {"pc": "pr", "pq": "im", "fa": "fu", "cp": "co", "sup": "sub"}
_PASSIVE = {"pap": "pr", "pai": "im", "paf": "fu", "pac": "co"}
_CAUSATIVE = {"caus": "pr", "causp": ""}
_WITH_ETRE = set(
    "aller venir devenir revenir intervenir parvenir survenir arriver partir repartir sortir entrer rentrer "
    "rester retourner tomber naître mourir décéder monter descendre convenir".split()
)
_PAST_PARTICIPLE = {"Gender": "Masc", "Number": "Sing", "Tense": "Past", "VerbForm": "Part"}
_ADVERBS = (
    "également notamment aussi toutefois cependant ainsi vivement fermement officiellement déjà".split()
)


def _finite(lemma: str, code: str, upos: str, dep: str = "ROOT") -> Node:
    mood, tense = _SIMPLE[code]
    return Node(lemma, lemma, upos, {"VerbForm": "Fin"}, dep, verb=(lemma, mood, tense))


def _been() -> Node:
    return Node("été", "être", "AUX", dict(_PAST_PARTICIPLE), "aux:pass")


def _reflexive() -> Node:
    return Node("se", "soi", "PRON", {"Person": "3", "PronType": "Prs", "Reflex": "Yes"}, "expl:pv")


def _participle(lemma: str) -> Node:
    return Node(lemma, lemma, "VERB", dict(_PAST_PARTICIPLE), verb=(lemma, "Part", ""))


def _non_finite(lemma: str, code: str, *, reflexive: bool) -> Node | None:
    if code == "inf":
        return Node(lemma, lemma, "VERB", {"VerbForm": "Inf"})
    if code == "ger":
        form = conjugate(lemma)["Ger", "", 0, ""]
        return Node(form, lemma, "VERB", {"Tense": "Pres", "VerbForm": "Part"})
    if code == "pp":
        return _participle(lemma)
    if code == "infc":
        node = _participle(lemma)
        auxiliary = "être" if reflexive or lemma in _WITH_ETRE else "avoir"
        node.left.append(Node(auxiliary, auxiliary, "AUX", {"VerbForm": "Inf"}, "aux:tense"))
        return node
    return None


def _with_causative(node: Node, tense: str) -> Node:
    """*a fait savoir* or *fait savoir*: the verb *faire* is an auxiliary of the other."""
    if tense:
        made = _participle("faire")
        made.upos, made.dep, made.verb, made.form = "AUX", "aux:caus", None, "fait"
        node.left += [_finite("avoir", "pr", "AUX", "aux:tense"), made]
    else:
        node.left.append(_finite("faire", "pr", "AUX", "aux:caus"))
    return node


def _conjugated(lemma: str, code: str, *, reflexive: bool) -> Node:
    if code in _SIMPLE:
        return _finite(lemma, code, "VERB")
    if code in _CAUSATIVE:
        node = Node(lemma, lemma, "VERB", {"VerbForm": "Inf"})
        return _with_causative(node, _CAUSATIVE[code])
    node = _participle(lemma)
    if code == "pas":
        node.left += [_finite("avoir", "pr", "AUX", "aux:tense"), _been()]
    elif code in _PASSIVE:
        node.left.append(_finite("être", _PASSIVE[code], "AUX", "aux:pass"))
    else:
        auxiliary = "être" if reflexive or lemma in _WITH_ETRE else "avoir"
        node.left.append(_finite(auxiliary, _COMPOUND[code], "AUX", "aux:tense"))
    return node


def _clitic(kind: str, finite_form: str, rng: Random) -> Node:
    """The pronoun after the verb: ``-il`` after t or d, else ``-t-il``."""
    singular = {"il": rng.choice([("il", "Masc"), ("il", "Masc"), ("elle", "Fem")]), "on": ("on", "Masc")}
    lemma, gender = singular.get(kind, (kind, ""))
    number = "Plur" if kind == "il" and rng.random() < 0.15 else "Sing"
    feats = {"Number": number, "Person": "1" if kind == "je" else "3", "PronType": "Prs"}
    if gender:
        feats["Gender"] = gender
    pronoun = lemma + ("s" if number == "Plur" else "")
    joint = "-" if number == "Plur" or kind == "je" or finite_form.endswith(("t", "d")) else "-t-"
    return Node(joint + pronoun, lemma, "PRON", feats, "nsubj")


def verb(text: str, rng: Random) -> Node:
    """Return the verb written `text` with its auxiliaries and clitics."""
    match = VERB.fullmatch(text)
    assert match is not None, text
    reflexive, lemma, code, kind = bool(match[1]), match[2], match[3], match[4]
    node = _non_finite(lemma, code, reflexive=reflexive) or _conjugated(lemma, code, reflexive=reflexive)
    if reflexive:
        node.left.insert(0, _reflexive())
    if kind:
        finite = next((child for child in node.left if child.upos == "AUX" and child.verb), node)
        assert finite.verb is not None
        clitic = _clitic(kind, conjugate(finite.verb[0])[finite.verb[1], finite.verb[2], 3, "Sing"], rng)
        finite.space = False
        if finite is node:
            node.right.insert(0, clitic)
        else:
            node.left.insert(node.left.index(finite) + 1, clitic)
    elif node.left and node.left[-1].upos == "AUX" and rng.random() < 0.06:
        adverb = rng.choice(_ADVERBS)
        node.left.append(Node(adverb, adverb, "ADV", {}, "advmod"))
    return node
