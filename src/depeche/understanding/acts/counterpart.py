"""Whom an act is aimed at, or by whom it is done, when its own words do not say.

"Bamako rappelle ses ambassadeurs" says no target; the text does, by the acts around it. The counterpart is, in this
order: the sides of the earlier act that the words point back to ("salue l'accord", "condamne cette décision"); for a
third party, the two sides that the text is about; the side that the source deals with around the act; the one other
party of the sentence; the party that the text names by far most often beside the source, which is enough for a
position but not for an event; nor is any that a participle beside a noun is given. Domestic acts and acts that
need no target get none. What was done to a side, by nobody named, was done by the side that acts on it around; a
mutual act without sides is one of the two that the text is about.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import msgspec

from depeche.syntax.items import items
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors, Mention
from depeche.understanding.acts.act import Act, points_back
from depeche.understanding.acts.condemned import Condemned, blamed_for
from depeche.understanding.acts.exchanges import Exchanges
from depeche.understanding.acts.lexicon import Lexicon
from depeche.understanding.acts.openness import (
    TAKEN,
    agreed,
    bare_judgement,
    lacks_target,
    modifies,
    own_deed,
    press,
    sideless,
    undone,
)
from depeche.understanding.acts.parties import Party
from depeche.understanding.acts.reach import fills
from depeche.understanding.acts.unnamed import aims, unnamed
from depeche.understanding.acts.venues import named_at, spoken_at, stages

# A party is the other side of the whole text if it is named this often, and so many times more than the next.
OFTEN = 3
MORE = 1.5
# How many sentences back the last act of the source still counts.
BACK = 6
# So many acts between the same two sides make them what the text is about.
AGAIN = 2
# Concern is about a matter; it is aimed at a side only if the words say so.
CONCERN = "110"
# Attacks: on the other side of the text, or the one other side of the sentence; never on whoever was last named.
ARMED = ("18", "19", "20")

# A meeting, or the dealings that it is part of, that do not go on.
# What is broken off names whom it was with.
ENDED = "16"
# Who leaves, threatens or breaks off does so with one side, not with two that deal with each other.
LEAVING = ("087", "13", "16")
# What is given is mostly for whom its sentence names.
GIVEN = "07"
CALLED_OFF = ("160", "164", "165")
# Operators of what may be refused.
ASKING = ("appeal", "demand", "offer", "promise")
PRAISE, BLAME = ("05", "03"), ("11",)
# Roots of acts that are done against a side.
HOSTILE = ("13", "14", "15", "16", "17", "18", "19", "20")

JUST = 2  # sentences back from "this decision" to who took it
MEMORY = 300  # of the acts before one, how many are looked back on


def complete(acts: Sequence[Act], parse: Parse, actors: Actors, words: Lexicon) -> tuple[Act, ...]:
    """The acts, with a target for those that lack one and need one, and a source for what was done to a side."""
    of = items(parse)
    out: list[Act] = []
    for item, told in groupby(acts, key=lambda act: of[parse.paragraph[act.trigger.token.i]]):
        own = tuple(told)
        mentions = [m for m in actors.mentions if of[parse.paragraph[m.head]] == item]
        finder = _Finder(parse, actors, mentions, words, own)
        done: list[Act] = []
        for act in own:
            done.append(finder.completed(act, done[-MEMORY:]))
        out.extend(done)
    return tuple(out)


class _Finder:
    def __init__(
        self,
        parse: Parse,
        actors: Actors,
        mentions: Sequence[Mention],
        words: Lexicon,
        acts: Sequence[Act],
    ) -> None:
        self._grammar = words.grammar
        self._deeds = words.grammar.deeds
        self._beings = words.beings
        self._gathered = words.gathered
        self._parse, self._actors = parse, actors
        self._sentences = _numbers(parse)
        self._condemned = Condemned(acts)
        self._exchanges = Exchanges(acts, self._sentences)
        self._named_in: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.codes and mention.how != "place" and not press(mention):
                self._named_in.setdefault(self._sentences[mention.head], []).append(mention)
        self._counts = Counter(
            code for mention in mentions for code in mention.codes if mention.how != "place"
        )

    def completed(self, act: Act, before: Sequence[Act]) -> Act:
        deed = self._condemned.deed(act)
        if deed is not None:
            return blamed_for(act, deed, self._parse)
        at = named_at(act.target, self._parse, self._actors)
        if self._condemned.suffered(act, at, self._grammar):
            return msgspec.structs.replace(act, target=None, nobody=True)
        if spoken_at(act, at, self._grammar):
            act = msgspec.structs.replace(act, target=None)
        if agreed(act):
            act = self._joined(act, before)
        if lacks_target(act):
            if self._somebody(act):
                return msgspec.structs.replace(act, nobody=True)
            found = self._target(act, before)
            if found is not None and stages(found):
                found = None
            if found is not None and modifies(act):
                found = msgspec.structs.replace(found, guessed=True)
            return msgspec.structs.replace(act, target=found) if found else act
        if undone(act):
            found = self._exchanges.doer(act)
            if found is not None and own_deed(act, found, before):
                return act
            return msgspec.structs.replace(act, source=found) if found else act
        if act.source is None and act.target is None and act.code.startswith(CALLED_OFF):
            return self._called_off(act, before)
        two = self._exchanges.two if sideless(act) else ()
        if two:
            return msgspec.structs.replace(
                act, source=Party(two[:1], (), None), target=Party(two[1:], (), None)
            )
        return act

    def _somebody(self, act: Act) -> bool:
        """Whether words name whom an act is aimed at, people or states of no known side ("accused a neighbour of …")."""
        slots, asked = act.trigger.entry.target, act.modality in ("appeal", "demand")
        aimed = [a.token for a in act.trigger.arguments if any(fills(a, slot) for slot in slots)]
        owners = [
            owner for token in aimed for owner in children(token, "nmod") if marker(owner) in self._grammar.of
        ]
        people = [token for token in aimed if token.pos_ == "NOUN"]
        if any(token.low_lemma in self._beings or (asked and self._all(token)) for token in people):
            return True
        return aims(act.trigger.entry) and any(unnamed(token, self._grammar) for token in (*aimed, *owners))

    def _all(self, token: Word) -> bool:
        """Whether words name sides of which nobody knows which ("called on all parties to …")."""
        several = "Plur" in token.morph.get("Number") and token.low_lemma in self._gathered
        return several and not any(
            m.first <= token.i <= m.last for m in self._named_in.get(self._sentences[token.i], ())
        )

    def _target(self, act: Act, before: Sequence[Act]) -> Party | None:
        if act.code.startswith(TAKEN):
            return self._exchanges.opponent(act.source, AGAIN)
        if act.code.startswith(ARMED):
            return self._exchanges.opponent(act.source, AGAIN) or self._named(act)
        if points_back(act):
            return self._asked(act, before)
        if bare_judgement(act):
            return self._judged(act, before)
        if act.code == CONCERN:
            return self._referred(act, before)
        if act.has("denies") and (opponent := self._exchanges.opponent(act.source, AGAIN)):
            return opponent
        bound = act.strength is not None and act.modality is None
        given = self._named(act) if act.code.startswith(GIVEN) else None
        return (
            given
            or self._referred(act, before)
            or (self._inside(act) if act.code.startswith(ENDED) else None)
            or self._principals(act)
            or (self._named(act) if bound else None)  # what it will do, it does for whom its sentence names
            or self._exchanges.partner(act)
            or self._named(act)
            or self._main(act)
        )

    def _asked(self, act: Act, before: Sequence[Act]) -> Party | None:
        """Who asked for or offered last what a pronoun says is refused ("« Rendez-le », a dit X. Y s'y refuse")."""
        here = self._sentences[act.trigger.token.i]
        for other in reversed(before):
            if here - self._sentences[other.trigger.token.i] > BACK:
                return None
            found = other.source.without(act.source) if other.source and other.modality in ASKING else None
            if found is not None:
                return Party(found.codes, (), None)
        return None

    def _judged(self, act: Act, before: Sequence[Act]) -> Party | None:
        """Who did what was told last, by somebody else than the judge ("« Regrettable », a commenté Washington")."""
        here = self._sentences[act.trigger.token.i]
        for other in reversed(before):
            found = other.source.without(act.source) if other.source else None
            if here - self._sentences[other.trigger.token.i] > 1:
                return None
            if found is not None and other.status == "occurred":
                return Party(found.codes, (), None)
        return None

    def _called_off(self, act: Act, before: Sequence[Act]) -> Act:
        """The act with the sides of the meeting told of just before, which it ends ("but the trip was cancelled")."""
        here = self._sentences[act.trigger.token.i]
        for other in reversed(before):
            if here - self._sentences[other.trigger.token.i] > 1:
                break
            if other.has("meeting") and other.source and other.target:
                source, target = (Party(p.codes, (), None) for p in (other.source, other.target))
                return msgspec.structs.replace(act, source=source, target=target)
        return act

    def _joined(self, act: Act, before: Sequence[Act]) -> Act:
        """The act with the two sides that most mutual acts of the text so far had, the first of equals."""
        mutual = [o for o in before if o.symmetric and o.source and o.target and o.status == "occurred"]
        pairs = Counter(
            frozenset((*o.source.codes, *o.target.codes)) for o in mutual if o.source and o.target
        )
        if not pairs:
            return act
        most = max(pairs.values())
        first = next(o for o in mutual if pairs[frozenset(_sides(o).codes)] == most)
        source, target = (Party(p.codes, (), None) if p else None for p in (first.source, first.target))
        return msgspec.structs.replace(act, source=source, target=target)

    def _referred(self, act: Act, before: Sequence[Act]) -> Party | None:
        """The sides of the act that a definite noun of this one points back to."""
        for argument in act.trigger.arguments:
            token = argument.token
            if argument.role not in ("obj", "nmod", "obl", "xcomp") or token.pos_ != "NOUN":
                continue
            lemma = token.lemma_
            deed = lemma in self._deeds and not act.code.startswith(("03", "04"))
            if deed and _pointed(token) and (doer := self._doer_just_before(act, before)):
                return doer
            for other in reversed(before):
                spoken = (other.has("verbal") or other.modality is not None) and not other.symmetric
                if not _at_odds(act, other) and (
                    (deed and not spoken) or (not deed and lemma in _lemmas(other))
                ):
                    found = (other.target if spoken else _sides(other)) or None
                    found = found.without(act.source) if found else None
                    if found is not None and found.codes:
                        return Party(found.codes, (), None)
        return None

    def _doer_just_before(self, act: Act, before: Sequence[Act]) -> Party | None:
        """Who did what was told last, be it by words ("a rejeté le mandat. … a condamné cette décision")."""
        here = self._sentences[act.trigger.token.i]
        for other in reversed(before):
            if here - self._sentences[other.trigger.token.i] > JUST:
                return None
            found = other.source.without(act.source) if other.source and not _at_odds(act, other) else None
            if found is not None and other.status == "occurred":
                return Party(found.codes, (), None)
        return None

    def _principals(self, act: Act) -> Party | None:
        """The two sides between which most acts of the text pass, if the source is neither."""
        pair = self._exchanges.principals(OFTEN)
        own = act.source.codes if act.source else ()
        if act.code.startswith(LEAVING):
            return None
        if not pair or set(pair) & set(own) or not self._exchanges.told_before(act, pair):
            return None
        return Party(pair, (), None)

    def _named(self, act: Act) -> Party | None:
        """The one other party of the same sentence, if there is just one."""
        sentence = self._sentences[act.trigger.token.i]
        own = set(act.source.codes) if act.source else set()
        joint = act.source is not None and len(act.source.codes) > 1
        doers = [a.token for a in act.trigger.arguments if a.role == "subj" and joint]
        within = {
            word.i for doer in doers for word in doer.subtree
        }  # "the EFTA countries Iceland and Norway"
        named = (m for m in self._named_in.get(sentence, ()) if m.head not in within)
        if act.modality in ("appeal", "demand"):  # "X plaide pour …, là où Y prône …": Y is not called upon
            named = (m for m in named if self._parse.doc[m.head].relation != "nsubj")
        others = {m.codes: m for m in named if not own & set(m.codes)}
        if len(others) != 1:
            return None
        mention = next(iter(others.values()))
        return Party(mention.codes, mention.persons, self._parse.span(mention.first, mention.last))

    def _inside(self, act: Act) -> Party | None:
        """The one other party that its object names, however deep ("l'accord qui encadrait la présence de X")."""
        objects = [a.token for a in act.trigger.arguments if a.role == "obj"]
        within = {word.i for token in objects for word in token.subtree}
        own = set(act.source.codes) if act.source else set()
        named = (m for m in self._named_in.get(self._sentences[act.trigger.token.i], ()) if m.head in within)
        others = {m.codes: m for m in named if not own & set(m.codes)}
        if len(others) != 1:
            return None
        mention = next(iter(others.values()))
        return Party(mention.codes, mention.persons, self._parse.span(mention.first, mention.last))

    def _main(self, act: Act) -> Party | None:
        own = set(act.source.codes) if act.source else set()
        ranked = [(code, n) for code, n in self._counts.most_common() if code not in own]
        if not ranked or ranked[0][1] < OFTEN:
            return None
        if len(ranked) > 1 and ranked[0][1] < MORE * ranked[1][1]:
            return None
        return Party((ranked[0][0],), (), None, guessed=True)


def _pointed(noun: Word) -> bool:
    return any("Dem" in word.morph.get("PronType") for word in children(noun, "det"))


def _at_odds(stance: Act, deed: Act) -> bool:
    """Whether nobody takes that stance to that deed: force is not welcomed, nor a meeting condemned."""
    if stance.code.startswith(PRAISE):
        return deed.code.startswith(HOSTILE)
    return stance.code.startswith(BLAME) and deed.has("meeting")


def _lemmas(act: Act) -> set[str]:
    doc = act.trigger.token.doc
    return {act.trigger.token.lemma_, *(doc[i].lemma_ for i in act.trigger.used)}


def _sides(act: Act) -> Party:
    """Both sides of a symmetric act; else who did it."""
    codes = list(act.source.codes) if act.source else []
    if act.symmetric and act.target:
        codes += act.target.codes
    return Party(tuple(codes), (), None)


def _numbers(parse: Parse) -> list[int]:
    out = [0] * len(parse)
    for number, sentence in enumerate(parse.doc.sents):
        out[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return out
