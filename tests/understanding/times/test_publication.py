"""The date of publication: given, told, inferred, or none."""

import re
from collections.abc import Iterable

import pytest

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading import Document
from depeche.record import Zone
from depeche.understanding.times import publication

PACK = load("fr")


def page(text: str, *, given: str | None = None) -> Document:
    """A page of lines: those that begin with # are metadata, with @ datelines, the others paragraphs."""
    kinds = {"#": "metadata", "@": "dateline"}
    zones = tuple(
        Zone(kinds.get(line.group()[0], "body"), line.start(), line.end())  # type: ignore[arg-type]
        for line in re.finditer(r"[^\n]+", text)
    )
    return Document(text=text, language="fr", zones=zones, given=given)


def meetings(text: str) -> Iterable[tuple[str, str]]:
    """Two numbered meetings."""
    known = [
        ("14e Réunion", "the 14th ASEM foreign ministers' meeting", "2019-12-15/2019-12-16"),
        ("74e session", "the 74th General Assembly", "2019-09-17/2019-09-30"),
    ]
    return [(name, when) for words, name, when in known if words in text]


def test_given() -> None:
    found = publication(page("# Publié le 3 mai 2004\nTexte.", given="2004-05-04"), PACK)
    assert (found.value, found.basis) == ("2004-05-04", "given")


@pytest.mark.parametrize(
    "line",
    ["# Publié le 3 mai 2004 à 12h10", "@ PARIS, 3 mai 2004 (AFP) -", "# 03/05/2004",
     "# 2004-05-03T12:10:00Z", "# Mis en ligne le 03.05.04", "@ Bruxelles, le 3 mai 2004"],
)  # fmt: skip
def test_told_by_the_page(line: str) -> None:
    found = publication(page(f"{line}\nLe ministre a parlé lundi."), PACK)
    assert (found.value, found.basis) == ("2004-05-03", "text")


def test_told_by_the_last_line_of_a_communique() -> None:
    body = "Les parties sont convenues de se revoir et de poursuivre leurs efforts communs en vue de la paix."
    found = publication(page(f"{body}\nFait à Alger, le 12 mars 2003"), PACK)
    assert (found.value, found.basis) == ("2003-03-12", "text")


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Point de presse du porte-parole (18 juin 2024)", "2024-06-18"),
        ("Conférence de presse du 18 juin 2024", "2024-06-18"),
        ("L'accord du 18 juin 2024 entre en vigueur", None),
    ],
)
def test_told_by_the_end_of_a_title(title: str, date: str | None) -> None:
    text = f"{title}\nLe porte-parole a répondu aux questions de la presse."
    zones = (Zone("title", 0, len(title)), Zone("body", len(title) + 1, len(text)))
    found = publication(Document(text=text, language="fr", zones=zones), PACK)
    assert (found.value, found.basis) == (date, date and "text")


def test_inferred_from_a_numbered_meeting() -> None:
    text = "# Mise à jour à 08h27 le 17/12\nIls se sont vus dimanche en marge de la 14e Réunion."
    found = publication(page(text), PACK, meetings)
    assert (found.value, found.basis) == ("2019-12-17", "inferred")
    assert "17/12'" in str(found.reason)
    assert "14th ASEM" in str(found.reason)
    assert "2019-12-15" in str(found.reason)


def test_inferred_from_the_weekday_beside_it_and_a_year_in_the_text() -> None:
    found = publication(page("@ DAKAR, jeudi 17 juillet (APS) -\nÉlu en 2024, il a parlé à la presse."), PACK)
    assert (found.value, found.basis) == ("2025-07-17", "inferred")


def test_inferred_from_a_full_date_shortly_before() -> None:
    found = publication(page("@ ROME, 5 janvier -\nL'accord signé le 20 décembre 1998 est appliqué."), PACK)
    assert (found.value, found.basis) == ("1999-01-05", "inferred")


@pytest.mark.parametrize(
    "text",
    ["Le ministre a parlé lundi.", "@ ROME, 5 janvier -\nLe ministre a parlé lundi.",
     "@ PARIS (AFP) -\nLa 14e Réunion s'est tenue dimanche."],
)  # fmt: skip
def test_not_told(text: str) -> None:
    found = publication(page(text), PACK, meetings)
    assert (found.value, found.basis) == (None, None)


def read(language: str, text: str) -> tuple[str | None, str | None]:
    """The date and its basis, with the tree of the text."""
    told = Reader(language).read(text).document
    return told.published, told.published_basis


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        # What is said in the future tense is of this year or the next.
        ("fr", "LIMA, 6 mai (EFE) - Le Pérou a signé lundi un accord. Le pays accueillera l'APEC en 2027.", None),
        ("fr", "OSLO, 6 mai - La Norvège a signé lundi un accord. Elle présidera le Conseil en 2024.", "2024-05-06"),
        ("en", "OSLO, May 6 - Norway signed a deal on Monday. It will chair the council in 2024.", "2024-05-06"),
        # What is hoped or planned for a year says nothing.
        ("en", "CAIRO, Nov 3 - Egypt said on Wednesday that it hopes to export gas to Lebanon in 2022.", None),
        ("fr", "PARIS, 9 janvier - Paris et Bamako ont convenu mardi de tenir un sommet en 2024.", None),
        # A first visit since a year is of a later one.
        ("en", "ANKARA, Nov 17 - The president said on Friday he will visit Athens, for the first time since 2017.",
         "2023-11-17"),
        # The year nearest to those that are told.
        ("en", "TOKYO, May 8 - Japan and Palau agreed on Monday to meet. The talks were proposed in 2023.",
         "2023-05-08"),
        # The weekday of what is to come is not that of the dateline.
        ("fr", "BERNE, 5 avril - La Suisse accueillera vendredi des pourparlers, a dit mercredi Berne. "
         "Le dernier cycle date de 2016.", "2017-04-05"),
    ],
)  # fmt: skip
def test_years_told_and_years_to_come(language: str, text: str, date: str | None) -> None:
    assert read(language, text) == (date, date and "inferred")


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "M. Bourita a reçu, mercredi 12 avril 2023 à Rabat, son homologue du Guatemala. Il part jeudi.",
         "2023-04-12"),
        ("en", "The minister met on 14 March 2024 with Ambassador Nikolova in Sofia, where both recalled the accord of "
         "3 May 2021 and agreed to meet again.", "2024-03-14"),
        ("es", "El canciller recibió el lunes 4 de marzo de 2024 en Quito a su par, que partirá el jueves. Hablaron de "
         "comercio.", "2024-03-04"),
        # Not of the news: a noun's, a participle's, one to come, one that later years follow.
        ("fr", "L'accord du 12 janvier 2015 reste en vigueur, a déclaré lundi le ministre du pays, en visite à Oslo.",
         None),
        ("en", "The agreement signed on 3 May 2021 entered into force yesterday, the ministry of Chile said.", None),
        ("fr", "Le ministre s'exprimera le 3 mars 2025 devant l'Assemblée des Nations unies, a-t-on appris hier.",
         None),
        ("fr", "Le 4 avril 1949, douze pays signaient le traité.\nEn 2024, l'Alliance a fêté ses soixante-quinze ans.",
         None),
    ],
)  # fmt: skip
def test_the_day_of_the_news_that_a_text_begins_with(language: str, text: str, date: str | None) -> None:
    assert read(language, text) == (date, date and "inferred")
