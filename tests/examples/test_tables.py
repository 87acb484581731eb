"""The notebook and the script in R run from top to bottom."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from depeche import Ledger
from depeche.export import Chosen, export

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOK = EXAMPLES / "tables.ipynb"


@pytest.fixture
def notebook():
    return nbformat.read(NOTEBOOK, as_version=4)


def test_the_notebook_is_kept_without_outputs(notebook):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert cells
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


@pytest.mark.filterwarnings("ignore")  # of the kernel's own making
def test_the_notebook_runs(notebook, folder, monkeypatch):
    root = EXAMPLES.parent
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(root / "src"))
    monkeypatch.setenv("IPYTHONDIR", str(folder / ".ipython"))
    place = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=None, startup_timeout=1200, resources=place)
    client.execute()
    *_, cited = (cell for cell in notebook.cells if cell.cell_type == "code")
    assert "corpus/" in cited.outputs[0].text
    assert all(cell.outputs for cell in notebook.cells if cell.cell_type == "code")


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="no Rscript: apt-get install r-base-core")
def test_the_script_in_r_reads_what_is_exported(folder):
    with Ledger(folder / "tables.db") as ledger, ledger.reading() as connection:
        export(connection, "facts", folder, Chosen(), form="csv")
    done = subprocess.run(
        ["Rscript", str(EXAMPLES / "tables.R"), str(folder)], capture_output=True, text=True, check=True
    )
    encounters = pd.read_csv(folder / "encounters.csv")
    held = encounters[(encounters.status == "held") & encounters.occurrence.notna()]
    assert done.stdout.startswith(f"{len(held)} reports of {held.occurrence.nunique()} encounters\n")
    assert "cooperation" in done.stdout
    assert done.stderr == ""
