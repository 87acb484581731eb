import pytest

from depeche.reader import Reader


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a accusé Moscou de violer le cessez-le-feu."),
        ("fr", "Le porte-parole a dénoncé l'attitude de Pékin."),
        ("en", "The minister accused Moscow of violating the truce."),
    ],
)
def test_whoever_accuses_a_state_is_not_of_it(language: str, text: str) -> None:
    (statement,) = Reader(language).read(text).statements
    assert statement.speaker_of is None


def test_the_dateline_still_tells_whose_minister_speaks() -> None:
    text = "ROME, 3 mai 2021 (ALM) – Le ministre a accusé Moscou de violer le cessez-le-feu."
    (statement,) = Reader("fr").read(text).statements
    assert statement.speaker_of == "ITA"
