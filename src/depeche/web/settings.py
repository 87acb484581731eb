"""How the explorer is served, and what must be given before others than this machine may reach it."""

import ipaddress

import msgspec

from depeche.errors import UsageError
from depeche.ledger.engine import DEFAULT
from depeche.web.guard.token import token

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What `depeche serve` was told.

    `password` is a line that `depeche password` wrote. `certificate` and `key` are the files for TLS; `proxied`
    says that a proxy in front of the explorer speaks TLS. `names` are the host names that browsers may use.
    `max_age` is for how many seconds a page may lag behind a ledger that is being written to.
    `token` is what a write must bring, the same in all processes that serve.
    """

    ledger: str = DEFAULT
    host: str = "127.0.0.1"
    port: int = 8765
    password: str | None = None
    certificate: str | None = None
    key: str | None = None
    proxied: bool = False
    names: tuple[str, ...] = ()
    max_age: float = 10.0
    token: str = msgspec.field(default_factory=token)

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host in LOOPBACK_NAMES

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by TLS, here or at the proxy."""
        return bool(self.certificate) or self.proxied

    def check(self) -> None:
        """UsageError where it would be open to others without a password or without TLS."""
        if bool(self.certificate) != bool(self.key):
            raise UsageError("TLS takes both --certificate and --key")
        if self.local:
            return
        if not self.password:
            raise UsageError(
                f"{self.host} can be reached by others: set a password first (depeche password > FILE, then "
                "--password FILE or DEPECHE_PASSWORD)"
            )
        if not self.secure:
            raise UsageError(
                f"{self.host} can be reached by others, and passwords would travel in the clear: give --certificate "
                "and --key, or --proxied where a proxy in front speaks TLS"
            )

    @property
    def allowed(self) -> list[str]:
        """The host names that a request may name; others are turned away, as DNS may be made to lie."""
        return [*LOOPBACK_NAMES, self.host, *self.names]
