import json
import os
import subprocess
import sys
import time

import pytest

import depeche as package
from depeche.cli import main


def test_help_names_the_commands(depeche):
    done = depeche("--help")
    assert done.code == 0
    for name in ("read", "explain", "evaluate", "languages", "schema"):
        assert name in done.out


def test_version(depeche):
    assert depeche("--version").out == f"depeche {package.__version__}\n"


@pytest.mark.parametrize(("given", "threads"), [(None, "1"), ("4", "4")])
def test_products_are_not_shared_out_among_threads_unless_asked_for(given, threads, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", given or "")
    if given is None:
        monkeypatch.delenv("OMP_NUM_THREADS")
    monkeypatch.setattr(sys, "argv", ["depeche", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert os.environ["OMP_NUM_THREADS"] == threads


def test_languages(depeche):
    lines = depeche("languages").out.splitlines()
    assert "fr  French (français)" in lines
    assert "es  Spanish (español), experimental" in lines


def test_schema_is_json(depeche):
    assert json.loads(depeche("schema").out)["$ref"] == "#/$defs/Record"


def test_explain_shows_clauses_entries_and_rows(depeche):
    done = depeche("explain", "Pékin a condamné les sanctions américaines.")
    assert done.code == 0
    for part in ("condamner", "Entries", "✓", "fired", "Events", "111"):
        assert part in done.out


def test_explain_refuses_an_empty_sentence(depeche):
    done = depeche("explain", " ")
    assert done.code == 1
    assert "no words" in done.err


def test_help_does_not_wait_for_a_pipeline():
    code = "import sys, depeche.cli; sys.exit('spacy' in sys.modules or 'trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_depeche_costs_nothing():
    code = "import sys, depeche; sys.exit('spacy' in sys.modules or 'msgspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_output_that_nobody_reads_ends_quietly(dispatch):
    command = [sys.executable, "-m", "depeche.cli", "read", *[str(dispatch)] * 3, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        error = process.stderr.read().decode()
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
    assert "Traceback" not in error
