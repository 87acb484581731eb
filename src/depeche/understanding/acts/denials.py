"""Deeds that their doer denies: what a denial takes up from the words of others was not done, as far as is known.

"X says Y shelled the port, a claim Y denies", "X accused Y of … . Y rejected the accusation": the deed stands in what
another side says, the denial is told by another word, in the same sentence or soon after.
"""

from collections.abc import Collection, Sequence

import msgspec

from depeche.ontology import cameo, frames
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.stances import stance_of
from depeche.understanding.speech import Said, Speech

# How many sentences back a charge may stand that a noun or pronoun takes up.
NEAR = 1
# How many words a denial may have that only names what it denies ("the accusation").
SHORT = 4


def disowned(acts: Sequence[Act], speech: Speech, charges: Collection[str]) -> tuple[Act, ...]:
    """The acts with those denied that their own doer denies; `charges` are nouns for what was said before."""
    out = [part for act in acts for part in _parted(act)]
    for denial in tuple(out):
        said = speech.by_cue(denial.trigger.token.i)
        if denial.source is None or said is None or said.first is None or not _denies(denial):
            continue
        found = [
            k
            for k, act in enumerate(out)
            if _others_word(act, denial, speech)
            and (_within(act, said) or (_taken_up(said, denial, charges) and _near(act, denial)))
        ]
        for k in found:
            out[k] = msgspec.structs.replace(out[k], status="denied")
        if denial.modality == "refuse" and (found or _relative(denial, charges)):
            out[out.index(denial)] = _word(denial)
    return tuple(out)


def _parted(act: Act) -> tuple[Act, ...]:
    """The denial of a charge, and the deeds of which it clears its side ("dismissed claims that it had …")."""
    own = set(act.source.codes) if act.source else set()
    deeds = [
        inner
        for inner in act.content
        if inner.modality is None and not inner.has("verbal") and not own.isdisjoint(_doer(inner))
    ]
    if act.trigger.entry.stance != "denies" or act.modality != "refuse" or not deeds:
        return (act,)
    return _word(act), *(msgspec.structs.replace(deed, status="denied") for deed in deeds)


def _relative(denial: Act, charges: Collection[str]) -> bool:
    """Whether a denial is told in a clause about a noun for what was said before ("…, a charge X rejects")."""
    verb = denial.trigger.carrier
    return verb.relation == "acl" and verb.head.low_lemma in charges


def _word(act: Act) -> Act:
    """A denial as the word that it is, no event beside the deed that it denies."""
    frame = frames()["comment.deny"]
    return msgspec.structs.replace(act, frame=frame, modality=None, code=cameo(frame, None), content=())


def _doer(act: Act) -> tuple[str, ...]:
    return act.source.codes if act.source else ()


def _denies(act: Act) -> bool:
    return stance_of(act) == "denies" or act.trigger.entry.modality == "deny"


def _others_word(act: Act, denial: Act, speech: Speech) -> bool:
    """Whether an act of the denying side is told as done, and only by another side."""
    if act.status not in ("occurred", "hypothetical") or act.modality is not None or act.has("speech"):
        return False
    if act is denial or act.source is None or denial.source is None or act.symmetric:
        return False
    if act.has("verbal") or not set(act.source.codes) <= set(denial.source.codes):
        return False
    voice = speech.voice(act.trigger.token.i)
    return voice is not None and (_apart(voice, denial) or voice is speech.by_cue(denial.trigger.token.i))


def _apart(voice: Said, denial: Act) -> bool:
    """Whether a statement is another side's than the one that denies."""
    own = set(denial.source.codes) if denial.source else set()
    return voice.speaker_of is None or not own & set(voice.speaker_of.split("; "))


def _within(act: Act, said: Said) -> bool:
    """Whether an act stands in the words that a denial is about."""
    return said.first is not None and said.last is not None and said.first <= act.trigger.token.i <= said.last


def _taken_up(said: Said, denial: Act, charges: Collection[str]) -> bool:
    """Whether a denial only names what was said before ("the accusation", "this")."""
    if said.first is None or said.last is None or said.last - said.first >= SHORT:
        return False
    words = denial.trigger.token.doc[said.first : said.last + 1]
    nouns = [word for word in words if word.pos_ in ("NOUN", "PROPN")]
    if not nouns:
        return said.first == said.last and words[0].pos_ == "PRON"
    return all(word.low_lemma in charges for word in nouns)


def _near(act: Act, denial: Act) -> bool:
    """Whether an act is told shortly before a denial."""
    place, here = act.trigger.token, denial.trigger.token
    if place.i >= here.i:
        return False
    start = here.sent.start
    for _ in range(NEAR):
        if place.i >= start or start == 0:
            break
        start = here.doc[start - 1].sent.start
    return place.i >= start
