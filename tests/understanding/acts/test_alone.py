"""What one side does alone that mostly two do together; some of many."""

import pytest

from depeche.reader import Reader


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The ELN declared a ceasefire.", ("ELN", "COL", "0871")),
        ("fr", "L'ELN a décrété un cessez-le-feu.", ("ELN", "COL", "0871")),
        ("en", "Ethiopia proclaimed a truce in Tigray.", ("ETH", None, "0871")),
        ("en", "Russia and Ukraine declared a truce.", ("RUS", "UKR", "0871")),
        ("en", "Russia has begun withdrawing some of its troops from Syria.", ("RUS", "SYR", "0874")),
        ("en", "Washington expelled two of Moscow's diplomats.", ("USA", "RUS", "161")),
        # What one side exercises alone, several do together; written without its ligature, too.
        ("en", "Japan and Australia launched large-scale war games.", ("JPN", "AUS", "062")),
        ("fr", "La Russie et le Bélarus ont entamé des manoeuvres militaires.", ("RUS", "BLR", "062")),
        ("fr", "La Russie a entamé des manœuvres militaires.", ("RUS", None, "150")),
    ],
)
def test_one_side_alone_and_some_of_many(language, text, told):
    rows = Reader(language).read(text).events
    assert told in [(row.source, row.target, row.cameo) for row in rows]


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        (
            "Prime Minister Netanyahu called Australian Prime Minister Scott Morrison on Wednesday to congratulate him.",
            "041",
        ),
        ("On May 18, Prime Minister Netanyahu called President Ruto of Kenya to thank him.", "041"),
        ("Washington called on Tuesday on Moscow to release the prisoners.", "0253"),
        ("Rome called on Tripoli on Monday to negotiate.", "026"),
    ],
)
def test_on_a_day_is_on_nobody(text, cameo):
    rows = Reader("en").read(text).events
    assert [row.cameo for row in rows if row.status == "occurred"] == [cameo]
