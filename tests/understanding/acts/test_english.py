"""What English sentences say of where sides stand and what they bind themselves to."""

import pytest


@pytest.fixture(scope="session")
def english(readers):
    return readers("en")


def _positions(reader, text):
    return {(row.holder, row.stance, row.target or "") for row in reader.read(text).positions}


def _commitments(reader, text):
    return {(row.holder, row.strength, row.partner) for row in reader.read(text).commitments}


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        ("Spain does not recognise Kosovo.", "ESP", "opposes", "XKX"),
        ("Madrid reiterated that it would not recognise Kosovo.", "ESP", "opposes", "XKX"),
        ("Washington will not lift its sanctions on Cuba.", "USA", "opposes", "CUB"),
        ("The Colombian government has not accepted the plan of Ecuador.", "COL", "opposes", "ECU"),
        ("Kazakhstan firmly adheres to the one-China principle.", "KAZ", "supports", "CHN"),
        (
            "A US draft resolution calling for a new election in Mali was vetoed by Russia.",
            "USA",
            "calls-for",
            "MLI",
        ),
        (
            "An Eritrean jet bombed Mekelle on Friday, the Ethiopian foreign minister said.",
            "ETH",
            "condemns",
            "ERI",
        ),
        ("Moscow and Beijing refused to recognise Kosovo.", "RUS; CHN", "opposes", "XKX"),
    ],
)
def test_a_position_comes_out(english, text, holder, stance, target):
    rows = _positions(english, text)
    assert any((h, s) == (holder, stance) and target in t for h, s, t in rows), rows


def test_what_is_denied_by_a_word_is_denied_once(english):
    (row,) = english.read("Pyongyang denied having sent troops to Russia.").positions
    assert (row.holder, row.stance) == ("PRK", "denies")


@pytest.mark.parametrize(
    "text",
    [
        "Russia will not attack Ukraine.",  # hostile: denied, not refused
        "The German minister will not visit Turkey.",  # off, not refused
        "Japan did not recognise Kosovo.",  # a thing of the past
        "Nobody has asked the Security Council to free Mali.",
    ],
)
def test_what_is_not_done_is_not_always_refused(english, text):
    assert _positions(english, text) == set()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Madrid said on Monday that Spain would not recognise Kosovo.", ("ESP", "pledged", "XKX")),
        ("Moscow is prepared to resume gas deliveries to Moldova.", ("RUS", "willing", "MDA")),
        ("Germany will never send troops to Ukraine.", ("DEU", "planned", "UKR")),
    ],
)
def test_a_commitment_comes_out(english, text, want):
    assert want in _commitments(english, text)


@pytest.mark.parametrize(
    "text",
    [
        "The United States said that Russia would invade Ukraine.",
        "Japan would not have sent troops to Iraq.",
    ],
)
def test_what_is_foretold_of_others_binds_nobody(english, text):
    assert _commitments(english, text) == set()


def test_what_will_not_be_done_is_told_with_its_negation(english):
    (row,) = english.read("Berlin will not send troops to Mali.").commitments
    assert row.action == "will not send troops to Mali"


@pytest.mark.parametrize(
    "text",
    [
        "The kidnapping of Israelis by Hamas was condemned.",
        "The hostage-taking of Israelis by Hamas was condemned.",
        "Russia's annexation of Crimea has been denounced.",
    ],
)
def test_who_did_a_deed_is_not_who_speaks_of_it(english, text):
    assert not [event for event in english.read(text).events if event.cameo.startswith("11")]


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("The observer for the State of Palestine called the outcome disastrous.", "PSE", "condemns"),
        ("Peru rejected Ecuador's remarks on the border, calling them “delusional”.", "PER", "condemns"),
        (
            "The spokesman for the Ministry of Defence of Serbia called the Croatian decision hasty.",
            "SRB",
            "condemns",
        ),
        ("Oman termed the Yemeni remarks inflammatory.", "OMN", "condemns"),
        ("The envoy to Libya of Egypt called for a ceasefire in Sudan.", "EGY", "calls-for"),
    ],
)
def test_what_one_calls_a_thing_is_no_call(english, text, holder, stance):
    rows = {(h, s) for h, s, _ in _positions(english, text)}
    assert (holder, stance) in rows
    assert stance == "calls-for" or (holder, "calls-for") not in rows


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan said Kashmir was an internationally recognised dispute.",
        "Syria said Israel must leave the internationally recognized borders of Lebanon.",
        "Libya's recognised government met the Turkish ambassador.",
    ],
)
def test_what_is_recognised_was_recognised_by_nobody_named(english, text):
    assert not [row for row in english.read(text).events if row.cameo == "054"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "“We are appalled by the Israeli strikes on the hospital,” the Norwegian minister said.",
            ("NOR", "111", "ISR"),
        ),
        ("“We are dismayed by Hungary's decision,” the Austrian minister said.", ("AUT", "110", "HUN")),
        ("Sweden said it was outraged by the Iranian verdict.", ("SWE", "111", "IRN")),
        ("“We are alarmed by the actions of Serbia,” Kosovo said.", ("XKX", "110", "SRB")),
    ],
)
def test_who_feels_is_who_says_so(english, text, row):
    rows = {(e.source, e.cameo, e.target) for e in english.read(text).events}
    assert row in rows, rows
    assert row[2] not in {source for source, _, _ in rows}


@pytest.mark.parametrize(
    ("text", "source", "cameo"),
    [
        (
            "The Security Council did not adopt a resolution urging Israel to open the crossings.",
            "UNSC",
            "02",
        ),
        ("Russia vetoed a draft resolution condemning its invasion of Ukraine.", "RUS", "111"),
        ("China blocked a statement condemning North Korea.", "CHN", "111"),
    ],
)
def test_what_a_text_asks_or_blames_is_not_of_those_who_turn_it_down(english, text, source, cameo):
    assert not [e for e in english.read(text).events if e.source == source and e.cameo.startswith(cameo)]
