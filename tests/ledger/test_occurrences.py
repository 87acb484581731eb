"""Occurrences on real ledgers: what several dispatches tell becomes one."""

import pytest
from sqlalchemy import select

from depeche.ledger import Wanted
from depeche.ledger.schema import encounters, events, occurrences, reports
from depeche.reading.articles import Article

PLAN = (
    "PÉKIN, 3 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, rencontrera son "
    "homologue chinois, Wang Yi, le 10 mai à Pékin.\n"
)
HELD = (
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n"
)
RETOLD = (
    "BEIJING, May 11, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister Wang Yi "
    "in Beijing on Monday. Germany expelled two Russian diplomats on Tuesday.\n"
)
OTHER = (
    "BERLIN, 11 mai 2021 (AFP) - L'Allemagne a expulsé mardi deux diplomates russes. Le ministre français de "
    "l'Economie, Bruno Le Maire, a rencontré lundi à Pékin le Premier ministre chinois Li Keqiang.\n"
)


@pytest.fixture
def filled(ledger, reader):
    given = (Article(origin=str(n), data=text) for n, text in enumerate((PLAN, HELD, RETOLD, OTHER)))
    assert [outcome.fate for outcome in ledger.ingest(given, reader)] == ["added"] * 4
    return ledger


def told(ledger, table, what):
    """The dispatches that report each occurrence of a kind."""
    with ledger._engine.connect() as connection:
        found = (
            select(occurrences.c.id, occurrences.c.status, occurrences.c.first, reports.c.dispatch)
            .join(reports, reports.c.occurrence == occurrences.c.id)
            .where(occurrences.c.kind == table.name, occurrences.c.what == what, reports.c.kind == table.name)
            .order_by(occurrences.c.id, reports.c.dispatch)
        )
        grouped = {}
        for row in connection.execute(found):
            grouped.setdefault((row.id, row.status, row.first), []).append(row.dispatch)
        return [(status, first, which) for (_, status, first), which in grouped.items()]


def test_a_plan_two_reports_in_two_languages_are_one_meeting_and_other_ministers_are_another(filled):
    assert told(filled, encounters, "meeting") == [
        ("held", "2021-05-10", [1, 2, 3]),
        ("held", "2021-05-10", [4]),
    ]


def test_one_expulsion_told_twice(filled):
    assert told(filled, events, "161") == [("occurred", "2021-05-11", [3, 4])]


def test_an_event_of_meeting_is_of_the_occurrence_of_its_encounter(filled):
    with filled.reading() as connection:
        r = reports.c
        found = connection.execute(
            select(r.fact, r.occurrence, r.encounter).where(r.kind == "events", r.encounter.is_not(None))
        ).all()
        homes = dict(connection.execute(select(r.fact, r.occurrence).where(r.kind == "encounters")).all())
    assert {row.fact >> 20 for row in found} == {1, 2, 3, 4}
    assert all(homes[row.encounter] == row.occurrence for row in found)


def test_it_follows_its_encounter_where_a_ruling_moves_that(filled):
    [one, *_] = filled.occurrences(Wanted(kind="encounters", least=3))
    met = next(report for report in one.reports if report.fact.dispatch == 2)
    alone, rest = filled.split_occurrence(one.id, met.id)
    assert [report.fact.dispatch for report in alone.reports] == [2]
    assert [report.fact.dispatch for report in alone.events] == [2]
    assert {report.fact.dispatch for report in rest.reports} == {1, 3}
    filled.withdraw_ruling(1)
    assert filled.occurrence(one.id) == one
