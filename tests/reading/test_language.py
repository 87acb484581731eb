import pytest

from depeche.errors import UnknownLanguage
from depeche.evaluation.gold import own_files, sentences
from depeche.languages import codes, load
from depeche.reading.language import by_words, identify, known


@pytest.mark.parametrize(
    "text",
    [
        "Ankara offre ses bons offices à Islamabad et à New Delhi.",
        "Le Honduras a rompu avec Taïwan en mars 2023.",
        "Wang Yi. Tleuberdi. CICA.",
        "Le ministre a reçu son homologue et lui a promis son aide.",
    ],
)
def test_french_is_known_even_among_foreign_names(text):
    assert identify(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram terrorised villages in the north, and thousands of people fled to Diffa.",
        "Thousands rallied in Antananarivo for the resignation of Madagascar's president.",
        "The Pan-American Highway was cut by Ngäbe villagers.",
        "Wang received his counterpart and promised him his country's help.",
    ],
)
def test_english_is_known_even_among_foreign_names(text):
    assert identify(text) == "en"


# Headlines, lists of names, and sentences of a few words, as they stand alone in a feed.
SHORT = {
    "fr": [
        "LE MALI EXPULSE L'AMBASSADEUR DE FRANCE",
        "MACRON RENCONTRE ZELENSKY À BUCAREST",
        "WASHINGTON ACCUSE PÉKIN D'ESPIONNAGE",
        "L'Iran rejette tout dialogue",
        "Kerry appelle Lavrov",
        "Lula et Maduro signent un accord à Brasilia",
        "Élysée : entretien Macron-Erdogan",
        "Les réticences de Berlin à aider Kiev s'estompent.",
        "La fronde de Varsovie contre Berlin s'étend.",
        "Participants : Abdelmadjid Tebboune (Algérie), João Lourenço (Angola), Patrice Talon (Bénin)",
        "Wang Yi, Sergueï Lavrov, Mevlüt Çavuşoğlu, Fayçal ben Farhan et Subrahmanyam Jaishankar étaient présents.",
    ],
    "en": [
        "MALI EXPELS FRENCH AMBASSADOR",
        "U.S. SLAPS NEW SANCTIONS ON IRAN",
        "CHINA CONDEMNS TAIWAN ARMS SALE",
        "Iran rejects talks",
        "Kerry calls Lavrov",
        "Lula, Maduro sign pact in Brasilia",
        "Kigali-Kinshasa row: Luanda offers mediation",
        "Russia bypassed EU sanctions.",
        "Sudan let in the UN mission.",
        "Participants: Abdelmadjid Tebboune (Algeria), João Lourenço (Angola), Patrice Talon (Benin)",
        "Wang Yi, Sergey Lavrov, Mevlüt Çavuşoğlu, Faisal bin Farhan and Subrahmanyam Jaishankar attended.",
    ],
    "es": [
        "MALÍ EXPULSA AL EMBAJADOR DE FRANCIA",
        "EEUU IMPONE NUEVAS SANCIONES A IRÁN",
        "Irán rechaza el diálogo",
        "Kerry llama a Lavrov",
        "Lula y Maduro firman un acuerdo en Brasilia",
        "Moncloa: conversación entre Sánchez y Erdogan",
        "El malestar de Varsovia con Berlín crece.",
        "Participantes: Abdelmadjid Tebboune (Argelia), João Lourenço (Angola), Patrice Talon (Benín)",
        "Wang Yi, Serguéi Lavrov, Mevlüt Çavuşoğlu y Subrahmanyam Jaishankar estuvieron presentes.",
    ],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SHORT.items() for text in texts])
def test_a_few_words_tell_the_language(code, text):
    assert identify(text) == code


@pytest.mark.parametrize("code", codes())
def test_gold_sentences_are_known_each_by_itself(code):
    assert [row["text"] for row in sentences(code) if identify(row["text"]) != code] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "fr",
            "Le ministre a cité Lincoln : « A house divided against itself cannot stand, and we meet to say so. »",
        ),
        ("fr", "“We will stand by our allies as long as it takes”, a promis Mme Baerbock."),
        ("en", "« Nous ne céderons ni aux menaces ni au chantage, et nous le disons », Macron said."),
        (
            "en",
            "The envoy quoted Voltaire: “Il faut cultiver notre jardin, et le reste n'est que littérature.”",
        ),
        ("fr", "« Nous resterons. »"),
        ("en", "“We shall stay.”"),
        ("es", "«Nos quedaremos.»"),
    ],
)
def test_the_language_is_that_of_what_stands_outside_quotation_marks_if_it_tells(code, text):
    assert identify(text) == code


