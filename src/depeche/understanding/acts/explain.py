"""Why a sentence was read as it was: which entries fired, which did not, and what stood in the way."""

import msgspec

from depeche.languages.pack import Pack
from depeche.syntax.arguments import arguments
from depeche.syntax.parse import Parse
from depeche.understanding.actors import Actors
from depeche.understanding.acts.governors import Governor, governors
from depeche.understanding.acts.lexicon import Condition, Entry, Option, lexicon
from depeche.understanding.acts.parties import Sides
from depeche.understanding.acts.reach import Reach, fits
from depeche.understanding.acts.triggers import candidates, find
from depeche.understanding.speech import Speech


class Verdict(msgspec.Struct, frozen=True):
    """What became of one entry on one word; `reason` says why, in a few words."""

    token: int
    word: str
    entry: str
    evokes: str
    fired: bool
    reason: str


def explain(parse: Parse, pack: Pack, actors: Actors, speech: Speech) -> tuple[Verdict, ...]:
    """A verdict for every entry that any word of the text could evoke, in the order of the text."""
    words = lexicon(pack)
    sides = Sides(parse, actors, speech)
    fired = find(parse, words, sides)
    above = governors(fired, words.grammar, speech)
    used = {i: t for t in fired.values() for i in t.used}
    out: list[Verdict] = []
    for token in parse.doc:
        trigger = fired.get(token.i)
        args = trigger.arguments if trigger else tuple(arguments(token, words.grammar))
        reach = Reach(token, args, sides, words.calendar)
        for entry in sorted(candidates(token, words), key=lambda entry: entry.order):
            if trigger is not None and trigger.entry is entry:
                verdict, reason = True, _governed(above[token.i])
            elif token.i in used:
                verdict, reason = False, f"used up by '{used[token.i].entry.on}'"
            elif fits(entry, reach) is not None:
                verdict, reason = False, f"'{trigger.entry.on}' is more specific" if trigger else "word class"
            else:
                verdict, reason = False, _missing(entry, reach)
            name = f"{entry.file}: {entry.on}"
            out.append(
                Verdict(token.i, token.text, name, entry.frame or f"[{entry.modality}]", verdict, reason)
            )
    return tuple(out)


def _governed(above: Governor) -> str:
    if above.content and above.trigger is not None:
        return f"fired, in the content of '{above.trigger.entry.on}'"
    return "fired"


def _missing(entry: Entry, reach: Reach) -> str:
    for condition in entry.conditions:
        single = msgspec.structs.replace(entry, conditions=(condition,))
        if fits(single, reach) is None:
            return f"{'vetoed by' if condition.veto else 'needs'} {_shown(condition)}"
    return "reflexive pronoun missing" if entry.reflexive else "reflexive pronoun in the way"


def _shown(condition: Condition) -> str:
    return " or ".join(_option(option) for option in condition.options)


def _option(option: Option) -> str:
    words = ["*"] if option.any else [f"?{kind}" for kind in option.kinds] + sorted(option.lemmas)[:6]
    return f"{option.slot}:{'|'.join(words)}" if option.slot else "|".join(words)
