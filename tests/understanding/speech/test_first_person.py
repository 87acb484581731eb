"""Texts that say "we" and "I" throughout: whose words they are, and what they do by them."""

import pytest

from depeche.reader import Reader

NORWAY = (
    "Statement by the Minister of Foreign Affairs on the situation in Sudan\n\nOslo, 3 May 2024\n\n"
    "Norway condemns the shelling of El Fasher by the RSF. We call on Chad to keep its border open. "
    "I want to thank Egypt for its hospitality and support the efforts of the African Union. "
    "We will never accept this blockade."
)
BENIN = (
    "Déclaration du ministre des Affaires étrangères sur le Niger\n\nCotonou, le 3 mai 2024\n\n"
    "Nous suivons la situation avec attention et appelons le Niger à la retenue. "
    "Nous tenons à saluer la médiation du Togo. "
    "Nos ports restent ouverts au Mali."
)
THREE = (
    "Joint statement by the Foreign Ministers of Chile, Peru and Ecuador\n\nLima, 3 May 2024\n\n"
    "We condemn the expulsion of the observers by Nicaragua. We urge Nicaragua to let them return."
)
TOLD = (
    "Joint communiqué\n\nLima, 3 May 2024\n\n"
    "We, the Presidents of Chile, Peru and Ecuador, urge Nicaragua to release the bishops. We condemn their arrest."
)


def read(language, text):
    return Reader(language).read(text)


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", NORWAY, "NOR"),
        ("fr", BENIN, "BEN"),
        ("en", THREE, "CHL; PER; ECU"),
        ("en", TOLD, "CHL; PER; ECU"),
    ],
)
def test_all_is_said_by_those_whose_text_it_is(language, text, side):
    record = read(language, text)
    assert {row.speaker_of for row in record.statements} == {side}
    assert {row.source for row in record.events if row.via is None and row.status == "occurred"} == {side}


@pytest.mark.parametrize(
    ("language", "text", "cues"),
    [
        ("en", NORWAY, ["condemn", "call on", "thank"]),
        ("fr", BENIN, ["appeler", "saluer"]),
        ("en", THREE, ["condemn", "urge"]),
    ],
)
def test_cues_in_the_first_person_have_rows_of_their_own(language, text, cues):
    rows = [row for row in read(language, text).statements if row.cue is not None]
    assert [row.cue for row in rows][: len(cues)] == cues


def test_a_sentence_without_a_cue_is_said_as_a_whole():
    last = read("en", NORWAY).statements[-1]
    assert (last.cue, last.mode) == (None, "direct")
    assert last.content is not None
    assert NORWAY[slice(*last.content)] == "We will never accept this blockade"


def test_what_is_wished_to_be_said_is_said():
    stances = {(row.holder, row.stance, (row.target or "")[:3]) for row in read("fr", BENIN).positions}
    assert ("BEN", "welcomes", "TGO") in stances
    assert ("BEN", "calls-for", "NER") in stances


def test_news_of_a_statement_is_not_in_its_words():
    text = (
        "Statement by the Minister of Foreign Affairs welcomed in Cairo\n\nOslo, 3 May 2024\n\n"
        "Egypt welcomed the words of the minister. Cairo will send an envoy to Khartoum."
    )
    assert all(row.speaker_of != "NOR" for row in read("en", text).statements)
