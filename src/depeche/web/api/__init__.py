"""The HTTP API: the queries of the command line as JSON, one module a resource."""

from depeche.web.api.app import create

__all__ = ["create"]
