import pytest

from depeche import Reader
from evaluation.linking import (
    CORPUS,
    Promise,
    Turn,
    bcubed,
    follow_ups,
    gold_of,
    merged,
    paired,
    parted,
    read,
    turns,
)
from evaluation.pledged import Followed

A, B, C, D = ("1.txt", "Li"), ("2.txt", "Li"), ("3.txt", "Li"), ("4.txt", "Li")


@pytest.fixture(scope="module")
def gold():
    return gold_of()


@pytest.fixture(scope="module")
def texts():
    return {file.name: file.read_text() for file in CORPUS.glob("*.txt")}


def test_gold_against_itself_is_perfect():
    score = bcubed([[A, B], [C]], {A: 1, B: 1, C: 2})
    assert (score.precision, score.recall, score.f1) == (1, 1, 1)
    assert merged([[A, B], [C]], {A: 1, B: 1, C: 2}) == []


def test_a_wrong_merge_costs_precision_and_is_listed():
    told = {A: 1, B: 1, C: 1}
    score = bcubed([[A, B], [C]], told)
    assert (score.precision, score.recall) == (pytest.approx(5 / 9), 1)
    assert merged([[A, B], [C]], told) == [[A, C]]


def test_what_fell_apart_costs_recall_and_is_listed():
    told = {A: 1, B: 2, C: 3}
    score = bcubed([[A, B], [C]], told)
    assert (score.precision, score.recall) == (1, pytest.approx(2 / 3))
    assert parted([[A, B], [C]], told) == [[A, B]]


def test_what_was_not_read_is_not_scored():
    score = bcubed([[A, B], [C, D]], {A: 1, C: 2, D: 2})
    assert (score.precision, score.recall) == (1, 1)
    assert bcubed([[A]], {}).f1 == 0


def test_pairs_have_no_order():
    score = paired([("1", "2"), ("3", "4")], [("2", "1"), ("1", "3"), ("4", "5")])
    assert (score.precision, score.recall) == (pytest.approx(1 / 3), 0.5)
    assert paired([], []).f1 == 1


def test_the_gold_names_what_the_texts_say(gold, texts):
    reports = [one for row in gold.promises for one in (*row.told, *row.acts, *row.broken)]
    reports += [one for row in gold.stances for one in (*row.before, *row.after)]
    assert all(bool(row.acts) == row.kept != bool(row.broken) for row in gold.promises)
    cues = [(file, words) for cluster in gold.occurrences for file, words, _ in cluster]
    assert all(texts[file].count(words) == 1 for file, words in (*cues, *reports))
    mentions = [mention for cluster in gold.persons for mention in cluster]
    assert all(name in texts[file] for file, name in mentions)
    assert len(mentions) == len(set(mentions))
    assert {file for pair in gold.copies for file in pair} <= set(texts)


def test_every_dispatch_is_of_the_length_of_a_wire(texts):
    assert all(75 <= len(text.split()) <= 200 for text in texts.values())


def test_a_few_dispatches_are_linked(gold):
    files = [CORPUS / f"2022-02-01-halden{end}.txt" for end in ("", "-2")]
    files += sorted(CORPUS.glob("2018-*.txt"))
    found = read(files, gold, Reader())
    assert bcubed(gold.persons, found.persons).f1 == 1
    assert bcubed(gold.occurrences, found.occurrences).f1 == 1
    assert found.copies == [("2022-02-01-halden.txt", "2022-02-01-halden-2.txt")]


def test_follow_ups_are_pairs_of_a_promise_and_the_dispatch_of_an_act():
    gold = [Promise("PRT", True, [("a", "will send two ships")], [("b", "sent"), ("c", "delivered")], [])]
    told = [
        Followed("a", 7, "PRT will send two ships soon.", ("will send",), ("b",)),
        Followed("a", 8, "It will build a school.", ("will build",), ("c",)),
    ]
    theirs, ours = follow_ups(gold, told)
    assert theirs == {("a/will send two ships", "b"), ("a/will send two ships", "c")}
    assert ours == {("a/will send two ships", "b"), ("a/8", "c")}


def test_a_turn_is_right_where_both_its_dispatches_are():
    gold = [Turn("POL", [("a", "x"), ("b", "x")], [("c", "y")]), Turn("MLI", [("d", "x")], [("e", "y")])]
    score = turns(gold, [("b", "c"), ("a", "e")])
    assert (score.precision, score.recall) == (0.5, 0.5)


def test_a_promise_and_a_turn_of_the_corpus_are_found(gold):
    files = [CORPUS / f"{name}.txt" for name in ("2023-03-14-alm", "2023-12-12-alm", "2018-10-15-ministere")]
    found = read([*files, CORPUS / "2018-10-16-halden.txt", CORPUS / "2022-05-03-alm.txt"], gold, Reader())
    assert [(one.file, one.acts) for one in found.followed if one.acts] == [
        ("2023-03-14-alm.txt", ("2023-12-12-alm.txt",))
    ]
    assert found.turned == [("2018-10-16-halden.txt", "2022-05-03-alm.txt")]
