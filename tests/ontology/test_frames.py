import csv
from importlib.resources import files

from depeche.ontology import cameo, frames, goldstein, plover
from depeche.ontology.frames import COLUMN, GENERAL


def codes() -> set[str]:
    with (files("depeche.ontology") / "cameo.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file)}


def test_every_frame_leads_to_codes_that_exist():
    assert {code for frame in frames().values() for code in frame.codes.values()} <= codes()
    assert set(GENERAL.values()) <= codes()


def test_every_three_digit_code_is_reached_by_a_frame_or_its_children():
    reached = {code for frame in frames().values() for code in frame.codes.values()}
    wanted = {code for code in codes() if len(code) == 3}
    assert wanted - reached == set()


def test_a_modality_changes_the_code():
    frame = frames()["cooperate.economic"]
    assert [cameo(frame, m) for m in (None, "intend", "appeal", "demand", "refuse")] == [
        "061",
        "0311",
        "0211",
        "1011",
        "1211",
    ]


def test_a_modality_without_a_frame_is_general():
    assert {m: cameo(None, m) for m in COLUMN} == {
        "intend": "030",
        "promise": "030",
        "offer": "030",
        "accept": "030",
        "appeal": "020",
        "demand": "100",
        "refuse": "120",
        "threaten": "130",
    }


def test_every_code_has_a_plover_event():
    missing = [
        code for code in sorted(codes()) if len(code) > 2 and code[:2] != "01" and plover(code).event is None
    ]
    assert missing == []


def test_goldstein_values_are_between_minus_ten_and_ten():
    assert all(-10 <= value <= 10 for value in goldstein().values())
