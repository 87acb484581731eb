import pytest

from training.es.conjugation import Cell, conjugate, forms, with_pronoun


@pytest.mark.parametrize(
    ("verb", "cell", "form"),
    [
        ("acusar", ("Ind", "Past", 3, "Sing"), "acusó"),
        ("acusar", ("Ind", "Imp", 1, "Plur"), "acusábamos"),
        ("atacar", ("Sub", "Pres", 3, "Sing"), "ataque"),
        ("negar", ("Sub", "Pres", 3, "Plur"), "nieguen"),
        ("amenazar", ("Ind", "Past", 1, "Sing"), "amenacé"),
        ("averiguar", ("Sub", "Pres", 3, "Sing"), "averigüe"),
        ("reunir", ("Ind", "Pres", 3, "Plur"), "reúnen"),
        ("continuar", ("Ind", "Pres", 3, "Sing"), "continúa"),
        ("enviar", ("Ind", "Pres", 3, "Sing"), "envía"),
        ("pedir", ("Ind", "Past", 3, "Plur"), "pidieron"),
        ("sugerir", ("Sub", "Imp", 3, "Sing"), "sugiriera"),
        ("exigir", ("Sub", "Pres", 3, "Sing"), "exija"),
        ("seguir", ("Ind", "Past", 3, "Sing"), "siguió"),
        ("construir", ("Ind", "Past", 3, "Sing"), "construyó"),
        ("conducir", ("Ind", "Past", 3, "Plur"), "condujeron"),
        ("reconocer", ("Sub", "Pres", 3, "Sing"), "reconozca"),
        ("convencer", ("Ind", "Pres", 1, "Sing"), "convenzo"),
        ("mantener", ("Ind", "Fut", 3, "Sing"), "mantendrá"),
        ("decir", ("Ind", "Fut", 3, "Sing"), "dirá"),
        ("predecir", ("Ind", "Fut", 3, "Sing"), "predecirá"),
        ("suscribir", ("Part", "Fem", 0, "Plur"), "suscritas"),
        ("caer", ("Ger", "", 0, ""), "cayendo"),
        ("morir", ("Ger", "", 0, ""), "muriendo"),
        ("ser", ("Cnd", "Pres", 3, "Sing"), "sería"),
        ("avergonzar", ("Ind", "Pres", 3, "Sing"), "avergüenza"),
    ],
)
def test_forms_of_a_verb(verb: str, cell: Cell, form: str) -> None:
    assert conjugate(verb)[cell] == form


@pytest.mark.parametrize(("form", "joined"), [("reunir", "reunirse"), ("diciendo", "diciéndose")])
def test_a_pronoun_at_the_end(form: str, joined: str) -> None:
    assert with_pronoun(form, "se") == joined


def test_forms_with_pronouns_are_forms_of_the_verb() -> None:
    assert {"pedirle", "pidiéndoles", "pidió"} <= set(forms("pedir"))
