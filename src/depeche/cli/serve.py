"""``depeche serve``: the explorer of a ledger in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from depeche.cli.ledger import LedgerOption


def command(
    ledger: LedgerOption = "depeche.db",
    demo: Annotated[  # noqa: FBT002
        bool, typer.Option("--demo", help="Fill a passing ledger with the example dispatches, and show it.")
    ] = False,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
    password: Annotated[
        Path | None,
        typer.Option(
            envvar="DEPECHE_PASSWORD",
            help="A file with a line of depeche password; the password is asked for.",
        ),
    ] = None,
    certificate: Annotated[Path | None, typer.Option(help="The certificate for TLS, a PEM file.")] = None,
    key: Annotated[Path | None, typer.Option(help="Its private key, a PEM file.")] = None,
    proxied: Annotated[  # noqa: FBT002
        bool, typer.Option("--proxied", help="A proxy in front speaks TLS with the browsers.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A host name that browsers use for it; more than one may be given."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that serve, for many users.")] = 1,
    max_age: Annotated[
        int,
        typer.Option(
            min=0,
            max=3600,
            help="Seconds that a page may lag behind a ledger that is being written to; "
            "one that takes long to make for 200 times as long.",
        ),
    ] = 10,
    browse: Annotated[bool, typer.Option("--browse", help="Open it in the browser.")] = False,  # noqa: FBT002
) -> None:
    """Explore a ledger in the browser: dispatches, relations, people, search. Stop with Ctrl-C."""
    from depeche.cli.serving import run

    run(
        ledger=ledger,
        demo=demo,
        browse=browse,
        workers=workers,
        password=password,
        host=host,
        port=port,
        certificate=str(certificate) if certificate else None,
        key=str(key) if key else None,
        proxied=proxied,
        names=tuple(name or ()),
        max_age=max_age,
    )
