import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.knowledge import Hit, gazetteer, world
from depeche.knowledge.folding import fold
from depeche.knowledge.spelling import writes
from depeche.languages.pack import load

FRENCH = gazetteer("fr")
FORMS = [name.form for listed in FRENCH.listed.values() for name in listed]


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[hit.start : hit.end], hit.code) for hit in FRENCH.find(text)]


def codes(text: str) -> list[str | None]:
    return [hit.code for hit in FRENCH.find(text)]


def only(text: str) -> Hit:
    (hit,) = FRENCH.find(text)
    return hit


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("la Chine se tait", "CHN", "state"),
        ("la République populaire de Chine se tait", "CHN", "official"),
        ("des diplomates kazakhs", "KAZ", "demonym"),
        ("Beijing se tait", "CHN", "capital"),
        ("une grève à Guayaquil", "ECU", "city"),
        ("la famine au Tigré", "ETH", "region"),
        ("le Quai d'Orsay se tait", "FRA", "seat"),
        ("l'Union soviétique se tait", "RUS", "former"),
        ("la Cédéao se tait", "ECOWAS", "organisation"),
        ("le sommet du G20", "G20", "forum"),
        ("une dépêche de Xinhua", "Xinhua", "media"),
    ],
)
def test_each_kind_of_name(text: str, code: str, kind: str) -> None:
    assert (only(text).code, only(text).kind) == (code, kind)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Etats-Unis", "USA"),
        ("ETATS-UNIS", "USA"),
        ("États Unis", "USA"),
        ("l’Elysée", "FRA"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Arabie\nsaoudite", "SAU"),
        ("Arabie\xa0saoudite", "SAU"),
        ("Burkina-Faso", "BFA"),
        ("N’Djamena", "TCD"),
        ("l'OTAN", "NATO"),
        ("l'Otan", "NATO"),
        ("l'O.N.U.", "UN"),
        ("l'U.R.S.S.", "RUS"),
        ("l'Opep+", "OPEC+"),
        ("au Caire", "EGY"),
    ],
)
def test_writings_of_one_name(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "le mali",
        "la chine ancienne",
        "l'otan",
        "fmi",
        "un animalier",
        "Malindre",
        "au un deux trois",
        "Moscou-sur-Loire",
    ],
)
def test_no_name_in_small_letters_or_inside_words(text: str) -> None:
    assert found(text) == []


def test_niger_and_nigeria_keep_apart() -> None:
    assert codes("le Niger, le Nigeria, le Nigéria, un Nigérien, une Nigériane") == [
        "NER",
        "NGA",
        "NGA",
        "NER",
        "NGA",
    ]


def test_longest_name_wins_and_comma_parts_names() -> None:
    assert codes("la Guinée-Bissau") == ["GNB"]
    assert codes("la Guinée équatoriale et la Papouasie-Nouvelle-Guinée") == ["GNQ", "PNG"]
    assert codes("la Guinée, Bissau et Dakar") == ["GIN", "GNB", "SEN"]
    assert codes("le Soudan du Sud et le Soudan") == ["SSD", "SDN"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("les relations sino-kazakhes", "CHN; KAZ"),
        ("un accord franco-allemand", "FRA; DEU"),
        ("la frontière algéro-marocaine", "DZA; MAR"),
        ("les pourparlers israélo-palestiniens", "ISR; PSE"),
        ("la rivalité soviéto-américaine", "RUS; USA"),
        ("un comité israélo-américano-iranien", "ISR; USA; IRN"),
        ("le dialogue intercoréen", "KOR; PRK"),
    ],
)
def test_pairs(text: str, code: str) -> None:
    assert (only(text).code, only(text).kind) == (code, "pair")


def test_pair_with_an_open_side_keeps_all_readings() -> None:
    hit = only("la frontière rwando-congolaise")
    assert hit.code is None
    assert hit.candidates == ("RWA; COD", "RWA; COG")
    assert hit.codes == ("RWA", "COD")


def test_open_names_are_not_guessed() -> None:
    for text, candidates in (
        ("le Congo", ("COD", "COG")),
        ("la Corée", ("KOR", "PRK")),
        ("Bruxelles", ("EU", "BEL")),
        ("le Cachemire", ("IND", "PAK")),
    ):
        assert only(text).code is None
        assert only(text).candidates == candidates


def test_usual_reading_keeps_the_other() -> None:
    hit = only("le gouvernement de la Géorgie")
    assert (hit.code, hit.candidates) == ("GEO", ("GEO", "USA"))


