import pytest

from depeche.languages import codes, load
from depeche.understanding.acts.lexicon import lexicon
from evaluation.acts.examples import failures


@pytest.mark.parametrize("language", codes())
def test_every_example_of_the_lexicon_comes_out(language):
    failed = [
        f"{f.entry.on}: {f.sentence} | want {f.want} | got {f.got}"
        for f in failures(language, lexicon(load(language)).all())
    ]
    assert failed == []
