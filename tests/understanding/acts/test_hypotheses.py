"""What stands under a condition, and what hangs on it, is not told as done."""

import pytest

UNTOLD = {"hypothetical", "planned"}

CONDITIONS = [
    ("fr", "Si l'Iran attaque, Israël bombardera Téhéran."),
    ("fr", "Si Paris envoie des troupes, Moscou ripostera par des frappes."),
    ("fr", "L'Iran fermera le détroit d'Ormuz à condition que Pékin le soutienne."),
    ("fr", "À moins que Kiev ne retire ses troupes, Moscou coupera le gaz."),
    ("fr", "Au cas où Bamako expulserait l'ambassadeur, Paris rappellerait le sien."),
    ("fr", "En cas d'attaque, Washington fournira des armes à Taïwan."),
    ("fr", "Faute d'un accord avec Londres, Paris renverra les migrants."),
    ("fr", "La Russie ne retirera ses troupes que si Kiev renonce à l'OTAN."),
    ("fr", "Tant que Damas bombarde Idleb, Ankara enverra des soldats."),
    (
        "fr",
        "Si l'Iran attaque et que la Syrie ferme sa frontière, Israël bombardera Damas et coupera le gaz.",
    ),
    ("fr", "Attaqué, l'Iran bombarderait Haïfa."),
    ("en", "If Iran attacks, Israel will bomb Tehran."),
    ("en", "Israel will bomb Tehran if Iran attacks."),
    ("en", "Unless Rwanda withdraws its troops, Kinshasa will break off relations."),
    ("en", "Should Moscow attack a NATO ally, Washington would send troops to Poland."),
    ("en", "Were Beijing to invade Taiwan, Japan would impose sanctions on China."),
    ("en", "Had Tehran attacked, Israel would have bombed Isfahan."),
    ("en", "In case of an attack on Taiwan, the United States will supply weapons to Taipei."),
    ("en", "In the event that Egypt closes the border, Israel will cut off aid to Gaza."),
    ("en", "As long as Ankara bombs the Kurds, Sweden will freeze arms sales to Turkey."),
    ("en", "Provided that Kyiv withdraws its troops, Moscow will release the prisoners."),
    ("en", "Failing an agreement, the EU will impose tariffs on China."),
    ("en", "Canada will expel Indian diplomats if New Delhi does not cooperate."),
    ("en", "Ankara will sign the deal after Washington lifts the sanctions."),
    ("es", "Si Irán ataca, Israel bombardeará Teherán."),
    ("es", "A menos que Ruanda retire sus tropas, Kinshasa romperá relaciones."),
    ("es", "En caso de ataque, Washington suministrará armas a Taiwán."),
    ("es", "Si China invadiera Taiwán, Japón impondría sanciones."),
]

FACTS = [
    ("fr", "Si la Russie a bombardé Kiev, c'est que les négociations ont échoué.", "RUS"),
    ("fr", "Si Paris a condamné l'attaque, Berlin est resté silencieux.", "FRA"),
    ("fr", "Même si Israël a bombardé Damas, la Syrie négociera.", "ISR"),
    ("fr", "Alger a rappelé son ambassadeur parce que Paris soutient Rabat.", "DZA"),
    ("en", "Israel bombed Beirut after Hezbollah attacked Haifa.", "ISR"),
    ("en", "When Russia attacked Georgia, NATO condemned Moscow.", "RUS"),
    ("en", "Poland closed its border because Belarus sent migrants.", "POL"),
    ("es", "Israel bombardeó Beirut después de que Hezbolá atacara Haifa.", "ISR"),
]


@pytest.mark.parametrize(("language", "text"), CONDITIONS)
def test_a_condition_and_what_hangs_on_it_are_not_done(readers, language, text):
    told = readers(language).read(text).events
    assert told
    assert {event.status for event in told} <= UNTOLD, told


@pytest.mark.parametrize(("language", "text", "source"), FACTS)
def test_what_is_granted_or_was_done_is(readers, language, text, source):
    told = readers(language).read(text).events
    assert any(event.status == "occurred" and event.source == source for event in told), told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials asked whether Russia had bombed the hospital."),
        ("en", "It is unclear if North Korea has sent troops to Russia."),
        ("fr", "On ignore si la Russie a bombardé l'hôpital."),
    ],
)
def test_a_reported_question_is_open(readers, language, text):
    assert {event.status for event in readers(language).read(text).events} == {"hypothetical"}


@pytest.mark.parametrize(
    ("language", "text", "cameo"),
    [
        ("fr", "« Si Israël nous attaque, nous frapperons Tel-Aviv », a prévenu le ministre iranien.", "138"),
        ("en", '"We will cut off gas if Poland seizes our assets," the Kremlin spokesman said.', "138"),
        ("fr", "Téhéran menace de fermer le détroit d'Ormuz si Washington impose des sanctions.", "138"),
    ],
)
def test_who_says_so_of_himself_threatens(readers, language, text, cameo):
    record = readers(language).read(text)
    (threat,) = [event for event in record.events if event.status == "occurred"]
    assert threat.cameo.startswith(cameo)
    assert {row.strength for row in record.commitments} == {"conditional"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Japan pledged to lift sanctions if Pyongyang frees the abductees."),
        ("fr", "Berlin a promis de livrer des chars si Washington livre des avions."),
    ],
)
def test_a_promise_under_a_condition_is_made_and_conditional(readers, language, text):
    record = readers(language).read(text)
    assert any(event.status == "occurred" and event.cameo.startswith("03") for event in record.events)
    assert [row.strength for row in record.commitments] == ["conditional"]


def test_even_if_makes_nothing_conditional(readers):
    rows = readers("en").read("Even if Israel bombs Natanz, Iran will enrich uranium.").commitments
    assert [row.strength for row in rows] == ["planned"]


def test_the_condition_of_another_binds_nobody(readers):
    rows = readers("en").read("Talks with Kigali will resume once Rwanda withdraws its troops.").commitments
    assert rows == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ankara is considering an incursion into northern Syria."),
        ("en", "The EU intends to impose sanctions on Belarus."),
        ("en", "Warsaw braced for an attack by Belarus."),
        ("en", "The drill simulated a Chinese attack on Taiwan."),
        ("fr", "Ankara envisage une incursion dans le nord de la Syrie."),
        ("fr", "L'exercice simulait une frappe iranienne contre une raffinerie saoudienne."),
        ("fr", "Taipei se prépare à une invasion chinoise."),
        ("es", "El ejercicio simuló un ataque chino contra Taiwán."),
    ],
)
def test_what_is_meant_or_played_through_is_not_done(readers, language, text):
    told = readers(language).read(text).events
    assert told
    assert {event.status for event in told} <= UNTOLD, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Maduro said that lifting the ban on American aid is out of the question."),
        ("en", "Caracas said lifting the embargo on American goods is not on the agenda."),
    ],
)
def test_what_is_only_weighed_is_not_done(readers, language, text):
    told = readers(language).read(text).events
    assert all(event.status != "occurred" for event in told if event.cameo.startswith("08")), told
