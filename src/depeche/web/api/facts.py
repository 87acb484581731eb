"""``/encounters``, ``/statements``, ``/positions``, ``/commitments`` and ``/events``: facts by their columns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import ColumnElement

from depeche.ledger.facts import Fact
from depeche.ledger.listing import has, listed
from depeche.ledger.query import Kind
from depeche.ledger.schema import FACTS
from depeche.record.tables import EncounterKind, EncounterStatus, EventStatus, Mode, Stance, Strength
from depeche.web.api.answers import Json, Kept, Page, page
from depeche.web.api.parameters import Actors, Book, InPeriod, Limit, Offset, Word
from depeche.web.api.schema import told

if TYPE_CHECKING:
    from depeche.ledger import Ledger
    from depeche.ledger.period import Period

routes = APIRouter(tags=["facts"], route_class=Kept)

_TOLD: dict[str, Any] = {
    "responses": told(
        Page[Fact], "Facts, of the newest dispatches first, each with the sentence it stands in."
    ),
    "response_class": Json,
}
_ROLES = ("source", "target", "holder", "partner", "speaker", "about", "forum")

Part = Annotated[Word | None, Query(description="The side that has this part, by its code.")]


class _Asked:
    """What every list of facts takes."""

    def __init__(
        self,
        request: Request,
        ledger: Book,
        period: InPeriod,
        actors: Actors = [],  # noqa: B006 (FastAPI copies it)
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> None:
        self.request = request
        self.ledger: Ledger = ledger
        self.period: Period = period
        self.actors = actors
        self.limit = limit
        self.offset = offset

    def answer(self, kind: Kind, /, **columns: str | None) -> Json:
        """The page of the facts that fulfil all that is given."""
        with self.ledger.reading() as connection:
            found = listed(
                connection,
                kind,
                self._conditions(kind, columns),
                self.period,
                limit=self.limit + 1,
                offset=self.offset,
            )
        return page(self.request, found, limit=self.limit, offset=self.offset)

    def _conditions(self, kind: Kind, columns: dict[str, str | None]) -> Iterator[ColumnElement[bool]]:
        for code in self.actors:
            yield has(kind, code)
        for name, value in columns.items():
            if value is not None:
                yield has(kind, value, name) if name in _ROLES else FACTS[kind].c[name] == value


Asked = Annotated[_Asked, Depends(_Asked)]


@routes.get("/encounters", **_TOLD)
def list_encounters(
    asked: Asked,
    kind: EncounterKind | None = None,
    status: EncounterStatus | None = None,
    forum: Part = None,
) -> Json:
    """List encounters, held or planned; `forum` is where they took place or on whose margins."""
    return asked.answer("encounters", kind=kind, status=status, forum=forum)


@routes.get("/statements", **_TOLD)
def list_statements(
    asked: Asked,
    speaker: Annotated[
        Word | None, Query(description="Who speaks: a side by its code, or a name as told.")
    ] = None,
    about: Part = None,
    cue: Annotated[
        Word | None, Query(description="The word that tells of speaking.", examples=["a déclaré"])
    ] = None,
    mode: Mode | None = None,
) -> Json:
    """List who said what."""
    return asked.answer("statements", speaker=speaker, about=about, cue=cue, mode=mode)


@routes.get("/positions", **_TOLD)
def list_positions(
    asked: Asked, holder: Part = None, target: Part = None, stance: Stance | None = None
) -> Json:
    """List who backs, opposes or condemns what."""
    return asked.answer("positions", holder=holder, target=target, stance=stance)


@routes.get("/commitments", **_TOLD)
def list_commitments(
    asked: Asked, holder: Part = None, partner: Part = None, strength: Strength | None = None
) -> Json:
    """List who promises what to whom."""
    return asked.answer("commitments", holder=holder, partner=partner, strength=strength)


@routes.get("/events", **_TOLD)
def list_events(
    asked: Asked,
    source: Part = None,
    target: Part = None,
    cameo: Annotated[Word | None, Query(description="The CAMEO code.", examples=["057"])] = None,
    plover: Annotated[Word | None, Query(description="The PLOVER event type.", examples=["SANCTION"])] = None,
    frame: Annotated[
        Word | None, Query(description="The act of our own ontology.", examples=["meet"])
    ] = None,
    status: EventStatus | None = None,
) -> Json:
    """List who did what to whom, in CAMEO and PLOVER."""
    return asked.answer(
        "events", source=source, target=target, cameo=cameo, plover_event=plover, frame=frame, status=status
    )
