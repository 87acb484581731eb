import pytest

from depeche.errors import UsageError
from depeche.ledger import Query


@pytest.fixture
def filled(ledger, articles, reader):
    list(ledger.ingest(articles, reader))
    return ledger


def titles(hits):
    return [hit.dispatch for hit in hits]


@pytest.mark.parametrize(
    ("words", "dispatches"),
    [
        ("sanctions", [1]),
        ("sanction américaine", [1]),
        ("AMERICAINES", [1]),
        ('"sanctions américaines"', [1]),
        ('"américaines sanctions"', []),
        ("ships region", [2]),
        ("diplomate russe", [3]),
        ("diplomats", [3]),  # cognates meet in their stems
        ("embassy", []),
        ("sanctions ships", []),
    ],
)
def test_words_are_found_in_any_inflection(filled, words, dispatches):
    assert sorted({hit.dispatch for hit in filled.search(Query(words=words))}) == dispatches


def test_spans_are_the_words_that_were_asked_for(filled):
    [hit] = filled.search(Query(words="sanction"))
    assert [hit.passage[start:end] for start, end in hit.spans] == ["sanctions"]


def test_facts_are_found_by_all_their_sides(filled):
    hits = filled.search(Query(actors=("DEU", "RUS"), kind="events"))
    assert {hit.dispatch for hit in hits} == {3}
    for hit in hits:
        assert {"DEU", "RUS"} <= {hit.fact["source"], hit.fact["target"]}


def test_frames_are_named_by_cameo_plover_or_their_own_name(filled):
    expelled = filled.search(Query(frame="161"))
    assert [hit.fact["cameo"] for hit in expelled] == ["161"]
    assert all(hit.fact["plover_event"] == "ACCUSE" for hit in filled.search(Query(frame="accuse")))


def test_stances_and_days_filter(filled):
    assert {hit.fact["stance"] for hit in filled.search(Query(stance="condemns"))} == {"condemns"}
    assert titles(filled.search(Query(actors=("RUS",), since="2021-07"))) == []
    assert set(titles(filled.search(Query(actors=("RUS",), since="2021-06", until="2021-06")))) == {3}


def test_the_newest_come_first_and_pages_join(filled):
    every = filled.search(Query(actors=("FRA",), limit=100)) + filled.search(
        Query(actors=("CHN",), limit=100)
    )
    assert every
    whole = filled.search(Query(kind="events", limit=100))
    days = [hit.published for hit in whole]
    assert days == sorted(days, reverse=True)
    halves = filled.search(Query(kind="events", limit=2)) + filled.search(
        Query(kind="events", limit=98, offset=2)
    )
    assert halves == whole


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "a AND OR NOT",
        "NEAR(x",
        "col:x",
        "x*",
        "); DROP TABLE people; --",
        "& | !",
        "<->",
        "\0",
        "\\",
        "%",
    ],
)
def test_no_words_are_syntax(filled, words):
    try:
        assert isinstance(filled.search(Query(words=words)), list)
    except UsageError as error:
        assert "no word to search for" in str(error)


def test_a_search_for_nothing_is_refused(filled):
    with pytest.raises(UsageError, match="nothing to search for"):
        filled.search(Query())


def test_an_act_and_a_stance_at_once_are_refused(filled):
    with pytest.raises(UsageError, match="one of the two"):
        filled.search(Query(frame="161", stance="condemns"))
