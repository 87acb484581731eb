"""The command line: one file a command, `main` for all."""

from depeche.cli.app import main

__all__ = ["main"]
