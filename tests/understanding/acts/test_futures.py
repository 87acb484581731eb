"""What a side says it will do."""

import pytest

from depeche import Reader


@pytest.mark.parametrize(
    ("text", "cameo", "status"),
    [
        ("Kenya said it would release the Ugandan fishermen.", "0353", "occurred"),
        ("Norway will send tents to Malawi.", "0333", "occurred"),
        ("The Ghanaian president will visit Togo.", "042", "planned"),
        ("Russia will expel Latvian diplomats.", "161", "planned"),
        ("Berlin said that Norway would send tents to Malawi.", "073", "planned"),
    ],
)
def test_a_favour_to_come_is_promised_by_its_doer_alone(text, cameo, status):
    (row,) = Reader("en").read(text).events
    assert (row.cameo, row.status) == (cameo, status)


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("France was to sign the agreement with Mali on Friday.", "057"),
        ("Germany is to send ten tanks to Ukraine.", "072"),
        ("Ten tanks were to be sent to Ukraine by Germany.", "072"),
        ("Russia is to be sanctioned by the EU.", "163"),
    ],
)
def test_what_is_to_be_is_not_done(text, cameo):
    (row,) = Reader("en").read(text).events
    assert (row.cameo, row.status) == (cameo, "planned")
