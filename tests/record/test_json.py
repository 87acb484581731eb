import json

import msgspec
import pytest
from jsonschema import Draft202012Validator

from depeche.record import Header, Record, Statement
from depeche.record.json import from_json, line, schema, to_json


def made(text):
    said = Statement(
        speaker=text, speaker_of=None, cue="dire", mode="direct", content=(0, len(text)), evidence=((0, 1),)
    )
    return Record(version="1", text=text, document=Header(language="fr"), statements=(said,))


def test_a_record_comes_back_as_it_was(record):
    assert from_json(to_json(record)) == record


def test_a_record_is_one_line(record):
    assert "\n" not in to_json(record)


def test_a_real_record_keeps_to_the_schema(record):
    Draft202012Validator.check_schema(schema())
    assert record.statements
    Draft202012Validator(schema()).validate(json.loads(to_json(record)))


def test_the_schema_refuses_another_stance(record):
    data = json.loads(to_json(record))
    data["positions"] = [{"holder": "FRA", "stance": "likes", "target": None, "evidence": [[0, 1]]}]
    assert not Draft202012Validator(schema()).is_valid(data)


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\u202e", "\u200b", "\x7f", "\ufeff", "\u2028"])
def test_controls_are_spelt_as_escapes(character):
    encoded = to_json(made(f"a{character}b"))
    assert character not in encoded
    assert json.loads(encoded)["text"] == f"a{character}b"


def test_a_lone_surrogate_becomes_one_other_character():
    data = json.loads(to_json(made("a\ud800b")))
    assert data["text"] == "a\ufffdb"
    assert data["statements"][0]["speaker"] == "a\ufffdb"


def test_what_is_no_record_is_refused():
    with pytest.raises(msgspec.ValidationError):
        from_json('{"text": 3}')


def test_plain_values_are_written_as_they_are():
    assert line({"a": [1, "é"]}) == '{"a":[1,"é"]}'
