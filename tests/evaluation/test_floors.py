from datetime import date

import pytest

from depeche.cli.evaluating import gather, judged, measured
from depeche.evaluation import floors
from depeche.evaluation.measure import Measured
from depeche.languages import codes
from evaluation import readme

HASHES = {"aa.cases": "1234"}


def file_with(tmp_path, floor=0.5, data="1234"):
    file = tmp_path / "floors.toml"
    text = f'[[floor]]\nfigure = "aa.cases.macro"\nfloor = {floor}\ndata = "{data}"\ndate = "2020-01-01"\n'
    file.write_text(text)
    return file


def judge(file, value):
    (verdict,) = floors.judge({"aa.cases.macro": value}, HASHES, floors.floors(file))
    return verdict


def test_a_figure_above_its_floor_is_well(tmp_path):
    verdict = judge(file_with(tmp_path), 0.6)
    assert (verdict.holds, verdict.fault) == (True, None)


def test_a_figure_under_its_floor_is_told(tmp_path):
    verdict = judge(file_with(tmp_path), 0.4)
    assert not verdict.holds
    assert "0.400, under its floor of 0.500" in verdict.fault


def test_a_floor_of_other_data_is_told(tmp_path):
    verdict = judge(file_with(tmp_path, data="old"), 0.6)
    assert not verdict.holds
    assert "set it again" in verdict.fault


def test_a_figure_without_a_floor_is_not_judged():
    (verdict,) = floors.judge({"aa.cases.macro": 0.1}, HASHES, {})
    assert (verdict.holds, verdict.floor, verdict.fault) == (None, None, None)


def test_raising_never_lowers(tmp_path):
    file = file_with(tmp_path)
    for value, floor in ((0.4, 0.5), (0.9, 0.88)):
        file.write_text(floors.raised({"aa.cases.macro": value}, HASHES, "2021-01-01", file))
        assert floors.floors(file)["aa.cases.macro"].floor == floor


def test_the_kept_floors_are_dated_and_reasonable():
    for floor in floors.floors().values():
        assert date.fromisoformat(floor.date)
        assert 0 <= floor.floor <= 1


@pytest.fixture(scope="module")
def results() -> list[Measured]:
    return measured(gather(()))


def test_no_floor_is_fallen_through(results):
    verdicts = judged(results, floors.floors())
    assert {verdict.figure for verdict in verdicts} >= floors.floors().keys() != set()
    assert [verdict.fault for verdict in verdicts if verdict.fault] == []


def test_the_readme_tells_what_is_measured(results):
    page = readme.README.read_text(encoding="utf-8")
    now = readme.told(readme.with_figures(page, readme.block(results)))
    assert len(readme.told(page)) == len(now) == 8 * len(codes())
    for row, figures in zip(readme.told(page), now, strict=True):
        assert row == pytest.approx(figures, abs=0.03)
