"""Declarations and speeches: texts that speak throughout for the author that their title names."""

import msgspec

from depeche.understanding.speech.authors import find_author
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.scene import Scene, Unit, has
from depeche.understanding.speech.verbatim import first_person, spoken
from depeche.understanding.speech.voice import Voice, silent

# How many sentences in the first person make a text verbatim.
VERBATIM = 2


def declared(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The statements with the implicit ones of a text whose title says that it is somebody's declaration."""
    verbatim = sum(_first_person(scene, unit) for unit in scene.units) >= VERBATIM
    author = find_author(scene, verbatim=verbatim)
    if author is None or (not verbatim and _told_of(scene, author)):
        return drafts
    author = msgspec.structs.replace(author, mention=None)
    told = {scene.number(draft.place) for draft in drafts if in_main(scene, draft)}
    stating = [unit for n, unit in enumerate(scene.units) if n not in told and _states(scene, unit)]
    if not verbatim:
        return [
            *drafts,
            *(Draft(voice=author, part=Part(u.first, trim(scene, u.first, u.last))) for u in stating),
        ]
    own = [_owned(scene, draft, author) for draft in drafts]
    return [*own, *(draft for unit in stating for draft in spoken(scene, unit, unit.first, author))]


def _owned(scene: Scene, draft: Draft, author: Voice) -> Draft:
    """A statement that "we" make is the author's, though only some of them stand beside it ("We, the ministers of …")."""
    ours = draft.hit is not None and draft.hit.cue.kind == "verb" and first_person(scene, draft.hit.token)
    return msgspec.structs.replace(draft, voice=silent(author), verbatim=True) if ours else draft


def _told_of(scene: Scene, author: Voice) -> bool:
    """Whether the text tells of its author as of another ("Today, the Prime Minister spoke with …")."""
    if author.mention is None:
        return False
    if author.mention.how == "name" and not author.mention.persons:
        return False
    office = scene.doc[author.mention.head].low_lemma
    for unit in scene.units:
        for i in range(unit.first, unit.last + 1):
            token = scene.doc[i]
            subject = token.head if token.relation == "nmod" else token
            if subject.relation == "nsubj" and scene.quote(i) is None and token.low_lemma == office:
                return True
    return False


def in_main(scene: Scene, draft: Draft) -> bool:
    """Whether the statement's cue is in the main clause of its sentence, or the statement has no cue."""
    if draft.hit is None or draft.hit.cue.kind == "adposition":
        return True
    token = scene.doc[draft.hit.token]
    while token.relation == "conj":
        token = token.head
    return token.relation in ("ROOT", "parataxis")


def _first_person(scene: Scene, unit: Unit) -> bool:
    return any(
        scene.form(i) in scene.words.first_persons and scene.quote(i) is None
        for i in range(unit.first, unit.last + 1)
    )


def _states(scene: Scene, unit: Unit) -> bool:
    """Whether the unit is a sentence with a finite verb."""
    return any(has(scene.doc[i], "VerbForm", "Fin") for i in range(unit.first, unit.last + 1))
