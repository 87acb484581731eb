import pytest

import depeche
from depeche.batch.item import Dropped, Read, Refused, refused, work
from depeche.errors import InputError, ReadingFailed
from depeche.reading.articles import Article, Broken

WIRE = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n"
PAGE = f"<html><body><article><p>{WIRE}</p></article></body></html>"


@pytest.fixture
def items():
    return [
        Article("a", WIRE, published="2021-05-03", title="Essais"),
        Broken("b", InputError("cut short")),
        Article("c", PAGE.encode()),
        Article("d", "   "),
        Article("e", WIRE, published="soon"),
    ]


def test_each_item_has_one_outcome_in_its_place(items, reader):
    one, two, three, four, five = work(items, reader)
    assert isinstance(one, Read)
    assert (one.origin, one.title, one.given) == ("a", "Essais", "2021-05-03")
    assert one.record == reader.read(items[0])
    assert one.record.document.title == "Essais"
    assert two == Refused("b", "input", "cut short", "finding")
    assert three.record.document.media_type == "text/html"
    assert (four.code, five.code) == ("input.empty", "usage.date")


def test_an_item_comes_out_the_same_alone(items, reader):
    assert [work([item], reader)[0] for item in items] == work(items, reader)


def test_with_a_gate_only_what_is_of_foreign_relations_is_read(items, reader):
    other = Article("f", "Le chef fait dorer les oignons dans le beurre, puis il ajoute la farine.")
    foreign = Article(
        "g", "Der Koch gibt dann das Mehl und die warme Milch in den Topf und rührt alles um. " * 4
    )
    one, two, three, four, five, six, seven = work([*items, other, foreign], depeche.Reader(), gate=True)
    assert one.record == depeche.Reader().read(items[0])
    assert (two.code, four.code, five.code) == ("input", "input.empty", "usage.date")
    assert three.record.events == work([items[2]], reader)[0].record.events
    assert (six, seven) == (Dropped("f", "irrelevant"), Dropped("g", "language"))


def test_what_stands_around_is_passed_over(reader):
    others = "Le chef fait dorer les oignons dans le beurre. " * 30
    told = "La France a condamné lundi les missiles de la Corée du Nord. "
    (long,) = work([Article("a", others + told + others)], reader, gate=True)
    assert [(event.source, event.target) for event in long.record.events] == [("FRA", "PRK")]
    assert "passed" in {zone.kind for zone in long.record.zones}


def test_memory_that_did_not_suffice_is_a_fault_of_the_text():
    error = ReadingFailed("depeche failed on this text")
    error.__cause__ = MemoryError()
    assert refused("a", error, "reading").code == "input.too-costly"
    assert refused("a", ReadingFailed("else"), "reading").code == "failure"
