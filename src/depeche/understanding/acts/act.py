"""An act: who does what to whom, as one trigger of the text tells it."""

import msgspec

from depeche.ontology import Frame
from depeche.record import Span
from depeche.record.tables import Strength
from depeche.understanding.acts.factuality import Status
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.triggers import Trigger


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act, coded; `modality` is the operator's, None where the act itself is told.

    `content` is the act inside an operator's content; `span` the characters of the words that tell it;
    `strength` how far the words around it bind its source, where they do; `source_words` and `target_words` are
    the characters that name its sides, whether or not a code is known for them; `unnamed` and
    `unnamed_other` where a verb tells that its source or its target is somebody without a code; `nobody`
    where its words tell that there is no known target; `performed` where its source does it by what it says in its
    own words ("we condemn …").
    """

    trigger: Trigger
    frame: Frame | None
    modality: str | None
    code: str
    status: Status
    source: Party | None
    target: Party | None
    symmetric: bool
    span: Span
    content: tuple["Act", ...] = ()
    date: str | None = None
    place: str | None = None
    via: str | None = None
    strength: Strength | None = None
    promised: bool = False
    performed: bool = False
    mutual: bool = False
    unnamed: bool = False
    unnamed_other: bool = False
    nobody: bool = False
    source_words: Span | None = None
    target_words: Span | None = None

    def has(self, trait: str) -> bool:
        """Whether the act's frame has a trait."""
        return self.frame is not None and trait in self.frame.traits

    def tokens(self) -> frozenset[int]:
        """The tokens that carry the act and those of what stands in its content."""
        own = frozenset({self.trigger.token.i, self.trigger.carrier.i})
        return own.union(*(inner.tokens() for inner in self.content))


def answered(act: Act, by: Party | None) -> Act:
    """A request or offer that was refused was made all the same, to the one who refused it."""
    return act if act.target else msgspec.structs.replace(act, target=by.without(act.source) if by else None)


def both(act: Act) -> Party | None:
    """All sides of a mutual act as one party."""
    if act.source is None or act.target is None:
        return act.source or act.target
    codes = tuple(dict.fromkeys((*act.source.codes, *act.target.codes)))
    persons = tuple(dict.fromkeys((*act.source.persons, *act.target.persons)))
    return Party(codes, persons, act.source.span)


def points_back(act: Act) -> bool:
    """Whether a pronoun stands for what is refused, told before ("X s'y est refusé", "X l'a rejetée")."""
    found = [a.token for a in act.trigger.arguments if a.role in ("obj", "obl", "iobj")]
    clause = any(a.role in ("xcomp", "ccomp") for a in act.trigger.arguments)
    other = (t for t in found if "Yes" not in t.morph.get("Reflex") and "Rel" not in t.morph.get("PronType"))
    return act.modality == "refuse" and not clause and any(token.pos_ == "PRON" for token in other)
