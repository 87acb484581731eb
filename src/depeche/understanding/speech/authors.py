"""The author of a declaration or speech, by its title or its first words."""

from depeche.understanding.actors.mention import Mention
from depeche.understanding.speech.scene import Scene, has, same
from depeche.understanding.speech.voice import Voice

APPOSED = 60  # how many words may tell who "we" are


def find_author(scene: Scene, *, verbatim: bool) -> Voice | None:
    """Who speaks in a declaration: the actor after the noun in the headline, or in whose name it is made.

    In a text in the first person also the one of an office alone, and those who say "we, the ministers of …".
    """
    return _in_title(scene, verbatim=verbatim) or (_in_text(scene) if verbatim else None)


def _in_title(scene: Scene, *, verbatim: bool) -> Voice | None:
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
        if mention.persons or (mention.codes and (verbatim or _told_side(scene, mention))):
            for_body = any(same(scene.doc[k], scene.words.behalf) for k in head)
            official = None if for_body else mention
            codes = mention.codes if mention.persons else _with_others(scene, mention, after)
            return Voice(persons=mention.persons, codes=codes, mention=official)
    return None


def _in_text(scene: Scene) -> Voice | None:
    """Whom the first "we" of a text tells to be it ("We, the foreign ministers of …, …")."""
    for i in range(len(scene.doc) - 3):
        if scene.number(i) >= 0 and same(scene.doc[i], scene.words.first_persons):
            after = range(i + 2, min(i + APPOSED, len(scene.doc)))
            mention = next((m for k in after[:3] if (m := scene.actors.at(k)) is not None), None)
            if scene.signs[i + 1] != "," or mention is None or not mention.codes:
                return None
            return Voice(codes=_with_others(scene, mention, list(after)))
    return None


def _with_others(scene: Scene, mention: Mention, after: list[int]) -> tuple[str, ...]:
    """The codes of a mention and of those that are listed after it ("the ministers of France, Germany and Italy")."""
    codes, last = list(mention.codes), mention.last
    for i in after:
        other = scene.actors.at(i) if i > last else None
        if other is None:
            if i > last and scene.doc[i].pos_ not in ("PUNCT", "CCONJ", "DET", "ADP"):
                break
            continue
        if other.how not in ("name", "metonym", "title"):
            break
        codes.extend(code for code in other.codes if code not in codes)
        last = other.last
    return tuple(codes)


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
