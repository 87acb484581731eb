"""The code of a state or organisation that somebody names by code or in any of our languages."""

from depeche.errors import UnknownSide
from depeche.knowledge.gazetteer import gazetteer
from depeche.knowledge.world import world
from depeche.languages import codes


def side(words: str) -> str:
    """The code; UnknownSide where nobody is known by these words."""
    known = world()
    code = words.strip().upper()
    if code in known.states or code in known.organisations:
        return code
    if words.strip() in known.organisations:
        return words.strip()
    for language in codes():
        for hit in gazetteer(language).find(words.strip().capitalize()) + gazetteer(language).find(words):
            if hit.code and (hit.start, hit.end) == (0, len(words.strip())) and "; " not in hit.code:
                return hit.code
    raise UnknownSide(f"no state or organisation is known as '{words}'; name it by its code (FRA, EU, NATO)")
