"""Each word table proves itself: what is to be found in its examples, and what must not be."""

import pytest

from depeche.dossier.wording import issue, issues, partnership, steps
from depeche.languages import codes, load

ISSUES = [(code, name, row) for code in codes() for name, row in load(code).table("issues").items()]
TIES = [(code, row) for code in codes() for row in load(code).table("ties")["tie"]]


@pytest.mark.parametrize(
    ("code", "name", "row"), ISSUES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_an_issue_is_found_in_its_example(code, name, row):
    assert issue(row["example"], language=code) == name
    if "not" in row:
        assert issue(row["not"], language=code) != name


def test_all_languages_have_the_same_issues_and_steps():
    first, *others = codes()
    for other in others:
        assert list(issues(first)) == list(issues(other))
        assert {step.kind for step in steps(first)} == {step.kind for step in steps(other)}


@pytest.mark.parametrize(
    ("code", "row"), TIES, ids=lambda part: part if isinstance(part, str) else part["kind"]
)
def test_a_step_is_found_in_its_example(code, row):
    [step] = [step for step in steps(code) if step.kind == row["kind"]]
    assert step.tells(row["example"])
    if "not" in row:
        assert not step.tells(row["not"])


@pytest.mark.parametrize("code", codes())
def test_the_longest_rank_of_a_partnership_is_found(code):
    ranks = load(code).table("ties")["partnerships"]
    for rank in ranks:
        words = f"- {rank.upper()}\n."
        start, end = partnership(words, code)
        assert words[start:end].casefold() == rank


def test_words_of_nothing_known_are_of_no_issue():
    assert all(issue("", "xyz", language=code) is None for code in codes())
