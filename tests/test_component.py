import spacy

import depeche

TEXT = "PARIS (AFP) - La France a condamné mardi les essais de la Corée du Nord."


def test_the_component_gives_a_doc_its_record(reader):
    nlp = spacy.blank("xx")
    nlp.add_pipe("depeche", config={"language": "fr"})
    doc = nlp(TEXT)
    assert isinstance(doc._.dispatch, depeche.Record)
    assert doc._.dispatch == reader.read(TEXT)


def test_the_component_survives_the_disk(tmp_path):
    nlp = spacy.blank("xx")
    nlp.add_pipe("depeche", config={"language": "fr"})
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.dispatch.document.place == "Paris"
