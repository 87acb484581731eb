"""From acts to commitments: what a side says it will or is ready to do."""

from collections.abc import Iterable, Iterator
from typing import cast

import msgspec

from depeche.record import Commitment, Span
from depeche.record.tables import Strength
from depeche.syntax.arguments import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import base, below, children
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.phrases import phrase, words_of
from depeche.understanding.times import Times

BY_MODALITY = {"promise": "pledged", "intend": "planned", "offer": "willing", "accept": "agreed"}
BY_FRAME = {"sign": "signed", "agree": "agreed"}


def commitments(parse: Parse, acts: Iterable[Act], times: Times, grammar: Grammar) -> tuple[Commitment, ...]:
    """One row for each thing that an act binds its source to do, in the order of the text."""
    rows: list[Commitment] = []
    for act in acts:
        strength = strength_of(act, grammar)
        if strength is not None and act.source is not None and act.status not in ("denied", "hypothetical"):
            rows.extend(_rows(parse, act, strength, times))
    kept: dict[tuple[object, Span], Commitment] = {}
    for row in rows:  # a side is bound by the same words but once
        kept.setdefault((row.holder, row.evidence[-1]), row)
    return tuple(kept.values())


def strength_of(act: Act, grammar: Grammar) -> Strength | None:
    """How far an act binds: by its entry, its operator or its frame; None where it does not.

    A threat binds only under its condition; a plan that is told is one unless it is a meeting.
    """
    found = act.trigger.entry.strength or BY_MODALITY.get(act.modality or "")
    if found is None and act.modality == "threaten" and _conditional(act.trigger.token, grammar):
        found = "conditional"
    if found is None and act.modality is None and act.frame is not None:
        found = BY_FRAME.get(act.frame.name)
        if found is None and act.status == "planned" and not act.has("meeting") and not act.has("speech"):
            found = "planned"
    return cast("Strength | None", found)


def _conditional(token: Word, grammar: Grammar) -> bool:
    return any(
        str(m.lemma_).lower() in grammar.hypothesis for node in token.subtree for m in children(node, "mark")
    )


def _rows(parse: Parse, act: Act, strength: Strength, times: Times) -> Iterator[Commitment]:
    while len(act.content) == 1 and act.content[0].modality:
        act = msgspec.structs.replace(
            act.content[0], source=act.source, target=act.target or act.content[0].target
        )
    deeds = _deeds(act)
    if len(deeds) < 2:
        span = phrase(parse, act) or act.span
        due = next(
            (t.value for t in (times.near(c.trigger.carrier) for c in act.content) if t is not None), None
        )
        yield _row(parse, act, strength, span, due)
        return
    for deed in deeds:
        time = times.near(deed)
        yield _row(parse, act, strength, words_of(parse, deed), time.value if time else None)


def _deeds(act: Act) -> list[Word]:
    """The coordinated verbs of an operator's content: each is a commitment of its own."""
    if act.modality is None:
        return []
    for argument in act.trigger.arguments:
        if argument.role in ("xcomp", "ccomp") and argument.token.pos_ in ("VERB", "AUX"):
            return [t for t in below(argument.token) if t.pos_ in ("VERB", "AUX") and base(t) != "advcl"]
    return []


def _row(parse: Parse, act: Act, strength: Strength, span: Span, due: str | None) -> Commitment:
    holders = [*act.source.codes] if act.source else []
    partner = act.target.code if act.target else None
    if act.symmetric:
        holders += list(act.target.codes) if act.target else []
        partner = None
    return Commitment(
        evidence=(act.span, span) if span != act.span else (span,),
        holder="; ".join(holders),
        action=" ".join(parse.words(span).split()),
        partner=partner,
        strength=strength,
        due=due,
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )
