"""Deeds of those for whom no code is known are events, with the words that name them."""

import pytest

from depeche import Reader


@pytest.mark.parametrize(
    ("text", "cameo", "source", "target"),
    [
        ("Police arrested two men.", "173", "Police", "two men"),
        ("Acme Shipping sued the council.", "115", "Acme Shipping", "the council"),
        ("Sweden rejected the referendum.", "120", "Sweden", "the referendum"),
    ],
)
def test_somebody_is_enough(text, cameo, source, target):
    record = Reader("en").read(text)
    (row,) = record.events
    assert row.cameo == cameo
    assert (record.words(row.source_span), record.words(row.target_span)) == (source, target)


@pytest.mark.parametrize(
    "text",
    ["A storm attacked the harbour wall.", "A fever seized the boy.", "The frost destroyed the bridge."],
)
def test_things_do_no_deeds(text):
    assert not Reader("en").read(text).events


def test_what_is_known_is_not_the_speakers_own():
    rows = Reader("en").read("The ambassador of Cuba said the veto was a shame.").events
    assert all(row.source != "CUB" for row in rows)
