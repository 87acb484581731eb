import pytest

from training.fr.conjugation import conjugate, forms


@pytest.mark.parametrize(
    ("verb", "cell", "form"),
    [
        ("accuser", ("Ind", "Pres", 3, "Plur"), "accusent"),
        ("annoncer", ("Ind", "Imp", 3, "Sing"), "annonçait"),
        ("exiger", ("Ind", "Pres", 1, "Plur"), "exigeons"),
        ("appeler", ("Ind", "Pres", 3, "Sing"), "appelle"),
        ("rejeter", ("Ind", "Fut", 3, "Sing"), "rejettera"),
        ("préférer", ("Ind", "Pres", 3, "Sing"), "préfère"),
        ("envoyer", ("Ind", "Fut", 3, "Sing"), "enverra"),
        ("finir", ("Sub", "Pres", 3, "Sing"), "finisse"),
        ("entretenir", ("Part", "Masc", 0, "Plur"), "entretenus"),
        ("démentir", ("Ind", "Pres", 3, "Sing"), "dément"),
        ("convenir", ("Ind", "Past", 3, "Sing"), "convint"),
        ("recevoir", ("Ind", "Past", 3, "Plur"), "reçurent"),
        ("promettre", ("Part", "Fem", 0, "Plur"), "promises"),
        ("contredire", ("Ind", "Pres", 2, "Plur"), "contredisez"),
        ("savoir", ("Ger", "", 0, ""), "sachant"),
        ("être", ("Cnd", "Pres", 3, "Sing"), "serait"),
    ],
)
def test_forms_of_a_verb(verb: str, cell: tuple[str, str, int, str], form: str) -> None:
    assert conjugate(verb)[cell] == form


def test_both_spellings_are_known() -> None:
    assert {"paie", "paye"} <= set(forms("payer"))
