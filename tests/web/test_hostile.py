"""Dispatches that were made to do harm: they are shown, and do nothing."""

import pytest

from depeche import Ledger, Record
from depeche.ledger import writing
from depeche.record import Event, Header, Name, Person, Plover, Position, Statement, Time, Zone

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"onmouseover='alert(3)' "
    "javascript:alert(4) {{ 7 * 7 }} \u202eesrever\u202c \u2066isolated\u0007\u0000 </a></p></html>"
)


def _evil():
    size = len(EVIL)
    spans = [(0, size), (1, 8), (9, size)]
    return Record(
        version="0",
        text=f"{EVIL}\n\n{EVIL}",
        document=Header(language="fr", title=EVIL, place=EVIL, published="2020-01-01"),
        zones=(Zone("title", 0, size), Zone("body", size + 2, 2 * size + 2)),
        people=(Person(name=EVIL, office=EVIL, role=EVIL, of=EVIL, aliases=(EVIL,), evidence=(spans[1],)),),
        statements=(
            Statement(
                speaker=EVIL,
                speaker_of=EVIL,
                cue=EVIL,
                mode="direct",
                content=spans[0],
                via=EVIL,
                about=(EVIL,),
                evidence=(spans[1],),
            ),
        ),
        positions=(Position(holder=EVIL, stance="denies", target=EVIL, entry=EVIL, evidence=(spans[2],)),),
        events=(
            Event(
                source=EVIL, target=EVIL, symmetric=False, cameo="010", plover=Plover(EVIL, EVIL, EVIL),
                status="denied", frame=EVIL, modality=EVIL, entry=EVIL, place=EVIL, evidence=tuple(spans),
            ),
        ),
        dates=(Time(text=EVIL, value=EVIL, reason=EVIL, evidence=((size + 3, size + 9),)),),
        names=(Name(text=EVIL, kind="ORG", code=EVIL, evidence=((size + 9, size + 12),)),),
    )  # fmt: skip


def _huge():
    sentence = "Le 3 mai, le ministre a parlé. "
    text = sentence * (2_000_000 // len(sentence))
    starts = range(0, 5000 * len(sentence), len(sentence))
    return Record(
        version="0",
        text=text,
        document=Header(language="fr", title="Long"),
        zones=(Zone("body", 0, len(text)),),
        statements=tuple(
            Statement(
                speaker=f"Orateur {number}",
                speaker_of=None,
                cue="dire",
                mode="indirect",
                content=(number, 20_000 - number),
                evidence=((number, number + 3),),
            )
            for number in range(500)
        ),
        dates=tuple(Time(text="3 mai", value="2020-05-03", evidence=((at + 3, at + 8),)) for at in starts),
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, serve):
    place = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Ledger(place, create=True) as ledger, ledger._writing() as connection:
        for number, record in enumerate((_evil(), _huge())):
            dispatch, _ = writing.add(connection, record, f"{number:064}")
            writing.add_print(
                connection, dispatch, f"{EVIL.translate({0: None})}{number}", EVIL.translate({0: None})
            )
    return serve(place)


@pytest.mark.parametrize(
    "path", ["/dispatches", "/dispatches/1", "/dispatches/1?at=1-8#at", "/compare?a=1&b=2"]
)
def test_what_looks_like_markup_is_shown_as_words(look, hostile, path):
    page = look(path, at=hostile)
    assert page.locator("main script, main img, main [onerror], main [onmouseover]").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()
    assert "\u202e" not in page.locator("main").inner_text()


def test_what_looks_like_markup_acts_in_no_popover(look, hostile, violations):
    page = look("/dispatches/1", at=hostile)
    for mark in page.locator("a.m").all()[:6]:
        mark.focus()
    assert page.locator("#pop section").count() >= 1
    assert page.locator("#pop script, #pop img").count() == 0
    assert violations(page) == []


def test_a_text_of_two_million_characters_is_shown_window_by_window(look, hostile):
    page = look("/dispatches/2", at=hostile)
    assert len(page.locator(".prose").inner_text()) < 100_000
    assert page.locator("#table-dates .count").inner_text() == "400 of 5000 here"
    first = page.locator("a.m.time").first.get_attribute("id")
    page.get_by_role("link", name="The text goes on").click()
    assert page.locator("a.m.time").first.get_attribute("id") != first
    page.get_by_role("link", name="The text before").click()
    assert page.locator("a.m.time").first.get_attribute("id") == first


def test_a_passage_far_in_is_found(look, hostile):
    page = look("/dispatches/2?at=1000003-1000010#at", at=hostile)
    assert page.locator("#at").count() == 1


def test_a_hostile_text_in_the_box_is_only_a_text(look):
    page = look("/read")
    page.get_by_label("The dispatch").fill(
        f"{EVIL.translate({0: None})}\n\nLe ministre a reçu son homologue à Paris."
    )
    page.locator("select[name=language]").select_option("fr")
    page.get_by_role("button", name="Read").click()
    page.wait_for_load_state("load")
    assert page.locator("main script, main img").count() == 0
    assert "alert(1)" in page.locator(".prose").inner_text()
