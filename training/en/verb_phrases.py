"""Verbs of the grammar, written ``lemma.tense``, with their auxiliaries.

``say.pa`` is *said*, ``say.pf`` *has said*, ``accuse.pas`` *was accused*, ``meet.ing`` *meeting*, ``sign.pp``
*signed*; ``no`` before the tense denies (``sign.nopa``: *did not sign*) and a modal verb may stand for it
(``sign.must``). Number and person are given by agreement later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.common.trees import Node
from training.en.forms import verb_form

if TYPE_CHECKING:
    from random import Random

__all__ = ["VERB", "verb"]

_MODALS = ("will", "would", "must", "should", "can", "could", "may", "might", "shall")
_SIMPLE = {"pr": "Pres", "pa": "Past"}
_NON_FINITE = {"inf", "ing", "ger", "pp", "infc", "infp", "bing", "hpp", "gerp", "imp", "infcp"}
_COMPOUND = {
    "pf": ("have", "Pres", "perfect"),
    "ppf": ("have", "Past", "perfect"),
    "prg": ("be", "Pres", "progressive"),
    "pag": ("be", "Past", "progressive"),
    "pap": ("be", "Pres", "passive"),
    "pas": ("be", "Past", "passive"),
    "paf": ("have", "Pres", "perfect passive"),
    "ppas": ("have", "Past", "perfect passive"),
    "papg": ("be", "Pres", "progressive passive"),
}
_TENSES = "|".join([*_SIMPLE, *_NON_FINITE, *_COMPOUND, *_MODALS, *(modal + "p" for modal in _MODALS)])
VERB = re.compile(rf"([a-z-]+)\.(no)?({_TENSES})")
_PAST_PARTICIPLE = {"Tense": "Past", "VerbForm": "Part"}
_PRESENT_PARTICIPLE = {"Tense": "Pres", "VerbForm": "Part"}
_ADVERBS = ("also", "reportedly", "repeatedly", "again", "strongly", "formally", "already", "recently")


def _finite(lemma: str, tense: str, upos: str, dep: str = "ROOT") -> Node:
    return Node(lemma, lemma, upos, {}, dep, verb=(lemma, "Ind", tense))


def _auxiliary(form: str, lemma: str, feats: dict[str, str], dep: str = "aux") -> Node:
    return Node(form, lemma, "AUX", dict(feats), dep)


def _participle(lemma: str, *, passive: bool) -> Node:
    feats = _PAST_PARTICIPLE | ({"Voice": "Pass"} if passive else {})
    return Node(verb_form(lemma, "part"), lemma, "VERB", feats)


def _plain(lemma: str, form: str, feats: dict[str, str]) -> Node:
    return Node(verb_form(lemma, form), lemma, "VERB", dict(feats))


def _non_finite(lemma: str, code: str) -> Node:
    if code == "inf":
        return _plain(lemma, "base", {"VerbForm": "Inf"})
    if code == "imp":
        return _plain(lemma, "base", {"Mood": "Imp", "VerbForm": "Fin"})
    if code in {"ing", "ger"}:
        return _plain(lemma, "ing", _PRESENT_PARTICIPLE if code == "ing" else {"VerbForm": "Ger"})
    node = _participle(lemma, passive=code not in {"infc", "hpp"})
    have = _auxiliary("have", "have", {"VerbForm": "Inf"})
    before = {
        "pp": [],
        "infc": [have],
        "hpp": [_auxiliary("having", "have", _PRESENT_PARTICIPLE)],
        "infp": [_auxiliary("be", "be", {"VerbForm": "Inf"}, "aux:pass")],
        "infcp": [have, _auxiliary("been", "be", _PAST_PARTICIPLE, "aux:pass")],
        "bing": [_auxiliary("being", "be", _PRESENT_PARTICIPLE, "aux:pass")],
        "gerp": [_auxiliary("being", "be", {"VerbForm": "Ger"}, "aux:pass")],
    }
    node.left += before[code]
    return node


def _compound(lemma: str, code: str) -> Node:
    auxiliary, tense, kind = _COMPOUND[code]
    passive = kind.endswith("passive")
    node = _participle(lemma, passive=passive)
    if kind == "progressive":
        node = _plain(lemma, "ing", _PRESENT_PARTICIPLE)
    node.left.append(_finite(auxiliary, tense, "AUX", "aux:pass" if kind == "passive" else "aux"))
    if kind == "perfect passive":
        node.left.append(_auxiliary("been", "be", _PAST_PARTICIPLE, "aux:pass"))
    elif kind == "progressive passive":
        node.left.append(_auxiliary("being", "be", _PRESENT_PARTICIPLE, "aux:pass"))
    return node


def _modal(lemma: str, code: str) -> Node:
    passive = code not in _MODALS
    modal = code[:-1] if passive else code
    node = _non_finite(lemma, "infp" if passive else "inf")
    node.left.insert(0, _auxiliary(modal, modal, {"VerbForm": "Fin"}))
    return node


def _deny(node: Node, lemma: str, rng: Random) -> Node:
    """Put *not* behind the first auxiliary, or *did not* before the verb, or *not* before what is no sentence."""
    if node.verb and node.upos == "VERB":
        support = _finite("do", node.verb[2], "AUX", "aux")
        node = _plain(lemma, "base", {"VerbForm": "Inf"})
        node.left.append(support)
    contracted = bool(node.left) and node.left[0].form not in {
        "may",
        "shall",
        "having",
        "being",
        "have",
        "be",
    }
    contracted = contracted and rng.random() < 0.15 and node.left[0].form not in {"will", "can"}
    denial = Node("n't" if contracted else "not", "not", "PART", {"Polarity": "Neg"}, "advmod")
    finite = bool(node.left) and (bool(node.left[0].verb) or node.left[0].feats.get("VerbForm") == "Fin")
    node.left.insert(1 if finite else 0, denial)
    return node


def verb(text: str, rng: Random) -> Node:
    """Return the verb written `text` with its auxiliaries."""
    match = VERB.fullmatch(text)
    assert match is not None, text
    lemma, denied, code = match[1], bool(match[2]), match[3]
    if code in _SIMPLE:
        node = _finite(lemma, _SIMPLE[code], "VERB")
    elif code in _NON_FINITE:
        node = _non_finite(lemma, code)
    else:
        node = _compound(lemma, code) if code in _COMPOUND else _modal(lemma, code)
    if denied:
        node = _deny(node, lemma, rng)
    elif (node.left or code in _SIMPLE) and rng.random() < 0.05:
        adverb = rng.choice(_ADVERBS)
        node.left.append(Node(adverb, adverb, "ADV", {}, "advmod"))
    return node
