"""From acts to positions: the stance a side takes to something."""

from collections.abc import Iterable

import msgspec

from depeche.record import Position, Span
from depeche.record.tables import Stance
from depeche.syntax.arguments import Argument
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import marker
from depeche.understanding.actors import Actors
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.phrases import codes, matters, phrase, widened
from depeche.understanding.acts.reach import fills
from depeche.understanding.acts.stances import taken
from depeche.understanding.speech import Speech

# A summons of an envoy, or another complaint.
SUMMONS = "114"
# Stances that nobody takes to what is said of oneself.
AT_OTHERS = ("warns", "demands", "condemns")


def positions(
    parse: Parse, acts: Iterable[Act], actors: Actors, speech: Speech, grammar: Grammar
) -> tuple[Position, ...]:
    """One row for each act that takes a stance and is told as done, in the order of the text."""
    rows: list[Position] = []
    for act, stance in taken(tuple(acts), speech, grammar):
        operator = act.modality is not None and act.trigger.entry.modality is not None
        denied = _denied(act, speech) if stance == "denies" else None
        if operator and not phrase(parse, act) and not _aimed(act) and not denied:
            continue  # "a-t-il insisté": nobody knows on what
        if _of_nothing(act):
            continue
        spans = _spans(parse, act, stance, speech, grammar)
        for row in (
            r for span in spans for r in _each(act, _row(parse, act, stance, span, actors, speech, grammar))
        ):
            if not any((row.holder, row.stance, row.target) == (r.holder, r.stance, r.target) for r in rows):
                rows.append(row)
    return tuple(row for row in rows if len(row.evidence) > 1 or not any(_says_more(r, row) for r in rows))


def _says_more(row: Position, bare: Position) -> bool:
    """Whether a row tells what a side takes the stance of a bare one to ("condemned and denounced the raid")."""
    told = len(row.evidence) > 1 and (row.holder, row.stance) == (bare.holder, bare.stance)
    return told and (row.target or "").startswith(bare.target or "")


def _each(act: Act, row: Position) -> tuple[Position, ...]:
    """Two sides that call on each other ("ont appelé à renforcer leurs liens") take a stance each, to the other."""
    if not act.symmetric or act.source is None or act.target is None:
        return (row,)
    one, other = act.source.code or "", act.target.code or ""
    words = (row.target or "").rpartition(": ")[2]
    return tuple(
        msgspec.structs.replace(row, holder=holder, target=f"{to}: {words}")
        for holder, to in ((one, other), (other, one))
    )


def _spans(
    parse: Parse, act: Act, stance: Stance, speech: Speech, grammar: Grammar
) -> tuple[Span | None, ...]:
    denied = _denied(act, speech) if stance == "denies" else None
    if denied:
        return (denied,)
    said = speech.by_cue(act.trigger.token.i)
    if said is not None and said.content is not None and not matters(parse, act, grammar):
        return (said.content,)  # "« Nos soldats demeurent vigilants », prévient le texte"
    return tuple(widened(parse, act, span, grammar) for span in matters(parse, act, grammar)) or (None,)


def _row(
    parse: Parse,
    act: Act,
    stance: Stance,
    span: Span | None,
    actors: Actors,
    speech: Speech,
    grammar: Grammar,
) -> Position:
    holder = act.source.code if act.source else None
    span = _without_holder(parse, act, span, actors, grammar) if span else None
    worded = list(codes(parse, actors, span)) if span else []
    own = set(act.source.codes) if act.source else set()
    # Whom a denial answers is a guess, for which there is need only where what is denied names nobody.
    aimed = act.target is not None and (stance != "denies" or not set(worded) - own)
    named = list(act.target.codes) if act.target and aimed else []
    if stance in AT_OTHERS:  # "« Ankara ne se taira pas », a prévenu le ministre turc"
        worded = [code for code in worded if code not in own]
    named += [c for c in worded if c not in named]
    others = [code for code in named if code not in own] or named
    words = " ".join(parse.words(span).split()) if span else ""
    target = ": ".join(part for part in (", ".join(others), words) if part)
    if others and act.target is None and stance == "condemns":
        target = f"{words} ({', '.join(others)})"  # "l'attentat de Kaboul": it is not Kabul that is condemned
    return Position(
        evidence=(act.span,) if span is None else (act.span, span),
        holder=holder or "",
        stance=stance,
        target=target or None,
        via=_via(act, speech),
        entry=f"{act.trigger.entry.file}: {act.trigger.entry.on}",
    )


def _without_holder(parse: Parse, act: Act, span: Span, actors: Actors, grammar: Grammar) -> Span:
    """What is supported, without the holder that the parser hung it on ("le soutien de | la France à l'Irak")."""
    tokens = parse.tokens(span)
    first = tokens[:2] if tokens[0].pos_ == "DET" else tokens[:1]
    found = [mention for mention in (actors.at(token.i) for token in first) if mention is not None]
    mention = max(found, key=lambda mention: mention.last, default=None)
    if mention is None or act.source is None or not set(mention.codes) <= set(act.source.codes):
        return span
    after = [token for token in tokens if token.i > mention.last][:1]
    if not mention.codes or not after or after[0].pos_ != "ADP" or after[0].low_lemma in grammar.of:
        return span
    rest = [token for token in tokens if token.i > after[0].i]
    return (parse.start[rest[0].i], span[1]) if rest else span


def _of_nothing(act: Act) -> bool:
    """Whether a summons or a protest does not say over what: it is no stance to the envoy who was summoned."""
    near = [
        *act.trigger.arguments,
        *(Argument(word, "nmod", marker(word)) for word in act.trigger.token.subtree),
    ]
    told = any(fills(argument, slot) for argument in near for slot in act.trigger.entry.matter)
    envoy = act.code == SUMMONS and act.trigger.entry.target[:1] == ("obj",)
    return envoy and act.trigger.entry.kind == "v" and bool(act.trigger.entry.matter) and not told


def _aimed(act: Act) -> bool:
    """Whether the act's own words name whom it is aimed at."""
    return act.target is not None and act.target.span is not None


def _denied(act: Act, speech: Speech) -> Span | None:
    """What a denial denies: the content of its statement, which may stand before it ("…, ce que X dément")."""
    said = speech.by_cue(act.trigger.token.i)
    return said.content if said is not None else None


def _via(act: Act, speech: Speech) -> str | None:
    """Through whom the reader knows it: the speaker whose cue the act is, or in whose words it stands."""
    said = speech.by_cue(act.trigger.token.i)
    if said is not None:
        outer = said.via
        return outer or said.speaker or said.speaker_of
    return act.via
