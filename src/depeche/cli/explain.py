"""``depeche explain``: why a sentence is read as it is."""

from typing import Annotated

import typer


def command(
    sentence: Annotated[
        str, typer.Argument(help="The sentence, in quotation marks; - reads standard input.")
    ],
    published: Annotated[str | None, typer.Option(help="Date of publication, as 2019-12-17.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the sentence (see depeche languages).")
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(help="Another installed spaCy pipeline to parse with.")
    ] = None,
) -> None:
    """Show the clauses of a sentence, the lexicon entries that fired, and why others did not."""
    import sys

    from depeche.cli import show_explain
    from depeche.reader import Reader

    text = sys.stdin.read() if sentence == "-" else sentence
    reader = Reader(language, pipeline=pipeline)
    show_explain.show(reader, reader.document(text, published=published))
