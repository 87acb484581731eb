"""Which words of the text name the sides of an event, codes apart."""

import pytest

from depeche import Reader


def _words(language, text):
    record = Reader(language).read(text)

    def words(span):
        return span and record.words(span)

    return [(words(row.source_span), words(row.target_span)) for row in record.events]


@pytest.mark.parametrize(
    ("language", "text", "source", "target"),
    [
        ("en", "Kenyan police arrested four reporters on Friday.", "Kenyan police", "four reporters"),
        ("en", "Ghana opened an investigation into a shipping firm.", "Ghana", "a shipping firm"),
        ("en", "A Kenyan court convicted two bloggers.", "A Kenyan court", "two bloggers"),
        ("en", "Kenya said it had freed nine fishermen.", "Kenya", "nine fishermen"),
        ("en", "Peru agreed to send doctors to a remote valley.", "Peru", "a remote valley"),
        ("fr", "La police kényane a arrêté quatre journalistes.", "La police kényane", "quatre journalistes"),
    ],
)
def test_sides_are_named_by_their_phrase(language, text, source, target):
    assert (source, target) in _words(language, text)


def test_a_time_names_no_side():
    assert _words("en", "Kenya lifted the curfew on Friday.") == [("Kenya", None)]
