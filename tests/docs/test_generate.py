import json
from pathlib import Path

import pytest

from depeche.cli.schema import Answer
from depeche.cli.schema import schema as answer
from depeche.export.codebook import codebook
from depeche.record.json import schema
from docs.generate import ANSWERS, CODEBOOK, GOLD, REFERENCE, SCHEMA, gold, picture, reference, shown

ROOT = Path(__file__).parent.parent.parent


def test_the_reference_is_current():
    assert REFERENCE.read_text(encoding="utf-8") == reference()


def test_the_page_on_gold_is_current():
    assert GOLD.read_text(encoding="utf-8") == gold()


def test_the_codebook_is_current():
    assert CODEBOOK.read_text(encoding="utf-8") == codebook()


def test_the_schema_file_is_current():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


@pytest.mark.parametrize("what", Answer)
def test_what_the_ledger_gives_as_json_keeps_its_shape(what):
    assert (ANSWERS / f"{what.value}.json").read_text(encoding="utf-8") == shown(answer(what))


def test_the_readme_names_every_command_and_the_options_of_reading():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    parts = reference().split("\n## ")[1:]
    commands = [part.partition("\n")[0] for part in parts if part.startswith("depeche ")]
    reading = next(part for part in parts if part.startswith("depeche read\n"))
    told = [line.split("`")[1] for line in reading.splitlines() if line.startswith("| `--")]
    assert told
    for name in (*commands, *told):
        assert name in readme, name


def test_the_picture_is_drawn_from_the_example():
    assert "Duarte" in picture()
