"""The date of publication: given, told, inferred, or none."""

import re
from collections.abc import Iterable

import pytest

from depeche.languages import load
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
