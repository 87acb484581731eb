"""Words that name no other side are aimed at none: unnamed sides, one's own army, what was not done."""

import pytest

from depeche.reader import Reader


def _rows(record):
    return {(row.source, row.cameo, row.target, row.status) for row in record.events}


def _targets(record, stance):
    return [row.target for row in record.positions if row.stance == stance]


SIGNED = {
    "fr": "Le Niger et l'Algérie ont signé un accord. ",
    "en": "Israel and Lebanon signed an agreement. ",
    "es": "Colombia y Venezuela firmaron un acuerdo. ",
}


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Niamey accuse une puissance étrangère d'armer les rebelles.", "NER"),
        ("fr", "Le ministre nigérien a accusé des pays voisins d'abriter des terroristes.", "NER"),
        ("fr", "Alger a dénoncé certaines parties.", "DZA"),
        ("fr", "Niamey reproche à certains États d'avoir financé le terrorisme.", "NER"),
        ("fr", "Le président nigérien a critiqué les pays de la région.", "NER"),
        ("en", "Israel accused a foreign power of arming the group.", "ISR"),
        ("es", "Bogotá acusó a un país vecino de armar a la guerrilla.", "COL"),
    ],
)
def test_an_unnamed_side_stays_unnamed(readers, language, text, source):
    record = readers(language).read(SIGNED[language] + text)
    blame = [row for row in record.events if row.cameo.startswith("11")]
    assert [(row.source, row.target) for row in blame] == [(source, None)]
    assert not [row for row in record.events if row.source == source and row.cameo[:2] in ("05", "07")
                and not row.symmetric]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "row"),
    [
        ("fr", "Le président turc a ordonné à son armée de frapper la Syrie.", ("TUR", "190", "SYR", "occurred")),
        ("fr", "Le président sénégalais a demandé à son ministre des Affaires étrangères de rappeler "
               "l'ambassadeur au Mali.", ("SEN", "161", "MLI", "occurred")),
        ("en", "The Turkish president ordered his army to bomb Syria.", ("TUR", "195", "SYR", "occurred")),
    ],
)  # fmt: skip
def test_an_order_to_ones_own_is_no_demand(readers, language, text, row):
    record = readers(language).read(text)
    assert row in _rows(record)
    assert not [code for _, code, _, _ in _rows(record) if code.startswith(("02", "10"))]
    assert not _targets(record, "demands") + _targets(record, "calls-for")


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("fr", "La délégation russe est repartie sans parvenir à un accord avec l'Ukraine.", {"RUS", "UKR"}),
        ("fr", "Rabat et Alger se sont quittés sans s'entendre sur un texte.", {"MAR", "DZA"}),
        ("fr", "Les négociateurs russes ont quitté Genève sans signer d'accord avec Kiev.", {"RUS", "UKR"}),
        ("en", "Turkey left the talks without reaching an agreement with Damascus.", {"TUR", "SYR"}),
        ("es", "La delegación rusa abandonó Estambul sin firmar un acuerdo con Ucrania.", {"RUS", "UKR"}),
    ],
)
def test_what_one_left_without_was_not_done(readers, language, text, sides):
    record = readers(language).read(text)
    agreed = [row for row in record.events if row.cameo == "057"]
    assert [(row.status, {row.source, row.target}) for row in agreed] == [("denied", sides)]
    assert not record.commitments


def test_what_is_left_undone_is_not_asked_for(readers):
    record = readers("fr").read("La Chine a appelé à la retenue sans condamner la Russie.")
    assert not [target for target in _targets(record, "calls-for") if "condamner" in target]


def test_nobody_warns_of_oneself(readers):
    record = readers("fr").read('Ankara "ne restera pas silencieux", a prévenu le ministre turc du Commerce.')
    assert _targets(record, "warns") == ['Ankara "ne restera pas silencieux"']


def test_who_blames_nobody_named_does_so_among_dealings_too(readers):
    text = (
        "Le Niger et l'Algérie ont signé un accord. Le président nigérien a reçu le ministre algérien. Alger a "
        "félicité Niamey. Niamey a remercié Alger. Niamey a accusé une puissance étrangère d'armer les rebelles."
    )
    blame = [row for row in readers("fr").read(text).events if row.cameo.startswith("11")]
    assert [(row.source, row.target) for row in blame] == [("NER", None)]


def test_what_is_not_in_question_is_no_plan(readers):
    text = "Il n'est en revanche pas question de retirer le PKK de la liste des organisations terroristes."
    record = readers("fr").read(text)
    assert not [row for row in record.events if row.status == "planned"]
    assert not record.commitments


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Espagne a fermé son ambassade. De son côté, le Brésil propose ses bons offices."),
        (
            "fr",
            "L'Espagne a rappelé son ambassadeur. De leur côté, le Brésil et le Chili exigent une enquête.",
        ),
        ("fr", "L'Espagne a fermé son ambassade. Pour sa part, le Brésil a demandé une enquête."),
        ("fr", "L'Espagne a fermé son ambassade. À son tour, le Brésil a demandé une enquête."),
        ("en", "Spain closed its embassy. In its turn, Brazil offered aid of two million dollars."),
        ("es", "España cerró su embajada. Por su parte, Brasil ofreció ayuda humanitaria."),
    ],
)
def test_whose_turn_it_is_to_speak_is_nobody_elses(readers, language, text):
    record = readers(language).read(text)
    assert [row for row in record.events if (row.source or "").startswith("BRA")]
    assert not [row for row in record.events if row.target]


