"""What the act above, which governs another, says of it: how real it is, whether it is one, who does it."""

from collections.abc import Mapping

from depeche.ontology import frames
from depeche.syntax.arguments import governed, is_participle
from depeche.syntax.grammar import Grammar
from depeche.syntax.trees import children
from depeche.understanding.acts.courtesy import asks
from depeche.understanding.acts.factuality import Status, denied
from depeche.understanding.acts.governors import BLAME, Governor, blamed, thanked, traits_of
from depeche.understanding.acts.parties import NOBODY, Party
from depeche.understanding.acts.shading import charged
from depeche.understanding.acts.slots import Slots
from depeche.understanding.acts.triggers import Trigger

# Stances whose infinitive is told as done ("accuser X d'avoir …", "remercier X de …").
FACTIVE = frozenset({"condemns", "welcomes"})
# The root of refusals and vetoes.
REJECTS = "12"


class Above:
    """Asks what governs each trigger of a text, by the token of the trigger."""

    def __init__(
        self,
        governors: Mapping[int, Governor],
        triggers: Mapping[int, Trigger],
        slots: Slots,
        grammar: Grammar,
    ) -> None:
        self._governors = governors
        self._triggers = triggers
        self._slots = slots
        self._grammar = grammar

    def status(self, i: int) -> Status:
        """How real what governs an act leaves it: of what somebody is accused by nobody named, it only supposes."""
        above = self._governors[i].trigger
        charge = above is not None and (above.entry.frame or "").partition(".")[0] == BLAME
        unnamed = charge and above is not None and self._slots.source(above) is None
        return "hypothetical" if unnamed else charged(above, self._grammar) if charge else "occurred"

    def is_content(self, i: int) -> bool:
        """Whether an act stands in the content of an operator, which tells it."""
        above = self._governors[i]
        return above.content and above.trigger is not None

    def unreal(self, i: int) -> bool:
        """What thanks are for, or an infinitive that an act does not tell as done ("interdire à X d'aller à Y")."""
        above = self._governors[i].trigger
        if thanked(above, self._triggers[i]) or self._slots.by_the_press(self._triggers[i]):
            return True
        if self._of_no_effect(self._triggers[i]):
            return True
        if above is None or not governed(self._triggers[i].carrier, self._grammar):
            return False
        if asks(above, self._grammar):
            return True  # "saurait gré à X de bien vouloir …": what X is asked for
        if "condemns" in traits_of(above) and self._triggers[i].entry.modality == "intend":
            return True  # "reprocher à X de vouloir …": what others say one wants
        tells = above.entry.frame is None or FACTIVE & traits_of(above)
        return not tells and not children(self._triggers[i].carrier, "aux")

    def _of_no_effect(self, trigger: Trigger) -> bool:
        """Whether a participle tells what a text asks or says that somebody turns down ("vetoed a draft urging …")."""
        verb, noun = trigger.carrier, trigger.carrier.head
        spoken = trigger.entry.modality is not None or "verbal" in traits_of(trigger)
        active = verb.pos_ == "VERB" and verb.dep_ == "acl" and not is_participle(verb)
        if not (spoken and active) or governed(verb, self._grammar) or noun.relation != "obj":
            return False
        over = self._triggers.get(noun.head.i)
        if over is None:
            return denied(noun.head, self._grammar)
        frame = frames().get(over.entry.frame or "")
        turned = over.entry.modality == "refuse" or (
            frame is not None and frame.codes["done"].startswith(REJECTS)
        )
        own, refuser = self._slots.source(trigger), self._slots.source(over)
        return turned and own is not None and refuser is not None and own.codes == refuser.codes

    def doer(self, i: int) -> Party | None:
        """Who did what another act merely mentions: its target ("accuser X d'avoir …", "remercier X de …")."""
        above, trigger = self._governors[i].trigger, self._triggers[i]
        if above is None or not governed(trigger.carrier, self._grammar):
            return self._slots.target(above, None, None) if above and blamed(above, trigger) else None
        another = FACTIVE & traits_of(above) and self._slots.somebody(above)
        return self._slots.target(above, None, None) or (NOBODY if another else self._slots.source(above))
