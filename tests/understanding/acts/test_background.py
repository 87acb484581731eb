"""What stands in a sentence and tells no act: standing agreements, meant qualities, addressees, what two do together."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


def _events(reader, text):
    return {(row.source, row.cameo, row.target) for row in reader.read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Australia, which has a security treaty with Fiji, said it would send police.",
        "Spanish troops are in Niger under a pact with Niamey, the minister said.",
        "Kuwait will review its defence agreement with Britain.",
    ],
)
def test_an_agreement_that_stands_is_not_signed_now(english, text):
    record = english.read(text)
    assert not [row for row in record.events if row.cameo == "057"]
    assert not [row for row in record.commitments if row.strength == "signed"]


def test_a_quality_that_is_wished_for_is_no_praise(english):
    text = '"We hope to build a constructive relationship with Peru," the Bolivian ambassador said.'
    assert not [row for row in english.read(text).positions if row.stance == "welcomes"]


def test_a_side_that_is_called_on_is_no_place(english):
    (row,) = (
        r for r in english.read("Finland called on Israel to protect civilians.").events if r.target == "ISR"
    )
    assert row.place is None


def test_what_two_sides_do_to_each_other_is_done_by_neither(english):
    text = "Fighting between Armenia and Azerbaijan has killed hundreds of people."
    assert not [row for row in english.read(text).events if row.cameo[:2] == "18" and row.source]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            'A Vietnamese spokesman denied that his ships had rammed a boat and accused Manila of "lies".',
            "condemns",
        ),
        ("Sudan denied that it had shelled Chad and urged N'Djamena to show restraint.", "calls-for"),
    ],
)
def test_who_denies_and_goes_on_denies_but_the_first(english, text, stance):
    record = english.read(text)
    assert {row.stance for row in record.positions} == {"denies", stance}
    assert [row.status for row in record.events][-1] == "occurred"


def test_who_passes_words_on_does_not_say_them(english):
    text = '"Chad is our partner," the Turkish minister said, as quoted by his press office.'
    assert [row.cue for row in english.read(text).statements] == ["say"]


@pytest.mark.parametrize(
    ("text", "source", "code", "target"),
    [
        ("Manila protested China's actions at Sabina Shoal.", "PHL", "114", "CHN"),
        ("Oslo cast doubt on the Russian account.", "NOR", "110", "RUS"),
        ("The minister of Denmark regretted the Turkish delay.", "DNK", "110", "TUR"),
    ],
)
def test_words_of_disapproval(english, text, source, code, target):
    assert (source, code, target) in _events(english, text)


def test_a_thing_of_the_clause_above_is_meant(english):
    text = (
        "Oman praised the talks. The Tunisian minister ruled out a meeting with Tripoli until it apologises."
    )
    rows = english.read(text).events
    assert [(row.source, row.status) for row in rows if row.cameo == "055"] == [("LBY", "hypothetical")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Oslo welcomed the agreement between Chad and Libya.", "TCD; LBY"),
        ("Cuba condemned the decision of Spain and Portugal.", "ESP; PRT"),
    ],
)
def test_what_several_own_is_of_all_of_them(english, text, target):
    (first, *_) = english.read(text).events
    assert first.target == target


def test_all_parties_are_nobody_in_particular(english):
    text = "Brazil thanked Peru for its help. Asked about the clashes in Syria, Brazil called on all parties to stop."
    rows = [row for row in english.read(text).events if row.cameo.startswith("02")]
    assert not [row for row in rows if row.target == "PER"], rows
