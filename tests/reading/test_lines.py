from textwrap import fill

from depeche.reading.lines import lines, paragraphs

COLUMN = """Deux ans après les premiers coups de
feu, les deux voisins ont signé hier, au
palais des Nations, un accord qui met
fin à la guerre. Le document porte les
paraphes du Premier ministre et du pré-
sident. Un conseiller a signé lui aussi.

Les deux hommes se sont serré la main
sous les applaudissements."""


def words(text, paragraph):
    return text[paragraph.start : paragraph.end]


def test_lines_end_at_every_kind_of_line_end():
    text = "a\r\nb\rc\nd\x0be\x0cf\u2028g\x85h"
    assert [text[line.start : line.end] for line in lines(text)] == list("abcdefgh")


def test_blanks_around_a_line_are_left_out():
    (line,) = lines("\n  \u00a0Paris \t\n")
    assert (line.start, line.end, line.after_blank) == (4, 9, True)


def test_each_long_line_is_a_paragraph():
    text = "Paris a salué Rome. " * 9 + "\n" + "Rome a salué Paris. " * 9
    assert len(paragraphs(text)) == 2


def test_lines_of_a_column_are_joined():
    assert [words(COLUMN, p)[:8] for p in paragraphs(COLUMN)] == ["Deux ans", "Les deux"]


def test_a_few_lines_are_a_column_if_they_are_long_and_alike():
    body = fill(
        "Le ministre français des Affaires étrangères a reçu jeudi à Paris son homologue britannique. Il a "
        "condamné les essais de missiles de Pyongyang.",
        width=64,
    )
    assert "à\nParis" in body
    assert len(paragraphs(body)) == 1
    assert len(paragraphs("Paris fâché\n\n" + body)) == 2
    ragged = body.replace("son homologue", "son\nhomologue")
    assert len(paragraphs(ragged)) == 2


def test_a_headline_over_two_lines_is_one_paragraph():
    text = "Les deux voisins enterrent\nla hache de guerre\n\n" + COLUMN
    assert words(text, paragraphs(text)[0]) == "Les deux voisins enterrent\nla hache de guerre"


def test_items_of_a_list_stay_apart():
    text = "Les ministres ont décidé :\nd'ouvrir deux consulats ;\nde lever les visas."
    assert len(paragraphs(text)) == 3
