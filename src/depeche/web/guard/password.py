"""The password of an explorer that others can reach: kept as a salted hash, asked for by HTTP's own form."""

import base64
import hashlib
import hmac
import secrets
from binascii import Error as NotBase64

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from depeche.errors import UsageError

# scrypt's cost, after RFC 7914 and OWASP's advice: 2^15 blocks of 8, 32 MB and some 50 ms a try.
_COST = {"n": 1 << 15, "r": 8, "p": 1, "maxmem": 1 << 26}


def hashed(password: str) -> str:
    """The line to keep for a password: the name of the scheme, the salt and the hash."""
    if len(password) < 8:
        raise UsageError("a password has 8 characters at least")
    salt = secrets.token_bytes(16)
    return f"scrypt${_text(salt)}${_text(_digest(password, salt))}"


def right(password: str, kept: str) -> bool:
    """Whether a password is the one that was kept; UsageError where the line is none of ours."""
    scheme, _, rest = kept.strip().partition("$")
    salt, _, digest = rest.partition("$")
    if scheme != "scrypt" or not digest:
        raise UsageError("that is no password line; write one with depeche password")
    return hmac.compare_digest(_digest(password, base64.b64decode(salt)), base64.b64decode(digest))


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, dklen=32, **_COST)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


class Password:
    """Asks for the password (HTTP Basic, any user name) and lets through who knows it."""

    def __init__(self, app: ASGIApp, *, kept: str) -> None:
        right("", kept)  # a line that is none of ours stops the start, not the first visitor
        self.app = app
        self.kept = kept
        self.known = b""  # the digest of the header that was right: scrypt runs once, not for each request
        self.pepper = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and not self._admits(HTTPConnection(scope)):
            answer = PlainTextResponse(
                "a password is needed\n", 401, {"www-authenticate": 'Basic realm="depeche", charset="UTF-8"'}
            )
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _admits(self, request: HTTPConnection) -> bool:
        header = request.headers.get("authorization", "")
        mark = hmac.digest(self.pepper, header.encode(), "sha256")
        if self.known and hmac.compare_digest(mark, self.known):
            return True
        scheme, _, coded = header.partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            _, _, password = base64.b64decode(coded).decode().partition(":")
        except (NotBase64, UnicodeDecodeError):
            return False
        if right(password, self.kept):
            self.known = mark
            return True
        return False
