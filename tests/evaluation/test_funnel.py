import re
from itertools import islice

import pytest

from depeche.languages import codes
from evaluation.funnel import SHARE, kept, mix
from evaluation.mix import articles

MOST_LOST = 0.02
MOST_READ = 0.08  # of the words of other news


@pytest.mark.parametrize("code", codes())
def test_the_gate_loses_next_to_nothing_and_saves_most(code):
    found = kept(code, 120)
    assert found.dropped == 0
    assert found.found > 50
    assert found.share_lost <= MOST_LOST
    assert found.lost_amid <= MOST_LOST * found.amid
    assert found.words <= MOST_READ


@pytest.mark.parametrize("code", codes())
def test_articles_are_whole_and_the_same_every_time(code):
    some = list(islice(articles(code), 60))
    assert some == list(islice(articles(code), 60))
    assert len({text for _, text in some}) == 60
    assert not [text for _, text in some if re.search(r"[{}|]", text)]


@pytest.mark.parametrize("code", codes())
def test_one_word_in_ten_of_the_mix_is_of_dispatches(code):
    told = sum(
        len(text.split()) for text in mix(code) if text not in {t for _, t in islice(articles(code), 900)}
    )
    assert told / sum(len(text.split()) for text in mix(code)) == pytest.approx(SHARE, abs=0.01)
