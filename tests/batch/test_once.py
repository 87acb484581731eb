import json

import msgspec
import pytest

from depeche.batch.batch import batch
from depeche.batch.item import look
from depeche.batch.local import Local
from depeche.batch.plan import Setting
from depeche.batch.report import report
from depeche.errors import InputError
from depeche.funnel import Sifted
from depeche.reading.articles import Article, Broken

from .corpus import contents, rows

WIRE = """{city}, 3 mars 2021 (AFP) - Le ministre des Affaires étrangères a reçu l'ambassadeur du pays voisin de {city}.

« Nous soutenons le projet de {city} », a déclaré le ministre après la rencontre. Il a condamné les sanctions
de Moscou et promis une aide de cent millions d'euros aux habitants de {city}, qui attendent depuis un an.
Les deux pays signeront un accord au printemps. Le président se rendra à {city} en juin avec une délégation.
"""
CITIES = ("Lisbonne", "Rome", "Berne", "Vienne", "Oslo", "Riga")
RECIPE = "Le chef fait dorer les oignons dans le beurre, puis il ajoute la farine et le lait tiède."


def wire(city, more=""):
    return WIRE.format(city=city) + more


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Wires in one file, and again in others, some under another headline."""
    folder = tmp_path_factory.mktemp("once") / "files"
    folder.mkdir()
    first = [{"text": wire(city), "url": f"a:{city}", "published": "2021-03-03"} for city in CITIES]
    first += [{"text": wire("Rome"), "url": "a:again"}, {"no": "text"}]
    again = [{"text": wire(city, "Moscou a protesté."), "url": f"b:{city}", "title": city} for city in CITIES]
    again += [{"text": wire("Madrid"), "url": "b:new"}, {"text": RECIPE, "url": "b:recipe"}]
    again += [
        {"text": wire("Paris"), "url": "b:bad date", "published": "soon"},
        {"text": wire("Paris"), "url": "b:good"},
    ]
    for name, some in (("a", first), ("b", again)):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, some)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def once(setting):
    return msgspec.structs.replace(setting, once=True, gate=True, part=3)


@pytest.fixture(scope="module")
def whole(nursery, files, once, tmp_path_factory):
    out = tmp_path_factory.mktemp("whole") / "out"
    return out, batch([str(files)], out, Local(1, nursery=nursery), once)


def test_of_near_copies_the_first_is_read_and_the_others_name_it(whole):
    out, made = whole
    read = {row["dispatch"]: row["origin"] for row in rows(out, "dispatches")}
    assert list(read.values()) == [*(f"a:{city}" for city in CITIES), "b:new", "b:good"]
    copies = [row for row in rows(out, "dropped") if row["reason"] == "copy"]
    assert [(row["origin"], read[row["copy_of"]]) for row in copies] == [
        ("a:again", "a:Rome"), *((f"b:{city}", f"a:{city}") for city in CITIES)
    ]  # fmt: skip
    assert copies[1]["headline"] == "Lisbonne"
    assert made.tally["dropped copy"] == 7
    assert [row["origin"].rpartition("/")[2] for row in rows(out, "rejects")] == ["a.jsonl:8", "b:bad date"]


def test_stages_are_told_in_their_order(whole):
    _, made = whole
    found = {
        stage["stage"]: (stage["in"], stage["out"])
        for stage in report("x", made.tally, gate=True, once=True)["stages"]
    }
    assert found == {
        "finding": (18, 17), "language": (17, 17), "gate": (17, 16), "copies": (16, 9),
        "extraction": (9, 8), "passages": (8, 8), "reading": (8, 8),
    }  # fmt: skip


def test_two_workers_write_the_same_bytes_as_one(whole, run, files, once, tmp_path):
    run([files], tmp_path / "out", setting=once, workers=2)
    assert contents(tmp_path / "out") == contents(whole[0])


@pytest.mark.parametrize("moment", range(1, 9))
def test_cut_off_anywhere_it_goes_on(whole, run, files, once, tmp_path, moment):
    told = []

    def stop(tally):
        told.append(dict(tally))
        if len(told) == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([files], tmp_path / "out", setting=once, watch=stop)
    kept = len(list((tmp_path / "out").glob("survey/*")))
    told.clear()
    run([files], tmp_path / "out", setting=once, watch=told.append)
    assert contents(tmp_path / "out") == contents(whole[0])
    assert moment < 2 or kept
    assert told[0].get("looked at", 18) >= min(3 * kept, 18)  # what was looked at is not looked at again


def test_what_the_reader_will_refuse_is_no_original():
    items = [
        Article("a", wire("Rome"), published="soon"),
        Broken("b", InputError("x")),
        Article("c", "x" * 200),
    ]
    assert look(items, Setting(language="fr", limit=100)) == [Sifted()] * 3
    assert look([Article("a", b"\x89PNG\r\n\x1a\n\x00")], Setting()) == [Sifted()]
