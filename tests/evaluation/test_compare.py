import pytest

from depeche.evaluation import compare


def test_fold_drops_case_accents_and_signs():
    assert compare.fold("  L’Élysée, (Paris) ") == "l'elysee paris"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("wang yi", "wang yi", True),
        ("wang yi", "wang", False),  # a string as short as a code is one
        ("mukhtar tleuberdi", "tleuberdi", True),
        ("issaias afeworki", "issayas afewerki", True),
        ("antony blinken", "antony blunt", False),
        ("chn", "che", False),
        ("", "chn", False),
    ],
)
def test_names(a, b, same):
    assert compare.same_name(a, b) is same


def test_overlap_of_joint_sides():
    assert compare.overlap(compare.members("COD; RWA"), compare.members(["RWA"])) == 0.5
    assert compare.overlap(set(), set()) == 1


def test_dates_without_their_qualifiers():
    assert compare.same_date("2019-12~", "2019-12")
    assert not compare.same_date("2019-12", None)
    assert compare.same_date("2019", "2019/..", ["2019/.."])


def test_an_encounter_must_be_planned_in_both():
    row = {"kind": "talks", "status": "held", "date": "2019-12-15", "states": ["CHN", "KAZ"]}
    assert compare.encounters(row, row | {"kind": "meeting", "date": "2019-12"}) == 1
    assert compare.encounters(row, row | {"status": "planned"}) == 0
    assert compare.encounters(row, row | {"date": "2018"}) == 0


def test_a_statement_matches_by_cue_and_speaker():
    row = {"speaker": "Wang Yi", "cue": "se féliciter", "content": [0, 10]}
    assert compare.statements(row, row | {"cue": "féliciter", "content": [0, 5]}) == pytest.approx(0.801)
    assert compare.statements(row, row | {"speaker": "Tleuberdi"}) == 0
    assert compare.statements(row | {"speaker": None}, row | {"speaker": "Tleuberdi"}) > 0


def test_a_position_needs_one_of_the_target_s_codes():
    row = {"holder": "CHN", "stance": "supports", "target": "presidency of CICA"}
    assert compare.positions(row, row | {"target": "CICA; KAZ"}) == 1
    assert compare.positions(row, row | {"target": "presidency"}) == 0


def test_symmetric_events_may_be_turned_round():
    row = {"source": "CHN", "target": "KAZ", "cameo": "040", "status": "occurred", "symmetric": True}
    turned = row | {"source": "KAZ", "target": "CHN"}
    assert compare.events(row, turned) == 1
    assert compare.events(row | {"symmetric": False}, turned | {"symmetric": False}) == 0
    assert compare.events(row, row | {"cameo": "050"}) == 0
