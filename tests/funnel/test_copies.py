import numpy
from hypothesis import given
from hypothesis import strategies as st

from depeche.funnel import originals
from depeche.funnel.copies import ENOUGH
from depeche.minhash import PERMUTATIONS, ROWS, signature

TELLING = [f"Le ministre numéro {n} a salué son homologue numéro {n + 1} à Rome." for n in range(40)]


def signed(*texts):
    return numpy.frombuffer(b"".join(map(signature, texts)), dtype=">u4").reshape(-1, PERMUTATIONS)


def test_a_reprint_under_another_headline_is_a_copy_and_an_update_is_none():
    wire = " ".join(TELLING)
    reprint = f"Rencontre à Rome\n\n{wire}"
    update = " ".join([*TELLING, *(sentence.replace("salué", "condamné") for sentence in TELLING)])
    cut = " ".join(TELLING[:20])
    other = "Le chef fait dorer les oignons dans le beurre."
    assert originals(signed(other, wire, reprint, update, cut, other)) == {2: 1, 5: 0}


def test_a_copy_of_a_copy_is_one_only_of_what_it_agrees_with():
    one = numpy.arange(PERMUTATIONS, dtype=">u4")
    two, three = one.copy(), one.copy()
    two[:25] += 1000
    three[:50] += 1000
    assert originals(numpy.stack([one, two, three])) == {1: 0}
    assert originals(numpy.stack([two, three, one])) == {1: 0, 2: 0}


def slowly(signatures):
    """Each text compared with all before it that are no copies and share a band with it."""
    copies = {}
    for later, own in enumerate(signatures):
        for earlier in range(later):
            same = own == signatures[earlier]
            if earlier not in copies and same.mean() >= ENOUGH and same.reshape(-1, ROWS).all(axis=1).any():
                copies[later] = earlier
                break
    return copies


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30)), max_size=12))
def test_it_finds_what_comparing_each_with_each_finds(texts):
    rows = [numpy.full(PERMUTATIONS, base, dtype=">u4") for base, _ in texts]
    for at, (row, (_, changed)) in enumerate(zip(rows, texts, strict=True)):
        row[:changed] = 100 + at
    signatures = numpy.array(rows, dtype=">u4").reshape(-1, PERMUTATIONS)
    assert originals(signatures) == slowly(signatures)
