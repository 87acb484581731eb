import json

from depeche import Ledger

TEXT = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les sanctions américaines.\n"


def test_the_shares_of_verdicts_are_told_and_exported(depeche, tmp_path):
    place = tmp_path / "a.db"
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert depeche("ingest", tmp_path / "a.txt", "--ledger", place).code == 0
    assert "no verdicts" in depeche("evaluate", "--verdicts", place).err
    with Ledger(place) as book:
        book.judge("positions", 1 << 20, "reject", when="2026-01-12T09:30:00")
    assert "1 (100%)" in depeche("evaluate", "--verdicts", place).out
    [share] = [
        json.loads(line) for line in depeche("evaluate", "--verdicts", place, "--json").out.splitlines()
    ]
    assert (share["about"], share["reject"], share["accept"]) == ("positions", 1, 0)
    assert depeche("export", "positions", "--ledger", place, "--to", tmp_path / "p.csv").code == 0
    head, row = (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()
    assert row.split(",")[head.split(",").index("reviewed")] == "reject"
