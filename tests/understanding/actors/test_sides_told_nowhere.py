"""For whom somebody speaks of whom the text tells an office alone."""

import pytest

from depeche.reader import Reader


@pytest.mark.parametrize(
    ("language", "text", "name", "side"),
    [
        # An organisation's head is no armed group's.
        ("en", "The Security Council discussed the war on Hamas. It was briefed by Secretary-General António Guterres.",
         "António Guterres", "UN"),
        # "Secretary X" is American, but for states that have secretaries of their own.
        ("en", "TEL AVIV - Secretary Antony Blinken met the families. Israel was glad.", "Antony Blinken", "USA"),
        ("en", "MANILA - Secretary Enrique Manalo met the families.", "Enrique Manalo", "PHL"),
        # A prime minister is of the dateline's state rather than of one of the paragraph before.
        ("fr", "OUAGADOUGOU (AFP) - Le président Ibrahim Traoré a parlé.\nParis a protesté, le Quai d'Orsay aussi."
         "\n« Nous choisirons », a dit le Premier ministre Albert Zida.", "Albert Zida", "BFA"),
    ],
)  # fmt: skip
def test_the_side_of_an_office_alone(language, text, name, side):
    rows = {row.name: row.of for row in Reader(language).read(text).people}
    assert rows[name] == side


def test_the_head_of_state_stays_the_one_told_of_by_office():
    text = (
        "Le Président de la République française s'est entretenu avec le Premier ministre irakien, "
        "Mohammed Chia al-Soudani. "
        "Le chef de l'État a salué les efforts de l'Irak."
    )
    last = Reader("fr").read(text).statements[-1]
    assert last.speaker_of == "FRA"
