import pytest

from depeche import BadDate, Ledger, UsageError
from depeche.dossier import dossier
from depeche.reading.articles import Article


@pytest.fixture(scope="module")
def found(book):
    return dossier(book, "FRA", "CHN")


def test_encounters_are_told_once_each_with_all_reports(found):
    met, signing = found.last
    assert (signing.kind, signing.level) == ("signing", "others")
    assert (met.level, met.date, met.status, len(met.facts)) == ("ministers", "2021-05-10", "held", 2)
    assert set(met.persons) == {"Jean-Yves Le Drian", "Wang Yi"}
    assert met.differing == {"place": ("Beijing", "Pékin")}


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
    assert [act.day for act in promise.followed] == ["2021-06-20"]


def test_a_turn_of_stance_has_both_sentences(found):
    turned = [stance for stance in found.stances if stance.turned]
    assert [(stance.holder, stance.stance, stance.turned.stance) for stance in turned] == [
        ("FRA", "welcomes", "condemns")
    ]
    for stance in turned:
        assert stance.turned.day < stance.day
        assert stance.turned.fact.words != stance.fact.words
    assert {stance.stance for stance in found.stances if stance.holder == "FRA"} >= {"condemns"}


def test_every_fact_is_quoted_in_the_exact_words_of_its_dispatch(found, book):
    from sqlalchemy import select

    from depeche.ledger.schema import dispatches

    with book.reading() as connection:
        texts = dict(connection.execute(select(dispatches.c.id, dispatches.c.text)).all())
    facts = [fact for met in (*found.last, *found.coming) for fact in met.facts]
    facts += [stance.fact for stance in found.stances] + [promise.fact for promise in found.promises]
    facts += [fact for said in found.said.values() for fact in said]
    assert facts
    for fact in facts:
        start, end = fact.quote
        assert texts[fact.dispatch][start:end] == fact.words
        assert all(start <= low < high <= end for low, high in fact.evidence)


def test_forums_in_common_have_both_as_members(found):
    assert {"UNSC", "G20"} <= {forum.code for forum in found.forums}


def test_months_weigh_what_was_done(found):
    assert [month.month for month in found.intensity] == ["2021-05", "2021-06"]
    assert found.intensity[1].cooperative > 0


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
