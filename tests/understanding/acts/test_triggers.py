import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.languages import codes, load
from depeche.understanding.acts.lexicon import lexicon
from depeche.understanding.acts.triggers import Choice


@pytest.mark.parametrize("code", codes())
@given(data=st.data())
def test_likely_entries_are_those_whose_words_are_there(code, data):
    """What is found by the words of a sentence is what is found by trying each entry, in the same order."""
    words = lexicon(load(code))
    entries = words.entries[data.draw(st.sampled_from(sorted(words.entries)))]
    needed = sorted({word for entry in entries for needs in entry.needs for word in needs})
    there = data.draw(st.sets(st.sampled_from(needed))) if needed else set()
    choice = Choice.of(entries)
    wanted = [e for e in choice.entries if all(not needs.isdisjoint(there) for needs in e.needs)]
    assert choice.within(there) == wanted
    assert sorted(choice.entries, key=lambda entry: entry.order) == sorted(
        entries, key=lambda entry: entry.order
    )
