"""Verbs of the grammar, written ``lemma.tense``: auxiliaries, modal verbs, pronouns before and at their end.

``acusar.pa`` is *acusó*, ``acusar.pf`` *ha acusado*, ``acusar.pas`` *fue acusado*; ``se+reunir.pa`` *se
reunió*, ``se+reunir.inf`` *reunirse*; ``sep+firmar.pa`` *se firmó*, of what is acted upon; ``le+pedir.pa`` *le
pidió*; ``firmar.debe`` *debe firmar*, ``firmar.pr1`` *firmamos*. Number, person and gender are given by agreement later.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.common.trees import Node
from training.es.conjugation import conjugate, with_pronoun

if TYPE_CHECKING:
    from random import Random

__all__ = ["VERB", "verb"]

_SIMPLE = {"pr": ("Ind", "Pres"), "im": ("Ind", "Imp"), "fu": ("Ind", "Fut"), "co": ("Cnd", "Pres"),
           "pa": ("Ind", "Past"), "sub": ("Sub", "Pres"), "subi": ("Sub", "Imp")}  # fmt: skip
_PERFECT = {"pf": "pr", "ppf": "im", "ff": "fu", "cf": "co", "subf": "sub"}
_PASSIVE = {"pas": "pa", "pap": "pr", "pai": "im", "paf": "fu", "pac": "co", "pasub": "sub"}
_PERFECT_PASSIVE = {"pasf": "pr", "pasq": "im"}
_PROGRESSIVE = {"prg": "pr", "img": "im"}
_MODAL = {"puede": ("poder", "pr"), "podria": ("poder", "co"), "podra": ("poder", "fu"), "pudo": ("poder", "pa"),
          "debe": ("deber", "pr"), "deberia": ("deber", "co"), "debera": ("deber", "fu")}  # fmt: skip
_NON_FINITE = ("inf", "ger", "pp", "infc", "infp", "gerc")
_TENSES = "|".join([*_SIMPLE, *_PERFECT, *_PASSIVE, *_PERFECT_PASSIVE, *_PROGRESSIVE, *_MODAL, *_NON_FINITE])
VERB = re.compile(rf"(?:(se|sep|le|les|lo|nos)\+)?([a-záéíóúüñ]+)\.(?:({_TENSES})(1?)|hay)")
_PAST_PARTICIPLE = {"Gender": "Masc", "Number": "Sing", "Tense": "Past", "VerbForm": "Part"}
_REFLEXIVE = {"Person": "3", "PronType": "Prs", "Reflex": "Yes"}
_PRONOUNS = {
    "se": ("se", _REFLEXIVE, "expl:pv"),
    "sep": ("se", _REFLEXIVE, "expl:pass"),
    "le": ("él", {"Number": "Sing", "Person": "3", "PronType": "Prs"}, "iobj"),
    "les": ("él", {"Number": "Plur", "Person": "3", "PronType": "Prs"}, "iobj"),
    "lo": ("él", {"Gender": "Masc", "Number": "Sing", "Person": "3", "PronType": "Prs"}, "obj"),
    "nos": ("yo", {"Number": "Plur", "Person": "1", "PronType": "Prs"}, "expl:pv"),
}
_PRESENT = {"Tense": "Pres", "VerbForm": "Fin"}
_ADVERBS = ("también hoy firmemente nuevamente formalmente además públicamente ayer ya duramente oficialmente "
            "asimismo reiteradamente previamente conjuntamente").split()  # fmt: skip


def _finite(lemma: str, code: str, upos: str, dep: str = "ROOT") -> Node:
    mood, tense = _SIMPLE[code]
    return Node(lemma, lemma, upos, {"VerbForm": "Fin"}, dep, verb=(lemma, mood, tense))


def _participle(lemma: str) -> Node:
    form = conjugate(lemma)["Part", "Masc", 0, "Sing"]
    return Node(form, lemma, "VERB", dict(_PAST_PARTICIPLE), verb=(lemma, "Part", ""))


def _auxiliary(form: str, lemma: str, feats: dict[str, str], dep: str = "aux") -> Node:
    return Node(form, lemma, "AUX", dict(feats), dep)


def _non_finite(lemma: str, code: str) -> Node | None:
    infinitive, gerund = {"VerbForm": "Inf"}, {"VerbForm": "Ger"}
    if code == "inf":
        return Node(lemma, lemma, "VERB", infinitive)
    if code == "ger":
        return Node(conjugate(lemma)["Ger", "", 0, ""], lemma, "VERB", gerund)
    if code not in _NON_FINITE:
        return None
    node = _participle(lemma)
    if code == "infc":
        node.left.append(_auxiliary("haber", "haber", infinitive))
    elif code == "gerc":
        node.left.append(_auxiliary("habiendo", "haber", gerund))
    elif code == "infp":
        node.left.append(_auxiliary("ser", "ser", infinitive, "aux:pass"))
    return node


def _compound(lemma: str, code: str) -> Node:
    if code in _MODAL:
        modal, tense = _MODAL[code]
        return Node(lemma, lemma, "VERB", {"VerbForm": "Inf"}, left=[_finite(modal, tense, "AUX", "aux")])
    if code in _PROGRESSIVE:
        form = conjugate(lemma)["Ger", "", 0, ""]
        being = _finite("estar", _PROGRESSIVE[code], "AUX", "aux")
        return Node(form, lemma, "VERB", {"VerbForm": "Ger"}, left=[being])
    node = _participle(lemma)
    if code in _PERFECT:
        node.left.append(_finite("haber", _PERFECT[code], "AUX", "aux"))
    elif code in _PASSIVE:
        node.left.append(_finite("ser", _PASSIVE[code], "AUX", "aux:pass"))
    else:
        been = _auxiliary("sido", "ser", _PAST_PARTICIPLE, "aux:pass")
        node.left += [_finite("haber", _PERFECT_PASSIVE[code], "AUX", "aux"), been]
    return node


def _add_pronoun(node: Node, kind: str, code: str) -> None:
    """Put a pronoun before a finite verb and its auxiliaries, or write it at the end of another."""
    lemma, feats, dep = _PRONOUNS[kind]
    form = "se" if kind == "sep" else kind
    if code in {"inf", "ger", *_MODAL}:
        node.form = with_pronoun(node.form, form)
    elif code in {"infc", "gerc", "infp"}:
        node.left[0].form = with_pronoun(node.left[0].form, form)
    elif code != "pp":
        node.left.insert(0, Node(form, lemma, "PRON", dict(feats), dep))


def verb(text: str, rng: Random) -> Node:
    """Return the verb written `text` with its auxiliaries and pronouns."""
    match = VERB.fullmatch(text)
    assert match is not None, text
    kind, lemma, code = match[1], match[2], match[3]
    if code is None:
        return Node("hay", "haber", "VERB", {"Mood": "Ind", "Number": "Sing", "Person": "3"} | _PRESENT)
    node = _non_finite(lemma, code)
    if node is None:
        node = _finite(lemma, code, "VERB") if code in _SIMPLE else _compound(lemma, code)
        if rng.random() < 0.05:
            adverb = rng.choice(_ADVERBS)
            node.right.insert(0, Node(adverb, adverb, "ADV", {}, "advmod"))
    if match[4]:
        for each in (node, *node.left):
            if each.verb and each.verb[1] != "Part":
                each.feats |= {"Number": "Plur", "Person": "1"}
    if kind:
        _add_pronoun(node, kind, code)
    return node
