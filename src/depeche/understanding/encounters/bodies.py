"""Organisations that come together: their members by office, or the organ itself in a session."""

from depeche.knowledge import world
from depeche.syntax.words import Word
from depeche.understanding.encounters.find import is_organ
from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting


def assembled(sighting: Sighting, scene: Scene) -> bool:
    """Whether those who meet are an organisation's own people ("NATO ambassadors"), or an organ of it in session."""
    if sighting.shape not in ("meet", "sit", "noun") or sighting.kind not in ("meeting", "talks", "summit"):
        return False
    doers = [*sighting.having("subj"), *sighting.having("control")]
    return any(_members(token, scene) or _session(sighting, token, scene) for token in doers)


def _members(token: Word, scene: Scene) -> bool:
    """Whether a plural of people speaks for one organisation."""
    return "Plur" in token.morph.get("Number") and scene.human(token) and _body(token, scene) is not None


def _session(sighting: Sighting, token: Word, scene: Scene) -> bool:
    """Whether a body holds a sitting of its own ("the Security Council will hold an emergency session")."""
    code = _body(token, scene)
    if (
        sighting.shape != "noun"
        or sighting.carrier is None
        or code is None
        or sighting.marked(scene.words["with"])
    ):
        return False
    return is_organ(code) or sighting.token.low_lemma in scene.words["sitting"]


def _body(token: Word, scene: Scene) -> str | None:
    codes = scene.side(token).codes
    return codes[0] if len(codes) == 1 and world().organisation(codes[0]) is not None else None


def sat_as_forum(sighting: Sighting, code: str, scene: Scene) -> bool:
    """Whether an organisation's coming together is a forum of its own ("ECOWAS leaders will hold a summit")."""
    sitting = sighting.shape == "noun" and sighting.token.low_lemma in scene.words["sitting"]
    return sitting and not is_organ(code)
