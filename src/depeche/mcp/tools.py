"""The tools: the queries of the command line, bounded for an assistant that reads every word of the answer."""

from typing import Annotated, Any

from pydantic import Field

from depeche.dossier import dossier
from depeche.dossier.forum import forum
from depeche.dossier.timeline import timeline
from depeche.ledger import Ledger, Query
from depeche.ledger import records as dispatches
from depeche.ledger.query import Kind
from depeche.mcp.citing import record, told
from depeche.reader import Reader
from depeche.record.tables import Stance

_LONGEST = 200_000  # characters of a text to read
_SHOWN = 20_000  # characters of a dispatch that are given at once

Side = Annotated[
    str, Field(description="A state or organisation, by code or name: KAZ, Chine, EU.", max_length=80)
]
Since = Annotated[str | None, Field(description="Not before: 2019-12-17, 2019-12 or 2019.", max_length=40)]
Until = Annotated[str | None, Field(description="Not after.", max_length=40)]
Limit = Annotated[int, Field(description="Most results.", ge=1, le=100)]
Offset = Annotated[int, Field(description="Leave out so many.", ge=0, le=10_000)]


class Tools:
    """What an assistant may ask of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def search(
        self,
        words: Annotated[
            str, Field(description='Words that stand together; a "run of words" in quotes.', max_length=400)
        ] = "",
        actors: Annotated[
            tuple[str, ...],
            Field(description="Codes of sides that must all have a part: FRA, NATO.", max_length=8),
        ] = (),
        since: Since = None,
        until: Until = None,
        kind: Annotated[
            Kind | None, Field(description="The facts to search; passages where none is named.")
        ] = None,
        frame: Annotated[
            str | None, Field(description="Events of this PLOVER event, CAMEO code or frame.", max_length=80)
        ] = None,
        stance: Annotated[Stance | None, Field(description="Positions of this stance.")] = None,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> dict[str, Any]:
        """Search the dispatches by their words, and the facts read from them by side, day and kind."""
        query = Query(
            words=words,
            actors=actors,
            since=since,
            until=until,
            kind=kind,
            frame=frame,
            stance=stance,
            limit=limit + 1,
            offset=offset,
        )
        return _some(self._ledger.search(query), limit)

    def dossier(self, one: Side, other: Side, since: Since = None, until: Until = None) -> dict[str, Any]:
        """Brief on two sides: last and coming encounters, agreements, positions and where they turned, promises
        and what may have kept them, who said what, forums of both.
        """
        found: dict[str, Any] = told(dossier(self._ledger, one, other, since=since, until=until))
        return found

    def timeline(
        self,
        one: Side,
        other: Side,
        since: Since = None,
        until: Until = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> dict[str, Any]:
        """Tell what was between two sides day by day, the earliest first."""
        entries = timeline(self._ledger, one, other, since=since, until=until)
        return _some(entries[offset : offset + limit + 1], limit)

    def forum(
        self,
        name: Annotated[
            str, Field(description="The forum, by code or name: CICA, G20, OTAN.", max_length=80)
        ],
        since: Since = None,
        until: Until = None,
    ) -> dict[str, Any]:
        """Tell of a forum: members, known meetings, encounters there and in its margins, what was said of it."""
        found: dict[str, Any] = told(forum(self._ledger, name, since=since, until=until))
        return found

    def who(
        self,
        name: Annotated[
            str, Field(description="The name in any spelling; a family name will do.", max_length=80)
        ],
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> dict[str, Any]:
        """Tell who somebody is: offices with first and last dates, spellings, and the words of two mentions."""
        return _some(self._ledger.who(name)[offset : offset + limit + 1], limit)

    def dispatch(
        self,
        id: Annotated[int, Field(description="Its number, as citations tell it.", ge=0, le=2**63 - 1)],  # noqa: A002
        start: Annotated[int, Field(description="From which character of the text on.", ge=0)] = 0,
    ) -> dict[str, Any]:
        """Give a dispatch: where it was found, its text (20,000 characters at once), and all that it tells."""
        with self._ledger.reading() as connection:
            head = dispatches.dispatch(connection, id)
            found = dispatches.record(connection, id)
        return {"dispatch": told(head), **record(found, start=start, characters=_SHOWN)}

    def read(
        self,
        text: Annotated[str, Field(description="The dispatch, as it stands.")],
        published: Annotated[
            str | None, Field(description="The day of its publication, if known.", max_length=40)
        ] = None,
        language: Annotated[
            str | None, Field(description="Its language, if it is not to be found out.")
        ] = None,
    ) -> dict[str, Any]:
        """Read a text that is not in the ledger: who met whom, who said what, each with its exact words."""
        return record(Reader(language, limit=_LONGEST).read(text, published=published))


def _some(found: Any, limit: int) -> dict[str, Any]:
    """At most so many results, and whether there are more."""
    return {"results": [told(one) for one in found[:limit]], "more": len(found) > limit}
