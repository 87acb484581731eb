import json

import pytest

from depeche import Record
from depeche.record.json import from_json


def lines(done):
    return [json.loads(line) for line in done.out.splitlines()]


def test_facts_are_one_line_a_dispatch_with_its_path(depeche, dispatch):
    done = depeche("read", dispatch, dispatch, "--format", "facts")
    assert done.code == 0
    assert [row["path"] for row in lines(done)] == [str(dispatch)] * 2


def test_json_is_the_whole_record(depeche, dispatch):
    record = from_json(depeche("read", dispatch, "--format", "json").out)
    assert isinstance(record, Record)
    assert record.text == dispatch.read_text()


def test_json_is_what_a_pipe_gets(depeche, dispatch):
    assert lines(depeche("read", dispatch))[0]["text"]


def test_text_shows_the_dispatch_and_its_tables(depeche, dispatch):
    done = depeche("read", dispatch, "--format", "text")
    assert "Paris · 2021-05-03 (text) · fr" in done.out
    assert "La France a condamné" in done.out
    assert "Events" in done.out
    assert "\x1b" not in done.out


def test_standard_input(depeche):
    done = depeche("read", "-", "--format", "facts", stdin="La France a condamné la junte.".encode("cp1252"))
    assert lines(done)[0]["path"] == "-"


def test_nothing_named_means_standard_input(depeche):
    assert lines(depeche("read", "--format", "facts", stdin=b"Paris a rompu avec Rome."))[0]["document"]


def test_a_folder_is_searched(depeche, dispatch):
    done = depeche("read", dispatch.parent, "--format", "facts")
    assert [row["path"] for row in lines(done)] == [str(dispatch)]


def test_each_dispatch_of_a_folder_is_read_in_its_language_unless_one_is_named(depeche, dispatch):
    other = dispatch.parent / "b.txt"
    other.write_text("LONDON, May 3, 2021 (Reuters) - Britain condemned the coup in Myanmar on Monday.\n")
    told = lines(depeche("read", dispatch.parent, "--format", "facts"))
    assert [row["document"]["language"] for row in told] == ["fr", "en"]
    assert [row["events"][0]["cameo"] for row in told] == ["111", "111"]
    named = lines(depeche("read", dispatch.parent, "--language", "fr", "--format", "facts"))
    assert [row["document"]["language"] for row in named] == ["fr", "fr"]


def test_a_manifest_is_read_in_order_with_its_dates(depeche, dispatch, tmp_path):
    other = tmp_path / "b.txt"
    other.write_text("Le ministre a reçu mardi son homologue.")
    rows = [{"path": str(other), "published": "2020-01-15"}, {"path": "none.txt"}, {"path": str(dispatch)}]
    manifest = tmp_path / "m.jsonl"
    manifest.write_text("\n".join(map(json.dumps, rows)))
    done = depeche("read", "--manifest", manifest, "--format", "facts")
    assert done.code == 3
    first, second, third = lines(done)
    assert first["document"]["published"] == "2020-01-15"
    assert first["document"]["published_basis"] == "given"
    assert second == {"path": "none.txt", "error": {"code": "input.unreadable", "message": "no such file"}}
    assert third["path"] == str(dispatch)


def test_the_date_of_publication_is_taken(depeche, dispatch):
    done = depeche("read", dispatch, "--published", "2021-05-04", "--format", "facts")
    assert lines(done)[0]["document"]["published"] == "2021-05-04"


def test_output_goes_to_a_file(depeche, dispatch, tmp_path):
    target = tmp_path / "out.jsonl"
    done = depeche("read", dispatch, "--format", "facts", "--output", target)
    assert (done.code, done.out) == (0, "")
    assert json.loads(target.read_text())["path"] == str(dispatch)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "input.empty"),
        ("blank.txt", b" \n\t\n", "input.empty"),
        ("signs.txt", b"*** --- ***", "input.empty"),
        ("pdf.txt", b"%PDF-1.4", "input.not-text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n", "input.not-text"),
        ("binary.txt", bytes(range(256)) * 8, "input.not-text"),
        (
            "portuguese.txt",
            ("O ministro recebeu ontem o seu homólogo e prometeu-lhe ajuda. " * 9).encode(),
            "input.language",
        ),
        ("mark.txt", b"\xef\xbb\xbf\xff\xff", "input.encoding"),
    ],
)
def test_bad_inputs_are_rejected_and_the_rest_is_read(depeche, dispatch, tmp_path, name, data, code):
    bad = tmp_path / name
    bad.write_bytes(data)
    done = depeche("read", bad, dispatch, "--format", "facts")
    assert done.code == 3
    first, second = lines(done)
    assert (first["path"], first["error"]["code"]) == (str(bad), code)
    assert second["path"] == str(dispatch)
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"depeche: {bad}: ")


def test_a_text_over_the_limit_says_which_option_helps(depeche, dispatch):
    done = depeche("read", dispatch, "--limit", "20", "--format", "facts")
    assert done.code == 3
    assert lines(done)[0]["error"]["code"] == "input.too-long"
    assert "--limit" in done.err


def test_in_text_a_rejected_input_is_only_told_on_standard_error(depeche):
    done = depeche("read", "none.txt", "--format", "text")
    assert (done.code, done.out) == (3, "")
    assert done.err == "depeche: none.txt: no such file\n"


def test_a_folder_without_texts_is_rejected(depeche, tmp_path):
    done = depeche("read", tmp_path, "--format", "facts")
    assert done.code == 3
    assert lines(done)[0]["path"] == str(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--published", "hier"),
        ("--published", "2021-02-30"),
        ("--language", "xx"),
        ("--format", "xml"),
        ("--limit", "0"),
        ("--nonsense",),
    ],
)
def test_a_wrong_call_ends_with_2(depeche, dispatch, arguments):
    done = depeche("read", dispatch, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_a_manifest_that_is_none_ends_with_2(depeche, dispatch):
    done = depeche("read", "--manifest", dispatch)
    assert done.code == 2
    assert "line 1 of the manifest" in done.err


def test_a_missing_pipeline_is_a_failure(depeche, dispatch):
    done = depeche("read", dispatch, "--pipeline", "no_such_pipeline")
    assert done.code == 1
    assert "no_such_pipeline" in done.err


def test_a_pipeline_without_labels_is_a_failure(depeche, dispatch, tmp_path):
    import spacy

    spacy.blank("xx").to_disk(tmp_path / "blank")
    done = depeche("read", dispatch, "--pipeline", tmp_path / "blank")
    assert done.code == 1
    assert "gives no pos, dep, lemma, morph" in done.err


def test_control_characters_never_reach_the_terminal(depeche, tmp_path):
    file = tmp_path / "evil.txt"
    file.write_text(
        "La France \x1b[31ma \u202econdamné\x9b1m la\x07 junte.\x1b]0;titre\x07", encoding="utf-8"
    )
    for layout in ("text", "json", "facts"):
        done = depeche("read", file, "--format", layout)
        assert done.code == 0
        assert not set("\x1b\x9b\x07\u202e") & set(done.out)


def test_a_name_with_controls_is_shown_safely(depeche, tmp_path):
    done = depeche("read", f"{tmp_path}/\x1b[31mnone", "--format", "text")
    assert "\x1b" not in done.err
