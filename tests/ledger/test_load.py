import pytest

from depeche import Ledger
from depeche.batch.batch import batch
from depeche.batch.item import look, work
from depeche.batch.load import is_batch, ready
from depeche.batch.plan import Setting
from depeche.batch.slices import Done, Looked, packed, slices
from depeche.errors import BatchError
from depeche.ledger import bulk
from depeche.reading.articles import Columns, gather

from ..batch.corpus import texts, write
from .dump import dump


class Here:
    """The plainest of engines: all is read in this process."""

    def __init__(self, reader):
        self.reader = reader

    def run(self, role, plan, todo):
        for one in todo:
            items = (one.fates.of(at, item) for at, item in enumerate(one.source.articles(plan.setting)))
            for cut in slices(one.source.number, items, part=plan.setting.part):
                pieces = (self.piece(role, cut, plan.setting),)
                yield Done(cut.place, cut.ends_part, cut.ends_source, pieces)

    def close(self):
        pass

    def piece(self, role, cut, setting):
        if role == "look":
            return Looked(tuple(look(cut.items, setting)))
        return packed(cut, work(cut.items, self.reader))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Dispatches that tell of the same, some of them twice, with near-copies and odd characters."""
    import json
    from pathlib import Path

    folder = tmp_path_factory.mktemp("load") / "files"
    folder.mkdir()
    corpus = sorted((Path(__file__).parents[2] / "examples" / "corpus").glob("*.txt"))
    rows = [{"text": file.read_text(encoding="utf-8"), "url": file.name} for file in corpus[::3]]
    rows = [row for row in rows if " de " in row["text"]]
    odd = texts(2)
    rows += [
        {"text": odd[0], "url": "u:1", "title": "Une \0 visite", "published": "2021-03-02"},
        {"text": odd[0], "url": "u:2", "published": "2021-03-02"},
        {"text": odd[0], "url": "u:3"},
        {"text": odd[1] + "\0 Paris a protesté.", "url": "u:4"},
        {"text": rows[0]["text"] + "Moscou a protesté.", "url": "u:5"},
        {"text": rows[0]["text"], "url": rows[0]["url"]},
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def direct(files, reader, tmp_path_factory):
    """The rows of a ledger into which the texts were ingested, and what became of them."""
    name = str(tmp_path_factory.mktemp("direct") / "a.db")
    with Ledger(name, create=True) as book:
        articles = gather([str(files)], columns=Columns(), limit=2_000_000)
        outcomes = list(book.ingest(articles, reader))
    return dump(name), outcomes


@pytest.fixture(scope="module")
def made(files, reader, tmp_path_factory):
    out = tmp_path_factory.mktemp("made") / "out"
    batch([str(files)], out, Here(reader), Setting(part=10))
    return str(out)


@pytest.mark.parametrize("at_once", [7, 200])
def test_it_makes_the_ledger_that_the_texts_would(place, made, direct, monkeypatch, at_once):
    monkeypatch.setattr(bulk, "AT_ONCE", at_once)
    rows, outcomes = direct
    assert len(outcomes) > 15
    assert {one.fate for one in outcomes} == {"added", "copy", "reprinted", "skipped"}
    with Ledger(place, create=True) as book:
        assert list(book.load(ready(made))) == outcomes
    found = dump(place)
    for table, wanted in rows.items():
        assert found[table] == wanted, table
    assert all(found[table] for table in ("persons", "occurrences", "copies", "parties", "passages"))


def test_again_all_is_skipped(made, direct, tmp_path):
    with Ledger(tmp_path / "a.db", create=True) as book:
        list(book.load(ready(made)))
        assert {one.fate for one in book.load(ready(made))} == {"skipped"}


def test_near_copies_that_were_not_read_are_other_places_of_their_originals(files, direct, reader, tmp_path):
    batch([str(files)], tmp_path / "out", Here(reader), Setting(part=10, once=True))
    every = list(ready(str(tmp_path / "out")))
    with Ledger(place := str(tmp_path / "once.db"), create=True) as book:
        outcomes = list(book.load(every))
    assert [one.origin for one in outcomes] == [one.origin for one in direct[1]]  # each has its place
    assert [(one.origin, one.fate) for one in outcomes[-5:-1]] == [
        ("u:2", "reprinted"), ("u:3", "reprinted"), ("u:4", "added"), ("u:5", "reprinted")
    ]  # fmt: skip
    with Ledger(without := str(tmp_path / "without.db"), create=True) as book:
        list(book.load(one for one in every if one.record))
    found, wanted = dump(place), dump(without)
    prints = found.pop("prints"), wanted.pop("prints")
    assert found == wanted
    assert len(prints[0]) > len(prints[1])


def test_what_is_there_twice_makes_the_ledger_that_the_texts_would(reader, tmp_path):
    """Where copies are exact, reading them once changes nothing."""
    [first] = texts(1)
    other = "Le président russe a rencontré à Sotchi le premier ministre indien et lui a promis du gaz."
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")
    (tmp_path / "b.txt").write_text(other, encoding="utf-8")
    (tmp_path / "c.txt").write_text(first, encoding="utf-8")
    (tmp_path / "d.txt").write_text(other, encoding="utf-8")
    inputs = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt", "d.txt")]
    with Ledger(tmp_path / "direct.db", create=True) as book:
        wanted = list(book.ingest(gather(inputs, columns=Columns(), limit=2_000_000), reader))
    made = batch(inputs, tmp_path / "out", Here(reader), Setting(once=True))
    assert (made.tally["read"], made.tally["dropped copy"]) == (2, 2)
    with Ledger(tmp_path / "once.db", create=True) as book:
        assert list(book.load(ready(str(tmp_path / "out")))) == wanted
    assert dump(str(tmp_path / "once.db")) == dump(str(tmp_path / "direct.db"))


def test_a_batch_that_is_not_finished_is_refused(reader, tmp_path):
    corpus = write(tmp_path / "corpus", 1)

    def stop(_tally):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch([str(corpus)], tmp_path / "out", Here(reader), Setting(), watch=stop)
    assert is_batch(str(tmp_path / "out"))
    with pytest.raises(BatchError, match="not finished"):
        list(ready(str(tmp_path / "out")))
    assert not is_batch(str(corpus))
