import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from depeche.cli.app import app
from depeche.cli.serving import examples
from depeche.errors import UsageError


def test_the_examples_are_there_to_be_shown():
    assert len(list(examples().glob("*.txt"))) == 85


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_explorer_is_served_until_it_is_stopped(tmp_path, workers):
    text = tmp_path / "a.txt"
    text.write_text(
        "PARIS, 3 mai 2021 (AFP) - La Chine a condamné lundi les sanctions de la France.\n", "utf-8"
    )
    ledger = str(tmp_path / "a.db")
    call = [sys.executable, "-m", "depeche.cli"]
    subprocess.run([*call, "ingest", str(text), "--ledger", ledger], check=True, stderr=subprocess.DEVNULL)
    with subprocess.Popen(
        [*call, "serve", "--ledger", ledger, "--port", "0", "--workers", workers],
        stderr=subprocess.PIPE,
        env=dict(os.environ),
        text=True,
    ) as server:
        line = server.stderr.readline()
        address = line.split()[1]
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
        server.send_signal(signal.SIGINT)
        assert server.wait(60) in (0, 130)


def test_it_refuses_to_be_open_to_others_without_a_password(tmp_path):
    answer = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--ledger", str(tmp_path / "no.db")])
    assert isinstance(answer.exception, UsageError)
    assert "depeche password" in str(answer.exception)


def test_a_password_line_is_printed_and_a_short_password_refused():
    assert CliRunner().invoke(app, ["password"], input="long enough\n").output.startswith("scrypt$")
    assert isinstance(CliRunner().invoke(app, ["password"], input="short\n").exception, UsageError)


def test_a_password_file_that_is_not_there_is_told(tmp_path):
    answer = CliRunner().invoke(app, ["serve", "--password", str(Path(tmp_path) / "none")])
    assert isinstance(answer.exception, UsageError)


@pytest.mark.parametrize("port", ["-1", "70000"])
def test_a_port_that_is_none_is_refused(port):
    assert CliRunner().invoke(app, ["serve", "--port", port]).exit_code == 2
