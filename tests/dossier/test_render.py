import re
from html.parser import HTMLParser

import msgspec
import pytest

from depeche import UsageError
from depeche.dossier import dossier
from depeche.dossier.brief import Line, Note, Section, brief, sparkline
from depeche.dossier.render import FORMATS
from depeche.dossier.words import Words, languages


@pytest.fixture(scope="module")
def found(book):
    return dossier(book, "FRA", "CHN")


@pytest.mark.parametrize("language", languages())
def test_every_footnote_is_cited_and_every_citation_has_its_footnote(found, language):
    page = brief(found, Words(language))
    cited = {number for section in page.sections for line in section.lines for number in line.notes}
    assert cited == {note.number for note in page.notes}
    assert all(section.lines for section in page.sections)
    assert all("{" not in line.text for section in page.sections for line in section.lines)


def test_two_languages_tell_the_same(found):
    pages = [brief(found, Words(language)) for language in languages()]
    # Each language quotes the reports of its own where it has them.
    shapes = [
        [[(bool(line.lead), bool(line.notes)) for line in section.lines] for section in page.sections]
        for page in pages
    ]
    assert all(shape == shapes[0] for shape in shapes)
    assert len({page.title for page in pages}) == len(pages)


def test_a_language_without_words_is_refused():
    with pytest.raises(UsageError, match="no dossier in 'xx'"):
        Words("xx")


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_words_stay_words(found, form):
    words = Words(languages()[0])
    page = brief(found, words)
    nasty = "<script>alert(1)</script> [a](javascript:x) ![](http://x) \x1b[31m"
    page = msgspec.structs.replace(
        page, sections=(Section(nasty, (Line(nasty, (1,)),)),), notes=(Note(1, 1, None, nasty, nasty),)
    )
    shown = FORMATS[form](page, words)
    if form == "html":
        tags = set()
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, _attributes: tags.add(tag)
        parser.feed(shown)
        assert "script" not in tags
        assert "img" not in tags
    if form == "md":
        assert not re.search(r"(?<!\\)\]\(|(?<!\\)<script", shown)


def test_bars_rise_with_their_values():
    assert sparkline([0, 1, 2, 4]) == "▁▃▅█"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""
