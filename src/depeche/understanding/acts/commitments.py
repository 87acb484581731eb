"""From acts to commitments: what a side says it will or is ready to do."""

from collections.abc import Iterable, Iterator
from typing import cast

import msgspec

from depeche.record import Commitment, Span
from depeche.record.tables import Strength
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.binding import binds, resolved
from depeche.understanding.acts.due import due
from depeche.understanding.acts.hypotheses import conditioned, hinges, timed
from depeche.understanding.acts.operators import TO_OTHERS
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.phrases import clause, deeds, matters, phrase, words_of
from depeche.understanding.acts.refusals import forsworn, to_come
from depeche.understanding.speech import Speech
from depeche.understanding.times import Times

BY_FRAME = {"sign": "signed", "agree": "agreed"}
# What is denied or only supposed binds nobody, unless a side says that it will not do it.
UNBOUND = ("denied", "hypothetical")
# How one may be bound under a condition.
OPEN = ("pledged", "planned", "agreed", "willing")


def commitments(
    parse: Parse, acts: Iterable[Act], times: Times, speech: Speech, grammar: Grammar
) -> tuple[Commitment, ...]:
    """One row for each thing that an act binds its source to do, in the order of the text."""
    rows: list[Commitment] = []
    for act in acts:
        if act.source is None or _named_only(parse, act):
            continue
        strength = strength_of(act, act.source, speech, grammar)
        bound = act.status not in UNBOUND or forsworn(act, grammar) or conditionally(act, grammar)
        if strength is not None and bound:
            rows.extend(_rows(parse, act, strength, times, grammar))
    kept: dict[tuple[object, Span], Commitment] = {}
    for row in rows:  # a side is bound by the same words but once
        kept.setdefault((row.holder, row.evidence[-1]), row)
    return tuple(row for row in kept.values() if not any(_holds(other, row) for other in kept.values()))


def _holds(whole: Commitment, part: Commitment) -> bool:
    """Whether the words of one row are but a part of another's ("ne ménagera aucun effort pour aider X")."""
    (a, b), (c, d) = whole.evidence[-1], part.evidence[-1]
    return whole.holder == part.holder and a <= c and d <= b and (a, b) != (c, d)


def _named_only(parse: Parse, act: Act) -> bool:
    """Whether a noun mentions a plan or promise without saying whose or what ("une annonce accueillie avec …")."""
    if act.trigger.entry.kind != "n" or act.trigger.carrier.i != act.trigger.token.i:
        return act.modality is not None and not act.content and phrase(parse, act) is None
    if act.source is None or act.source.span is None or act.has("verbal"):
        return True
    return act.modality is not None and phrase(parse, act) is None


def strength_of(act: Act, source: Party, speech: Speech, grammar: Grammar) -> Strength | None:
    """How far an act binds its source: by its entry, its operator or its frame; None where it does not.

    A threat binds only under its condition; a plan that is told is one unless it is a meeting, and so is what a
    side will not do.
    """
    if forsworn(act, grammar):
        return resolved(source.codes, speech.voice(act.trigger.token.i))
    if act.modality in TO_OTHERS or act.modality == "refuse":
        return None  # what one wishes others to do binds nobody
    if _not_meant(act):
        return resolved(source.codes, speech.voice(act.trigger.token.i))
    found: str | None = act.strength or binds(act.trigger, act.modality)
    if found in OPEN and act.modality is not None and _under_condition(act, grammar):
        return "conditional"
    if found is None and act.modality == "threaten" and _conditional(act.trigger.token, grammar):
        found = "conditional"
    if found is None and act.modality is None and act.frame is not None:
        found = BY_FRAME.get(act.frame.name) if act.status != "planned" else None
        verb = act.trigger.carrier
        open_ = (act.status == "planned" and not timed(verb, grammar)) or conditionally(act, grammar)
        if found is None and open_ and not act.has("speech"):
            how = resolved(source.codes, speech.voice(act.trigger.token.i))
            if how is not None and (act.status != "planned" or _conditional(verb, grammar)):
                return "conditional"
            return None if act.has("meeting") else how
    return cast("Strength | None", found)


def conditionally(act: Act, grammar: Grammar) -> bool:
    """Whether an act is one that its source will do under a condition ("will send troops if …")."""
    verb = act.trigger.carrier
    return (
        act.status == "hypothetical"
        and act.modality is None
        and to_come(verb, grammar)
        and conditioned(verb, grammar)
    )


def _under_condition(act: Act, grammar: Grammar) -> bool:
    """Whether what a side promises or plans hangs on a condition told with it ("pledged to leave if …")."""
    contents = [a.token for a in act.trigger.arguments if a.role in ("xcomp", "ccomp")]
    return any(hinges(verb, grammar) for verb in (act.trigger.carrier, *contents))


def _conditional(token: Word, grammar: Grammar) -> bool:
    conditions = (grammar.hypothesis | grammar.unless) - grammar.asking
    marks = (m for node in token.subtree for m in children(node, "mark", "case"))
    return any(_conjunction(m) & conditions for m in marks if not _granting(m, grammar))


def _granting(mark: Word, grammar: Grammar) -> bool:
    """As in "even if": nothing hangs on what follows."""
    return mark.i > 0 and mark.nbor(-1).lower_ in grammar.even


def _conjunction(mark: Word) -> set[str]:
    """A conjunction's lemma, alone and with the words fixed to it ("tant que")."""
    lemma = mark.low_lemma
    return {lemma, " ".join((lemma, *(f.low_lemma for f in children(mark, "fixed"))))}


def _rows(parse: Parse, act: Act, strength: Strength, times: Times, grammar: Grammar) -> Iterator[Commitment]:
    while len(act.content) == 1 and act.content[0].modality:
        act = msgspec.structs.replace(
            act.content[0], source=act.source, target=act.target or act.content[0].target
        )
    verbs = deeds(act)
    if len(verbs) < 2:
        ahead = [*verbs, *(inner.trigger.carrier for inner in act.content)]
        if act.modality is None and act.status != "occurred":
            ahead.append(act.trigger.carrier)  # "will send aid by May": when it is to be sent
        day = next((found for verb in ahead if (found := due(verb, times))), None)
        told = act.trigger.entry.modality is None and (act.frame is None or act.frame.name not in BY_FRAME)
        told = told or _not_meant(act)
        for span in (clause(parse, act),) if told else matters(parse, act, grammar) or (act.span,):
            yield _row(parse, act, strength, span, day)
        return
    for deed in verbs:
        yield _row(parse, act, strength, words_of(parse, deed), due(deed, times))


def _not_meant(act: Act) -> bool:
    """Whether a side says that it does not mean to do a thing ("n'entend pas se doter de l'arme atomique")."""
    return act.modality is None and act.trigger.entry.modality == "intend"


def _jointly(act: Act) -> bool:
    """Whether both sides of a mutual act are bound: by an agreement, or as its joint subject."""
    if not act.symmetric or act.source is None or act.target is None:
        return False
    agreed = act.modality is None and act.frame is not None and act.frame.name in BY_FRAME
    return agreed or (act.target.span is not None and act.target.span == act.source.span)


def _row(parse: Parse, act: Act, strength: Strength, span: Span, day: str | None) -> Commitment:
    holders = [*act.source.codes] if act.source else []
    partner = act.target.code if act.target else None
    if _jointly(act):
        holders += list(act.target.codes) if act.target else []
        partner = None
    return Commitment(
        evidence=(act.span, span) if span != act.span else (span,),
        holder="; ".join(holders),
        action=" ".join(parse.words(span).split()),
        partner=partner,
        strength=strength,
        due=day,
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )
