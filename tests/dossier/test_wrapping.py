"""Lines are broken as the standard library breaks them."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from depeche.dossier.wrapping import wrapped

PIECES = st.sampled_from(
    ["a", "bb ", "ccc-d", " ", "  ", "é. ", "\u00a0", " \u2009 ", "\t", "\n", "xxxxxxx ", "yyyyyyyyyyyy "]
)


@given(
    st.lists(PIECES, max_size=60).map("".join), st.sampled_from([10, 20, 100]), st.sampled_from(["", "    "])
)
def test_lines_are_those_of_textwrap(text, width, indent):
    expected = textwrap.fill(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    assert wrapped(text, width, indent) == expected
