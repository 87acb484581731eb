"""Running the command line in-process, as a user calls it."""

import sys

import msgspec
import pytest

from depeche.cli import main


class Done(msgspec.Struct):
    code: int
    out: str
    err: str


@pytest.fixture
def depeche(capfd, monkeypatch):
    def run(*arguments, stdin=None):
        monkeypatch.setattr(sys, "argv", ["depeche", *map(str, arguments)])
        if stdin is not None:
            import io

            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capfd.readouterr()
        return Done(stop.value.code or 0, captured.out, captured.err)

    return run


@pytest.fixture
def dispatch(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n")
    return file
