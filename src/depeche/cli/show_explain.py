"""What ``depeche explain`` shows."""

from typing import TYPE_CHECKING

from depeche.cli.screen import console

if TYPE_CHECKING:
    from depeche.reader import Reader
    from depeche.reading import Document


def show(reader: "Reader", document: "Document") -> None:
    """Print the clauses of the document's sentences and what its words evoke."""
    from depeche.cli.clauses import table

    parse = reader.parse(document)
    screen = console()
    for sentence in parse.doc.sents:
        screen.print(table(parse, sentence))
