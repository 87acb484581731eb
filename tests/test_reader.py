import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depeche
from depeche.reading.files import Source
from depeche.record import facts
from depeche.syntax import parse
from depeche.syntax.inference import run

SENTENCE = "Paris a condamné mardi le coup d'État au Mali, a déclaré le ministre Jean Martin."


def spans(record):
    for table in facts.TABLES:
        for row in getattr(record, table):
            yield from row.evidence
    for row in record.statements:
        yield from (span for span in (row.content, row.speaker_span, row.cue_span) if span)
    for row in record.events:
        yield from (span for span in (row.source_span, row.target_span) if span)


def test_a_string_is_the_text_character_for_character(reader):
    text = f"\ufeff  {SENTENCE}\r\n\r\n\t{SENTENCE}\u200b\n"
    assert reader.read(text).text == text


def test_bytes_are_decoded_and_a_path_is_read(reader, tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(SENTENCE.encode("cp1252"))
    record = reader.read(file)
    assert (record.text, record.document.path) == (SENTENCE, str(file))
    assert reader.read(SENTENCE.encode()).document.path is None


def test_a_page_is_read_as_its_article(reader, tmp_path):
    file = tmp_path / "a.html"
    file.write_text(f"<html><body><p>{SENTENCE}</p><script>x()</script></body></html>")
    record = reader.read(file)
    assert (record.text, record.document.media_type) == (SENTENCE, "text/html")


def test_a_document_goes_through(reader):
    document = reader.document(SENTENCE, published="2021-05-04")
    assert reader.read(document) == reader.read(SENTENCE, published="2021-05-04")


def test_what_is_nothing_to_read_is_refused(reader):
    with pytest.raises(depeche.InputError, match="int"):
        reader.read(3)


def test_pipe_is_lazy_ordered_and_raises(reader):
    given = iter([SENTENCE, "Rome a démenti.", "", "Berlin a salué Rome."])
    records = reader.pipe(given)
    assert next(records).text == SENTENCE
    assert next(given) == "Rome a démenti."
    with pytest.raises(depeche.EmptyInput):
        next(records)


def test_attempt_goes_on_after_a_bad_input(reader, tmp_path):
    first, second, third = reader.attempt([Source(str(tmp_path / "none")), "", SENTENCE])
    assert isinstance(first.error, depeche.UnreadableFile)
    assert first.path == str(tmp_path / "none")
    assert (type(second.error), second.path) == (depeche.EmptyInput, None)
    assert third.text == SENTENCE


def test_the_limit_counts_characters():
    reader = depeche.Reader("fr", limit=len(SENTENCE))
    assert reader.read(SENTENCE)
    with pytest.raises(depeche.TooLong):
        reader.read(SENTENCE + ".")


def test_read_takes_a_date_and_a_language():
    record = depeche.read(SENTENCE, published="2021-05-04", language="fr")
    assert record.document.published == "2021-05-04"
    with pytest.raises(depeche.UnknownLanguage):
        depeche.read(SENTENCE, language="tlh")


def test_two_readers_tell_the_same(record):
    again = depeche.Reader("fr").read(record.text)
    assert facts.facts(again) | {"path": None} == facts.facts(record) | {"path": None}


def test_all_spans_of_a_record_hold_words(record):
    for start, end in spans(record):
        assert 0 <= start < end <= len(record.text)
        assert record.text[start:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Paris\x00a salué\x00 Rome.",
        "Pa\u200bris a \u202esalué Rome.",
        "Paris a \ud800salué Rome.",
        "«" * 2_000 + "Paris" + "»" * 2_000,
        "Paris a salué Rome, " * 1_000,
        "x" * 50_000,
        "PARIS (AFP) -",
        "12 janvier 2020",
        "Publié le 3 mai 2011",
        "?\n\n!\n\na",
        "- \n" * 500 + "Paris",
    ],
    ids=range(11),
)
def test_hostile_texts_give_a_record_with_exact_offsets(reader, text):
    record = reader.read(text)
    assert record.text == text
    for start, end in spans(record):
        assert 0 <= start < end <= len(text)


WORDS = st.sampled_from(
    ["Paris", "a", "condamné", "« ", " »",
     '"', "le", "ministre", ",", ".", "M.", "Wang", "a-t-il", "dit", "que",
     "mardi", "3 mai", "\n", "\n\n", "\x00", "\u200b", "l'", "UE", "(", ")", "selon", "-", "Rome"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS | st.text(max_size=8), max_size=40).map(" ".join))
def test_any_text_gives_a_record_or_a_listed_error(reader, text):
    try:
        record = reader.read(text)
    except depeche.InputError as error:
        assert error.code in depeche.errors.__doc__
        return
    assert record.text == text
    for start, end in spans(record):
        assert 0 <= start < end <= len(text)


def test_languages_that_take_turns_are_each_parsed_together(monkeypatch):
    texts = [
        "Paris a salué Rome lundi.",
        "Rome thanked Paris on Monday.",
        "Madrid felicitó a Lima el lunes.",
    ] * 4
    wanted = [depeche.Reader().read(text) for text in texts]
    groups = []

    def counted(nlp, group, **given):
        groups.append(len(group))
        return run(nlp, group, **given)

    monkeypatch.setattr(parse, "run", counted)
    assert list(depeche.Reader().attempt(texts, at_once=True)) == wanted
    assert groups == [4, 4, 4]
