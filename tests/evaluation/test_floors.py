from datetime import date

import pytest

from depeche.languages import codes
from depeche.reader import Reader
from evaluation import floors, report
from evaluation.measure import Measured, measure_cases, measure_sentences

HASHES = {"aa.cases": "1234"}


def file_with(tmp_path, floor=0.5, data="1234"):
    file = tmp_path / "floors.toml"
    text = f'[[floor]]\nfigure = "aa.cases.macro"\nfloor = {floor}\ndata = "{data}"\ndate = "2020-01-01"\n'
    file.write_text(text)
    return file


def test_a_figure_above_its_floor_is_well(tmp_path):
    assert list(floors.fallen({"aa.cases.macro": 0.6}, HASHES, file_with(tmp_path))) == []


def test_a_figure_under_its_floor_is_told(tmp_path):
    (line,) = floors.fallen({"aa.cases.macro": 0.4}, HASHES, file_with(tmp_path))
    assert "0.400, under its floor of 0.500" in line


def test_a_floor_of_other_data_is_told(tmp_path):
    (line,) = floors.fallen({"aa.cases.macro": 0.6}, HASHES, file_with(tmp_path, data="old"))
    assert "set it again" in line


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
    readers = {code: Reader(code) for code in codes()}
    return [
        measured(reader, code)
        for code, reader in readers.items()
        for measured in (measure_cases, measure_sentences)
    ]


def test_no_floor_is_fallen_through(results):
    figures = {name: value for result in results for name, value in result.figures.items()}
    hashes = {".".join(name.split(".")[:2]): result.data for result in results for name in result.figures}
    assert figures.keys() >= floors.floors().keys() != set()
    assert list(floors.fallen(figures, hashes)) == []


def test_the_readme_tells_what_is_measured(results):
    readme = report.README.read_text(encoding="utf-8")
    measured = report.told(report.with_figures(readme, report.readme_block(results)))
    assert len(report.told(readme)) == len(measured) == 8 * len(codes())
    for row, now in zip(report.told(readme), measured, strict=True):
        assert row == pytest.approx(now, abs=0.03)
