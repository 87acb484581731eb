import io

from rich.console import Console

from depeche.cli.show import STYLES, coloured, render
from depeche.visible import visible


def test_every_span_keeps_its_words(record):
    text = coloured(record)
    people = [text.plain[span.start : span.end] for span in text.spans if span.style == STYLES["person"]]
    assert people == [record.words(span) for person in record.people for span in person.evidence]


def test_all_tables_that_have_rows_are_shown(record):
    screen = Console(file=io.StringIO(), width=100)
    render(record, screen)
    shown = screen.file.getvalue()
    for title, rows in [
        ("People", record.people),
        ("Statements", record.statements),
        ("Events", record.events),
    ]:
        assert (f"\n{title}" in shown) == bool(rows)


def test_visible_keeps_every_character_in_its_place():
    text = "a\x1bb\x9bc\u202ed\ud800e\rf\r\n"
    assert len(visible(text)) == len(text)
    assert visible(text) == "a␛b\ufffdc\ufffdd\ufffde\nf \n"
