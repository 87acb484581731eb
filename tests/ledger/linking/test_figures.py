import pytest

from depeche.ledger.linking.figures import figures


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("L'attaque a fait 12 morts et trente blessés.", "fr", [(12, "12 morts"), (30, "trente blessés")]),
        ("Fifteen people died; two were wounded.", "en", [(15, "Fifteen people"), (2, "two were")]),
        ("Vingt-cinq navires ont été livrés.", "fr", [(25, "Vingt-cinq navires")]),
        ("1 200 soldats, 3,5 % du total", "fr", [(1200, "1 200 soldats"), (3.5, "3,5 %")]),
        ("1,200 soldiers and 3.5 million dollars", "en", [(1200, "1,200 soldiers"), (3.5, "3.5 million")]),
        ("Un accord du G7, l'article 14e et le Mi-24", "fr", []),
        ("one deal, a dozen ships", "en", []),
    ],
)
def test_figures_in_digits_and_words(words, language, told):
    assert [(figure.value, figure.words) for figure in figures(words, language)] == told


def test_a_figure_of_a_date_is_none():
    words = "Le 12 mai, 15 soldats sont arrivés."
    assert [figure.value for figure in figures(words, "fr", but=[(3, 9)])] == [15]
