from benchmarks.web import LIMITS, Seen, Wanted, report


def seen(kind, seconds, status=200):
    return [Seen(kind, f"/{kind}", status, seconds)] * 40


def test_limits_are_kept_or_not():
    fast = [one for kind in LIMITS for one in seen(kind, 0.1)]
    assert [well for _, well in report(fast)] == [True, True, True]
    assert [well for _, well in report(fast + seen("search", 0.9))] == [True, False, True]


def test_one_error_is_too_many():
    answers = [one for kind in LIMITS for one in seen(kind, 0.1)]
    lines = list(report([*answers, Seen("pair", "/pair", 500, 0.1)]))
    assert [well for _, well in lines] == [True, True, False]
    assert "1 errors" in lines[-1][0]


def test_without_answers_no_limit_is_kept():
    assert [well for _, well in report([])] == [False, False, False]


def test_users_ask_for_what_is_there():
    import random

    wanted = Wanted(3, ("gaz naturel",), {"FRA": 3, "MLI": 1})
    chance = random.Random(1)
    assert wanted.path("reader", chance) in {f"/dispatches/{number}" for number in (1, 2, 3)}
    searches = {wanted.path("search", chance).partition("=")[0] for _ in range(20)}
    assert searches == {"/search?q", "/search?actor"}
    assert wanted.path("pair", chance) in {"/pairs/FRA/MLI", "/pairs/MLI/FRA"}
