"""Paragraphs of resolutions that begin with their verb."""

import pytest

from depeche.languages import load
from depeche.reader import Reader
from depeche.reading.enacting import enacted
from depeche.record import Zone

HEADING = {"en": "The Security Council,", "fr": "Le Conseil de sécurité,", "es": "El Consejo de Seguridad,"}
CLAUSES = {
    "en": ["1. Strongly condemns the raids by the M23 against Goma and demands that Rwanda withdraw its troops;",
           "2) Also welcomes the efforts of Angola;", "(c) Decides to remain seized of the matter."],
    "fr": ["1. Condamne fermement les raids du M23 contre Goma et exige que le Rwanda retire ses troupes ;",
           "2) Salue les efforts de l'Angola ;", "– Décide de rester saisi de la question."],
    "es": ["1. Condena enérgicamente los ataques del M23 contra Goma y exige que Ruanda retire sus tropas;",
           "2) Acoge con beneplácito los esfuerzos de Angola;", "c) Decide seguir ocupándose de la cuestión."],
}  # fmt: skip


def parted(paragraphs):
    """The text of paragraphs, and the zones where they stand."""
    text = "\n\n".join(paragraphs)
    starts = [text.index(part) for part in paragraphs]
    return text, [Zone("body", at, at + len(part)) for at, part in zip(starts, paragraphs, strict=True)]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("numbered", [True, False])
def test_what_a_body_enacts_is_said_by_it(language, numbered):
    clauses = CLAUSES[language] if numbered else [clause.split(" ", 1)[1] for clause in CLAUSES[language]]
    text = "\n\n".join([HEADING[language], *clauses])
    record = Reader(language).read(text)
    assert {row.speaker for row in record.statements} == {"UNSC"}
    assert {row.speaker_span for row in record.statements} <= {None}  # the words name nobody there
    held = {(row.stance, (row.target or "")[:3]) for row in record.positions if row.holder == "UNSC"}
    assert {("condemns", "M23"), ("demands", "RWA")} <= held
    assert any(row.source == "UNSC" and row.target == "RWA" for row in record.events)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_evidence_points_at_the_words_of_the_text(language):
    text = "\n\n".join([HEADING[language], *CLAUSES[language]])
    cues = [text[slice(*row.cue_span)] for row in Reader(language).read(text).statements if row.cue_span]
    assert all(cue in text and cue.strip() == cue and cue[0].isalpha() for cue in cues)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [
            "The minister said:",
            "1. Condemned prisoners will be moved.",
            "2. The talks go on.",
        ],  # no such verbs
        ["The talks went on.", "1. Condemns the raids.", "2. Welcomes the truce."],  # nothing that goes on
        ["The Council,", "1. Condemns the raids."],  # one alone
    ],
)
def test_other_paragraphs_are_left_as_they_are(paragraphs):
    text, zones = parted(paragraphs)
    assert enacted(text, zones, load("en")) == frozenset()


def test_paragraphs_begin_where_they_stand():
    text, zones = parted(["The Council,", "1. Condemns the raids;", "Also urges restraint."])
    assert enacted(text, zones, load("en")) == {zones[1].start, zones[2].start}
