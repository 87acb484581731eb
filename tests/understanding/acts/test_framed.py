"""The day of what is said in talks, and in declarations."""

import pytest

from depeche.reader import Reader

PUBLISHED = "2024-05-03"


def days(language, text, codes):
    """The days of the verbal acts of a text, by source, target and the root of the code."""
    record = Reader(language).read(text, published=PUBLISHED)
    rows = [row for row in record.events if row.cameo[:2] in codes]
    return {(row.source, row.target, row.cameo[:2]): row.date for row in rows}


@pytest.mark.parametrize(
    ("language", "text", "key", "day"),
    [
        # Said in talks that the text dates: on their day.
        ("fr", "Le ministre turc Hakan Fidan a rencontré jeudi à Ankara son homologue irakien Fouad Hussein. "
         "M. Hussein a remercié la Turquie.", ("IRQ", "TUR", "05"), "2024-05-02"),
        ("en", "Prime Minister Fumio Kishida met President Emmanuel Macron in Paris on Thursday. "
         "Kishida condemned Russia's attack on Kharkiv.", ("JPN", "RUS", "11"), "2024-05-02"),
        ("fr", "Le président sud-coréen Yoon Suk-yeol a téléphoné mercredi au Premier ministre japonais Fumio Kishida. "
         "La Corée du Sud soutient le Japon, a-t-il assuré.", ("KOR", "JPN", "05"), "2024-05-01"),
        # Said in a declaration: on its day.
        ("en", "Statement by Norway on the situation in Sudan\n\nWe condemn Iran's attack on Jordan. "
         "We thank Egypt for its hospitality.", ("NOR", "EGY", "05"), PUBLISHED),
        # What was said before, or by others, has no day.
        ("fr", "Le ministre turc Hakan Fidan a rencontré jeudi à Ankara son homologue irakien Fouad Hussein. "
         "M. Hussein avait remercié la Turquie.", ("IRQ", "TUR", "05"), None),
        ("en", "Prime Minister Fumio Kishida met President Emmanuel Macron in Paris on Thursday. "
         "Ottawa condemned Russia.", ("CAN", "RUS", "11"), None),
        ("en", "Prime Minister Fumio Kishida met President Emmanuel Macron in Paris on Thursday and in Nice on Friday. "
         "Macron met Kishida in Lyon on Wednesday. Japan thanked France.", ("JPN", "FRA", "05"), None),
    ],
)  # fmt: skip
def test_what_is_said_has_the_day_of_its_frame(language, text, key, day):
    found = days(language, text, (key[2],))
    assert key in found
    assert found[key] == day
