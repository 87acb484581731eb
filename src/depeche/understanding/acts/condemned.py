"""Of whom words of blame speak that name a deed: of who did it, never of those to whom it was done.

"Condamne l'attaque russe contre Kiev" blames Moscow; "condamne l'attentat de Kaboul" blames nobody known, and
nobody else whom the text names takes their place.
"""

from collections.abc import Sequence

import msgspec

from depeche.syntax.parse import Parse
from depeche.understanding.acts.act import Act
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.triggers import fills

# Codes of violence; a coup is the affair of those whom it befalls.
VIOLENT, AT_HOME = ("18", "19", "20"), "180"
BLAMING = frozenset({"condemns", "opposes"})


class Condemned:
    """The deeds of one text by the words that tell them."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._deeds: dict[int, Act] = {}
        for act in acts:
            violent = act.code.startswith(VIOLENT) and act.code != AT_HOME
            if violent and act.modality is None and not act.symmetric and act.status == "occurred":
                for i in (act.trigger.token.i, *act.trigger.used):
                    self._deeds.setdefault(i, act)

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
