"""Relative clauses beside what is said."""

import pytest

from depeche.reader import Reader


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lima a réaffirmé sa candidature, que Quito soutient.", "sa candidature, que Quito soutient"),
        ("Alger a confirmé la tenue du sommet que Rabat refuse.", "la tenue du sommet que Rabat refuse"),
        ("Rome a annoncé une aide que Tunis attendait.", "une aide que Tunis attendait"),
        ("Rome a informé les diplomates que Tunis refuse.", "Tunis refuse"),
        ("Rome a confirmé à son allié que Tunis attend une aide.", "Tunis attend une aide"),
    ],
)  # fmt: skip
def test_a_relative_clause_is_not_what_is_said(text, said):
    first = Reader("fr").read(text).statements[0]
    assert first.content is not None
    assert text[slice(*first.content)] == said