def test_adjectives_of_continents_hide_states() -> None:
    assert codes("les pays latino-américains et sud-américains") == [None, None]
    assert codes("des prorusses, des anti-américains et des ex-soviétiques") == []


def test_two_names_joined_by_a_hyphen() -> None:
    assert codes("le dialogue Moscou-Kiev") == ["RUS", "UKR"]


def test_given_names_are_no_places() -> None:
    assert found("Hier Jacques Paris a parlé à Israël Katz.") == []
    assert codes("Hier Paris a parlé à Israël.") == ["FRA", "ISR"]
    assert codes("Selon Moscou, c'est faux.") == ["RUS"]


def test_names_that_are_words_need_their_article_or_preposition() -> None:
    assert found("Nice surprise. Tours de vis. Quinze soldats.") == []
    assert codes("réunis à Nice, à Tours, les Quinze ont") == ["FRA", "FRA", "EU"]


def test_seas_and_peoples_have_no_code() -> None:
    sea, people = FRENCH.find("en mer de Chine méridionale, les Rohingyas")
    assert (sea.code, sea.kind, sea.candidates) == (None, "region", ())
    assert (people.code, people.kind, people.candidates) == (None, "people", ("MMR",))


def test_titles_mark_persons() -> None:
    assert codes("M. Paris et Mme Chine ont vu la Hollande de François Hollande.") == ["NLD"]


def test_what_runs_beyond_a_failed_match_is_one_name() -> None:
    assert codes("E îles Féroé") == ["FRO"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(FORMS) | st.text(max_size=8), max_size=8),
    st.sampled_from([" ", ", ", "-", "\n", ". "]),
)
def test_hits_write_a_listed_form_and_do_not_overlap(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    last = 0
    for hit in FRENCH.find(text):
        assert last <= hit.start < hit.end <= len(text)
        last = hit.end
        words = text[hit.start : hit.end]
        if hit.kind != "pair":
            listed = FRENCH.listed.get(" " + fold(words).strip(), ())
            assert any(writes(words, name.form) for name in listed)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(code for code, row in world().states.items() if row.standing == "state")))
def test_every_state_has_all_its_forms(code: str) -> None:
    kinds = {name.kind for listed in FRENCH.listed.values() for name in listed if name.code == code}
    assert {"state", "demonym"} <= kinds
    assert "capital" in kinds or code in {"VAT", "SMR"}


def test_forms_of_two_codes_tell_their_candidates() -> None:
    for listed in FRENCH.listed.values():
        alone = [name for name in listed if not name.prefix]
        if len({name.code for name in alone}) > 1 and len({name.form for name in alone}) == 1:
            entry = FRENCH._readings.entry(tuple(alone))
            assert set(entry.candidates) >= {name.code for name in alone if name.code} or "" in {
                n.code for n in alone
            }


def test_every_code_in_the_words_is_known() -> None:
    known = {*world().states, *world().organisations, ""}
    used = {code for listed in FRENCH.listed.values() for name in listed for code in name.code.split("; ")}
    assert sorted(used - known) == []


def test_ambiguous_names_are_listed_somewhere() -> None:
    table = load("fr").table("ambiguous")
    forms = set(FORMS)
    for part in ("open", "usual"):
        assert [form for form in table[part] if form not in forms] == []


def test_names_after_a_letter_that_begins_an_acronym() -> None:
    hits = FRENCH.find("Il va à Pékin, puis à Port-au-Prince et à Paris.")
    assert [hit.code for hit in hits] == ["CHN", "HTI", "FRA"]


def test_time_is_linear_in_the_text() -> None:
    text = "Selon Moscou, la République de Guinée et le Congo parlent à l'ONU de New York. " * 1500

    def cost(size: int) -> float:
        start = time.process_time()
        FRENCH.find(text[:size])
        return time.process_time() - start

    cost(1000)
    half = min(cost(len(text) // 4) for _ in range(3))
    assert min(cost(len(text)) for _ in range(3)) < 12 * half


def test_names_are_looked_for_part_by_part_where_none_goes_across() -> None:
    text = "Paris salue les États\nUnis. Rome se tait"
    whole = (0, len(text))
    assert [(hit.start, hit.code) for hit in FRENCH.find_each(text, [whole])] == [
        (hit.start, hit.code) for hit in FRENCH.find(text)
    ]
    assert "USA" in codes(text)
    parts = [(0, text.index("\n")), (text.index("\n") + 1, len(text))]
    found = list(FRENCH.find_each(text, parts))
    assert [(text[hit.start : hit.end], hit.code) for hit in found] == [("Paris", "FRA"), ("Rome", "ITA")]
