import re

import pytest

from depeche.knowledge import formerly, world
from depeche.languages.pack import codes, load

WORLD = world()


def test_states_have_codes_and_names() -> None:
    assert len(WORLD.states) >= 200
    for code, state in WORLD.states.items():
        assert state.standing == "de facto" or re.fullmatch("[A-Z]{3}", code)
    assert WORLD.is_state("XKX")
    assert WORLD.is_state("PSE")
    assert not WORLD.is_state("UN")
    assert WORLD.state("ZZZ") is None


def test_alpha2_codes_are_unique() -> None:
    listed = [state.alpha2 for state in WORLD.states.values() if state.alpha2]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("language", codes())
def test_every_state_has_words_in_each_language(language: str) -> None:
    named = {code for table in load(language).tables("states").values() for code in table}
    assert named | {"HKG", "MAC", "NCL"} == set(WORLD.states)


def test_organisations_point_to_known_codes() -> None:
    assert len(WORLD.organisations) >= 260
    for body in WORLD.organisations.values():
        assert body.part_of is None or body.part_of in WORLD.organisations or WORLD.is_state(body.part_of)
        assert all(WORLD.is_state(home) for home in body.of)


def test_organisations_and_states_do_not_share_codes() -> None:
    assert sorted(set(WORLD.organisations) & set(WORLD.states)) == []


@pytest.mark.parametrize(
    ("body", "state", "date", "member"),
    [
        ("ECOWAS", "MLI", "2022-01-09", True),
        ("ECOWAS", "MLI", "2025-02-01", False),
        ("EU", "GBR", "2019", True),
        ("EU", "GBR", "2020-02-01", False),
        ("EU", "HRV", "2012", False),
        ("NATO", "SWE", "2024-03-06", False),
        ("NATO", "SWE", "2024-03-07", True),
        ("SCO", "IRN", "2022", False),
        ("ASEAN", "TLS", "2024", False),
    ],
)
def test_members_by_date(body: str, state: str, date: str, *, member: bool) -> None:
    assert (state in WORLD.members(body, date)) is member


def test_present_members() -> None:
    assert len(WORLD.members("EU")) == 27
    assert len(WORLD.members("NATO")) == 32
    assert len(WORLD.members("AU")) == 55
    assert WORLD.members("nobody") == ()


def test_members_are_known_and_dates_are_dates() -> None:
    assert len(WORLD._members) >= 60
    for body, listed in WORLD._members.items():
        assert body in WORLD.organisations
        for member in listed:
            assert WORLD.is_state(member.code) or member.code in WORLD.organisations
            assert all(
                re.fullmatch(r"\d{4}(-\d\d){0,2}", date) for date in (member.since, member.until) if date
            )


def test_names_in_languages() -> None:
    assert WORLD.name_of("USA", "fr") == "États-Unis"
    assert WORLD.name_of("USA") == "United States"
    assert WORLD.name_of("UN", "fr") == "Nations unies"
    assert WORLD.name_of("somebody", "fr") == "somebody"


def test_capitals_and_homes() -> None:
    assert WORLD.capital_of("KAZ", "fr") == "Astana"
    assert WORLD.capital_of("UN", "fr") is None
    assert WORLD.home("Genève", "fr") == "CHE"
    assert WORLD.home("Carthagène", "fr") is None
    assert WORLD.home("Nulle-Part", "fr") is None


@pytest.mark.parametrize(
    ("name", "year", "codes"),
    [
        ("Zaïre", 1985, ["COD"]),
        ("Zaïre", 2001, []),
        ("URSS", 1991, ["RUS"]),
        ("URSS", 1992, []),
        ("Nulle-Part", 1950, []),
    ],
)
def test_former_names_by_year(name: str, year: int, codes: list[str]) -> None:
    assert [row.code for row in formerly(name, "fr", year)] == codes


def test_former_names_have_a_last_year() -> None:
    for code in codes():
        names = [name for row in load(code).table("former")["former"] for name in row["names"]]
        assert all(row.until is not None for name in names for row in formerly(name, code))
