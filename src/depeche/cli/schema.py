"""``depeche schema``: the JSON Schema of a record, and of what the ledger's commands give with ``--json``."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer


class Answer(StrEnum):
    """What is given as JSON."""

    record = "record"
    dossier = "dossier"
    timeline = "timeline"
    forum = "forum"
    who = "who"
    search = "search"


def command(
    what: Annotated[
        Answer, typer.Argument(help="Of depeche read, or of the command with this name.")
    ] = Answer.record,
) -> None:
    """Print the JSON Schema of what `depeche read --format json`, or another command with --json, gives."""
    typer.echo(json.dumps(schema(what), indent=2, ensure_ascii=False))


def schema(what: Answer) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one object that is given: one line where a command gives several."""
    import msgspec

    from depeche.dossier import Dossier
    from depeche.dossier.forum import ForumPage
    from depeche.dossier.timeline import Entry
    from depeche.ledger import Hit, Who
    from depeche.record import json as records

    kinds = {"dossier": Dossier, "timeline": Entry, "forum": ForumPage, "who": Who, "search": Hit}
    if what is Answer.record:
        return records.schema()
    made = msgspec.json.schema(kinds[what.value])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"depeche {what.value}/1",
        **made,
    }
