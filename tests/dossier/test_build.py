import pytest

from depeche import BadDate, Ledger, UsageError
from depeche.dossier import dossier
from depeche.reading.articles import Article


@pytest.fixture(scope="module")
def found(book):
    return dossier(book, "FRA", "CHN")


def test_encounters_are_told_once_each_with_all_reports(found):
    [met] = found.last
    assert (met.level, met.date, met.status, len(met.facts)) == ("ministers", "2021-05-10", "held", 2)
    assert {one.name for one in met.persons} == {"Jean-Yves Le Drian", "Wang Yi"}
    assert met.differing == {}  # one place in two languages is one place


def test_what_is_to_come_is_what_is_planned_and_not_over(found):
    [coming] = found.coming
    assert (coming.level, coming.date) == ("heads", "2021-07-14")


def test_a_plan_without_a_day_is_given_up_after_a_year(tmp_path, reader):
    plan = (
        "PARIS, 3 mai 2019 (AFP) - Le président français rencontrera prochainement son homologue chinois.\n"
    )
    news = "PARIS, {} (AFP) - La France a salué la Chine.\n"
    for day, coming in (("3 avril 2020", 1), ("3 juin 2020", 0)):
        with Ledger(tmp_path / f"{coming}.db", create=True) as ledger:
            given = [Article(origin="a", data=plan), Article(origin="b", data=news.format(day))]
            assert [outcome.fate for outcome in ledger.ingest(given, reader)] == ["added"] * 2
            assert len(dossier(ledger, "FRA", "CHN").coming) == coming


def test_a_promise_is_followed_by_a_later_act_on_the_matter(found):
    promise = next(promise for promise in found.promises if "vaccins" in promise.action)
    assert (promise.holder, promise.partner, promise.day, promise.age) == ("CHN", "FRA", "2021-05-10", 42)
    assert [one.fact.day for one in promise.followed] == ["2021-06-20"]


def test_a_turn_of_stance_has_both_sentences(found):
    turned = [stance for stance in found.stances if stance.turned]
    assert [(stance.holder, stance.stance, stance.turned.stance) for stance in turned] == [
        ("FRA", "welcomes", "condemns")
    ]
    for stance in turned:
        assert stance.turned.day < stance.day
        assert stance.turned.facts[0].words != stance.facts[0].words
    assert {stance.stance for stance in found.stances if stance.holder == "FRA"} >= {"condemns"}


def test_every_fact_is_quoted_in_the_exact_words_of_its_dispatch(found, book):
    from sqlalchemy import select

    from depeche.ledger.schema import dispatches

    with book.reading() as connection:
        texts = dict(connection.execute(select(dispatches.c.id, dispatches.c.text)).all())
    facts = [fact for met in (*found.last, *found.coming) for fact in met.facts]
    parts = (*found.stances, *found.promises, *found.acts, *found.agreements, *found.ties)
    facts += [fact for part in parts for fact in part.facts]
    facts += [fact for said in found.said.values() for one in said for fact in one.facts]
    assert facts
    for fact in facts:
        start, end = fact.quote
        assert texts[fact.dispatch][start:end] == fact.words
        assert all(start <= low < high <= end for low, high in fact.evidence)


def test_forums_in_common_have_both_as_members(found):
    assert {"UNSC", "G20"} <= {forum.code for forum in found.forums}


def test_months_weigh_what_was_done(found):
    assert [month.when for month in found.months] == ["2021-05", "2021-06"]
    assert found.months[1].cooperative > 0
    [year] = found.years
    assert (year.when, year.acts) == ("2021", sum(month.acts for month in found.months))
    assert year.conflictual == pytest.approx(sum(month.conflictual for month in found.months))


def test_what_is_new_since_a_day(book, found):
    new = dossier(book, "FRA", "CHN", changes_since="2021-06").changes
    assert found.changes is None
    assert new.met == ()
    assert [one.date for one in new.planned] == ["2021-07-14"]
    assert [one.stance for one in new.turned] == ["welcomes"]
    assert [one.fact.day for promise in new.kept for one in promise.followed] == ["2021-06-20"]
    assert all(one.day >= "2021-06" for one in (*new.promised, *new.acts, *new.ties))
    assert dossier(book, "FRA", "CHN", since="2021-06").changes == new


def test_a_turn_is_seen_from_what_was_before_the_period(book):
    assert any(stance.turned for stance in dossier(book, "FRA", "CHN", since="2021-06").stances)


def test_a_period_leaves_out_what_lies_outside(book):
    early = dossier(book, "FRA", "CHN", until="2021-05-05")
    assert early.last == ()
    assert [met.date for met in early.coming] == ["2021-05-10"]
    assert early.dispatches == 1


def test_sides_have_codes_or_names(book):
    assert dossier(book, "france", "Chine").one == "FRA"
    with pytest.raises(UsageError, match="nowhereland"):
        dossier(book, "FRA", "nowhereland")
    with pytest.raises(UsageError, match="two sides"):
        dossier(book, "FRA", "France")
    with pytest.raises(BadDate):
        dossier(book, "FRA", "CHN", since="soon")


def test_nothing_is_told_of_strangers(book):
    empty = dossier(book, "BOL", "TUV")
    assert (empty.dispatches, empty.last, empty.stances, empty.promises) == (0, (), (), ())
