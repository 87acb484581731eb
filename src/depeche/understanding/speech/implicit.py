"""Sentences that go on in a speaker's voice though no cue says so."""

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.scene import Scene, Unit, has, same, values
from depeche.understanding.speech.voice import Voice, silent


def continued(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The implicit statements: each unit after a statement that takes a stand for the speaker's side."""
    told = _told(scene, drafts)
    out: list[Draft] = []
    voice: Voice | None = None
    paragraph = -1
    for number, unit in enumerate(scene.units):
        if number in told:
            voice, paragraph = told[number], unit.paragraph
            continue
        if voice is None or unit.paragraph > paragraph + 1 or not _goes_on(scene, unit, voice):
            voice = (
                voice if voice is not None and unit.paragraph == paragraph and _quoted(scene, unit) else None
            )
            if voice is None:
                continue
        out.append(Draft(voice=silent(voice), part=Part(unit.first, trim(scene, unit.first, unit.last))))
        paragraph = unit.paragraph
    return out


def _told(scene: Scene, drafts: list[Draft]) -> dict[int, Voice | None]:
    """The voice that each unit with statements leaves behind; None where nobody or several speak."""
    out: dict[int, Voice | None] = {}
    for draft in drafts:
        number = scene.number(draft.place)
        held = out.get(number)
        out[number] = draft.voice if held is None or held.speaker == draft.voice.speaker else held
        if draft.part is not None:
            for other in range(scene.number(draft.part.first), scene.number(draft.part.last) + 1):
                out.setdefault(other, draft.voice)
    return {number: voice if voice is not None and _single(voice) else None for number, voice in out.items()}


def _single(voice: Voice) -> bool:
    return len(voice.codes) == 1 and len(voice.persons) <= 1


def _quoted(scene: Scene, unit: Unit) -> bool:
    """Whether the unit is nothing but a quotation."""
    quote = scene.quotes.at(scene.parse.start[unit.first])
    return quote is not None and quote.end >= scene.parse.end[unit.last] - 1


def _goes_on(scene: Scene, unit: Unit, voice: Voice) -> bool:
    if _quoted(scene, unit):
        return True
    verb = _main_verb(scene, unit)
    if verb is None or (trees.negated(verb) and not _stance(scene, verb)):
        return False
    subject = trees.subject(verb)
    if subject is None or subject.i > verb.i or not _present(verb):
        return False
    return _own_side(scene, subject, voice) and _stance(scene, verb)


def _main_verb(scene: Scene, unit: Unit) -> Word | None:
    for i in range(unit.first, unit.last + 1):
        token = scene.doc[i]
        if token.head == token or not unit.first <= token.head.i <= unit.last:
            return token
    return None


def _present(verb: Word) -> bool:
    """Whether the verb tells no past event: present, future or conditional, without a past participle."""
    finite = trees.finite(verb)
    tense = values(finite, "Tense")
    if finite.i != verb.i and not trees.children(verb, "cop") and has(verb, "Tense", "Past"):
        return False
    return "Pres" in tense or "Fut" in tense or has(finite, "Mood", "Cnd")


def _own_side(scene: Scene, subject: Word, voice: Voice) -> bool:
    codes: list[str] = []
    for part in trees.below(subject):
        if same(part, scene.words.sides) and any(child.pos_ == "NUM" for child in part.children):
            return True
        mention = scene.actors.at(part.i) or scene.actors.resolve(part.i)
        if mention is not None and mention.persons:
            return False
        codes.extend(mention.codes if mention is not None else ())
    return voice.codes[0] in codes


def _stance(scene: Scene, verb: Word) -> bool:
    return same(verb, scene.words.stances)
