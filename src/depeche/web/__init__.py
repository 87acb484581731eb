"""The explorer: a ledger in the browser, rendered on the server, with nothing fetched from elsewhere."""

from depeche.web.app import create
from depeche.web.settings import Settings

__all__ = ["Settings", "create"]
