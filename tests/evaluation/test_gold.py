import json

import pytest

from depeche.errors import BadGold
from depeche.evaluation import gold
from depeche.evaluation.gold import dispatch, files_in, fingerprint
from depeche.languages import codes, load

TEXT = "PARIS, 3 mai 2021 (AFP) - La France a condamné lundi les essais de la Corée du Nord.\n"
EVENT = {"source": "FRA", "target": "PRK", "cameo": "111", "status": "occurred", "evidence": [[37, 45]]}
FACTS = {
    "document": {"language": "fr", "published": "2021-05-03", "published_basis": "text", "place": "Paris"},
    "people": [],
    "positions": [{"holder": "FRA", "stance": "condemns", "target": "PRK: les essais de la Corée du Nord"}],
    "events": [EVENT, EVENT | {"source": "CHN", "cameo": "190"}],
    "dates": [{"text": "lundi", "value": "2021-05-03", "evidence": [[47, 52]]}],
}


@pytest.fixture
def folder(tmp_path):
    """The folder, with no more than the facts given in it."""
    made = tmp_path / "gold"
    made.mkdir()

    def write(facts=FACTS, text=TEXT, name="a"):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
        words = facts if isinstance(facts, str) else json.dumps(facts, ensure_ascii=False)
        (made / f"{name}.json").write_text(words, encoding="utf-8")
        return made

    return write


def read(folder):
    return dispatch(folder / "a.json")


def test_facts_alone_and_a_case_are_both_gold(folder):
    alone = read(folder())
    case = read(folder({"case": "x", "language": "fr", "given": {"published": "2021-05-04"}, "facts": FACTS}))
    assert alone.facts == case.facts
    assert (alone.document.given, case.document.given) == (None, "2021-05-04")


def test_a_date_that_was_given_is_given_again(folder):
    facts = FACTS | {"document": {"published": "2021-05-03", "published_basis": "given"}}
    assert read(folder(facts)).document.given == "2021-05-03"


def test_the_language_is_found_out_where_none_is_told(folder):
    assert read(folder({"events": []})).document.language == "fr"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("{", "no JSON: .*line 1, column 2"),
        ("[]", "Expected `object`, got `array`"),
        ({"event": []}, "unknown field `event`"),
        ({"events": {}}, r"Expected `array`.*`\$.events`"),
        ({"events": [EVENT | {"staus": "occurred"}]}, "unknown field `staus`.*may have: .*status"),
        ({"events": [EVENT | {"status": "done"}]}, "'done'.*one of: occurred, planned, called-for"),
        ({"events": [EVENT | {"cameo": "11x"}]}, r"events\[0\].cameo"),
        ({"events": [{"source": "FRA"}]}, r"missing required field `target`.*events\[0\]"),
        ({"people": [{"name": None}]}, r"Expected `str`, got `null`.*people\[0\].name"),
        (
            {"dates": [{"text": "lundi", "value": None, "evidence": [[80, 90]]}]},
            r"dates\[0\].evidence \[80, 90\] lies",
        ),
        ({"document": {"language": "xx"}}, "no language pack for 'xx'"),
        ({"document": {"published": "hier", "published_basis": "given"}}, "'hier' is no date"),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_place(folder, facts, told):
    made = folder(facts)
    with pytest.raises(BadGold, match=f"(?s)a\\.(json|txt): .*{told}"):
        read(made)


def test_facts_without_their_text_are_told(folder):
    made = folder()
    (made / "a.txt").unlink()
    with pytest.raises(BadGold, match=r"no a\.txt beside it"):
        read(made)


def test_an_unreadable_text_is_told(folder):
    with pytest.raises(BadGold, match="no words"):
        read(folder(text=" \n"))


def test_a_folder_must_be_there_and_hold_facts(tmp_path):
    with pytest.raises(BadGold, match="no facts in it"):
        files_in(tmp_path)
    with pytest.raises(BadGold, match="no such folder"):
        files_in(tmp_path / "none")


def test_the_fingerprint_is_of_names_and_words_but_not_of_line_ends(tmp_path):
    file = tmp_path / "a.txt"
    marks = []
    for data in (b"a\nb", b"a\r\nb", b"a\nc"):
        file.write_bytes(data)
        marks.append(fingerprint([file]))
    assert marks[0] == marks[1] != marks[2]


def test_every_language_has_gold_of_its_own():
    mine = [dispatch(file) for file in gold.own_files()]
    for code in codes():
        young = load(code).table("pack").get("experimental", False)
        assert sum(row.document.language == code for row in mine) >= (6 if young else 10)
        assert len(gold.sentences(code)) >= (80 if young else 300)


def test_the_text_is_kept_character_for_character(folder):
    assert read(folder()).document.text == TEXT
