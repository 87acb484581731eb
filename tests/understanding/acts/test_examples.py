import pytest

from depeche.languages import codes, load
from depeche.understanding.acts.lexicon import lexicon
from evaluation.acts.examples import failures

# The parser is small: a few sentences in a hundred are parsed wrongly whatever the lexicon says.
# A change that breaks more than these is a change for the worse.
MAY_FAIL = {"fr": 0.04, "en": 0.105, "es": 0.15}


@pytest.mark.parametrize("language", codes())
def test_the_examples_of_the_lexicon_come_out(language):
    entries = lexicon(load(language)).all()
    total = sum(len(entry.examples) + len(entry.near) for entry in entries)
    failed = list(failures(language, entries))
    shown = "\n".join(f"{f.entry.on}: {f.sentence} | want {f.want} | got {f.got}" for f in failed)
    assert len(failed) <= MAY_FAIL[language] * total, shown


@pytest.mark.parametrize("language", codes())
def test_no_entry_fires_on_its_near_miss(language):
    entries = [entry for entry in lexicon(load(language)).all() if entry.near]
    assert [f"{f.entry.on}: {f.sentence}" for f in failures(language, entries) if f.want == "not"] == []
