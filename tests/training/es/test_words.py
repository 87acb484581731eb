import pytest

from training.es.words import feminine, nominal_forms, plural


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("acuerdo", "acuerdos"),
        ("nación", "naciones"),
        ("país", "países"),
        ("margen", "márgenes"),
        ("régimen", "regímenes"),
        ("francés", "franceses"),
        ("israelí", "israelíes"),
        ("voz", "voces"),
        ("crisis", "crisis"),
        ("lunes", "lunes"),
        ("mes", "meses"),
        ("rehén", "rehenes"),
    ],
)
def test_plurals(word: str, many: str) -> None:
    assert plural(word) == many


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("ruso", "rusa"),
        ("francés", "francesa"),
        ("alemán", "alemana"),
        ("español", "española"),
        ("conductor", "conductora"),
        ("exterior", "exterior"),
        ("belga", "belga"),
        ("israelí", "israelí"),
    ],
)
def test_feminines(man: str, woman: str) -> None:
    assert feminine(man) == woman


def test_forms_of_an_adjective() -> None:
    assert nominal_forms("ruso", adjective=True) == ["ruso", "rusos", "rusa", "rusas"]
