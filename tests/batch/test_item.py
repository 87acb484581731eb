import msgspec
import pytest

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
    assert two == Refused("b", "input", "cut short")
    assert three.record.document.media_type == "text/html"
    assert (four.code, five.code) == ("input.empty", "usage.date")


def test_an_item_comes_out_the_same_alone(items, reader):
    assert [work([item], reader)[0] for item in items] == work(items, reader)


def test_a_stage_drops_or_changes_what_goes_on(items, reader):
    def sift(article):
        if article.origin == "a":
            return Dropped("a", "no diplomacy")
        return msgspec.structs.replace(article, data=WIRE, published=None)

    one, _, three, four, _ = work(items, reader, sift=sift)
    assert one == Dropped("a", "no diplomacy")
    assert (three.record.text, four.record.text) == (WIRE, WIRE)


def test_memory_that_did_not_suffice_is_a_fault_of_the_text():
    error = ReadingFailed("depeche failed on this text")
    error.__cause__ = MemoryError()
    assert refused("a", error).code == "input.too-costly"
    assert refused("a", ReadingFailed("else")).code == "failure"
