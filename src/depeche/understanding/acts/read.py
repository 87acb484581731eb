"""From triggers to acts: sides, modality, status, time, place and voice."""

import msgspec

from depeche.languages.pack import Pack
from depeche.ontology import Frame, cameo, frames
from depeche.ontology.frames import COLUMN
from depeche.syntax.arguments import governed, is_passive
from depeche.syntax.parse import Parse
from depeche.syntax.words import Word
from depeche.understanding.actors import Actors
from depeche.understanding.acts.above import Above
from depeche.understanding.acts.act import Act, answered, both
from depeche.understanding.acts.binding import binds, going_on
from depeche.understanding.acts.counterpart import complete
from depeche.understanding.acts.courtesy import courteous
from depeche.understanding.acts.denials import disowned
from depeche.understanding.acts.factuality import Status, combine
from depeche.understanding.acts.futures import Futures
from depeche.understanding.acts.governors import governors
from depeche.understanding.acts.lexicon import Lexicon, lexicon
from depeche.understanding.acts.likewise import likewise
from depeche.understanding.acts.nearby import nearby
from depeche.understanding.acts.operators import (
    SHADES,
    TO_OTHERS,
    a_charge,
    dated,
    doer_of,
    expected,
    judged_ahead,
    most_telling,
    others_deed,
    owned,
    scheduled,
    unasked,
    undo,
    urged,
    warned_of,
    warns_of,
)
from depeche.understanding.acts.parties import NOBODY, Party, Sides, halves, in_names
from depeche.understanding.acts.performing import performs, said_politely
from depeche.understanding.acts.refusals import refused
from depeche.understanding.acts.setting import span, when, where
from depeche.understanding.acts.shading import shaded
from depeche.understanding.acts.slots import Slots, agentless
from depeche.understanding.acts.telling import takes_a_stance, told
from depeche.understanding.acts.topics import refine, thing
from depeche.understanding.acts.triggers import Trigger, find
from depeche.understanding.acts.unnamed import SAYING
from depeche.understanding.acts.voices import Voices
from depeche.understanding.acts.worded import Worded
from depeche.understanding.speech import Speech
from depeche.understanding.times import Times

# The target slot of an act that its joint doers do to each other ("ont échangé des prisonniers").
MUTUAL = "mutual"
# Operators of what a side means to do.
MEANT = ("intend", "promise", "offer", "accept")
EXERCISE = "mobilise"  # of one side; of several it is a joint one
DEEPEST = 40  # operators inside operators; nobody writes so many


def read_acts(parse: Parse, pack: Pack, actors: Actors, times: Times, speech: Speech) -> tuple[Act, ...]:
    """All acts that a dispatch tells, in the order of the text; acts inside a content hang on their operator."""
    reader = _Reader(parse, lexicon(pack), actors, times, speech, Voices(parse, actors, pack))
    return disowned(reader.acts(), speech, lexicon(pack).comments)


