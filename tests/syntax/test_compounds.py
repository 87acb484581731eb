import pytest

from depeche.languages import load
from depeche.syntax.compounds import compounds


@pytest.fixture
def parsed(readers):
    def parse(text):
        return list(readers("en").parse(readers("en").document(text)).doc)

    return parse


@pytest.mark.parametrize(
    ("text", "lemma", "pos"),
    [
        ("Israel broke the cease-fire with Hamas.", "cease-fire", "NOUN"),
        ("Two cease-fires failed in Sudan.", "cease-fire", "NOUN"),
        ("The build-up near the border caused alarm.", "build-up", "NOUN"),
        ("The face-to-face between Italy and Albania was brief.", "face-to-face", "NOUN"),
        ("Egypt cold-shouldered Qatar.", "cold-shoulder", "VERB"),
    ],
)
def test_a_compound_is_one_word_and_its_other_parts_hang_on_it(parsed, text, lemma, pos):
    words = parsed(text)
    (head,) = (word for word in words if word.lemma_ == lemma)
    assert head.pos_ == pos
    hyphens = [word for word in words if word.text == "-"]
    assert hyphens
    assert all(word.head is head and word.dep_ == "punct" for word in hyphens)


def test_other_hyphens_join_nothing(parsed):
    words = parsed("The oil-tanker left - at last - for Port-au-Prince.")
    assert "tanker" in {word.lemma_ for word in words}
    assert not [word for word in words if "-" in word.lemma_ and word.lemma_ != "-" and word.lemma_.islower()]


def test_trees_stay_trees(parsed):
    for word in parsed(
        "A border flare-up, a sit-in and one cease-fire after another were reported in the build-up."
    ):
        for _ in range(40):
            word = word.head
        assert word.head is word


def test_compounds_are_listed_by_class():
    listed = compounds(load("en"))
    assert listed["cease-fire"] == "NOUN"
    assert all("-" in lemma and lemma == lemma.lower() for lemma in listed)
    assert compounds(load("fr")) == {}
