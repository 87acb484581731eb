from depeche.record import Statement
from depeche.web.views.reader.voices import bands


def _said(speaker, start, end, **more):
    return Statement(
        speaker=speaker,
        speaker_of=None,
        cue="say",
        mode="indirect",
        content=(start, end),
        evidence=((start, start + 1),),
        **more,
    )


def test_what_is_said_within_what_is_said_is_deeper():
    found = bands([_said("B", 5, 9), _said("A", 0, 20), _said("C", 20, 30)])
    assert [(one.by, one.depth) for one in found] == [("A", 0), ("B", 1), ("C", 0)]


def test_one_speaker_has_one_voice():
    found = bands([_said("A", 0, 5), _said("B", 6, 9), _said("A", 10, 15, via="X")])
    assert [one.voice for one in found] == [0, 1, 0]
    assert found[2].via == "X"


def test_words_without_content_stand_at_their_cue():
    row = Statement(
        speaker=None, speaker_of="FRA", cue="say", mode="direct", content=None, evidence=((3, 7),)
    )
    assert [(one.start, one.end, one.of) for one in bands([row])] == [(3, 7, "FRA")]
