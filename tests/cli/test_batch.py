import importlib.util
import json
import sys

import pytest

from depeche.batch import local


@pytest.fixture
def corpus(tmp_path, dispatch):
    (tmp_path / "b.jsonl").write_text(
        '{"text": "Moscou a expulsé deux diplomates.", "url": "x:1"}\n{"no": 1}\n'
    )
    return [dispatch, tmp_path / "b.jsonl"]


def test_a_report_is_told_and_printed_and_rejects_change_the_exit_code(depeche, corpus, tmp_path):
    out = tmp_path / "out"
    done = depeche("batch", *corpus, "--out", out, "--language", "fr", "--workers", 1)
    assert done.code == 3
    assert f"{out}: 2 of 3 read (fr 2), 1 rejected (input.empty 1; see {out}/rejects)" in done.err
    again = depeche("batch", *corpus, "--out", out, "--language", "fr", "--workers", 2, "--json")
    report = json.loads(again.out)
    assert (report["items"], report["read"], report["rejected"]) == (3, 2, {"input.empty": 1})
    assert report["facts"]["events"] >= 2
    other = depeche("batch", *corpus, "--out", out, "--language", "en")
    assert (other.code, other.err.count("\n")) == (2, 1)
    assert 'with another language ("fr", not "en")' in other.err


def test_nothing_rejected_is_exit_code_0(depeche, dispatch, tmp_path, monkeypatch):
    monkeypatch.setattr(local, "codes", lambda: ())  # nothing is loaded before it is needed
    assert depeche("batch", dispatch, "--out", tmp_path / "out", "--workers", 1).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("zz://bucket/a.jsonl", "--out", "{tmp}/out"), 2, "zz:// is a scheme that nobody here knows"),
        (("{file}", "--out", "{file}"), 1, "cannot be used: File exists"),
        (("{file}", "--out", "{file}/below"), 1, "cannot be used: Not a directory"),
        (("{file}", "--out", "{tmp}/out", "--address", "auto"), 2, "give --engine ray with it"),
        (("{file}", "--out", "{tmp}/out", "--language", "xx"), 2, "xx"),
        (("{file}", "--out", "{tmp}/out", "--gpu", "--engine", "ray"), 2, "--gpu is of the local engine"),
    ],
)
def test_a_wrong_call_ends_with_one_line(depeche, dispatch, tmp_path, arguments, code, words):
    done = depeche("batch", *(one.format(tmp=tmp_path, file=dispatch) for one in arguments))
    assert (done.code, done.err.count("\n")) == (code, 1)
    assert words in done.err


def test_stages_are_told_where_a_funnel_was_asked_for(depeche, corpus, dispatch, tmp_path):
    out = tmp_path / "out"
    done = depeche("batch", *corpus, dispatch, "--out", out, "--language", "fr", "--workers", 1, "--once")
    assert "finding 4 → copies 3 → extraction 2 → reading 2 → read 2" in done.err
    assert "1 dropped (copy 1; see" in done.err
    again = depeche("batch", *corpus, dispatch, "--out", out, "--language", "fr", "--once", "--json")
    assert json.loads(again.out)["stages"][:2] == [
        {"stage": "finding", "in": 4, "out": 3},
        {"stage": "copies", "in": 3, "out": 2},
    ]


@pytest.mark.parametrize("command", ["batch", "read", "ingest"])
def test_an_accelerator_that_is_not_there_is_told(depeche, dispatch, tmp_path, monkeypatch, command):
    monkeypatch.setitem(sys.modules, "cupy", None)
    more = {"batch": ("--out", tmp_path / "out"), "ingest": ("--ledger", tmp_path / "a.db")}.get(command, ())
    done = depeche(command, dispatch, *more, "--gpu")
    assert done.code == 2
    assert "pip install 'depeche[gpu]'" in done.err


@pytest.mark.parametrize(("module", "extra"), [("pyarrow", "parquet"), ("ray", "ray")])
def test_what_is_missing_is_named_with_the_way_to_get_it(
    depeche, dispatch, tmp_path, monkeypatch, module, extra
):
    find = importlib.util.find_spec
    monkeypatch.setattr("depeche.cli.batching.find_spec", lambda name: None if name == module else find(name))
    done = depeche("batch", dispatch, "--out", tmp_path / "out", "--engine", "ray")
    assert done.code == 2
    assert f"pip install 'depeche[{extra}]'" in done.err
