"""Clauses of time beside the act that a sentence tells: they give it no subject, no content, and no certainty."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Chad's Prime Minister Albert Pahimi Padacké on Friday dismissed claims that his army is arming rebels in "
            "Libya, three weeks after Tripoli cut ties with N'Djamena.",
            "Albert Pahimi Padacké",
            "claims that his army is arming rebels in Libya",
        ),
        ("The Danish minister urged Oslo to act, hours after a drone crashed in Jutland.", "DNK", "act"),
        (
            "Peru rejected the offer of mediation, a month before Brazil recalled its envoy.",
            "PER",
            "the offer of mediation",
        ),
        (
            "Seoul denied the report, barely a week after Tokyo threatened it with tariffs.",
            "KOR",
            "the report",
        ),
    ],
)
def test_a_clause_after_the_news_is_no_part_of_it(english, text, speaker, content):
    record = english.read(text)
    (first, *_) = record.statements
    assert (first.speaker, text[slice(*first.content)]) == (speaker, content)


@pytest.mark.parametrize(
    ("text", "source", "code"),
    [
        ("Austria ruled out backing the bid before Sofia extradites two spies.", "BGR", "063"),
        ("Ghana refused to reopen the crossing until Togo pays compensation.", "TGO", "0842"),
        ("The White House ruled out talks with Havana before Cuba frees the prisoners.", "CUB", "0841"),
    ],
)
def test_what_a_refusal_waits_for_is_a_supposition(english, text, source, code):
    rows = english.read(text).events
    assert [row.status for row in rows if (row.source, row.cameo) == (source, code)] == ["hypothetical"], rows


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        (
            "Norway has ruled out supplying Ukraine with submarines.",
            "NOR",
            "supplying Ukraine with submarines",
        ),
        ("Zagreb ruled out sending troops to Kosovo.", "HRV", "sending troops to Kosovo"),
        (
            "Hungary opposes opening accession talks with Moldova.",
            "HUN",
            "opening accession talks with Moldova",
        ),
    ],
)
def test_a_refused_gerund_is_what_is_refused_and_is_not_done(english, text, holder, target):
    record = english.read(text)
    assert [(row.holder, row.stance) for row in record.positions] == [(holder, "opposes")]
    assert (record.positions[0].target or "").endswith(target)
    assert [row.cameo[:2] for row in record.events] == ["12"]
    assert not record.encounters


def test_joining_a_body_is_signed_only_where_it_is_told(english):
    assert english.read("Cyprus completed its accession to NATO.").commitments[0].strength == "signed"
    assert not english.read("Turkey discussed Cyprus's accession to NATO.").commitments
