import re
from datetime import date

import pytest

from depeche.knowledge import (
    find_by_place,
    find_meeting,
    gazetteer,
    label,
    meetings,
    named_meetings,
    world,
)

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def labels(text: str, language: str = "fr") -> list[str]:
    return [named.label for named in named_meetings(text, gazetteer(language).find(text), language)]


def test_known_meetings() -> None:
    fmm = find_meeting("ASEM", 14, "FMM")
    assert fmm is not None
    assert (fmm.label, fmm.place, fmm.date) == ("ASEM FMM 14", "Madrid", "2019-12-15/2019-12-16")
    forum = find_meeting("BRF", 2)
    assert forum is not None
    assert (forum.label, forum.date, forum.first_day) == ("BRF 2", "2019-04-25/2019-04-27", "2019-04-25")
    assert find_meeting("BRF", 99) is None
    assert find_meeting("ASEM", 14, "summit") is None


def test_meetings_in_a_place() -> None:
    bali = find_by_place("G20", "IDN")
    assert bali is not None
    assert bali.edition == 17
    assert find_by_place("G20", "USA") is None
    pittsburgh = find_by_place("G20", "USA", "2009")
    assert pittsburgh is not None
    assert pittsburgh.edition == 3


def test_labels() -> None:
    assert label("UNGA", 78, "session") == "UNGA 78"
    assert label("G20", None) == "G20"


def test_dates_are_edtf_and_in_order() -> None:
    assert len(meetings()) >= 130
    for meeting in meetings():
        first, _, last = meeting.date.partition("/")
        for end in (first, last or first):
            assert DAY.fullmatch(end)
            if len(end) == 10:
                date.fromisoformat(end)
        assert not last or first <= last
        assert world().is_state(meeting.state)
        assert meeting.forum in world().organisations


def test_editions_follow_the_calendar() -> None:
    series: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for meeting in meetings():
        if meeting.edition is not None:
            series.setdefault((meeting.forum, meeting.kind), []).append((meeting.edition, meeting.date))
    for rows in series.values():
        assert len({edition for edition, _ in rows}) == len(rows)
        assert [when for _, when in sorted(rows)] == sorted(when for _, when in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "à la 14e Réunion des ministres des Affaires étrangères du Dialogue Asie-Europe (ASEM)",
            "ASEM FMM 14",
        ),
        ("le 2e Forum de la Ceinture et la Route", "BRF 2"),
        ("le quinzième sommet des BRICS", "BRICS 15"),
        ("le XVIIe sommet de la Francophonie", "OIF 17"),
        ("la 73ème session de l'Assemblée générale des Nations Unies", "UNGA 73"),
        ("la soixante-dix-huitième session de l'Assemblée générale de l'ONU", "UNGA 78"),
        ("la vingt et unième réunion du Conseil des chefs d'État de l'OCS", "SCO 21"),
        ("la COP28", "COP 28"),
        ("la Ticad 8", "TICAD 8"),
        ("la 12e conférence ministérielle de l'OMC", "WTO MC 12"),
        ("le 99e sommet de la Caricom", "CARICOM 99"),
    ],
)
def test_meetings_named_in_text(text: str, expected: str) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la 78.ª sesión de la Asamblea General de las Naciones Unidas", "UNGA 78"),
        ("la XVII cumbre del G20", "G20 17"),
        ("la COP28", "COP 28"),
    ],
)
def test_meetings_named_in_spanish(text: str, expected: str) -> None:
    assert labels(text, "es") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "le premier ministre à la réunion de l'ONU",
        "le sommet du G20",
        "la deuxième fois. Le sommet de l'Otan",
        "le 3e pays visité, au sommet de l'Union africaine",
    ],
)
def test_no_edition_is_read_into_other_numbers(text: str) -> None:
    assert labels(text) == []
