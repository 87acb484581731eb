import pytest

from depeche.dossier.together import alike, together
from depeche.ledger.facts import Fact


def fact(number, day, words, language="fr", **row):
    return Fact(
        kind="positions", id=number, row={"target": words, **row}, day=day, dispatch=number, published=day,
        title=None, language=language, evidence=((0, 1),), quote=(0, len(words)), words=words,
    )  # fmt: skip


def groups(*facts):
    return [
        [one.id for one in group]
        for group in together(facts, lambda one: one, lambda one: 0, words=lambda one: one.words)
    ]


@pytest.mark.parametrize(
    ("one", "its", "other", "language", "same"),
    [
        ("le respect de sa souveraineté", "fr", "respect for its sovereignty", "en", True),
        ("600 000 doses", "fr", "600,000 doses", "en", True),
        ("la réouverture du centre", "fr", "the price of wheat", "en", False),
        ("la levée des sanctions", "fr", "la fin des sanctions", "fr", True),
        ("la levée des sanctions chinoises", "fr", "les bateaux chinois", "fr", False),
    ],
)
def test_words_of_one_matter(one, its, other, language, same):
    assert alike(one, its, other, language) is same


def test_tellings_of_one_thing_are_near_in_time_and_of_different_dispatches():
    first = fact(1, "2021-05-12", "la levée des sanctions")
    assert groups(first, fact(2, "2021-05-11", "the lifting of sanctions", "en")) == [[1, 2]]
    assert groups(first, fact(2, "2021-04-11", "la levée des sanctions")) == [[1], [2]]
    assert groups(first, fact(2, "2021-05-12", "un prêt de la banque")) == [[1], [2]]
    same_dispatch = Fact(**{name: getattr(first, name) for name in first.__struct_fields__} | {"id": 3})
    assert groups(first, same_dispatch) == [[1], [3]]
