import pytest

from depeche.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("fr")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le contrat a été signé par le groupe Valdrin mardi à Lyon.", "Valdrin", "ORG"),
        ("Le texte a été préparé par l'ARDC en mars.", "ARDC", "ORG"),
        ("Le M7S a rejeté la motion du gouvernement.", "M7S", "ORG"),
        ("Une lettre ouverte a été publiée par Les Amarantes mardi.", "Les Amarantes", "ORG"),
        ("Le réseau social Facebook a retiré ces messages.", "Facebook", "ORG"),
        ("Le discours du général de Gaulle a été rediffusé.", "de Gaulle", "PER"),
    ],
)
def test_names_that_no_list_holds(reader: Reader, text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(row.text, row.kind) for row in reader.read(text).names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rencontres avec les auteurs à la mairie de Lyon.", "Rencontres"),
        ("L'orchestre a défilé cours Victor-Delage, à Lyon.", "Victor-Delage"),
    ],
)
def test_what_is_no_person(reader: Reader, text: str, name: str) -> None:
    assert (name, "PER") not in {(row.text, row.kind) for row in reader.read(text).names}
