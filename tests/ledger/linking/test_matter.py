import pytest

from depeche.ledger.linking.matter import matter


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (("livrer des vaccins", "fr"), ("vaccines were delivered", "en"), {"vaccin"}),
        (("un accord de défense", "fr"), ("a defence agreement", "en"), {"defens"}),
        (("ouvrir un consulat à Aktobe", "fr"), ("the consulate in Aktobe", "en"), {"consulat", "aktob"}),
        (("the river port", "en"), ("its port on the river", "en"), {"river", "port"}),
        (("la décision de la Pologne", "fr"), ("the decision of Poland", "en"), set()),
        (("deux ministres chinois en mars", "fr"), ("two Chinese ministers in March", "en"), set()),
        (("400 million dollars", "en"), ("500 million dollars", "en"), set()),
    ],
)
def test_words_are_shared_in_one_language_and_across_two(one, other, words):
    assert set(matter(*one).shared(matter(*other))) == words


def test_kinds_of_things_and_figures_are_told_whatever_the_language():
    ships, vessels = matter("deux patrouilleurs avant 2024", "fr"), matter("two frigates", "en")
    assert "warship" in ships.kinds & vessels.kinds
    assert ships.figures == vessels.figures == {2}
