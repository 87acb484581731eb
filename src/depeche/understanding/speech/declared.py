"""Declarations and speeches: texts that speak throughout for the author that their title names."""

import msgspec

from depeche.syntax import trees
from depeche.understanding.actors.mention import Mention
from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.ends import Part, trim
from depeche.understanding.speech.scene import Scene, Unit, has, same
from depeche.understanding.speech.voice import Voice

# How many sentences in the first person make a text verbatim.
VERBATIM = 2


def declared(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The implicit statements of a text whose title says that it is somebody's declaration."""
    author = find_author(scene)
    if author is None:
        return []
    verbatim = sum(_first_person(scene, unit) for unit in scene.units) >= VERBATIM
    if not verbatim and _told_of(scene, author):
        return []
    author = msgspec.structs.replace(author, mention=None)
    told = {scene.number(draft.place) for draft in drafts if in_main(scene, draft)}
    return [
        Draft(voice=author, part=Part(unit.first, trim(scene, unit.first, unit.last)), verbatim=verbatim)
        for number, unit in enumerate(scene.units)
        if number not in told and _states(scene, unit)
    ]


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
    while trees.base(token) == "conj":
        token = token.head
    return trees.base(token) in ("ROOT", "parataxis")


def find_author(scene: Scene) -> Voice | None:
    """Who speaks in a declaration: the actor after the noun in the headline, or in whose name it is made."""
    head = scene.headline or _first_unit(scene)
    noun = next(
        (i for i in head if same(scene.doc[i], scene.words.speeches) and not scene.is_mark(i - 1)), None
    )
    if noun is None or any(i < noun and has(scene.doc[i], "VerbForm", "Fin") for i in head):
        return None  # "Lima rechaza las declaraciones de …" is news of a declaration
    after = [i for i in head if i > noun and scene.parse.paragraph[i] == scene.parse.paragraph[noun]]
    about = next((n for n, i in enumerate(after) if same(scene.doc[i], scene.words.regarding)), len(after))
    after = after[:about]
    behalf = next((i for i in after if same(scene.doc[i], scene.words.behalf)), None)
    for i in after:
        mention = scene.actors.at(i)
        if mention is None or (behalf is not None and mention.first <= behalf):
            continue
        if mention.codes and mention.how == "title" and same(scene.doc[mention.head], scene.words.chairs):
            return Voice(codes=mention.codes)
        if mention.persons or (mention.codes and _told_side(scene, mention)):
            for_body = any(same(scene.doc[k], scene.words.behalf) for k in head)
            official = None if for_body else mention
            return Voice(persons=mention.persons, codes=mention.codes, mention=official)
    return None


def _told_side(scene: Scene, mention: Mention) -> bool:
    """Whether the words name the side; that of an office alone ("la porte-parole") is only guessed."""
    if mention.how != "title":
        return True
    inside = (scene.actors.at(i) for i in range(mention.first, mention.last + 1))
    return any(other is not None and other.how in ("name", "metonym", "demonym") for other in inside)


def _first_unit(scene: Scene) -> list[int]:
    """The first lines of a text without a headline, as long as they are no sentences."""
    out: list[int] = []
    for unit in scene.units[:3]:
        if any(has(scene.doc[i], "VerbForm", "Fin") for i in range(unit.first, unit.last + 1)):
            break
        out.extend(range(unit.first, unit.last + 1))
    return out


def _first_person(scene: Scene, unit: Unit) -> bool:
    return any(
        scene.form(i) in scene.words.first_persons and scene.quote(i) is None
        for i in range(unit.first, unit.last + 1)
    )


def _states(scene: Scene, unit: Unit) -> bool:
    """Whether the unit is a sentence with a finite verb."""
    return any(has(scene.doc[i], "VerbForm", "Fin") for i in range(unit.first, unit.last + 1))
