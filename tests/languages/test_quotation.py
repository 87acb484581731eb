import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.languages import load
from depeche.languages.quotation import doubling

doubled = doubling(["tis", "em"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'We are ready,' he said.", "“We are ready,” he said."),
        ("‘We don’t know,’ he said.", "“We don’t know,” he said."),
        ("He spoke of 'a mistake'.", "He spoke of “a mistake”."),
        ("'It is the ministers' duty,' he said.", "“It is the ministers' duty,” he said."),
        ("'No', he said, 'and \"never\" means never.'", '“No”, he said, “and "never" means never.”'),
        ("``We are ready,'' he said.", " “We are ready,”  he said."),
    ],
)
def test_single_marks_become_double_ones(text: str, found: str) -> None:
    assert doubled(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' meeting in the '90s was Paris's idea.",
        "“He called it 'absurd' twice,” she said.",
        "He told 'em so; 'tis the allies' view.",
        "The envoy didn't say 'no.",
    ],
)
def test_apostrophes_and_inner_marks_stay(text: str) -> None:
    assert doubled(text) == text


@given(st.text(alphabet="ab s.,'’‘`\"“”\n", max_size=60))
def test_the_copy_is_as_long_as_the_text(text: str) -> None:
    assert len(doubled(text)) == len(text)


def test_a_pack_without_single_marks_leaves_them() -> None:
    assert load("fr").quoted("'Oui', dit-il.") == "'Oui', dit-il."
