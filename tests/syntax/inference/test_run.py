from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.tokens import Doc

from depeche.languages import codes, load
from depeche.syntax.inference import run, vectors

TEXTS = {
    "en": [
        "The foreign minister of France met his Malian counterpart in Bamako on Monday.",
        "Kyiv said it would not sign; “never,” the spokeswoman added, “shall we do so.”",
        "",
        "Talks failed.",
    ],
    "es": [
        "El canciller Wang Yi recibió a Serguéi Lavrov en Pekín el lunes pasado.",
        "«Habrá acuerdo», dijo la ministra; su homólogo peruano lo desmintió.",
        "",
        "Nada.",
    ],
    "fr": [
        "Le ministre Wang Yi a reçu Sergueï Lavrov à Pékin lundi dernier.",
        "« Nous livrerons ces armes », a dit la ministre, que Paris n'avait pas consultée.",
        "",
        "Rien.",
    ],
}


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.sent_start, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


@pytest.fixture(params=codes())
def language(request):
    return request.param


def test_words_are_told_as_spacy_tells_them(language):
    texts, folder = TEXTS[language] * 2, load(language).folder / "pipeline"
    _ = load(language).pipeline  # registers the tokenizer
    plain = spacy.load(folder)
    assert list(map(told, run(load(language).pipeline, texts))) == list(map(told, plain.pipe(texts)))


def test_a_text_is_the_same_in_any_company(language):
    nlp = load(language).pipeline
    texts = TEXTS[language]
    for text, doc in zip(texts * 40, run(nlp, texts * 40), strict=True):
        (alone,) = run(nlp, [text])
        assert doc.tensor.tobytes() == alone.tensor.tobytes()
        assert told(doc) == told(alone)


def test_texts_may_be_run_from_several_threads(language):
    nlp, texts = load(language).pipeline, TEXTS[language] * 30
    wanted = list(map(told, run(nlp, texts)))
    with ThreadPoolExecutor(4) as pool:
        for docs in pool.map(lambda _: run(nlp, texts), range(8)):
            assert list(map(told, docs)) == wanted


def test_any_pipeline_is_run():
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("doc_cleaner", config={"attrs": {"tensor": None}})
    docs = run(nlp, ["Paris a parlé. Rome a écouté.", ""])
    assert [len(list(doc.sents)) for doc in docs] == [2, 0]
    assert run(nlp, []) == []


def test_vectors_of_words_are_kept_and_forgotten_in_time(monkeypatch):
    monkeypatch.setattr(vectors, "MOST", 3)
    component = load("fr").pipeline.get_pipe("tok2vec")
    stage = vectors.Vectors(component)
    docs = [load("fr").pipeline.make_doc(text) for text in TEXTS["fr"] * 2]
    for doc in docs:
        stage([doc])
    monkeypatch.undo()
    for doc in docs:
        again = load("fr").pipeline.make_doc(doc.text)
        vectors.Vectors(component)([again])
        assert doc.tensor.tobytes() == again.tensor.tobytes()
