"""Statements in all their shapes, read by the real pipeline from sentences written for the purpose."""

from collections.abc import Callable

import pytest

TEXTS: dict[str, str] = {
    "split": "« La trêve tient », a déclaré Wang Yi, « mais elle est fragile ».",
    "inside": "La Grèce, a estimé Wang Yi, est devenue un partenaire essentiel.",
    "long": "« Nous avons perdu. Des villes entières sont tombées », a dit Narendra Modi.",
    "comma": "Wang Yi a déclaré que la trêve tenait, ajoutant que Pékin resterait vigilant.",
    "both": "Narendra Modi a condamné l'attentat et exigé une enquête.",
    "that": "Paris a affirmé que le ministre avait été reçu, ce que Téhéran dément.",
    "passive": "L'attentat a été condamné par Washington.",
    "impersonal": "Il a été souligné que l'aide devait être neutre.",
    "hidden": "Les pourparlers reprendront lundi, indique-t-on de source chinoise.",
    "noun": "L'accusation de Kiev selon laquelle Moscou a menti est grave.",
    "appeal": "Le pape a lancé un appel à la paix.",
    "according": "Selon Jeune Afrique, les deux hommes se sont parlé.",
    "whom": "Le texte déplaît à John Kirby, pour qui rien ne change.",
    "paragraphs": '"C\'est un rapport partial.\n"Nous ne céderons pas", a dit Wang Yi.',
    "unclosed": "« Nous ne céderons pas, a dit Wang Yi.\nLe sommet s'ouvre lundi.",
    "name": 'La France soutient le mécanisme "16+1".',
    "scare": "Le Kenya a signé un accord « historique » avec le Japon.",
    "future": "Le ministre japonais des Affaires étrangères condamnera l'attentat lundi.",
    "duty": "Wang Yi doit annoncer la reprise des vols.",
    "inanimate": "Cette visite souligne l'importance des relations entre les deux pays.",
    "carrier": "Wang Yi a tenu à souligner que la porte restait ouverte.",
    "colon": "Wang Yi a lancé : « La porte reste ouverte ».",
    "nested": "Wang Yi a déclaré que le président Tokaïev avait dénoncé les accusations.",
    "continued": "Wang Yi a dit que la visite était utile. La Chine soutient pleinement le Kazakhstan.",
    "narrated": "Wang Yi a dit que la visite était utile. Les deux hommes ont ensuite signé un accord.",
    "quoted": "« Oui », a dit Wang Yi. « Nous irons. »",
    "resumed": "L'initiative, a ajouté Wang Yi, vise la paix, que la guerre a rompue.",
    "dated": "La trêve n'est pas à discuter, a affirmé, lundi à Rabat, le ministre comorien.",
    "himself": "Josep Borrell a condamné l'attaque de l'Iran, inutile selon lui.",
    "communiqué": "Le président se rendra dimanche à Banjul, annonce un communiqué de la présidence gambienne.",
    "read": "« La trêve tient », lit-on dans un communiqué du ministère togolais.",
    "inside quote": "«Le lien est solide, a déclaré Rob Nicholson. Nous allons le renforcer.»",
    "two quotes": "Charles Michel a appelé à « agir vite » pour que la trêve tienne et à éviter « le pire ».",
    "absolute": "La Chine a promis de renforcer ses liens, le ministre Sergueï Lavrov s'entretenant avec Xi Jinping.",
    "informed": "La France invite l'ONU à la tenir informée de la situation.",
    "named office": "Selon le porte-parole de la diplomatie égyptienne, Ahmed Abu Zeid, la trêve tient.",
    "as long": "La France maintiendra son aide aussi longtemps que nécessaire.",
    "spokeswoman": "Israël : Déclaration de la porte-parole sur la trêve\n\nL'Union européenne salue la trêve. "
    "L'annonce d'Israël constitue un pas vers la paix.",
    "envoy": "Paris a rappelé vendredi son envoyé en Australie.",
    "following": "Étaient présents les ministres suivants ou leurs délégués du Sénégal.",
    "transcript": "Wang Yi : Nous avons signé.\nQuestion : Et le Japon ?\nWang Yi : Tokyo attendra.",
}


@pytest.fixture(scope="module")
def told(read_all: Callable) -> dict:  # type: ignore[type-arg]
    return dict(zip(TEXTS, read_all(TEXTS.values()), strict=True))


