"""The words that a ledger is searched by."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from depeche.ledger import words
from depeche.ledger.words import stems

TEXT = "ministres étrangères négociations affirmaient continuellement relations diplomatiques accordées " * 3


@pytest.fixture
def fresh():
    """No stem is known yet, and threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    words._stemmer.cache_clear()
    yield
    words._stemmer.cache_clear()
    sys.setswitchinterval(before)


def test_threads_that_stem_at_once_do_not_spoil_each_others_words(fresh):
    texts = ["".join(f"{word}{number}ement " for word in TEXT.split()) for number in range(40)]
    told = [stems(text, "fr") for text in texts]
    words._stemmer.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda text: stems(text, "fr"), texts)) == told
