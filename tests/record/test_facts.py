import json

from depeche.record import Commitment, Header, Record
from depeche.record.facts import TABLES, facts, rejected, to_facts

COLUMNS = {
    "people": "name office role of former aliases evidence",
    "encounters": "kind level participants states forum margins_of date place status evidence",
    "statements": "speaker speaker_of cue mode content via speaker_span cue_span about evidence",
    "positions": "holder stance target via evidence",
    "commitments": "holder action partner topic strength due evidence",
    "events": "source target symmetric cameo plover source_span target_span status date place via evidence",
    "dates": "text value evidence",
}


def test_tables_and_columns_come_in_the_order_of_the_contract(record):
    rows = json.loads(to_facts(record))
    assert list(rows) == ["path", "document", *COLUMNS]
    assert list(rows["document"]) == ["language", "published", "published_basis", "place", "title"]
    for table, columns in COLUMNS.items():
        assert TABLES[table] == tuple(columns.split())
        for row in rows[table]:
            assert list(row) == columns.split()


def test_a_text_without_a_file_has_no_path(reader):
    assert next(iter(facts(reader.read("Paris a salué Rome.")))) == "document"


def test_missing_knowledge_is_null():
    row = Commitment(holder="FRA", action="aider", topic="", strength="pledged", evidence=((0, 1),))
    record = Record(version="1", text="x", document=Header(language="fr", place=""), commitments=(row,))
    made = facts(record)
    assert made["document"]["place"] is None
    assert made["commitments"][0]["topic"] is None


def test_plover_is_three_values(record):
    for event in json.loads(to_facts(record))["events"]:
        assert list(event["plover"]) == ["event", "mode", "context"]


def test_the_line_of_a_rejected_input():
    assert json.loads(rejected("a.txt", "input.empty", "no words in it")) == {
        "path": "a.txt",
        "error": {"code": "input.empty", "message": "no words in it"},
    }
