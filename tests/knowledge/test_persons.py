import re

from depeche.knowledge import world
from depeche.knowledge.persons import family_names, forenames, known_by_surname, leaders
from depeche.languages import codes, load


def test_forenames_have_a_gender_or_either():
    assert {forenames()[name] for name in ("emmanuel", "angela", "joan")} == {"m", "f", ""}
    assert all(name == name.lower() for name in forenames())
    assert "xi" not in forenames()
    assert "wang" in family_names()


def test_a_leader_speaks_for_one_side_known_to_the_world():
    sides = [(name, code) for code, names in leaders().items() for name in names]
    assert len({name for name, _ in sides}) == len(sides) >= 1500
    unknown = {
        code for _, code in sides if world().state(code) is None and world().organisation(code) is None
    }
    assert unknown == set()


def test_the_spellings_of_languages_stand_side_by_side():
    assert {"Vladimir Putin", "Vladimir Poutine"} <= set(leaders()["RUS"])
    last = {re.split(r"[ -]", name)[-1] for names in leaders().values() for name in names}
    assert [name for name in known_by_surname() if re.split(r"[ -]", name)[-1] not in last] == []


def test_packs_only_name_forenames_that_there_are_and_titles_of_known_sides():
    for code in codes():
        names = load(code).table("names")
        assert set(names["no_forename"].split()) <= forenames().keys() | family_names()
        assert names["titled"].keys() <= leaders().keys()
