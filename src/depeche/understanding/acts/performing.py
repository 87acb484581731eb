"""Speech acts that are done by saying so: in one's own words ("we condemn …"), or politely ("I want to thank …")."""

from depeche.ontology import Frame
from depeche.syntax.grammar import Grammar
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.triggers import Trigger
from depeche.understanding.speech import Speech


def performs(
    token: Word, frame: Frame | None, modality: str | None, source: Party | None, speech: Speech
) -> bool:
    """Whether a side does an act by what it says itself, be it by the mouth of one of its own."""
    if source is None or (modality is None and (frame is None or "verbal" not in frame.traits)):
        return False
    voice = speech.voice(token.i)
    return voice is not None and voice.speaker_of == source.code


def said_politely(trigger: Trigger, inner: list[Act], grammar: Grammar) -> bool:
    """Whether somebody who wishes to say something says it ("souhaite saluer", "tient à condamner")."""
    polite = trigger.entry.modality == "intend" and trigger.token.low_lemma in grammar.polite
    return polite and bool(inner) and inner[0].has("verbal") and inner[0].modality is None
