"""Every brief of the example corpus is two pages at most, and has what is most important first."""

import pytest
from sqlalchemy import select

from depeche.dossier import dossier
from depeche.dossier.brief import LONGEST, brief
from depeche.dossier.render import as_text, height
from depeche.dossier.words import Words, languages
from depeche.knowledge.world import world
from depeche.ledger.schema import parties

WIDTH = 100  # characters of a line


@pytest.fixture(scope="module")
def dossiers(corpus):
    """Those of all pairs of states that stand in one fact."""
    one, other = parties.alias("one"), parties.alias("other")
    both = (one.c.kind == other.c.kind) & (one.c.fact == other.c.fact) & (one.c.code < other.c.code)
    query = select(one.c.code, other.c.code).select_from(one.join(other, both)).distinct()
    with corpus.reading() as connection:
        found = connection.execute(query).all()
    pairs = [pair for pair in found if all(code in world().states for code in pair)]
    assert len(pairs) > 15
    return [dossier(corpus, *pair, changes_since="2023") for pair in sorted(pairs)]


@pytest.mark.parametrize("language", languages())
def test_a_brief_is_two_pages_at_most(dossiers, language):
    words = Words(language)
    full = 0
    for found in dossiers:
        made = brief(found, words)
        text = as_text(made, words)
        assert height(made, words) == text.count("\n")
        lines = text.splitlines()
        assert len(lines) <= LONGEST, (found.one, found.other)
        assert max(map(len, lines)) <= WIDTH
        full += len(lines) > LONGEST * 0.75
    assert full >= 4  # what there is to tell is told


@pytest.mark.parametrize("language", languages())
def test_nothing_is_told_twice(dossiers, language):
    for found in dossiers:
        lines = [line for section in brief(found, Words(language)).sections for line in section.lines]
        assert len({(line.text, line.notes) for line in lines}) == len(lines), (found.one, found.other)
        assert all(line.text.strip() and "{" not in line.text for line in lines)


def test_what_several_dispatches_tell_is_one_line_with_all_reports(dossiers):
    [found] = [one for one in dossiers if (one.one, one.other) == ("CHN", "KAZ")]
    [opposed] = [one for one in found.stances if one.stance == "opposes"]
    assert {fact.language for fact in opposed.facts} == {"fr", "en"}
    donated = [one for one in found.promises if "vaccin" in one.action]
    assert [len(one.facts) for one in donated] == [2]


def test_a_change_of_position_is_found(dossiers):
    [found] = [one for one in dossiers if (one.one, one.other) == ("DEU", "POL")]
    turned = [(one.holder, one.stance, one.turned.stance) for one in found.stances if one.turned]
    assert turned == [("POL", "opposes", "supports")]
    assert found.stances[0].turned  # and comes first


def test_a_person_is_one_in_all_spellings(dossiers):
    [found] = [one for one in dossiers if (one.one, one.other) == ("CHN", "KAZ")]
    names = [one.person.called("en") for one in found.speakers["KAZ"]]
    assert len(set(names)) == len(names)
    [head] = [
        one.person for one in found.speakers["KAZ"] if one.person.called("en") == "Kassym-Jomart Tokayev"
    ]
    assert head.called("fr") == "Kassym-Jomart Tokaïev"


def test_who_left_an_office_comes_after_who_holds_it(dossiers):
    [found] = [one for one in dossiers if (one.one, one.other) == ("FRA", "MLI")]
    assert [one.followed for one in found.speakers["FRA"]] == [False, True]
