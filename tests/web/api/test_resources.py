"""Each resource answers what the command line does."""

import msgspec
import pytest

from depeche.dossier import dossier
from depeche.dossier.forum import forum
from depeche.dossier.timeline import timeline
from depeche.ledger import Query, Wanted


def plain(value):
    return msgspec.json.decode(msgspec.json.encode(value))


def test_search_finds_passages_and_facts(get, book):
    assert get("search", words="gaz")["items"] == plain(book.search(Query(words="gaz")))
    query = Query(actors=("KAZ", "CHN"), since="2019", until="2019-12", kind="commitments")
    found = get("search", actor=["KAZ", "CHN"], since="2019", until="2019-12", kind="commitments")
    assert found["items"] == plain(book.search(query)) != []
    assert {hit["fact"]["stance"] for hit in get("search", stance="supports")["items"]} == {"supports"}
    assert {hit["fact"]["cameo"] for hit in get("search", frame="057")["items"]} == {"057"}


def test_dispatches_are_listed_and_told(client, get, book):
    [one] = get("dispatches", actor=["KAZ", "CHN"], limit=1)["items"]
    assert get(f"dispatches/{one['id']}") == one
    record = book.record(one["id"])
    assert get(f"dispatches/{one['id']}/record") == plain(record)
    assert client.get(f"/api/v1/dispatches/{one['id']}/text").text == record.text
    assert {one["language"] for one in get("dispatches", language="en")["items"]} == {"en"}
    assert get("dispatches", since="2019", until="2018")["items"] == []


def test_a_dossier_and_a_timeline_take_codes_and_names(get, book):
    assert get("dossier", one="KAZ", other="Chine", until="2019") == plain(
        dossier(book, "KAZ", "CHN", until="2019")
    )
    assert get("timeline", one="Kazakhstan", other="CHN", limit=200)["items"] == plain(
        timeline(book, "KAZ", "CHN")
    )


def test_a_forum_is_named_by_code_or_name(get, book):
    assert get("forums/CICA") == get("forums/cica") == plain(forum(book, "CICA"))


def test_persons_are_found_in_any_spelling_and_told_by_number(get):
    [found] = [one for one in get("people", name="Nazarbaïev")["items"] if one["of"] == "KAZ"]
    assert get(f"people/{found['id']}") == found
    assert found in get("people", name="Nazarbayev")["items"]


@pytest.mark.parametrize(
    ("kind", "filters", "column", "value"),
    [
        ("encounters", {"status": "planned"}, "status", "planned"),
        ("encounters", {"kind": "visit"}, "kind", "visit"),
        ("statements", {"mode": "indirect", "speaker": "CHN"}, "mode", "indirect"),
        ("positions", {"stance": "supports"}, "stance", "supports"),
        ("commitments", {"holder": "CHN"}, "holder", "CHN"),
        ("events", {"source": "KAZ", "target": "CHN", "frame": "visit"}, "frame", "visit"),
        ("events", {"plover": "AGREE", "status": "occurred"}, "plover_event", "AGREE"),
    ],
)
def test_facts_are_listed_by_their_columns(get, kind, filters, column, value):
    items = get(kind, **filters)["items"]
    assert items
    assert all(value in fact["row"][column] and fact["kind"] == kind for fact in items)
    days = [fact["published"] for fact in items]
    assert days == sorted(days, reverse=True)


def test_facts_are_listed_by_all_their_sides(get):
    both = get("events", actor=["KAZ", "CHN"])["items"]
    assert both
    assert all({"KAZ", "CHN"} <= {fact["row"]["source"], fact["row"]["target"]} for fact in both)


def test_an_occurrence_has_the_reports_that_its_facts_name(get):
    fact = next(one for one in get("encounters", limit=200)["items"] if one["reports"] > 1)
    found = get(f"occurrences/{fact['occurrence']}")
    assert fact in [report["fact"] for report in found["reports"]]
    told = [report for report in found["reports"] if report["fact"]["kind"] == "encounters"]
    assert len(told) == fact["reports"]


def test_occurrences_are_those_of_the_command(get, book):
    every = get("occurrences", limit=200)["items"]
    assert every == plain(book.occurrences(Wanted(least=2, limit=200))) != []
    wanted = Wanted(actors=("KAZ", "CHN"), kind="encounters", since="2019", least=1, limit=200)
    found = get("occurrences", actor=["KAZ", "CHN"], kind="encounters", since="2019", told=1, limit=200)
    assert found["items"] == plain(book.occurrences(wanted)) != []
    assert all(one["differing"] for one in get("occurrences", differing="true")["items"])
    first = get("occurrences", limit=1)
    assert first["next"]
    assert first["items"] == every[:1]


def test_the_network_is_of_a_period_and_around_a_side(get):
    ties = get("network", tie="meets", around="KAZ", until="2018")["edges"]
    assert ties
    assert all("KAZ" in (tie["source"], tie["target"]) and tie["last"] < "2019" for tie in ties)


def test_sides_and_counts_are_those_of_the_ledger(get):
    sides = get("sides")["items"]
    assert {"KAZ", "CHN"} <= {side["code"] for side in sides}
    assert get("ledger")["facts"]["encounters"] > 0
