import time

import pytest

from depeche.reading.markup import DEEPEST, depth, extract, is_page

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Paris et Rome signent un accord - Le Journal</title>
<meta property="og:title" content="Paris et Rome signent un accord">
<meta property="article:published_time" content="2021-05-03T10:00:00+02:00"></head>
<body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
<article><h1>Paris et Rome signent un accord</h1>
<p>Le ministre français des Affaires étrangères a reçu lundi son homologue italien à Paris,
a indiqué le ministère.</p>
<p>« Nous avons levé tous les obstacles », a déclaré le ministre à l'issue de la rencontre,
qui a duré deux heures.</p>
<p>Les deux pays ont signé un accord de coopération dans le domaine de la défense
et de la recherche spatiale.</p>
</article><script>var secret = "<p>non</p>";</script><footer>Tous droits réservés</footer></body></html>"""


@pytest.mark.parametrize(
    ("text", "path", "answer"),
    [
        (PAGE, None, True),
        ("\n<html><body><p>Paris</p></body></html>", None, True),
        ("<?xml version='1.0'?><html><head></head></html>", None, True),
        ("Paris <b>a</b> salué Rome.", "depeche.html", True),
        ("Paris a salué Rome.", "depeche.html", False),
        ("Paris a salué Rome.", None, False),
        ("<p> est une balise, dit Paris.", None, False),
        ("« Nous <sommes> prêts », a dit Paris.", None, False),
    ],
)
def test_pages_are_told_from_text(text, path, answer):
    assert is_page(text, path) is answer


def test_the_article_of_a_page_with_its_title_and_date():
    text = extract(PAGE)
    assert text.startswith("Paris et Rome signent un accord\n\n2021-05-03\n\nLe ministre français")
    assert "Nous avons levé tous les obstacles" in text
    assert "secret" not in text


def test_a_page_that_gives_extraction_nothing_is_stripped():
    assert extract("<html><body><p>Paris.</p><p>Rome&nbsp;!</p></body></html>") == "Paris.\n\nRome !"


def test_depth_counts_open_elements():
    assert depth("<html><body><p>a<br>b</p><div><p/></div></body></html>") == 3


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * (DEEPEST * 100) + "Paris" + "</div>" * (DEEPEST * 100),
        "<html><body>" + "<p>Paris" * 100_000,
        "<html><body>" + "<" * 200_000 + "Paris",
        "<html><body>" + "<!--" * 100_000 + "Paris",
        "<html><body>Paris" + "<script>" * 50_000,
    ],
    ids=["deep", "many", "open brackets", "open comments", "open scripts"],
)
def test_hostile_pages_are_extracted_in_bounded_time(markup):
    start = time.perf_counter()
    extract(markup)
    assert time.perf_counter() - start < 20
