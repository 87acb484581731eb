import json
import re
import tomllib
from pathlib import Path

import pytest
import typer

from depeche import errors
from depeche.cli.app import app
from depeche.languages import load
from depeche.ledger.schema import FACTS, metadata
from depeche.record.json import schema
from docs.blocks.follow import pages
from docs.blocks.page import fences
from docs.generate import picture, sentence, settings
from docs.generate.ledger import WORDS
from docs.generate.pages import DOCS, GENERATED, REFERENCE, SCHEMA

ROOT = DOCS.parent
NAMES = [str(page.relative_to(DOCS)) for page in GENERATED]


@pytest.mark.parametrize("name", NAMES)
def test_a_generated_page_is_current(name):
    page = DOCS / name
    assert page.read_text(encoding="utf-8") == GENERATED[page](), "python -m docs.generate writes it anew"


def test_the_schema_file_is_current():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))


def commands(command, above=()):
    for name, inner in getattr(command, "commands", {}).items():
        if hasattr(inner, "commands"):
            yield from commands(inner, (*above, name))
        else:
            yield " ".join((*above, name)), inner


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_used_on_some_page_and_its_options_are_explained(name):
    written = [*(page for page in pages() if page not in GENERATED), ROOT / "README.md"]
    assert any(f"depeche {name}" in page.read_text(encoding="utf-8") for page in written), name
    reference = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    section = reference.partition(f"\n## depeche {name}\n")[2].partition("\n## ")[0]
    for parameter in COMMANDS[name].params:
        if parameter.name != "help":
            assert parameter.help, f"depeche {name}: {parameter.name} has no help"
            assert parameter.opts[0] in section or parameter.help in section


def test_every_variable_of_the_environment_is_among_the_settings():
    sources = (ROOT / "src" / "depeche").rglob("*.py")
    read = {name for source in sources for name in re.findall(r"\bDEPECHE_[A-Z_]+\b", source.read_text())}
    assert read
    assert read == {variable for variable, _, _ in settings.variables()}


def test_every_error_has_a_way_out():
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    own = [value for value in classes if value.__module__ == errors.__name__]
    assert own
    for value in own:
        assert vars(value).get("remedy"), f"{value.__name__} needs a remedy: what whoever meets it should do"


def test_every_table_and_column_of_the_ledger_is_explained_and_no_other():
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    assert set(words) == set(metadata.tables)
    for name, told in words.items():
        columns = set() if name in FACTS else {column.name for column in metadata.tables[name].c}
        assert set(told) == columns | {"holds"}, name


def test_entries_that_a_page_shows_are_in_the_lexicon():
    page = (DOCS / "how-to" / "words.md").read_text(encoding="utf-8")
    blocks = ["\n".join(fence.lines) for fence in fences(page) if fence.language == "toml"]
    lexicon = "".join(
        file.read_text(encoding="utf-8") for file in sorted(Path(load("fr").folder / "acts").glob("*.toml"))
    )
    assert blocks
    for block in blocks:
        assert block in lexicon


def test_the_pictures_are_drawn_from_the_program():
    assert "Duarte" in picture.picture()
    drawn = sentence.picture()
    for words in ("nsubj", "0333", "KAZ"):
        assert words in drawn
