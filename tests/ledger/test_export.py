"""Exports are streamed from both engines."""

import csv

from depeche.export import Chosen, export
from depeche.ledger.schema import FACTS


def test_every_table_is_streamed_from_either_engine(ledger, articles, reader, tmp_path):
    list(ledger.ingest(articles, reader))
    with ledger.reading() as connection:
        files = export(connection, "facts", tmp_path, Chosen())
        files += export(
            connection, "events", tmp_path / "few.csv", Chosen(actors=("CHN", "KAZ"), until="2021-05")
        )
    rows = {}
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            rows[path.stem] = list(csv.DictReader(file))
    assert {row["origin"] for kind in FACTS for row in rows[kind]} == {"wire.txt", "readout.txt", "note.txt"}
    assert 0 < len(rows["few"]) < len(rows["events"])
    assert all({"CHN", "KAZ"} <= set(f"{row['source']}; {row['target']}".split("; ")) for row in rows["few"])
