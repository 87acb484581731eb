"""Sentences torn inside the name of who says them, and verbs that go on with the clause before."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Bhutan has asked Nepal to return the relics, Home Affairs Adviser Tashi Dorji told reporters here Friday.",
            "Tashi Dorji",
            "Bhutan has asked Nepal to return the relics",
        ),
        (
            "Gambia urged Senegal to free the fishermen, Foreign Minister Mamadou Tangara Jallow told lawmakers today.",
            "Mamadou Tangara Jallow",
            "Gambia urged Senegal to free the fishermen",
        ),
        (
            "Brunei has invited Japan to the forum, Home Minister Awang Ibrahim Hassan said here today.",
            "Awang Ibrahim Hassan",
            "Brunei has invited Japan to the forum",
        ),
    ],
)
def test_who_speaks_last_with_an_office_has_said_it(english, text, speaker, content):
    (row,) = english.read(text).statements
    assert (row.speaker, text[slice(*row.content)]) == (speaker, content)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The EU expresses its full support for Moldova and Georgia and calls on Russia to withdraw its troops.",
            ("supports", "its full support for Moldova and Georgia"),
            ("calls-for", "withdraw its troops"),
        ),
        (
            "ASEAN deplores the raid, reiterates its support for the UN envoy and calls for the release of the hostages.",
            ("supports", "its support for the UN envoy"),
            ("calls-for", "the release of the hostages"),
        ),
        (
            "The African Union condemns the coup in Chad and Gabon and demands the release of both presidents.",
            ("condemns", "the coup in Chad and Gabon"),
            ("demands", "the release of both presidents"),
        ),
    ],
)
def test_a_verb_after_a_noun_goes_on_with_its_clause(english, text, first, second):
    rows = {(row.stance, (row.target or "").rpartition(": ")[2]) for row in english.read(text).positions}
    assert {first, second} <= rows, rows
