"""Languages side by side: in one call, in one dispatch."""

import pytest

import depeche

FRENCH = (
    "PARIS, 4 mars 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a reçu jeudi à Paris "
    "son homologue britannique, Dominic Raab. {quote}, a déclaré M. Raab devant la presse. M. Le Drian a condamné les "
    "tirs de missiles nord-coréens.\n"
)
ENGLISH = (
    "PARIS, March 4, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian received his British counterpart, "
    "Dominic Raab, in Paris on Thursday. {quote}, Le Drian told reporters. Raab condemned the coup in Myanmar.\n"
)
SAID_IN_ENGLISH = "We accuse Iran of breaking the deal and we will impose sanctions on Tehran"
SAID_IN_FRENCH = (
    "Nous accusons l'Iran de violer l'accord et nous condamnons les tirs de missiles nord-coréens"
)
BODIES = {
    "fr": "BERLIN, 4 mars 2021 (AFP) - La chancelière allemande a salué jeudi le retour des Etats-Unis dans l'accord "
    "de Paris sur le climat.\n",
    "en": "PARIS, March 4, 2021 (AP) - France condemned the coup in Myanmar on Thursday and recalled its ambassador.\n",
}
HEADLINES = {"fr": "La France est de retour en Afrique", "en": "America is back, Biden tells allies"}


@pytest.fixture(scope="module")
def anyone() -> depeche.Reader:
    """A reader that is told no language."""
    return depeche.Reader()


@pytest.mark.parametrize("marks", ["« {} »", "“{}”", '"{}"'])
@pytest.mark.parametrize(
    ("language", "text", "said", "speaker", "cue", "condemned"),
    [
        ("fr", FRENCH, SAID_IN_ENGLISH, "Dominic Raab", "déclarer", ("111", "FRA", "PRK")),
        ("en", ENGLISH, SAID_IN_FRENCH, "Jean-Yves Le Drian", "tell", ("111", "GBR", "MMR")),
    ],
)
def test_a_quotation_in_another_language_does_no_harm(
    anyone, marks, language, text, said, speaker, cue, condemned
):
    record = anyone.read(text.format(quote=marks.format(said)))
    assert record.document.language == language
    first = record.statements[0]
    assert (first.speaker, first.cue, first.mode) == (speaker, cue, "direct")
    assert record.words(first.content) == said
    assert {person.name for person in record.people} == {"Jean-Yves Le Drian", "Dominic Raab"}
    (start, end) = first.content
    assert not [event for event in record.events if start <= event.evidence[0][0] < end]
    told = {(event.cameo, event.source, event.target) for event in record.events}
    assert {("043", "FRA", "GBR"), condemned} <= told


@pytest.mark.parametrize(("language", "other"), [("fr", "en"), ("en", "fr")])
def test_a_headline_in_another_language_does_no_harm(anyone, language, other):
    alone = anyone.read(BODIES[language])
    record = anyone.read(f"{HEADLINES[other]}\n\n{BODIES[language]}")
    assert (record.document.language, record.document.title) == (language, HEADLINES[other])
    assert (record.document.place, record.document.published) == (alone.document.place, "2021-03-04")
    assert [(row.cameo, row.source, row.target) for row in record.events] == [
        (row.cameo, row.source, row.target) for row in alone.events
    ]
    assert alone.events


def test_one_call_reads_both_as_each_is_read_alone(anyone):
    texts = [BODIES[code] for code in ("fr", "en", "en", "fr", "en", "fr", "fr")]
    records = list(anyone.pipe(texts))
    assert [record.document.language for record in records] == ["fr", "en", "en", "fr", "en", "fr", "fr"]
    assert records == [anyone.read(text) for text in texts]


def test_a_language_that_is_named_is_taken():
    record = depeche.Reader("en").read(BODIES["fr"])
    assert record.document.language == "en"
