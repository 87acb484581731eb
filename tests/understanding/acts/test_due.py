"""Whose a day is that stands between a promise and its deed."""

import pytest

TODAY = "2024-03-14"


@pytest.mark.parametrize(
    ("language", "text", "said", "due"),
    [
        ("fr", "L'Allemagne a promis mardi de livrer des chars à l'Ukraine.", "2024-03-12", None),
        ("fr", "Mardi, la Norvège a promis de reconnaître la Palestine.", "2024-03-12", None),
        (
            "fr",
            "La France s'est engagée lundi à retirer ses soldats du Niger avant la fin de l'année.",
            "2024-03-11",
            "2024-12-31",
        ),
        ("fr", "Berlin a promis de livrer mardi des chars à l'Ukraine.", None, "2024-03-19"),
        ("en", "Germany pledged on Tuesday to deliver tanks to Ukraine.", "2024-03-12", None),
        ("en", "Germany promised Tuesday it would send tanks to Ukraine by June.", "2024-03-12", "2024-06"),
        ("en", "Norway pledged to recognise Palestine on Friday.", None, "2024-03-15"),
        ("es", "Alemania prometió el martes entregar tanques a Ucrania.", "2024-03-12", None),
    ],
)
def test_a_day_before_the_words_of_the_deed_is_the_promises(readers, language, text, said, due):
    record = readers(language).read(text, published=TODAY)
    assert [event.date for event in record.events] == [said]
    assert [row.due for row in record.commitments] == [due]


def test_what_will_be_done_is_due_when_it_is_told_for(readers):
    record = readers("es").read(
        "España destinará 80 millones de euros a Marruecos antes de finales de 2025.", published=TODAY
    )
    assert [row.due for row in record.commitments] == ["2025-12-31"]
    assert [event.date for event in record.events] == [None]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "C'est la première visite d'un dirigeant turc à Erevan depuis 15 ans.", None),
        ("fr", "Israël a bombardé Damas, la frappe la plus meurtrière depuis 1973.", None),
        ("fr", "Le Maroc soutient le Sénégal depuis 2019.", "2019/.."),
        ("en", "For the first time since 1998, Ethiopia and Eritrea signed an agreement.", None),
        ("en", "It was the deadliest Israeli strike on Beirut since 2006.", None),
        ("en", "Russia has bombed Kyiv since February 2022.", "2022-02/.."),
        ("es", "Es la primera visita de un presidente turco a Ereván desde 2009.", None),
    ],
)
def test_since_when_nothing_like_it_was_done_dates_no_act(readers, language, text, date):
    assert {event.date for event in readers(language).read(text).events} == {date}