def test_what_is_told_only_after_is_no_target(readers):
    text = (
        "Le représentant du Luxembourg a dénoncé l'intensification de la répression. La Chine a rejeté les critiques "
        "de Cuba. La Chine a condamné Cuba. Cuba a accusé la Chine."
    )
    rows = [row for row in readers("fr").read(text).events if row.source == "LUX"]
    assert not [row for row in rows if row.target]


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        (
            "GENÈVE, 3 mars 2024 - Le Conseil des droits de l'homme a adopté une résolution prorogeant le mandat de "
            "l'expert sur le Mali. La Suisse a salué le texte.",
            "UNHRC",
        ),
        (
            "NEW YORK, 3 mars 2024 - Le Conseil de sécurité a voté ce matin, à l'initiative de la France, une résolution "
            "sur Haïti.",
            "UNSC",
        ),
    ],
)
def test_who_adopts_meets_nobody_besides(readers, text, organ):
    record = readers("fr").read(text)
    assert [row.states for row in record.encounters] == [(organ,)]
    assert not [row for row in record.events if row.cameo == "040"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kosovo. Belgrade a accusé Pristina de provocation. Pristina a dénoncé l'attitude de Belgrade.\n\n"
               "Birmanie. La Chine a suspendu sa médiation, reprochant aux deux camps leurs violences."),
        ("fr", "Pérou-Chili. Le président péruvien et son homologue chilien se retrouveront à Lima.\n\n"
               "Afrique de l'Ouest. La Chine a gelé son aide, déplorant les violences des deux camps."),
        ("en", "Kosovo. Serbia accused Kosovo of provocation. Kosovo denounced Serbia.\n\n"
               "Myanmar. China suspended its mediation, accusing both sides of violence."),
        ("es", "Kosovo. Serbia acusó a Kosovo de provocación. Kosovo criticó a Serbia.\n\n"
               "Birmania. China suspendió su mediación y deploró la violencia."),
    ],
)  # fmt: skip
def test_an_item_of_the_news_takes_no_side_from_another(readers, language, text):
    rows = [row for row in readers(language).read(text).events if row.source == "CHN"]
    assert rows
    assert {row.target for row in rows} <= {None, "MMR"}


def test_a_third_party_is_not_aimed_at_two_whom_the_text_names_once(readers):
    text = (
        "Le président français a reçu le président du Togo. Lomé a remercié Paris.\n\n"
        "Le chancelier allemand a promis une aide."
    )
    rows = [row for row in readers("fr").read(text).events if row.source == "DEU"]
    assert [row.target for row in rows] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Niamey a reçu le ministre russe. Le Niger a dénoncé l'accord qui encadrait la présence des soldats américains.",
        "Niamey a félicité Moscou. Niamey a annulé l'accord qui régissait le stationnement des troupes américaines.",
        "Niamey a remercié Pékin. Le Niger a suspendu l'accord dont dépendait la base de l'armée américaine.",
        "Niamey a accusé Abuja. Le Niger a dénoncé la convention qui autorisait les vols des drones américains.",
    ],
)
def test_an_agreement_is_ended_with_whom_its_words_name(readers, text):
    ended = [row for row in readers("fr").read(text).events if row.cameo.startswith("16")]
    assert {(row.source, row.target) for row in ended} == {("NER", "USA")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Chine a déclaré s'opposer aux mandats imposés sans le consentement des intéressés."),
        ("fr", "Le Rwanda a envoyé des troupes en RDC sans l'assentiment de Kinshasa."),
        ("fr", "Paris refuse de signer un texte sans l'aval de Berlin."),
        ("fr", "Ankara a frappé le nord de l'Irak sans l'accord de Bagdad."),
        ("en", "Rwanda sent troops to Congo without the consent of Kinshasa."),
        ("es", "Ruanda envió tropas al Congo sin el consentimiento de Kinshasa."),
    ],
)
def test_consent_that_was_not_asked_is_not_refused(readers, language, text):
    record = readers(language).read(text)
    refusals = [row for row in record.events if row.cameo.startswith("12")]
    assert len(refusals) <= 1
    assert not [row for row in record.events if row.cameo == "1222" or row.source in ("COD", "DEU", "IRQ")]
    assert len([row for row in record.positions if row.stance == "opposes"]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Madrid plaide pour le maintien des canaux de dialogue, là où Rome prône la fermeté.",
        "Tokyo demande des garanties, alors que Séoul se dit satisfaite.",
        "Oslo préconise la patience ; Stockholm prêche la fermeté.",
    ],
)
def test_who_says_something_else_beside_it_is_not_called_upon(readers, text):
    record = readers("fr").read(text)
    assert not [row for row in record.positions if row.stance == "calls-for" and ":" in (row.target or "")]
    assert not [row for row in record.events if row.cameo.startswith("02") and row.target]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        (
            "fr",
            "Le Mali a rejeté le mandat de la mission. La France a condamné cette décision.",
            ("FRA", "MLI"),
        ),
        ("en", "Mali rejected the mandate of the mission. France condemned this decision.", ("FRA", "MLI")),
    ],
)
def test_this_decision_is_of_who_took_it(language, text, key):
    rows = Reader(language).read(text).events
    assert key in [(row.source, row.target) for row in rows if row.cameo == "111"]
