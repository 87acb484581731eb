import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from depeche.syntax.words import Words

VOCAB = Vocab()


def tree(*rows):
    """The words of rows ``(text, pos, relation, head, morph)``."""
    text, pos, deps, heads, morphs = zip(*rows, strict=True)
    return Words.of([Doc(VOCAB, words=text, pos=pos, deps=deps, heads=heads, morphs=morphs)])


def incise(head):
    return tree(
        ("Non", "NOUN", "ROOT", 0, ""),
        (",", "PUNCT", "punct", 2, ""),
        ("dit", "VERB", "parataxis", 0, "VerbForm=Fin"),
        ("Leroy", "PROPN", "nsubj", 2, ""),
        (",", "PUNCT", "punct", 6, ""),
        ("qui", "PRON", "nsubj", 6, "PronType=Rel"),
        ("part", "VERB", "acl:relcl", head, "VerbForm=Fin"),
    )


@pytest.mark.parametrize("head", [0, 2, 3])
def test_a_relative_clause_after_an_incise_is_about_who_speaks(head):
    assert incise(head)[6].head.text == "Leroy"


def test_a_relative_clause_with_a_verb_before_it_stays():
    words = tree(
        ("M.", "NOUN", "ROOT", 0, ""),
        ("Leroy", "PROPN", "nsubj", 2, ""),
        ("dit", "VERB", "parataxis", 0, "VerbForm=Fin"),
        ("qui", "PRON", "nsubj", 4, "PronType=Rel"),
        ("part", "VERB", "acl:relcl", 0, "VerbForm=Fin"),
    )
    assert words[4].head.text == "M."


def test_a_title_and_its_name_are_one_subject():
    words = tree(
        ("Le", "DET", "det", 1, ""),
        ("Ghanéen", "PROPN", "nsubj", 3, ""),
        ("Mensah", "PROPN", "nsubj", 3, ""),
        ("assure", "VERB", "ROOT", 3, "VerbForm=Fin"),
    )
    assert (words[2].head.text, words[2].dep_) == ("Ghanéen", "appos")


def circumstance(*, subject):
    return tree(
        ("Pour", "ADP", "case", 1, ""),
        ("Oslo", "PROPN", "obl", 5, ""),
        (",", "PUNCT", "punct", 3, ""),
        ("Berg", "PROPN", "appos", 1, ""),
        ("a", "AUX", "aux", 5, "VerbForm=Fin"),
        ("parlé", "VERB", "ROOT", 5, "VerbForm=Part"),
        ("lui", "PRON", "nsubj" if subject else "obl", 5, ""),
    )


def test_a_name_before_a_verb_without_a_subject_is_its_subject():
    found = circumstance(subject=False)[3]
    assert (found.head.text, found.dep_) == ("parlé", "nsubj")
    kept = circumstance(subject=True)[3]
    assert (kept.head.text, kept.dep_) == ("Oslo", "appos")


def test_a_participle_is_no_apposition():
    words = tree(
        ("injonction", "NOUN", "ROOT", 0, ""),
        (",", "PUNCT", "punct", 2, ""),
        ("signifiée", "VERB", "appos", 0, "VerbForm=Part"),
    )
    assert words[2].dep_ == "acl"


@pytest.mark.parametrize(("form", "head"), [("Fin", "asked"), ("Inf", "stop")])
def test_a_finite_verb_is_no_conjunct_of_an_infinitive(form, head):
    words = tree(
        ("asked", "VERB", "ROOT", 0, "VerbForm=Fin"),
        ("stop", "VERB", "xcomp", 0, "VerbForm=Inf"),
        ("and", "CCONJ", "cc", 3, ""),
        ("thanked", "VERB", "conj", 1, f"VerbForm={form}"),
    )
    assert words[3].head.text == head


LABELS = ["nsubj", "obl", "appos", "acl", "acl:relcl", "parataxis", "conj", "xcomp", "punct"]
MORPHS = ["", "PronType=Rel", "VerbForm=Part", "VerbForm=Fin", "VerbForm=Inf"]
POS = ["NOUN", "PROPN", "PRON", "VERB", "AUX", "PUNCT"]


@settings(deadline=None)
@given(st.data())
def test_no_tree_is_torn(data):
    n = data.draw(st.integers(1, 12))
    order = data.draw(st.permutations(range(n)))
    heads = [0] * n
    for place, i in enumerate(order):
        heads[i] = order[data.draw(st.integers(0, place - 1))] if place else i
    deps = data.draw(st.lists(st.sampled_from(LABELS), min_size=n, max_size=n))
    deps[order[0]] = "ROOT"
    pos = data.draw(st.lists(st.sampled_from(POS), min_size=n, max_size=n))
    morphs = data.draw(st.lists(st.sampled_from(MORPHS), min_size=n, max_size=n))
    words = Words.of([Doc(VOCAB, words=["x"] * n, pos=pos, deps=deps, heads=heads, morphs=morphs)])
    for word in words:
        steps = 0
        while word.head is not word:
            word, steps = word.head, steps + 1
            assert steps < n


