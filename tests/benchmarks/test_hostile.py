import pytest

from benchmarks.hostile import SIZES, exponent
from benchmarks.texts import HOSTILE


def test_exponents():
    assert exponent([size / 1000 for size in SIZES]) == pytest.approx(1)
    assert exponent([size**2 / 1e6 for size in SIZES]) == pytest.approx(2)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_have_about_the_size_that_is_asked_for(name):
    assert 0.5 * 9000 < len(HOSTILE[name](9000)) < 1.5 * 9000
