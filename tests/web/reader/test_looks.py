from typing import get_args

import pytest

from depeche.record import Commitment, Encounter, Event, Person, Plover, Position
from depeche.record.tables import EncounterStatus, EventStatus, Stance, Strength
from depeche.web.views.reader.looks import look

_AT = {"evidence": ((0, 1),)}


def _event(status, modality=None):
    return Event(
        source="A", target="B", symmetric=False, cameo="010", plover=Plover(None, None, None),
        status=status, modality=modality, **_AT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "modality", "seen"),
    [
        ("occurred", None, "done"),
        ("planned", None, "planned"),
        ("called-for", None, "called"),
        ("denied", None, "denied"),
        ("hypothetical", None, "open"),
        ("occurred", "promise", "planned"),
        ("occurred", "demand", "called"),
        ("occurred", "refuse", "denied"),
        ("occurred", "threaten", "open"),
        ("denied", "promise", "denied"),
    ],
)
def test_the_look_of_an_act_is_how_sure_it_is(status, modality, seen):
    assert look(_event(status, modality)) == seen


def test_everything_that_tells_of_an_act_has_a_look():
    rows = [
        *(_event(status) for status in get_args(EventStatus)),
        *(Encounter(kind="call", status=status, **_AT) for status in (None, *get_args(EncounterStatus))),
        *(Commitment(holder="A", action="x", strength=one, **_AT) for one in get_args(Strength)),
        *(Position(holder="A", stance=one, target=None, **_AT) for one in get_args(Stance)),
    ]
    assert None not in map(look, rows)
    assert look(Person(name="A", **_AT)) is None
