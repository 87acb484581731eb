import pytest

from depeche.languages import load
from depeche.ontology import cameo, frames
from depeche.ontology.frames import COLUMN, HERE
from depeche.understanding.acts.lexicon import BadEntry, Defaults, Kind, _entry, lexicon


@pytest.fixture(scope="module")
def words():
    return lexicon(load("fr"))


def reached(words) -> set[str]:
    """All codes that some entry evokes: frames as done, and every frame in the content of an operator."""
    done = {entry.frame for entry in words.all() if entry.frame}
    names = done | {
        name for name in frames() for topic in words.topics for frame in done if name == f"{frame}.{topic}"
    }
    names |= {
        name for name in frames() for topic in words.topics for frame in names if name == f"{frame}.{topic}"
    }
    modalities = {entry.modality for entry in words.all() if entry.modality in COLUMN}
    codes = {cameo(frames()[name], None) for name in names}
    return (
        codes
        | {cameo(frames()[name], m) for name in names for m in modalities}
        | {cameo(None, m) for m in modalities}
    )


def test_every_three_digit_code_is_reachable(words):
    wanted = {
        line.split(",")[0] for line in (HERE / "cameo.csv").read_text(encoding="utf-8").splitlines()[1:]
    }
    assert {code for code in wanted if len(code) == 3} - reached(words) == set()


def test_there_are_at_least_900_entries(words):
    assert len(words.all()) >= 900


def test_every_entry_has_an_example(words):
    assert [f"{e.file}: {e.on}" for e in words.all() if not e.examples] == []


def test_no_trigger_is_listed_twice(words):
    seen = [entry.on for entry in words.all()]
    assert sorted({on for on in seen if seen.count(on) > 1}) == []


SLOTS = Kind(source="subj", target="obj", content="xcomp")
PLAIN = Defaults(v=SLOTS, n=SLOTS, a=SLOTS, r=SLOTS)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"on": "x"}, "either a frame or a modality"),
        ({"on": "x", "frame": "no-such"}, "unknown frame"),
        ({"on": "x:z", "frame": "visit"}, "unknown class"),
        ({"on": "x + @nothing", "frame": "visit"}, "unknown word set"),
    ],
)
def test_a_wrong_entry_is_named(row, message):
    with pytest.raises(BadEntry, match=message):
        _entry("file", row, {}, 0, PLAIN, frozenset())