def test_an_infinitive_under_the_attribute_of_an_object_is_governed_by_the_verb():
    words = tree(
        ("Xi", "PROPN", "nsubj", 1, ""),
        ("tiene", "VERB", "ROOT", 1, "VerbForm=Fin"),
        ("previsto", "ADJ", "obj", 1, ""),
        ("viajar", "VERB", "csubj", 2, "VerbForm=Inf"),
    )
    assert (words[3].head.text, words[3].dep_) == ("tiene", "xcomp")


FRENCH = (("erons", "er"), ("sions", ""), ("ons", "er"))
WE = "Number=Plur|Person=1|VerbForm=Fin"


def going_on(word, *, person=WE, pos="NOUN"):
    """“Nous suivons le vote et … l'accord”, the last part parsed as the tree of nouns that parsers make of it."""
    rows = [
        ("Nous", "PRON", "nsubj", 1, "Person=1"),
        ("suivons", "VERB", "ROOT", 1, person),
        ("le", "DET", "det", 3, ""),
        ("vote", "NOUN", "obj", 1, ""),
        ("et", "CCONJ", "cc", 5, ""),
        (word, pos, "conj", 3, "Number=Plur"),
        ("l'", "DET", "det", 7, ""),
        ("accord", "NOUN", "obj", 1, ""),
    ]
    text, tags, deps, heads, morphs = zip(*rows, strict=True)
    doc = Doc(VOCAB, words=text, pos=tags, deps=deps, heads=heads, morphs=morphs, lemmas=text)
    return Words.of([doc], endings=FRENCH)


@pytest.mark.parametrize(
    ("word", "lemma"), [("saluons", "saluer"), ("financerons", "financer"), ("exhortons", "exhorter")]
)
def test_what_we_do_goes_on_after_and(word, lemma):
    words = going_on(word)
    assert (words[5].pos_, words[5].lemma_, words[5].head.text, words[5].dep_) == (
        "VERB",
        lemma,
        "suivons",
        "conj",
    )
    assert (words[7].head.text, words[7].dep_) == (word, "obj")


@pytest.mark.parametrize(
    "words",
    [going_on("pressions"), going_on("vallons", person="Number=Plur|Person=3|VerbForm=Fin"), going_on("débats")],
)  # fmt: skip
def test_a_noun_after_and_stays_one(words):
    assert words[5].pos_ == "NOUN"


def test_a_bare_verb_goes_on_as_a_finite_one():
    rows = [
        ("We", "PRON", "nsubj", 1, "Person=1"),
        ("thank", "VERB", "ROOT", 1, WE),
        ("Oman", "PROPN", "obj", 1, ""),
        ("and", "CCONJ", "cc", 4, ""),
        ("support", "VERB", "conj", 1, "VerbForm=Inf"),
        ("it", "PRON", "obj", 4, ""),
    ]
    text, pos, deps, heads, morphs = zip(*rows, strict=True)
    doc = Doc(VOCAB, words=text, pos=pos, deps=deps, heads=heads, morphs=morphs, lemmas=text)
    assert Words.of([doc])[4].morph.get("VerbForm") == ["Fin"]


def reaffirmed(*after):
    """“Lima a réaffirmé sa candidature, que Quito …”, the clause parsed as what Lima said."""
    return tree(
        ("Lima", "PROPN", "nsubj", 1, ""),
        ("réaffirme", "VERB", "ROOT", 1, "VerbForm=Fin"),
        ("sa", "DET", "det", 3, ""),
        ("candidature", "NOUN", "obj", 1, ""),
        (",", "PUNCT", "punct", 7, ""),
        ("que", "SCONJ", "mark", 7, ""),
        ("Quito", "PROPN", "nsubj", 7, ""),
        ("soutient", "VERB", "advcl", 1, "VerbForm=Fin"),
        *after,
    )


def test_a_clause_that_lacks_an_object_is_about_the_object_before_it():
    words = reaffirmed()
    assert (words[7].head.text, words[7].dep_) == ("candidature", "acl:relcl")
    assert (words[5].dep_, words[5].morph.get("PronType")) == ("obj", ["Rel"])


def test_a_clause_that_has_an_object_stays():
    assert reaffirmed(("Lima", "PROPN", "obj", 7, ""))[7].dep_ == "advcl"
