import pytest

WIRE = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n"


@pytest.fixture
def book(depeche, tmp_path, monkeypatch):
    monkeypatch.setenv("DEPECHE_LEDGER", str(tmp_path / "a.db"))
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    assert depeche("ingest", tmp_path / "a.txt").code == 0


def test_a_file_is_written_once_and_replaced_on_request(depeche, book, tmp_path):
    file = tmp_path / "out.csv"
    assert depeche("export", "events", "--to", file).err.strip() == str(file)
    assert "FRA" in file.read_text(encoding="utf-8")
    done = depeche("export", "events", "--to", file)
    assert (done.code, "--force" in done.err) == (2, True)
    assert depeche("export", "events", "--to", file, "--force", "--actor", "CHN").code == 0
    assert "FRA" not in file.read_text(encoding="utf-8")


def test_the_codebook_asks_for_no_ledger(depeche, tmp_path):
    assert depeche("export", "codebook", "--to", tmp_path, "--ledger", tmp_path / "none.db").code == 0
    assert (tmp_path / "codebook.md").read_text(encoding="utf-8").startswith("# Codebook")


def test_a_folder_that_cannot_be_made_is_one_line(depeche, book, tmp_path):
    done = depeche("export", "events", "--to", tmp_path / "a.txt" / "events.csv")
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
