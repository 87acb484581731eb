"""What is refused, by a pronoun too; what is no promise, and of what a summons is no stance."""

import pytest


def _rows(record):
    return {(row.source, row.cameo, row.target, row.status) for row in record.events}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Kiev a demandé à la Géorgie de libérer l'opposant. La Géorgie s'y était refusée.",
            ("GEO", "120", "UKR"),
        ),
        ("Washington a proposé une trêve à Moscou. Le Kremlin l'a rejetée.", ("RUS", "120", "USA")),
        ("Moscou a écarté l'idée d'une trêve avec l'Ukraine.", ("RUS", "1246", "UKR")),
        ("Sofia a cessé de livrer du pétrole à Skopje.", ("BGR", "160", "MKD")),
    ],
)
def test_what_is_refused(readers, text, row):
    assert (*row, "occurred") in _rows(readers("fr").read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre congolais a regretté que certains engagements pris en avril soient restés lettre morte.",
        "« Il nous faut passer de la parole aux actes », a déclaré le ministre congolais.",
        "Le Pakistan adhère au principe d'une seule Chine.",
    ],
)
def test_what_is_no_promise(readers, text):
    record = readers("fr").read(text)
    assert not record.commitments
    assert not [row for row in record.events if row.cameo.startswith("03")]


def test_a_principle_is_supported(readers):
    record = readers("fr").read("Le ministre a dit que la Serbie adhérait au principe d'une seule Chine.")
    assert [(row.holder, row.stance) for row in record.positions] == [("SRB", "supports")]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre algérien a assuré que l'Algérie ne ménagerait aucun effort pour aider le Niger.",
        "Le Japon a promis de ne ménager aucun effort pour soutenir l'Ukraine.",
    ],
)
def test_one_promise_is_one_row(readers, text):
    assert len(readers("fr").read(text).commitments) == 1


def test_a_summons_is_a_stance_only_to_what_it_is_over(readers):
    bare = readers("fr").read("Paris a convoqué l'ambassadeur d'Iran.")
    assert [(row.source, row.cameo, row.target) for row in bare.events] == [("FRA", "114", "IRN")]
    assert not bare.positions
    over = readers("fr").read(
        "Rabat a convoqué l'ambassadeur de France après des propos du ministre français."
    )
    assert [row.target for row in over.positions] == ["FRA: des propos du ministre français"]
