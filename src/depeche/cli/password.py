"""``depeche password``: the line that keeps a password for the explorer."""

import sys

import typer

from depeche.errors import UsageError


def command() -> None:
    """Ask for a password and print the line to keep for depeche serve; from a pipe, its first line is taken."""
    try:
        from depeche.web.guard.password import hashed
    except ImportError as error:
        raise UsageError("the explorer needs its libraries: pip install 'depeche[web]'") from error

    if sys.stdin.isatty():
        given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    print(hashed(given))
