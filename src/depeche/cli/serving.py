"""The work of ``depeche serve``: a ledger, a socket, a server."""

import socket
import sys
import tempfile
import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depeche.errors import DepecheError, UsageError

_PATIENCE = 60  # seconds in which a process may load and compute before another takes its place

if TYPE_CHECKING:
    from fastapi import FastAPI

    from depeche.web import Settings


def run(
    *, ledger: str, demo: bool, browse: bool, password: Path | None, workers: int, **settings: Any
) -> None:
    """Serve until the user ends it."""
    try:
        from depeche.web import Settings
    except ImportError as error:
        raise UsageError("the explorer needs its libraries: pip install 'depeche[web]'") from error
    given = Settings(ledger=ledger, password=_line(password), **settings)
    given.check()
    if not demo:
        _serve(given, browse=browse, workers=workers)
        return
    with tempfile.TemporaryDirectory(prefix="depeche-") as folder:
        place = str(Path(folder) / "demo.db")
        _fill(place)
        _serve(Settings(ledger=place, password=given.password, **settings), browse=browse, workers=workers)


def _line(password: Path | None) -> str | None:
    if password is None:
        return None
    try:
        return password.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{password}: no password line can be read there; write one with depeche password"
        ) from error


def _fill(ledger: str) -> None:
    """The example dispatches, read into a new ledger."""
    from depeche.cli.ingesting import run as ingest

    ingest([str(examples() / "*.txt")], ledger=ledger)


def examples() -> Path:
    """The folder of example dispatches: within the package where it was installed, else beside the sources."""
    package = Path(__file__).parent.parent
    for folder in (package / "examples", package.parent.parent / "examples" / "corpus"):
        if folder.is_dir():
            return folder
    raise DepecheError("the example dispatches are not there; install depeche again")


def _serve(settings: "Settings", *, browse: bool, workers: int) -> None:
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    app = _app(settings)  # here too where others serve it: what is wrong is told at once
    listening = _listen(settings.host, settings.port)
    scheme = "https" if settings.certificate else "http"
    host, port = listening.getsockname()[:2]
    address = f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/"
    print(f"depeche: {address} (stop with Ctrl-C)", file=sys.stderr, flush=True)
    if browse:
        webbrowser.open(address)
    config = uvicorn.Config(
        app if workers == 1 else partial(_app, settings),
        factory=workers > 1,
        workers=workers,
        timeout_worker_healthcheck=_PATIENCE,
        log_level="warning",
        server_header=False,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
        proxy_headers=False,
    )
    if workers == 1:
        uvicorn.Server(config).run(sockets=[listening])
        return
    app.state.ledger.close()
    Multiprocess(config, sockets=[listening]).run()


def _app(settings: "Settings") -> "FastAPI":
    from depeche.web import create
    from depeche.web.tuning import tune

    app = create(settings)
    tune()
    return app


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise DepecheError(f"{host}:{port}: {error.strerror}; name another with --host or --port") from error
