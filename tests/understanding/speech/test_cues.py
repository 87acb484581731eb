"""The cue tables of French: how many, how well formed, each with an example."""

import pytest

from depeche.languages import load
from depeche.understanding.speech.cues import GAP, Cue, Cues, load_cues, load_words
from depeche.understanding.speech.shapes import SHAPES

PACK = load("fr")
CUES = load_cues(PACK, load_words(PACK)).all
OTHER_SHAPES = {"quote", "which", "host", "none"}


def test_there_are_cues_enough() -> None:
    assert len({cue.lemma for cue in CUES}) >= 230


def test_every_kind_has_cues() -> None:
    assert {cue.kind for cue in CUES} == {"verb", "noun", "adposition"}


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.lemma)
def test_a_cue_has_a_marked_example(cue: Cue) -> None:
    assert cue.examples
    for example in cue.examples:
        assert "{" in example and "}" in example and "<" in example


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.lemma)
def test_a_cue_names_known_shapes(cue: Cue) -> None:
    assert {shape.partition(":")[0] for shape in cue.says} <= SHAPES.keys() | OTHER_SHAPES


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.lemma)
def test_a_cue_begins_with_a_word(cue: Cue) -> None:
    assert cue.words and cue.words[0] != GAP != cue.words[-1]


def _words(cues: Cues) -> set[str]:
    return {word for cue in cues.all for word in cue.words}


def test_cues_whose_other_words_are_missing_are_left_out() -> None:
    cues = load_cues(PACK, load_words(PACK))
    assert {len(cue.words) for cue in cues.starting("mettre", set())} <= {1}


def test_longer_cues_come_first() -> None:
    cues = load_cues(PACK, load_words(PACK))
    lengths = [len(cue.words) for cue in cues.starting("mettre", _words(cues))]
    assert lengths == sorted(lengths, reverse=True)


def test_reflexive_cues_come_before_plain_ones() -> None:
    cues = load_cues(PACK, load_words(PACK))
    found = cues.starting("dire", _words(cues))
    assert [cue.reflexive for cue in found] == [True, False]
