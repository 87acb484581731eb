"""The option that names a ledger, shared by all commands over one."""

from typing import Annotated

import typer

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="DEPECHE_LEDGER",
        help="The ledger: a file (SQLite) or a postgresql:// URL.",
    ),
]
