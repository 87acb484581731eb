"""A Model Context Protocol server over a ledger: assistants ask it, and every answer cites its dispatches."""

from depeche.mcp.server import create

__all__ = ["create"]
