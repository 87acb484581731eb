"""Of whom words of blame speak that name a deed: of who did it, never of those to whom it was done.

"Condamne l'attaque russe contre Kiev" blames Moscow; "condamne l'attentat de Kaboul" blames nobody known, and
nobody else whom the text names takes their place.
"""

from collections.abc import Sequence

import msgspec

from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import marker
from depeche.syntax.words import Word
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.reach import fills

# Codes of violence; a coup is the affair of those whom it befalls.
VIOLENT, AT_HOME = ("18", "19", "20"), "180"
BLAMING = frozenset({"condemns", "opposes"})
# To disapprove and to condemn.
BLAME = ("110", "111")


class Condemned:
    """The deeds of one text by the words that tell them."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._deeds: dict[int, Act] = {}
        self._violent = {act.trigger.token.i for act in acts if act.code.startswith(VIOLENT)}
        for act in acts:
            violent = act.code.startswith(VIOLENT) and act.code != AT_HOME
            if violent and act.modality is None and not act.symmetric and act.status == "occurred":
                for i in (act.trigger.token.i, *act.trigger.used):
                    self._deeds.setdefault(i, act)

    def suffered(self, act: Act, head: Word | None, grammar: Grammar) -> bool:
        """Whether whom words of blame seem aimed at is the one against whom the thing that they blame was done."""
        blames = act.modality is None and act.has("verbal") and any(act.has(t) for t in BLAMING)
        if not blames or act.code not in BLAME or act.trigger.entry.kind != "v":
            return False
        things = {a.token.i for a in act.trigger.arguments if a.role == "obj"}
        while head is not None and head.i not in things and head.head.i != head.i:
            mark, above = marker(head), head.head
            if above.relation == "acl" and above.pos_ == "VERB" and above.head.i in things:
                return mark not in grammar.agent and "Part" in above.morph.get("VerbForm")
            if mark and mark not in grammar.of:
                violent = above.i in self._violent and mark in grammar.onto
                return above.i in things and (mark in grammar.against or violent)
            head = above
        return False

    def deed(self, act: Act) -> Act | None:
        """The deed that an act condemns; None where its words name a side, or no deed."""
        if act.modality is not None or not act.has("verbal") or not any(act.has(t) for t in BLAMING):
            return None
        for slot in act.trigger.entry.target:
            for argument in act.trigger.arguments:
                found = self._deeds.get(argument.token.i) if fills(argument, slot) else None
                if found is not None and found is not act:
                    return found
        return None


def blamed_for(act: Act, deed: Act, parse: Parse) -> Act:
    """The act with the doer of the deed as its target; without one where nobody is known to have done it."""
    doer = deed.source.without(act.source) if deed.source else None
    if doer is not None:
        return msgspec.structs.replace(act, target=doer)
    inside = act.target is None or _within(act.target, deed, parse)
    if not inside or deed.source is not None:
        return act
    return msgspec.structs.replace(act, target=None, nobody=True)


def _within(party: Party, deed: Act, parse: Parse) -> bool:
    """Whether a party is named in the phrase of a deed, as its victim or as the place of it."""
    if party.span is None:
        return True
    noun = min((deed.trigger.token, *(parse.doc[i] for i in deed.trigger.used)), key=lambda word: word.i)
    return any(word.i == noun.i or noun.is_ancestor(word) for word in parse.tokens(party.span)[:1])
