"""The scripts, styles and fonts that ship with the explorer, by addresses that change with their contents."""

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"


@lru_cache
def asset(path: str) -> str:
    """The address of a file of `static/`, with a mark of its contents, so that browsers may keep it for good."""
    mark = hashlib.sha256((STATIC / path).read_bytes()).hexdigest()[:12]
    return f"/static/{path}?{mark}"


class Assets(StaticFiles):
    """The files of `static/`, kept by browsers as long as their address stays."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept for a year where its address bears a mark."""
        answer = await super().get_response(path, scope)
        if scope["query_string"]:
            answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer
