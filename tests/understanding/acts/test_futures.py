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
