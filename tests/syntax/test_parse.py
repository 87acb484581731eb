from itertools import pairwise

import pytest

from depeche.errors import EmptyInput
from depeche.reading import Document
from depeche.record import Zone
from depeche.syntax import parse as module
from depeche.syntax.parse import LONGEST, join, pieces

TEXTS = [
    "Paris a condamné Rome.\n\nBerlin a salué l'accord signé à Genève.",
    "Le ministre a dit que Rabat soutient le plan.",
    "«" * 300 + " Paris a salué Rome " + "»" * 300,
]


def test_words_stand_where_the_document_has_them(reader):
    document = reader.document("Paris  a con-\ndamné\u200b Rome.\n\nBerlin a salué l'accord.")
    parse = reader.parse(document)
    assert "condamné" in [word.text for word in parse.doc]
    for word, start, end in zip(parse.doc, parse.start, parse.end, strict=True):
        assert document.text[start] == word.text[0]
        assert document.text[end - 1] == word.text[-1]
        assert parse.tokens((start, end))[0] is word


def test_many_are_read_as_each_by_itself(reader):
    assert list(reader.pipe(TEXTS * 4)) == [reader.read(text) for text in TEXTS * 4]


def test_small_groups_parse_the_same(reader, monkeypatch):
    document = reader.document("\n\n".join(TEXTS))
    together = [(w.text, w.head.i, w.dep_, w.lemma_) for w in reader.parse(document).doc]
    monkeypatch.setattr(module, "ENOUGH", 10)
    assert [(w.text, w.head.i, w.dep_, w.lemma_) for w in reader.parse(document).doc] == together


def test_a_batch_that_cannot_be_parsed_is_read_one_by_one(reader):
    good, bad = TEXTS[1], Document(text="x", language="fr", zones=())
    found = list(reader.attempt([good, good, bad, good, ""]))
    assert found[0] == found[1] == found[3] == reader.read(good)
    assert found[2].error.code == "failure"
    assert isinstance(found[4].error, EmptyInput)


def test_long_paragraphs_are_cut_at_blanks():
    text = "abc " * LONGEST
    cut = pieces(Document(text=text, language="fr", zones=(Zone("body", 0, len(text)),)))
    assert cut[0].start == 0
    assert cut[-1].end == len(text)
    assert all(a.end == b.start and text[a.end] == " " for a, b in pairwise(cut))
    assert max(zone.end - zone.start for zone in cut) <= LONGEST


def test_a_document_of_no_zone_has_no_parse():
    with pytest.raises(ValueError, match="nothing to parse"):
        join(Document(text="", language="fr", zones=()), (), [])
