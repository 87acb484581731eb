import pytest

from depeche.funnel import narrow
from depeche.funnel.gate import AROUND, may_tell
from depeche.languages import codes, load
from depeche.reading import Document, read_document

TELLS = [
    ("en", "Botswana urged Zimbabwe to think again."),
    ("en", "The ambassador of Chile handed over a note."),
    ("en", "The ceasefire did not hold, and the envoys left."),
    ("es", "El canciller peruano viajó el lunes a Quito."),
    ("es", "Lima acusó a Quito de incumplir lo pactado."),
    ("fr", "Poutine a menacé l'Ukraine."),
    ("fr", "L'ambassadeur de Chine a été convoqué."),
    ("fr", "Paris et Rome se sont accusés."),
]
TELLS_NOT = [
    ("en", "France beat Croatia in Zagreb after their striker scored."),
    ("en", "The Chinese restaurant on Mill Lane was closed by the council."),
    ("en", "Parliament passed the budget; the minister was pleased."),
    ("en", "They told us that they would attack the problem soon."),
    ("es", "Francia venció a Croacia con dos goles del delantero."),
    ("es", "El restaurante chino de la calle Olivo cerró el lunes."),
    ("fr", "La France a battu la Croatie grâce à un but de son attaquant."),
    ("fr", "Le restaurant chinois de la rue des Lilas a fermé."),
    ("fr", "L'Assemblée a adopté le budget ; le ministre s'en félicite."),
]


@pytest.mark.parametrize(("code", "text"), TELLS)
def test_a_sentence_of_foreign_relations_is_let_through(code, text):
    assert may_tell(text, code)


@pytest.mark.parametrize(("code", "text"), TELLS_NOT)
def test_a_sentence_of_another_field_is_not(code, text):
    assert not may_tell(text, code)


def test_a_name_counts_only_as_it_is_written():
    assert not may_tell("He told us that who is in the lead may turkey shoot and chad.", "en")


def test_roughly_another_field_does_not_speak_against_it():
    assert may_tell(TELLS_NOT[0][1], "en", roughly=True)


def mixed(before: int, after: int) -> Document:
    others = "Le chef fait dorer les oignons dans le beurre. "
    told = "L'ambassadeur de Chine a été convoqué à Paris. "
    return read_document(f"Une recette\n\n{others * before}{told}{others * after}", language="fr")


def test_a_text_of_nothing_else_is_dropped():
    assert narrow(read_document("Une recette\n\nLe chef fait dorer les oignons.", language="fr")) is None


def test_a_text_that_begins_with_it_is_read_whole():
    document = mixed(0, 40)
    assert narrow(document) is document


def test_of_a_long_text_only_what_tells_is_read_with_what_is_around():
    document = mixed(30, 30)
    left = narrow(document)
    assert left.text == document.text
    read = [left.text[zone.start : zone.end] for zone in left.zones if zone.kind == "body"]
    assert ["ambassadeur" in words for words in read] == [False, True]
    assert read[1].count("oignons") == 2 * AROUND
    covered = sum(zone.end - zone.start for zone in left.zones)
    assert covered == sum(zone.end - zone.start for zone in document.zones)
    assert {zone.kind for zone in left.zones} == {"title", "body", "passed"}


def test_what_was_passed_over_is_in_the_record_and_not_read(reader):
    document = mixed(30, 30)
    record = reader.read(narrow(document))
    assert record.text == document.text
    assert "passed" in {zone.kind for zone in record.zones}
    assert len(reader.parse(narrow(document))) < len(reader.parse(document)) / 3


@pytest.mark.parametrize("code", codes())
def test_every_pack_has_a_table_for_the_gate(code):
    table = load(code).table("gate")
    assert set(table) == {"diplomatic", "phrases", "elsewhere"}
    words = [
        *table["diplomatic"].split(),
        *(w for block in table["elsewhere"].values() for w in block.split()),
    ]
    assert len(words) == len(set(words))
    assert not [word for word in words if word != word.lower()]
