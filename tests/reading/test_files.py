import pytest

from depeche.errors import TooLong, UnreadableFile, UsageError
from depeche.reading.files import Source, contents, folder, manifest


def test_a_missing_file_a_folder_and_a_bad_name_are_refused(tmp_path):
    for path in (str(tmp_path / "none.txt"), str(tmp_path), "a\0b"):
        with pytest.raises(UnreadableFile):
            contents(path, 100)


def test_a_file_that_must_be_too_long_is_not_read(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"a" * 401)
    with pytest.raises(TooLong, match="--limit"):
        contents(str(file), 100)


def test_a_folder_gives_its_texts_and_pages_by_name(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.html", "b/d.TXT", "b/e.pdf", ".hidden/f.txt"):
        (tmp_path / name).write_text("x")
    assert list(folder(tmp_path)) == [str(tmp_path / name) for name in ("a.html", "b/d.TXT", "c.txt")]


def test_a_manifest_names_files_and_dates(tmp_path):
    file = tmp_path / "m.jsonl"
    file.write_text('{"path": "a.txt", "published": "2019-12-17"}\n\n{"path": "b.txt", "published": null}\n')
    assert list(manifest(str(file))) == [Source("a.txt", "2019-12-17"), Source("b.txt")]


def test_a_line_that_is_no_object_is_named(tmp_path):
    file = tmp_path / "m.jsonl"
    file.write_text('{"path": "a.txt"}\n{"file": "b.txt"}\n')
    with pytest.raises(UsageError, match="line 2"):
        list(manifest(str(file)))
