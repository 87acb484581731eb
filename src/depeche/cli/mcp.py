"""``depeche mcp``: a ledger for assistants that speak the Model Context Protocol."""

from depeche.cli.ledger import LedgerOption


def command(ledger: LedgerOption = "depeche.db") -> None:
    """Answer an assistant over standard input and output (Model Context Protocol); it reads, and cites what it tells."""
    from depeche.errors import UsageError
    from depeche.ledger import Ledger

    try:
        from depeche.mcp import create
    except ImportError as error:
        raise UsageError("the MCP server needs its library: pip install 'depeche[mcp]'") from error
    with Ledger(ledger) as book:
        create(book).run("stdio")
