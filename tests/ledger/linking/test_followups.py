import pytest

from depeche.ledger.linking.followups import Deed, Promised, in_time, is_deed, reasons
from depeche.ledger.linking.matter import matter


def promise(words="livrer deux patrouilleurs", language="fr", **more):
    told = {
        "dispatch": 1,
        "day": "2023-03-14",
        "holders": {"PRT"},
        "partners": {"CPV"},
        "frames": {"aid.military"},
    }
    told |= more
    sides = {name: frozenset(told.pop(name)) for name in ("holders", "partners", "frames")}
    return Promised(**told, **sides, matter=matter(words, language))


def deed(words="Portugal delivered two patrol vessels.", language="en", **more):
    told = {
        "dispatch": 2,
        "day": "2023-12-13",
        "by": {"PRT"},
        "sides": {"PRT", "CPV"},
        "frame": "aid.military",
    } | more
    sides = {name: frozenset(told.pop(name)) for name in ("by", "sides")}
    return Deed(**told, **sides, matter=matter(words, language))


SIGNED = {"holders": {"IND", "LKA"}, "partners": (), "frames": {"sign"}}
BOTH = {"by": {"IND", "LKA"}, "sides": {"IND", "LKA"}, "frame": "sign"}


@pytest.mark.parametrize(
    ("promised", "done"),
    [
        (promise(), deed()),
        (promise(), deed("Lisbonne a remis les navires.", "fr", frame="release.property")),
        (
            promise("a defence agreement", "en", **SIGNED),
            deed("un accord de défense a été signé", "fr", **BOTH),
        ),
        (
            promise("plusieurs documents", to_be_signed=True, **SIGNED),
            deed("a joint statement was signed", **BOTH, day="2023-03-20"),
        ),
        (
            promise("fournir 300 vaccins contre la variole", frames=()),
            deed("Portugal sent 300 vaccines against variola.", frame="cooperate"),
        ),
    ],
)
def test_an_act_of_the_same_kind_sides_and_matter_may_be_what_was_promised(promised, done):
    assert in_time(promised, done)
    assert reasons(promised, done)


@pytest.mark.parametrize(
    "done",
    [
        deed("Portugal trained sailors."),
        deed(sides={"PRT", "AGO"}),
        deed(frame="cooperate.economic"),
        deed("Portugal granted a loan of 2 euros.", frame="coerce"),
    ],
)
def test_another_matter_side_or_kind_of_act_is_not(done):
    assert reasons(promise(), done) == ()


def test_the_reasons_are_told():
    assert reasons(promise(), deed()) == (
        "the same kind of act",
        "the same sides",
        "the same kind of thing: warship",
        "the same figures: 2",
    )


@pytest.mark.parametrize(
    "done",
    [
        deed(day="2023-03-14"),
        deed(day="2023-01-01"),
        deed(day="2026-01-01"),
        deed(day=None),
        deed(dispatch=1),
        deed(by={"CPV"}),
    ],
)
def test_what_is_not_later_or_not_the_holder_s_is_no_follow_up(done):
    assert not in_time(promise(), done)


def test_what_was_signed_is_not_followed_by_being_told_again():
    signed = promise("a defence agreement", "en", **SIGNED, concluded=True)
    assert not in_time(signed, deed("a defence agreement", **BOTH, day="2023-03-16"))
    assert in_time(signed, deed("a defence agreement", **BOTH, day="2023-05-16"))


@pytest.mark.parametrize(
    ("frame", "modality", "status", "is_one"),
    [
        ("aid.military", None, "occurred", True),
        ("aid.military", "promise", "occurred", False),
        ("aid.military", None, "planned", False),
        ("praise", None, "occurred", False),
        ("visit", None, "occurred", False),
        (None, None, "occurred", False),
    ],
)
def test_a_deed_is_no_word_meeting_or_plan(frame, modality, status, is_one):
    assert is_deed(frame, modality, status) == is_one
