"""Refining a frame by what it is about: `aid` with a military word is `aid.military`."""

from functools import lru_cache

from depeche.ontology import Frame, frames
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Lexicon
from depeche.understanding.acts.triggers import Trigger

# Things that one side gives another are aid of their kind.
THINGS = "aid"
# What a sum is that is given for no purpose named.
MONEY = "aid.economic"


def refine(frame: Frame, trigger: Trigger, lexicon: Lexicon) -> Frame:
    """The frame's child for the first topic named in the trigger's phrase; the frame itself if none is."""
    for _ in range(2):
        child = _child(frame, trigger, lexicon)
        if child is None:
            return frame
        frame = child
    return frame


def _child(frame: Frame, trigger: Trigger, lexicon: Lexicon) -> Frame | None:
    options = _options(frame.name, lexicon)
    if not options:
        return None
    for token in _about(trigger):
        for words, child in options:
            if token.low_lemma in words or token.lower_ in words:
                return child
    return None


@lru_cache
def _options(name: str, lexicon: Lexicon) -> tuple[tuple[frozenset[str], Frame], ...]:
    """The words of each topic that a frame has a child for, and that child."""
    table = frames()
    return tuple(
        (words, table[f"{name}.{topic}"])
        for topic, words in lexicon.topics.items()
        if f"{name}.{topic}" in table
    )


def _about(trigger: Trigger) -> list[Word]:
    """The words of the trigger's phrase and of its arguments but the subject, nearest first."""
    roots = [a.token for a in trigger.arguments if a.role not in ("subj", "control", "det")]
    words = {trigger.token.i: trigger.token}
    subjects = {a.token.i for a in trigger.arguments if a.role in ("subj", "control")}
    for root in (trigger.token, *roots):
        if root is not trigger.token and trigger.token.is_ancestor(root) is False and root.relation == "ROOT":
            continue
        for token in root.subtree:
            if not any(token.i == s or trigger.token.doc[s].is_ancestor(token) for s in subjects):
                words[token.i] = token
    at = trigger.token.i
    return sorted(words.values(), key=lambda token: (abs(token.i - at), token.i))[:60]


def thing(operator: Trigger, lexicon: Lexicon) -> Frame | None:
    """What is asked for or offered where it is a thing, not an act ("exiger des missiles", "promettre un prêt")."""
    table = frames()
    for argument in operator.arguments:
        if argument.token.pos_ not in ("NOUN", "SYM") or not {argument.role, argument.marker} & set(
            operator.entry.content
        ):
            continue
        for word in _within(argument.token):
            for topic, words in lexicon.topics.items():
                if word.low_lemma in words and f"{THINGS}.{topic}" in table:
                    return table[f"{THINGS}.{topic}"]
        if argument.token.pos_ == "SYM":
            return table[MONEY]
    return None


def _within(noun: Word) -> list[Word]:
    """A noun with what says of what kind it is, and this of what kind ("$5 million in humanitarian aid")."""
    out = [noun]
    for _ in range(2):
        out += [
            c
            for word in out
            for c in word.children
            if c.relation in ("nmod", "amod", "compound") and c not in out
        ]
    return out
