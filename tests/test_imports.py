"""The shape of the house: who may import whom, and that only packs know a language."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "depeche"
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
OUTSIDE = [path for path in MODULES if path.parts[0] != "languages" or len(path.parts) < 3]


def imported(path):
    names = set()
    for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.split(".")[0] == "depeche"}


def within(package):
    return [path for path in MODULES if path.parts[0] == package]


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        (
            "record",
            ("reading", "syntax", "understanding", "languages", "knowledge", "ontology", "cli", "reader"),
        ),
        ("reading", ("syntax", "understanding", "cli", "reader")),
        ("syntax", ("understanding", "cli", "reader")),
        ("knowledge", ("understanding", "cli", "reader")),
        ("ontology", ("understanding", "cli", "reader")),
        ("languages", ("understanding", "reading", "cli", "reader")),
        ("understanding", ("cli", "reader", "evaluation", "ledger", "web")),
        ("evaluation", ("cli",)),
        ("export", ("cli", "reader", "understanding", "evaluation")),
        ("ledger", ("cli", "web", "evaluation", "dossier", "export")),
        ("dossier", ("cli", "web", "evaluation")),
        ("web", ("cli", "syntax", "understanding", "evaluation")),
    ],
)
def test_stages_do_not_reach_back(package, forbidden):
    for path in within(package):
        for name in imported(path):
            assert name.split(".")[1:2] != [] or package != "record", f"{path} imports {name}"
            assert not any(name.startswith(f"depeche.{other}") for other in forbidden), (
                f"{path} imports {name}"
            )


def test_no_module_outside_a_pack_names_a_language():
    named = re.compile(r"""["'](?:fr|en|french|français|english)["']|languages\.(?:fr|en)\b""", re.IGNORECASE)
    for path in OUTSIDE:
        assert not named.search((SOURCE / path).read_text(encoding="utf-8")), path


def test_no_file_is_long():
    for path in MODULES:
        assert len((SOURCE / path).read_text(encoding="utf-8").splitlines()) <= 400, path