@pytest.mark.parametrize(
    ("name", "speaker", "cue", "content"),
    [
        ("split", "Wang Yi", "déclarer", "La trêve tient », a déclaré Wang Yi, « mais elle est fragile"),
        ("inside", "Wang Yi", "estimer", TEXTS["inside"].rstrip(".")),
        ("long", "Narendra Modi", "dire", "Nous avons perdu. Des villes entières sont tombées"),
        ("comma", "Wang Yi", "déclarer", "la trêve tenait"),
        ("comma", "Wang Yi", "ajouter", "Pékin resterait vigilant"),
        ("resumed", "Wang Yi", "ajouter", TEXTS["resumed"].rstrip(".")),
        ("dated", "COM", "affirmer", "La trêve n'est pas à discuter"),
        ("himself", "Josep Borrell", "selon", "Josep Borrell a condamné l'attaque de l'Iran, inutile"),
        ("communiqué", "GMB", "annoncer", "Le président se rendra dimanche à Banjul"),
        ("read", "TGO", "lire", "La trêve tient"),
        ("inside quote", "Rob Nicholson", "déclarer", TEXTS["inside quote"].strip("«»")),
        ("absolute", "CHN", "promettre", "renforcer ses liens"),
        ("informed", "FRA", "inviter", "la tenir informée de la situation"),
        ("named office", "Ahmed Abu Zeid", "selon", "la trêve tient"),
        ("both", "Narendra Modi", "condamner", "l'attentat"),
        ("both", "Narendra Modi", "exiger", "une enquête"),
        ("that", "IRN", "démentir", "le ministre avait été reçu"),
        ("passive", "USA", "condamner", "L'attentat"),
        ("impersonal", None, "souligner", "l'aide devait être neutre"),
        ("hidden", "CHN", "indiquer", "Les pourparlers reprendront lundi"),
        ("noun", "UKR", "accusation", "Moscou a menti"),
        ("appeal", "pape", "appel", "la paix"),
        ("according", "Jeune Afrique", "selon", "les deux hommes se sont parlé"),
        ("whom", "John Kirby", "pour", "rien ne change"),
        ("carrier", "Wang Yi", "souligner", "la porte restait ouverte"),
        ("colon", "Wang Yi", "lancer", "La porte reste ouverte"),
        ("nested", "Kassym", "dénoncer", "les accusations"),
        ("quoted", "Wang Yi", None, "Nous irons."),
    ],
)
def test_a_statement_is_read(told: dict, name: str, speaker: str | None, cue: str, content: str) -> None:  # type: ignore[type-arg]
    found = {(row[1], row[2]) for row in told[name].told()}
    assert (cue, content) in found
    said = next(s for s in told[name].speech.statements if s.cue == cue)
    if speaker not in ("pape", "Kassym"):
        assert said.speaker == speaker


@pytest.mark.parametrize(
    "name", ["name", "scare", "future", "duty", "inanimate", "envoy", "following", "as long"]
)
def test_what_is_no_statement(told: dict, name: str) -> None:  # type: ignore[type-arg]
    assert told[name].told() == []


@pytest.mark.parametrize(
    ("name", "cue", "mode"),
    [
        ("split", "déclarer", "direct"),
        ("long", "dire", "direct"),
        ("inside quote", "déclarer", "direct"),
        ("two quotes", "appeler", "mixed"),
        ("comma", "déclarer", "indirect"),
        ("inside", "estimer", "indirect"),
        ("quoted", None, "direct"),
    ],
)
def test_the_mode_is_told_by_the_quotation_marks(told: dict, name: str, cue: str | None, mode: str) -> None:  # type: ignore[type-arg]
    assert told[name].said(cue).mode == mode


def test_a_quotation_over_two_paragraphs_is_one_statement(told: dict) -> None:  # type: ignore[type-arg]
    rows = told["paragraphs"].told()
    assert len(rows) == 1
    assert rows[0][2] == "C'est un rapport partial.\n\"Nous ne céderons pas"


def test_an_unclosed_quotation_ends_with_its_paragraph(told: dict) -> None:  # type: ignore[type-arg]
    assert all("sommet" not in (content or "") for _, _, content in told["unclosed"].told())


def test_a_statement_within_a_statement_comes_through_its_speaker(told: dict) -> None:  # type: ignore[type-arg]
    inner = told["nested"].said("dénoncer")
    assert inner.via == "Wang Yi"
    assert told["nested"].speech.statements[inner.parent].cue == "déclarer"


def test_a_sentence_of_stance_goes_on_in_the_speakers_voice(told: dict) -> None:  # type: ignore[type-arg]
    row = told["continued"].told()[-1]
    assert row == ("Wang Yi", None, "La Chine soutient pleinement le Kazakhstan")


def test_a_narrated_sentence_does_not_go_on_in_the_speakers_voice(told: dict) -> None:  # type: ignore[type-arg]
    assert [row[1] for row in told["narrated"].told()] == ["dire"]


def test_a_title_that_names_no_side_has_no_author(told: dict) -> None:  # type: ignore[type-arg]
    assert {said.speaker for said in told["spokeswoman"].speech.statements} == {"EU"}


def test_a_transcript_gives_a_statement_for_each_answer(told: dict) -> None:  # type: ignore[type-arg]
    rows = told["transcript"].told()
    assert [row[2] for row in rows] == ["Nous avons signé", "Tokyo attendra"]
    assert {said.mode for said in told["transcript"].speech.statements} == {"direct"}


def test_the_evidence_holds_the_auxiliary(told: dict) -> None:  # type: ignore[type-arg]
    reading = told["both"]
    assert [reading.words(span) for span in reading.said("condamner").evidence] == ["a condamné"]


def test_the_voice_of_a_token_is_its_statement(told: dict) -> None:  # type: ignore[type-arg]
    reading = told["comma"]
    inside = next(token.i for token in reading.parse.doc if token.text == "vigilant")
    outside = next(token.i for token in reading.parse.doc if token.text == "déclaré")
    assert reading.speech.voice(inside).cue == "ajouter"
    assert reading.speech.voice(outside) is None


def test_a_statement_is_found_by_its_cue(told: dict) -> None:  # type: ignore[type-arg]
    reading = told["passive"]
    cue = next(token.i for token in reading.parse.doc if token.text == "condamné")
    assert reading.speech.by_cue(cue) is reading.speech.statements[0]
