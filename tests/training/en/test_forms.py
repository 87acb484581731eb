import pytest

from training.en.forms import noun_forms, plural, verb_form, verb_forms


@pytest.mark.parametrize(
    ("verb", "form", "expected"),
    [
        ("accuse", "ing", "accusing"),
        ("commit", "past", "committed"),
        ("visit", "past", "visited"),
        ("deny", "s", "denies"),
        ("deny", "past", "denied"),
        ("stop", "ing", "stopping"),
        ("agree", "ing", "agreeing"),
        ("die", "ing", "dying"),
        ("meet", "past", "met"),
        ("withdraw", "part", "withdrawn"),
        ("press", "s", "presses"),
        ("target", "past", "targeted"),
        ("veto", "s", "vetoes"),
        ("be", "part", "been"),
    ],
)
def test_forms_of_a_verb(verb: str, form: str, expected: str) -> None:
    assert verb_form(verb, form) == expected


def test_both_spellings_are_known() -> None:
    assert {"travelled", "traveled"} <= set(verb_forms("travel"))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("ally", "allies"),
        ("spokesman", "spokesmen"),
        ("crisis", "crises"),
        ("day", "days"),
        ("loss", "losses"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def test_a_noun_without_plural_has_one_form() -> None:
    assert noun_forms("headquarters") == ["headquarters"]