def test_every_pack_lists_its_small_words():
    for code in codes():
        words = load(code).table("pack")["small"]
        assert len(set(words)) == len(words) >= 60
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "El canciller viajó el martes a Pyongyang.",
        "Ankara ofrece sus buenos oficios a Islamabad y a Nueva Delhi.",
        "El ministro recibió a su homólogo y le prometió la ayuda de su país.",
        "El ministro Wang Yi se reunió con Tleuberdi en Astaná.",
    ],
)
def test_spanish_is_known_even_among_foreign_names(text):
    assert identify(text) == "es"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Le ministre a cité un proverbe : « El que mucho abarca poco aprieta. » Son homologue espagnol a souri.",
            "fr",
        ),
        (
            'The crowd shouted "El pueblo unido jamás será vencido" outside the embassy in London on Monday.',
            "en",
        ),
        ('El ministro citó a Voltaire: "Il faut cultiver notre jardin". Su homólogo francés aplaudió.', "es"),
        ('El portavoz respondió en inglés: "No comment at this time". La reunión siguió por la tarde.', "es"),
    ],
)
def test_a_quotation_in_another_language_does_no_harm(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("O ministro das Relações Exteriores recebeu ontem o seu homólogo e prometeu-lhe ajuda. " * 3, "pt"),
        ("Il ministro degli Esteri ha ricevuto ieri il suo omologo e gli ha promesso aiuto. " * 3, "it"),
        ("El ministre d'Afers Exteriors va rebre ahir el seu homòleg i li va prometre ajuda. " * 3, "ca"),
        ("Der Außenminister empfing gestern seinen Amtskollegen und versprach ihm rasche Hilfe. " * 3, "de"),
        (
            "Il ministro degli Esteri ha ricevuto ieri a Roma il suo omologo libico e gli ha promesso aiuti.",
            "it",
        ),
        ("La Russia ha attaccato l'Ucraina con missili e droni, secondo il governo di Kiev.", "it"),
        ("De minister was gisteren in Berlijn en had daar een gesprek met zijn collega.", "nl"),
        ("Ministrul de externe l-a primit ieri la București pe omologul său din Moldova.", "ro"),
        ("Министр иностранных дел вчера принял своего коллегу и пообещал ему помощь. " * 3, "ru"),
        ("外交部长昨天会见了他的同事，并答应向他的国家提供援助。" * 3, "zh"),
    ],
)
def test_other_languages_are_refused_by_name(text, code):
    with pytest.raises(UnknownLanguage, match=f"'{code}'.*--language"):
        identify(text)


def test_a_language_named_by_the_caller_needs_a_pack():
    assert known("FR") == "fr"
    with pytest.raises(UnknownLanguage, match="no language pack for 'xx'"):
        known("xx")


# The same news in neighbouring languages: their small words must not be taken for ours.
NEIGHBOURS = {
    "pt": "O primeiro-ministro disse na segunda-feira que o governo não vai aumentar os impostos sobre os combustíveis "
    "até ao fim do ano. A oposição acusa o executivo de esconder a verdade sobre as contas públicas e pede um debate no "
    "parlamento. Para os sindicatos, a proposta não resolve os problemas das famílias que mais precisam de ajuda.",
    "gl": "O presidente dixo o luns que o goberno non vai subir os impostos ata a fin de ano. A oposición acusa ao "
    "executivo de ocultar a verdade sobre as contas públicas e pide un debate no parlamento. Para os sindicatos, a "
    "proposta non resolve os problemas das familias que máis precisan axuda, e por iso van á folga.",
    "ca": "El president del govern va dir dilluns que no pujarà els impostos sobre els carburants fins a final d'any. "
    "L'oposició acusa l'executiu d'amagar la veritat sobre els comptes públics i demana un debat al parlament. Per als "
    "sindicats, la proposta no resol els problemes de les famílies que més ajuda necessiten, i per això fan vaga.",
    "oc": "Lo president del govèrn a dich diluns que non aumentarà pas las taxas sus los carburants fins a la fin de "
    "l'annada. L'oposicion acusa l'executiu d'amagar la vertat suls comptes publics e demanda un debat al parlament. "
    "Pels sindicats, la proposicion non regla pas los problèmas de las familhas que mai an besonh d'ajuda.",
    "ro": "Premierul a declarat luni că guvernul nu va mări taxele pe carburanți până la sfârșitul anului. Opoziția "
    "acuză executivul că ascunde adevărul despre conturile publice și cere o dezbatere în parlament. Pentru sindicate, "
    "propunerea nu rezolvă problemele familiilor care au cea mai mare nevoie de ajutor, iar de aceea au convocat "
    "o grevă.",
}


@pytest.mark.parametrize("text", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_the_small_words_of_a_neighbour_do_not_pass_for_ours(text):
    assert not by_words(text)


def test_small_words_tell_what_is_ours_and_what_is_not_in_a_text_that_is_long_enough():
    text = "Der Koch röstet die Zwiebeln in der Butter und gibt dann das Mehl und die warme Milch dazu. " * 5
    assert by_words(text) == ""
    assert by_words(text[:60]) is None
    for code in codes():
        texts = [path.with_suffix(".txt").read_text("utf-8") for path in own_files() if path.stem[:2] == code]
        told = [by_words(text) for text in texts]
        assert set(told) <= {code, None}
        assert told.count(code) > 0.8 * len(told)