class _Reader:
    def __init__(
        self, parse: Parse, words: Lexicon, actors: Actors, times: Times, speech: Speech, voices: Voices
    ) -> None:
        self._parse = parse
        self._words = words
        self._times = times
        self._speech = speech
        self._actors = actors
        self._named = in_names(parse, actors)
        self._sides = Sides(parse, actors, speech, words.named)
        self._slots = Slots(words, self._sides)
        self._voices = voices
        self._futures = Futures(parse, words.grammar, self._sides, voices)
        self._triggers = find(parse, words, self._sides)
        self._governors = governors(self._triggers, words.grammar, speech)
        self._above = Above(self._governors, self._triggers, self._slots, words.grammar)
        self._depth = 0
        self._content_of: dict[int, list[Trigger]] = {}
        for i, above in self._governors.items():
            if above.content and above.trigger is not None:
                self._content_of.setdefault(above.trigger.token.i, []).append(self._triggers[i])

    def acts(self) -> tuple[Act, ...]:
        out: list[Act] = []
        for i, trigger in self._triggers.items():
            above = self._above
            if above.is_content(i) or self._parse.in_title(i) or above.unreal(i) or self._a_name(i):
                continue
            out.extend(self._act(trigger, above.status(i), above.doer(i)))
        out.extend(self._resolves(out))
        words = self._words
        ordered = sorted(
            (act for act in out if told(act, words.grammar, words.by, words.comments)),
            key=lambda act: act.trigger.token.i,
        )
        completed = complete(ordered, self._parse, self._actors, words)
        completed = tuple(likewise(completed, self._parse, self._sides, words.grammar))
        worded = Worded(self._parse, self._actors, self._times, self._slots, self._sides, words)
        return tuple(worded.act(self._voices.own(self._futures.promised(act))) for act in completed)

    def _resolves(self, acts: list[Act]) -> list[Act]:
        """What a side says it will do, where no entry tells it: acts that are no events but bind."""
        known = {i for act in acts for i in act.tokens()}
        binding = {act.trigger.token.i for act in acts if act.modality is not None and act.source is not None}
        out = []
        for trigger, source, strength in self._futures.find(known, binding):
            inside = [a.token for a in trigger.arguments if a.role not in ("subj", "control", "advcl")]
            near = [self._sides.anywhere(nearby(token, self._words), besides=source) for token in inside]
            target = next((party for party in near if party is not None), None)
            act = self._make(
                trigger, frames()["comment"], None, "010", "planned", source, target, symmetric=False
            )
            out.append(msgspec.structs.replace(act, strength=strength))
        return out

    def _a_name(self, i: int) -> bool:
        """Whether the word only names: it is part of a name, or an office that looks like a verb ("conseiller")."""
        if i in self._named:
            return True
        mention = self._actors.at(i)
        trigger = self._triggers[i]
        return (
            trigger.entry.kind == "v"
            and trigger.token.pos_ == "NOUN"
            and mention is not None
            and mention.how == "title"
        )

    def _act(self, trigger: Trigger, outer: Status, doer: Party | None) -> list[Act]:
        """The acts of a trigger and of its content; contents of contents are followed to a bounded depth."""
        if self._depth == DEEPEST:
            return []
        self._depth += 1
        out = self._acts(trigger, outer, doer)
        self._depth -= 1
        return out

    def _acts(self, trigger: Trigger, outer: Status, doer: Party | None) -> list[Act]:
        own = combine(shaded(trigger, self._triggers, self._words.grammar), outer)
        if trigger.entry.source[:1] == ("speaker",) and judged_ahead(trigger, own, self._words.grammar):
            own = outer
        modality = trigger.entry.modality
        if modality is None:
            act = refused(self._told(trigger, own, doer), self._words.grammar)
            return [courteous(act, self._words.grammar)]
        if modality == "oblige":
            return self._obliged(trigger, own, doer)
        if modality in COLUMN:
            return self._operated(trigger, own, doer)
        return self._shaded(trigger, own, self._doer(trigger, doer))

    def _doer(self, trigger: Trigger, doer: Party | None) -> Party | None:
        """Who acts: of an infinitive, the one whom what governs it makes act; else whom its own words name."""
        loose = governed(trigger.carrier, self._words.grammar) and not any(
            a.role == "subj" for a in trigger.arguments
        )
        if doer is NOBODY or agentless(trigger):
            return None if loose else self._slots.source(trigger)
        return doer if doer is not None and loose else self._slots.source(trigger) or doer

    def _obliged(self, trigger: Trigger, own: Status, doer: Party | None) -> list[Act]:
        """Words of duty: a plan when the narrator tells it, an appeal (or a resolve) in a speaker's mouth."""
        speaker = self._sides.speaker(trigger.token.i)
        inner = self._shaded_as(trigger, "plan", self._doer(trigger, doer))
        bound = next((self._sides.party(a.token) for a in trigger.arguments if a.role == "subj"), None)
        verbal = trigger.entry.kind == "v"
        personal = verbal and any(a.role == "subj" and a.token.pos_ != "PRON" for a in trigger.arguments)
        due = personal and trigger.entry.lemma in self._words.grammar.due
        polite = due and expected(trigger, own, self._words.grammar)
        if polite:  # "devrait signer": who is expected to sign is about to; whom one tells so is called upon
            scheduled = any(dated(act) for act in inner)
        else:
            scheduled = due and any(act.has("meeting") or act.has("symmetric") for act in inner)
        loose = personal and not inner and bound is None
        urges = polite or urged(trigger, own, self._words.grammar, personal=personal)
        if speaker is None or scheduled or loose or not urges:
            return [act if polite else self._restate(act, own) for act in inner]
        if bound is not None and set(bound.codes) <= set(speaker.codes):
            return self._events(
                trigger, "occurred", "intend", inner, speaker, self._other_party(trigger, inner, speaker)
            )
        target = bound.without(speaker) if bound else None
        target = target or self._other_party(trigger, inner, speaker)
        if target is not None and not inner:
            target = msgspec.structs.replace(target, span=None)  # named in what must be, not addressed
        swap = msgspec.structs.replace
        done = [swap(act, source=target) if act.source == speaker else act for act in inner]
        return self._events(trigger, "occurred", "appeal", done, speaker, target)

    def _shaded(self, trigger: Trigger, own: Status, source: Party | None) -> list[Act]:
        """An operator that only says how real its content is."""
        modality = trigger.entry.modality or ""
        shade = SHADES.get(modality, "occurred")
        if own == "denied" and shade != "occurred":
            shade, own = undo(shade), "occurred"
        doer = source
        told = modality != "allege" or any(a.role in ("obj", "iobj") for a in trigger.arguments)
        if modality in TO_OTHERS and told:  # "se vante d'avoir bombardé X": nobody else did
            doer = self._slots.addressee(trigger, source) or source or self._slots.target(trigger, None, None)
            doer = NOBODY if modality == "cause" and doer is source else doer
        inner: Status = combine(shade, own) if shade != "occurred" else own
        out = [self._spoken(trigger, own, source)] if takes_a_stance(trigger, source) else []
        for content in self._content_of.get(trigger.token.i, ()):
            for act in self._act(content, inner, doer):
                via = source.code if modality == "allege" and source and act.via is None else act.via
                act = msgspec.structs.replace(act, via=via)
                out.append(going_on(act, trigger.entry.strength) if own == "planned" else act)
        return out

    def _spoken(self, trigger: Trigger, own: Status, source: Party | None) -> Act:
        """The speech act of denying, deploring or welcoming that something is done: no event, but a position."""
        denies = trigger.entry.modality == "deny" or trigger.entry.stance == "denies"
        frame = frames()["comment.deny" if denies else "comment"]
        target = None if denies else self._other_party(trigger, [], source)
        return self._make(trigger, frame, None, cameo(frame, None), own, source, target, symmetric=False)

    def _operated(self, trigger: Trigger, own: Status, doer: Party | None) -> list[Act]:
        """An operator that is an act of its own: an appeal, a promise, a refusal, a threat."""
        modality = trigger.entry.modality or ""
        source = self._doer(trigger, doer)
        if own == "denied" and (
            trigger.entry.negated or (modality == "refuse" and trigger.token.i in self._content_of)
        ):
            return self._shaded_as(trigger, trigger.entry.negated or "hypothetical", source)
        if modality in ("demand", "appeal") and self._slots.at_home(trigger, source):
            return self._shaded_as(
                trigger, "pass", source
            )  # "a ordonné à l'armée de …": no other side is asked
        if modality == "accept" and unasked(trigger, self._words.grammar):
            return []
        addressee = self._slots.target(trigger, None, source)
        if own == "denied" and modality == "accept":
            modality, own = "refuse", "occurred"
        if own == "denied" and trigger.entry.stance == "denies":
            return [self._spoken(trigger, "occurred", source)]
        if modality == "intend" and (other := self._slots.wished_of(trigger, source)):
            modality, addressee = "appeal", other
        inner_doer = addressee if modality in TO_OTHERS else source
        inner: list[Act] = []
        for content in self._content_of.get(trigger.token.i, ()):
            # "refuse la proposition de X": what is refused is the other's.
            replied = modality == "refuse" and (content.entry.modality in COLUMN or a_charge(content))
            warned = warns_of(trigger) and governed(content.carrier, self._words.grammar)
            replied = replied or (warned and addressee is not None)
            inner.extend(self._act(content, "occurred", addressee if replied else inner_doer))
        doers = (doer_of(inner, source) if inner else addressee) if warns_of(trigger) else None
        aimed = self._slots.addressee(trigger, source) or doers
        if warned_of(trigger, inner, source) and not aimed:
            frame = frames()["comment"]  # "« la situation est grave », a averti X": X threatens nobody
            return [self._make(trigger, frame, None, cameo(frame, None), own, source, None, symmetric=False)]
        stands = trigger.entry.stance is not None  # "adheres to the accord": it is signed already
        if own == "occurred" and said_politely(trigger, inner, self._words.grammar):
            return inner
        if (
            inner
            and modality in ("intend", "promise", "accept")
            and all(scheduled(act) for act in inner)
            and not stands
        ):
            plans = [self._restate(act, combine("planned", own)) for act in inner]
            if len(plans) == 1 and plans[0].target is None:
                plans = [msgspec.structs.replace(plans[0], target=self._other_party(trigger, inner, source))]
            return [msgspec.structs.replace(act, strength=binds(trigger, modality)) for act in plans]
        loose, anybody = addressee is None and warns_of(trigger), self._slots.anybody(trigger)
        other = None if anybody else self._other_party(trigger, inner, source)
        target = addressee or (doer_of(inner, source) if loose else other)
        target = None if self._slots.mutual(trigger) else target
        if target is not None and addressee is None and modality == "intend" and not inner:
            target = msgspec.structs.replace(target, span=None)  # named in what is wished, not addressed
        asked = [answered(act, source) for act in inner if act.modality] if modality == "refuse" else []
        return self._events(trigger, own, modality, inner, source, target) + asked

    def _shaded_as(self, trigger: Trigger, shade: str, source: Party | None) -> list[Act]:
        out: list[Act] = []
        for content in self._content_of.get(trigger.token.i, ()):
            out.extend(self._act(content, SHADES.get(shade, "hypothetical"), source))
        return out

    def _events(
        self,
        trigger: Trigger,
        own: Status,
        modality: str,
        inner: list[Act],
        source: Party | None,
        target: Party | None,
    ) -> list[Act]:
        """The one act that an operator is, whatever it asks for or promises; its code is the most telling one."""
        told = [act.frame for act in inner if not (modality in MEANT and act.status == "denied")]
        told = [] if warns_of(trigger) and others_deed(inner, source) else told
        frame = most_telling(told, modality) or (
            None if len(told) < len(inner) else thing(trigger, self._words)
        )
        mutual = source is not None and target is None and len(source.codes) > 1 and modality != "offer"
        if modality in SAYING:  # "Paris et Berlin ont appelé à la retenue": together, not each the other
            each = self._slots.mutual(trigger)
            mutual = mutual and (each or any(act.symmetric for act in inner) or owned(trigger))
        first, second = halves(source) if mutual else (source, target)
        code = cameo(frame, modality)
        act = self._make(
            trigger, frame, modality, code, own, first, second, symmetric=mutual, content=tuple(inner)
        )
        each = mutual and self._slots.mutual(trigger)
        return [msgspec.structs.replace(act, mutual=True) if each else act]

    def _other_party(self, trigger: Trigger, inner: list[Act], source: Party | None) -> Party | None:
        for act in inner:
            sides = (both(act),) if act.symmetric else (act.target, act.source)
            for party in sides:
                rest = party.without(source) if party else None
                if rest is not None:
                    return rest
        contents = [
            a.token for a in trigger.arguments if a.role not in ("subj", "control", "advmod", "advcl")
        ]
        for content in contents:
            found = self._sides.anywhere(nearby(content, self._words), besides=source)
            if found is not None:
                return found
        return None

    def _told(self, trigger: Trigger, own: Status, doer: Party | None) -> Act:
        frame = refine(frames()[trigger.entry.frame or ""], trigger, self._words)
        symmetric = "symmetric" in frame.traits
        doer = doer if doer is not NOBODY or not symmetric else None
        if symmetric:
            source, target = self._slots.symmetric(trigger)
            if target is None and doer is not None and (source is None or doer.without(source)):
                source, target = doer, source
        else:
            source = self._doer(trigger, doer)
            target = self._slots.target(trigger, frame, source)
        if frame.name == EXERCISE and target is None and source is not None and len(source.codes) > 1:
            frame, (source, target), symmetric = frames()["cooperate.military"], halves(source), True
        if frame.name == "visit" and self._slots.a_thing(trigger):
            source = None
        if target is None and self._slots.happens_to(trigger, frame):
            source, target = None, source
        if self._mutual(trigger, target) and source is not None and len(source.codes) > 1:
            (source, target), symmetric = halves(source), True
        elif self._slots.mutual(trigger):
            target, symmetric = None, True  # who does it to whom is told elsewhere
        if frame.name == "host" and is_passive(trigger.token, self._words.grammar) and target is not None:
            frame, source, target = frames()["visit"], target, source
        return self._make(trigger, frame, None, cameo(frame, None), own, source, target, symmetric=symmetric)

    def _mutual(self, trigger: Trigger, target: Party | None) -> bool:
        """Whether several sides do it to each other, or are said by each other to have done it."""
        above = self._governors[trigger.token.i].trigger
        if self._slots.mutual(trigger) or (
            above is not None and target is None and self._slots.mutual(above)
        ):
            return True
        slots = [slot for slot in trigger.entry.target if slot != MUTUAL]
        if len(slots) == len(trigger.entry.target):
            return False
        others = (a.token for slot in slots for a in self._slots.filling(trigger, slot))
        return target is None or not any(self._sides.party(token) for token in others)

    def _make(
        self, trigger: Trigger, frame: Frame | None, modality: str | None, code: str, own: Status,
        source: Party | None, target: Party | None, *, symmetric: bool, content: tuple[Act, ...] = (),
    ) -> Act:  # fmt: skip
        time = when(trigger, modality, self._times, self._parse)
        words = modality is not None or (frame is not None and "verbal" in frame.traits)
        addressed = target if words else None
        return Act(
            trigger=trigger, frame=frame, modality=modality, code=code, status=own, source=source, target=target,
            symmetric=symmetric, span=span(trigger, self._parse), content=content, date=time.value if time else None,
            place=where(trigger, self._words.grammar, self._actors, self._parse, addressed), via=self._via(trigger.token),
            performed=performs(trigger.token, frame, modality, source, self._speech),
        )  # fmt: skip

    def _via(self, token: Word) -> str | None:
        cued = self._speech.by_cue(token.i)
        if cued is not None:
            return cued.via
        voice = self._speech.voice(token.i)
        return (voice.speaker or voice.speaker_of) if voice is not None else None

    def _restate(self, act: Act, how: Status) -> Act:
        return msgspec.structs.replace(act, status=combine(act.status, how))
