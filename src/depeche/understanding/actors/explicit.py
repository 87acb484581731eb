"""Mentions that say whom they mean: names, states, capitals, organisations, nationalities."""

from depeche.understanding.actors.known import BODIES, DEMONYMS, STATES, Known
from depeche.understanding.actors.mention import How, Mention
from depeche.understanding.actors.people import Figure
from depeche.understanding.actors.scene import Scene


def of_hit(scene: Scene, hit: Known) -> Mention:
    """The mention of a gazetteer hit."""
    head = scene.head(hit.first, hit.last)
    codes = tuple(dict.fromkeys(hit.codes))
    return Mention(
        first=hit.first,
        last=hit.last,
        head=head,
        how=_how(scene, hit),
        codes=codes,
        candidates=hit.candidates,
    )


def _how(scene: Scene, hit: Known) -> How:
    if hit.kind in DEMONYMS:
        return "demonym"
    if hit.kind in BODIES or hit.kind == "people":
        return "name"
    if not scene.functions.acts(hit):
        return "place"
    return "name" if hit.kind in STATES else "metonym"


def of_names(scene: Scene) -> list[tuple[Mention, Figure]]:
    """The mentions by name of all persons, with who they are."""
    out: list[tuple[Mention, Figure]] = []
    for figure in scene.figures:
        codes = (figure.row.of,) if figure.row.of else ()
        for bearing in figure.chain.bearings:
            name = bearing.name
            head = scene.head(name.title, name.last)
            mention = Mention(
                first=name.title,
                last=name.last,
                head=head,
                how="name",
                persons=(figure.row.name,),
                codes=codes,
            )
            out.append((mention, figure))
    return out
