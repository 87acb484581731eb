import json
import threading

import msgspec
import pytest

from depeche.batch import manifest
from depeche.batch.shelf import Shelf
from depeche.errors import BatchError, UsageError
from depeche.export.tables import unlinked
from depeche.ledger.schema import FACTS
from depeche.reading.articles import Columns, gather
from depeche.record import facts
from depeche.record.json import from_json

from .corpus import contents, rows, texts


def test_the_records_are_those_of_reading_in_the_order_of_the_input(undisturbed, corpus, reader):
    found = [from_json(row["record"]) for row in rows(undisturbed, "dispatches")]
    articles = gather([str(corpus)], columns=Columns(), limit=2_000_000)
    wanted = [reader.read(article) for article in articles if getattr(article, "data", " ") != " "]
    assert len(wanted) == 36
    assert found == wanted


def test_the_tables_hold_the_facts_of_the_records(undisturbed):
    records = {row["dispatch"]: from_json(row["record"]) for row in rows(undisturbed, "dispatches")}
    for kind in FACTS:
        found = rows(undisturbed, kind)
        every = [(number, fact) for number, record in records.items() for fact in getattr(record, kind)]
        assert [row["dispatch"] for row in found] == [number for number, _ in every]
        for row, (number, fact) in zip(found, every, strict=True):
            assert row["evidence_words"] == " … ".join(records[number].words(span) for span in fact.evidence)
            assert set(row) == {"number", *(column.name for column in unlinked(kind))}
    assert {row["cameo"] for row in rows(undisturbed, "events")} >= {"111"}
    assert facts.TABLES.keys() == FACTS.keys()


def test_what_cannot_be_read_is_rejected_with_its_place(undisturbed, corpus):
    place = f"{corpus / 'a.jsonl'}"
    found = [(row["origin"], row["code"]) for row in rows(undisturbed, "rejects")]
    assert found == [(f"{place}:34", "input"), (f"{place}:35", "input.empty")]


def test_the_manifest_counts_each_item_once(undisturbed):
    made = json.loads((undisturbed / "manifest.json").read_bytes())
    assert made["finished"]
    tally = made["tally"]
    assert (tally["items"], tally["read"], tally["rejected"], tally["language fr"]) == (38, 36, 2, 36)
    assert [(part["source"], part["part"]) for part in made["parts"]] == [*((0, n) for n in range(5)), (1, 0)]
    assert tally["events"] == len(rows(undisturbed, "events"))


def test_two_workers_write_the_same_bytes_as_one(undisturbed, run, corpus, tmp_path):
    run([corpus], tmp_path / "out", workers=2)
    assert contents(tmp_path / "out") == contents(undisturbed)


def test_it_goes_on_where_it_was_cut_off(undisturbed, run, corpus, tmp_path):
    told = []

    def stop(tally):
        told.append(tally["items"])
        if len(told) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([corpus], tmp_path / "out", watch=stop)
    before = contents(tmp_path / "out")
    assert sum(name.startswith("progress/") for name in before) == 3
    (tmp_path / "out" / "events" / "part-00000-00004.parquet").write_bytes(b"of a part that was not finished")
    (tmp_path / "out" / "events" / "part-00000-00001.parquet.part").write_bytes(b"not finished itself")
    told.clear()
    run([corpus], tmp_path / "out", watch=told.append)
    assert told[0]["items"] > 21  # those of the three parts were not read again
    assert contents(tmp_path / "out") == contents(undisturbed)


def test_a_batch_that_is_done_is_not_done_again(undisturbed, run, corpus):
    before = contents(undisturbed)
    told = []
    assert run([corpus], undisturbed, watch=told.append).tally["items"] == 38
    assert told == []
    assert contents(undisturbed) == before


def test_a_folder_of_another_batch_is_refused(undisturbed, run, corpus, setting, tmp_path):
    before = contents(undisturbed)
    with pytest.raises(UsageError, match=r"with another part \(7, not 8\); name another folder"):
        run([corpus], undisturbed, setting=msgspec.structs.replace(setting, part=8))
    with pytest.raises(UsageError, match="of other inputs"):
        run([corpus / "a.jsonl"], undisturbed)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds files of something else"):
        run([corpus], tmp_path)
    (tmp_path / "notes.txt").rename(tmp_path / "manifest.json")
    with pytest.raises(UsageError, match="is not the manifest of a batch"):
        run([corpus], tmp_path)
    assert contents(undisturbed) == before


def test_inputs_that_have_changed_are_told(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(texts(1)[0], encoding="utf-8")
    run([file], tmp_path / "out")
    file.write_text(texts(2)[1] + "Et plus.", encoding="utf-8")
    with pytest.raises(UsageError, match="inputs that have changed since"):
        run([file], tmp_path / "out")


def test_one_batch_at_a_time_fills_a_folder(run, corpus, tmp_path):
    out = tmp_path / "out"
    begun, end = threading.Event(), threading.Event()

    def hold():
        with Shelf(out).held():
            begun.set()
            end.wait()

    other = threading.Thread(target=hold)
    other.start()
    begun.wait()
    with pytest.raises(BatchError, match="another batch fills this folder"):
        run([corpus], out)
    end.set()
    other.join()


def test_an_input_that_is_no_file_is_one_reject(run, tmp_path):
    tally = run([tmp_path / "none.txt", tmp_path / "no*.jsonl"], tmp_path / "out").tally
    assert tally == {"items": 2, "refused finding": 2, "rejected": 2, "rejected input.unreadable": 2}
    assert manifest.read(Shelf(tmp_path / "out")).finished
    assert [row["message"] for row in rows(tmp_path / "out", "rejects")] == [
        "no such file", "no file fits this pattern",
    ]  # fmt: skip


def test_an_input_without_articles_is_done(run, tmp_path):
    (tmp_path / "a.jsonl").write_text("\n\n")
    made = run([tmp_path / "a.jsonl"], tmp_path / "out")
    assert (made.finished, made.tally) == (True, {})
    assert rows(tmp_path / "out", "events") == []
