"""Who acts where a language leaves the subject out, in Spanish, which does."""

from collections.abc import Callable

import pytest

import depeche


def acts(record: depeche.Record) -> list[tuple[str, str]]:
    return [(event.source or "", event.cameo) for event in record.events]


@pytest.fixture(scope="module")
def told(readers: Callable[[str], depeche.Reader]) -> Callable[[str], depeche.Record]:
    return readers("es").read


def test_the_subject_of_the_sentence_before_goes_on(told):
    record = told("El canciller chileno condenó el ataque. Visitará Quito el martes.")
    assert ("CHL", "042") in acts(record)


def test_a_subject_of_another_number_does_not(told):
    record = told("Los ministros de Chile y Perú condenaron el ataque. Visitará Quito el martes.")
    assert "042" not in [cameo for _, cameo in acts(record)]


def test_nobody_does_what_happens(told):
    record = told("El canciller chileno condenó el ataque. Llueve en Quito.")
    assert [cameo for _, cameo in acts(record)] == ["111"]


def test_who_spoke_last_goes_on_speaking(told):
    record = told(
        "El presidente de Chile, Gabriel Boric, afirmó que el acuerdo es bueno. Añadió que Perú lo apoya."
    )
    assert [said.speaker for said in record.statements] == ["Gabriel Boric", "Gabriel Boric"]


def test_who_acted_last_speaks(told):
    record = told(
        "El presidente de Chile, Gabriel Boric, recibió a su homólogo. Aseguró que el acuerdo es bueno."
    )
    assert [said.speaker for said in record.statements] == ["Gabriel Boric"]


def test_a_text_needs_no_subject_in_a_language_that_names_it(readers):
    record = readers("fr").read("Le ministre chilien a condamné l'attaque. Visitera Quito mardi.")
    assert "042" not in [event.cameo for event in record.events]
