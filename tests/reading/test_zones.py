import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.languages import load
from depeche.reading.page import page_of
from depeche.reading.zones import layout

PAGE = page_of(load("fr"))
BODY = (
    "Le président a reçu mardi son homologue au palais, a indiqué la présidence dans un communiqué publié "
    "dans la soirée par ses services. Les deux hommes ont parlé de la paix."
)
MORE = (
    "Ils se sont dits prêts à poursuivre le dialogue engagé il y a deux ans sous l'égide de l'Union "
    "africaine, selon la même source, qui n'a pas donné d'autres détails sur la rencontre."
)


def zones(text):
    return [(zone.kind, text[zone.start : zone.end]) for zone in layout(text, PAGE).zones]


@pytest.mark.parametrize(
    ("dateline", "place", "stamp"),
    [
        ("BEIJING, 15 décembre (Xinhua) --", "Beijing", "15 décembre"),
        ("NEW YORK (Nations Unies), 26 septembre (Xinhua) --", "New York", "26 septembre"),
        ("PUTRAJAYA (Malaisie), 28 juil 2025 (AFP) –", "Putrajaya", "28 juil 2025"),
        ("Bruxelles, 29 août (Europa Agency) –", "Bruxelles", "29 août"),
        ("TUNIS, Tunisie, 30 juillet 2012/African News (AN)/ —", "Tunis", "30 juillet 2012"),
        ("BRUXELLES 09/02/2018 (BELGA) =", "Bruxelles", "09/02/2018"),
        ("PARIS (AFP) –", "Paris", None),
        ("PARIS —", "Paris", None),
        ("Genève, le 3 mai 2011 -", "Genève", "3 mai 2011"),
        ("GENEVE, 3 mai (ATS) -", "Genève", "3 mai"),
        ("NIAMEY, 12 fév 2024 (ANP) -", "Niamey", "12 fév 2024"),
        ("Dakhla, 31/08/2022 (MAP) –", "Dakhla", "31/08/2022"),
        ("Berne, 03.05.2011 -", "Berne", "03.05.2011"),
        ("Berne/Tripoli (ats)", "Berne; Tripoli", None),
        ("KINSHASA/BRUXELLES, 8 fév (Belga) –", "Kinshasa; Bruxelles", "8 fév"),
        ("PORT-AU-PRINCE, lundi 3 mai 2010 (AHP) —", "Port-au-Prince", "lundi 3 mai 2010"),
        ("N'DJAMENA, 3 mai (Xinhua) --", "N'Djamena", "3 mai"),
        ("LE CAIRE, 3 mai (Xinhua) --", "Le Caire", "3 mai"),
        ("Bruxelles, Belgique (AFP) -", "Bruxelles", None),
        ("Beyrouth (Liban) -", "Beyrouth", None),
        ("MOSCOU, 1er mars. /TASS/.", "Moscou", "1er mars."),
        ("MOSCOU, 3 mai - RIA Novosti.", "Moscou", "3 mai"),
        ("TEHERAN - IRNA -", "Téhéran", None),
        ("ALGER-", "Alger", None),
        ("Rabat –", "Rabat", None),
        ("(Agence Ecofin) -", None, None),
    ],
)
def test_datelines(dateline, place, stamp):
    text = f"{dateline} {BODY}\n\n{MORE}"
    page = layout(text, PAGE)
    assert zones(text) == [("dateline", dateline), ("body", BODY), ("body", MORE)]
    assert page.place == place
    assert [text[a:b] for a, b in page.stamps] == ([stamp] if stamp else [])


@pytest.mark.parametrize(
    "start",
    [
        "Emmanuel Valmont – ",
        "Le 3 mai 2011, ",
        "Paris, Londres et Berlin ont condamné mardi les frappes. ",
        "Lundi, ",
        "En visite à Rome, ",
        "FLASH - ",
        "La France (premier partenaire du pays) a protesté. ",
    ],
)
def test_what_only_looks_like_a_dateline_is_body(start):
    text = f"{start}{BODY}\n\n{MORE}"
    assert zones(text)[0] == ("body", start + BODY)


@pytest.mark.parametrize(
    "title",
    [
        "Rencontre entre le ministre et son homologue autrichien",
        "Sommet de l'UA : que peut-on attendre ?",
        "Reynders partisan d'une « remise à plat » des relations",
        "Mali. Le ministre français reçu à Bamako",
        "MALI-DIPLOMATIE / Le ministre reçu à Bamako",
        'Niger: "Nous ne céderons pas", dit le général',
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\nPublié le 11/01/2022 à 09h12 | Par la rédaction\n\n"])
def test_headlines(title, between):
    text = f"{title}{between}{BODY}\n\n{MORE}"
    assert layout(text, PAGE).title == title
    assert ("title", title) in zones(text)


def test_a_text_that_starts_with_its_first_sentence_has_no_headline():
    assert layout(f"{BODY}\n{MORE}", PAGE).title is None


def test_a_single_line_is_body_whatever_it_ends_in():
    assert zones("Paris a rappelé son ambassadeur à Rome") == [
        ("body", "Paris a rappelé son ambassadeur à Rome")
    ]


def test_a_rubric_above_the_headline_is_metadata():
    text = f"Communiqué de presse\n\nVisite du ministre à Vienne\n\n{BODY}"
    assert zones(text)[:2] == [("metadata", "Communiqué de presse"), ("title", "Visite du ministre à Vienne")]


def test_short_lines_between_paragraphs_are_subheads():
    text = f"{BODY * 2}\n\nUn voisin embarrassé\n\n{MORE * 2}"
    assert [kind for kind, _ in zones(text)] == ["body", "title", "body"]


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Dernière mise à jour à 08h27 le 17/12", "17/12"),
        ("Publié le 11/01/2022 à 09h12 | Par la rédaction", "11/01/2022"),
        ("Modifié le 3 mai 2011 à 10h00", "3 mai 2011"),
        ("25 mars 2024 | Paix et sécurité", "25 mars 2024"),
        ("French.news.cn | 2019-12-15 à 14:02", "2019-12-15"),
        ("Mardi 3 mai 2011", "Mardi 3 mai 2011"),
        ("xinhua 2011-05-03 15:29:12", "2011-05-03"),
        ("Xinhua | Mis à jour le 15-12-2019 à 10:03", "15-12-2019"),
    ],
)
def test_lines_of_metadata_give_stamps(line, stamp):
    text = f"{line}\n{BODY}\n\n{MORE}"
    page = layout(text, PAGE)
    assert zones(text)[0] == ("metadata", line)
    assert [text[a:b] for a, b in page.stamps] == [stamp]


