"""``depeche mcp`` where it cannot start."""

import sys


def test_without_its_library_it_says_how_to_get_it(depeche, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    for name in [name for name in sys.modules if name.startswith("depeche.mcp")]:
        monkeypatch.delitem(sys.modules, name)
    done = depeche("mcp", "--ledger", tmp_path / "a.db")
    assert done.code == 2
    assert "pip install 'depeche[mcp]'" in done.err


def test_without_a_ledger_it_says_so(depeche, tmp_path):
    done = depeche("mcp", "--ledger", tmp_path / "none.db")
    assert done.code == 1
    assert "no such ledger" in done.err
