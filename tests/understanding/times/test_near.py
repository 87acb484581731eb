"""Which time dates a predicate."""

import pytest

from depeche.languages import load
from depeche.understanding.times import read_times
from tests.understanding.times.reading import parsed

CASES = [
    ("Le ministre a rencontré lundi son homologue.", "rencontré", "2024-05-20"),
    ("Le ministre a rencontré son homologue le 9 mai à Paris.", "rencontré", "2024-05-09"),
    ("Le ministre, arrivé dimanche, a rencontré lundi son homologue.", "arrivé", "2024-05-19"),
    ("Le ministre, arrivé dimanche, a rencontré lundi son homologue.", "rencontré", "2024-05-20"),
    ("Paris a annoncé mardi que le ministre se rendrait en juin à Alger.", "annoncé", "2024-05-21"),
    ("Paris a annoncé mardi que le ministre se rendrait en juin à Alger.", "rendrait", "2024-06"),
    ("Le ministre a rencontré lundi son homologue et signé un accord.", "signé", "2024-05-20"),
    ("Le ministre a rencontré son homologue.", "rencontré", None),
    ("Le ministre a dénoncé l'accord du 3 mai.", "dénoncé", None),
    ("Le ministre a dénoncé l'accord du 3 mai.", "accord", "2024-05-03"),
    ("Le ministre a rencontré ces derniers jours son homologue.", "rencontré", None),
]


@pytest.mark.parametrize(("text", "word", "value"), CASES)
def test_the_nearest_time_of_the_clause(text: str, word: str, value: str | None) -> None:
    parse = parsed(text)
    token = next(token for token in parse.doc if token.text == word)
    found = read_times(parse, load("fr"), "2024-05-22").near(token)
    assert (found.value if found else None) == value


def test_tokens_are_those_of_the_words() -> None:
    parse = parsed("Il partira d'ici la fin du mois pour Rome.")
    (time,) = read_times(parse, load("fr"), "2024-05-22").expressions
    assert time.first is not None and time.last is not None
    assert parse.words(parse.span(time.first, time.last)) == "d'ici la fin du mois" == time.text
    assert (time.kind, time.granularity) == ("bound", "day")