def test_publication_comes_before_an_update():
    text = f"Mis à jour le 4 mai 2011\nPublié le 3 mai 2011\n{BODY}"
    assert [text[a:b] for a, b in layout(text, PAGE).stamps] == ["3 mai 2011", "4 mai 2011"]


def test_a_line_of_fields_gives_place_and_day():
    text = f"Le ministre appelle son homologue\n\nLe 5 mars 2021 – Ottawa (Ontario) – Affaires mondiales\n\n{BODY}"
    page = layout(text, PAGE)
    assert (page.place, [text[a:b] for a, b in page.stamps]) == ("Ottawa", ["5 mars 2021"])


@pytest.mark.parametrize(
    "line", ["Bruxelles, 14/08/2020 - 18:32, UNIQUE ID: 200814_5", "14 août 2020\nBruxelles"]
)
def test_a_page_with_place_and_day_on_lines_of_their_own(line):
    page = layout(f"{line}\n\nVisite du ministre à Vienne et à Prague\n\n{BODY}", PAGE)
    assert (page.place, page.title) == ("Bruxelles", "Visite du ministre à Vienne et à Prague")


def test_a_stamp_below_a_headline_is_no_part_of_it():
    text = f"Le Conseil ne parvient pas à un accord\nxinhua 2023-10-17 15:29:12\n\n{BODY}"
    assert layout(text, PAGE).title == "Le Conseil ne parvient pas à un accord"


def test_a_page_with_its_place_on_a_line_of_its_own():
    text = f"21 novembre 2017\nMoscou, le Kremlin\n\nEntretien avec le Président de la République\n\n{BODY}"
    page = layout(text, PAGE)
    assert page.place == "Moscou"
    assert page.title == "Entretien avec le Président de la République"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lire aussi : Pêche : ce que change l'accord", "noise"),
        ("À lire également", "noise"),
        ("Partager  Tweet  WhatsApp", "noise"),
        ("Newsletter : recevez chaque matin l'essentiel de l'actualité", "noise"),
        ("© Droits réservés", "noise"),
        ("Accueil > International > Afrique", "noise"),
        ("abc/def/gh", "noise"),
        ("https://exemple.org/depeche", "noise"),
        ("* * *", "noise"),
        ("Photo : le ministre à son arrivée", "caption"),
        ("Le ministre, mardi à Oslo. © Service de presse", "caption"),
        ("R. N. / Agences", "metadata"),
        ("Par Jeanne Martin, à Genève", "metadata"),
        ("La rédaction avec AFP", "metadata"),
    ],
)
def test_the_margins_of_a_page(line, kind):
    text = f"{BODY}\n\n{line}\n\n{MORE}"
    assert (kind, line) in zones(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Publié jeudi, le rapport accuse les deux armées d'avoir pris des civils pour cible.",
        "Partager le fardeau est nécessaire, a dit le ministre.",
        "Par ailleurs, Paris a rappelé son ambassadeur.",
        "Photo à l'appui, le ministre a démenti.",
        "Facebook a supprimé des comptes liés à Moscou.",
    ],
)
def test_sentences_that_begin_like_a_margin_are_body(sentence):
    text = f"{BODY}\n\n{sentence}\n\n{MORE}"
    assert ("body", sentence) in zones(text)


def test_an_end_mark_is_cut_from_the_last_paragraph():
    assert zones(f"{BODY}\n\n{MORE} FIN")[-2:] == [("body", MORE), ("noise", "FIN")]


def test_a_page_of_margins_only_is_read_all_the_same():
    assert zones("Publié le 3 mai 2011\nPartager") == [("body", "Publié le 3 mai 2011"), ("body", "Partager")]


LINES = st.sampled_from(
    [BODY, MORE, "Lire aussi : la suite", "PARIS (AFP) -", "3 mai 2011", "", "   ", "Un titre sans point",
     "« Oui », a dit Paris.", "© AFP", "abc/def", "- un", "\u200b", "*", "Berne, le 3 mai 2011", "FIN"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=40), max_size=12), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_zones_are_disjoint_ordered_and_cover_all_words(parts, end):
    text = end.join(parts)
    at = 0
    for zone in layout(text, PAGE).zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip()
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end]
        at = zone.end
    assert not text[at:].strip()
