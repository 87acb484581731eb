import pytest

from depeche.dossier import dossier

EXPELLED = "BAMAKO, 31 janvier 2022 (AFP) - Le Mali a expulsé lundi l'ambassadeur de France.\n"
AGAIN = "PARIS, 1er février 2022 (AFP) - Le Mali avait expulsé lundi l'ambassadeur de France à Bamako.\n"
PARTNERS = (
    "PÉKIN, 11 septembre 2019 (AFP) - Le président chinois a reçu mercredi son homologue kazakh. La Chine et le "
    "Kazakhstan ont signé une déclaration sur un partenariat stratégique global permanent.\n"
)


@pytest.fixture
def ties(told):
    def of(one, other, *texts):
        with told(*texts) as ledger:
            return dossier(ledger, one, other).ties

    return of


def test_a_step_is_told_once_by_who_took_it(ties):
    [tie] = ties("FRA", "MLI", EXPELLED, AGAIN)
    assert (tie.kind, tie.by, tie.state) == ("ambassador-expelled", "MLI", "done")
    assert tie.day == "2022-01-31"
    assert {fact.dispatch for fact in tie.facts} == {1, 2}


def test_what_is_denied_is_no_step(ties):
    denied = "BAMAKO, 31 janvier 2022 (AFP) - Le Mali dément avoir expulsé l'ambassadeur de France.\n"
    assert ties("FRA", "MLI", denied) == ()


def test_what_is_promised_is_announced(ties):
    promised = (
        "PARIS, 12 janvier 2026 (AFP) - Le Mali s'est engagé lundi à renvoyer un ambassadeur à Paris.\n"
    )
    [tie] = ties("FRA", "MLI", promised)
    assert (tie.kind, tie.by, tie.state) == ("ambassador-returned", "MLI", "announced")


def test_a_partnership_has_its_name(ties):
    [tie] = ties("KAZ", "CHN", PARTNERS)
    assert (tie.kind, tie.state) == ("partnership", "done")
    assert tie.words == "partenariat stratégique global permanent"
    assert tie.words in tie.facts[0].words
