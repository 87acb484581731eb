from pathlib import Path

from training.fr.fenec import Passage, read


def _passages(folder: Path, text: str, rows: list[tuple[str, str]]) -> list[Passage]:
    path = folder / "news.txt"
    path.write_text(text, encoding="utf8")
    spans = [(label, text.index(name), text.index(name) + len(name)) for label, name in rows]
    path.with_suffix(".ann").write_text("".join(f"{a}\t{b}\t{c}\t1\n" for a, b, c in spans), encoding="utf8")
    return list(read(path))


def test_a_name_loses_its_civil_title(tmp_path: Path) -> None:
    (passage,) = _passages(tmp_path, "Selon Mme Ana Souza, oui.", [("PERS", "Mme Ana Souza")])
    assert [passage.text[start:end] for start, end, _ in passage.names] == ["Ana Souza"]


def test_a_phrase_is_cut_to_its_name(tmp_path: Path) -> None:
    (passage,) = _passages(
        tmp_path, "dans les rues de Quito.", [("LOC", "les rues de Quito"), ("LOC", "Quito")]
    )
    assert [passage.text[start:end] for start, end, _ in passage.names] == ["Quito"]


def test_peoples_and_numbers_are_no_names(tmp_path: Path) -> None:
    rows = [("PERS", "Français"), ("LOC", "03 25 76 88 78"), ("TIME", "lundi")]
    (passage,) = _passages(tmp_path, "Les Français appellent le 03 25 76 88 78 lundi.", rows)
    assert passage.names == ()


def test_offsets_are_those_of_the_line(tmp_path: Path) -> None:
    _, second = _passages(tmp_path, "Rien ici.\nÀ Lomé, rien.", [("LOC", "Lomé")])
    assert second == Passage("À Lomé, rien.", ((2, 6, "LOC"),))


def test_a_particle_stays_with_a_surname(tmp_path: Path) -> None:
    (passage,) = _passages(tmp_path, "Le général de Sève parle.", [("PERS", "général de Sève")])
    assert [passage.text[start:end] for start, end, _ in passage.names] == ["de Sève"]


def test_an_office_alone_is_no_name(tmp_path: Path) -> None:
    (passage,) = _passages(tmp_path, "Le Président du Tribunal.", [("PERS", "Président du Tribunal")])
    assert passage.names == ()


def test_the_place_in_a_phrase_is_the_place(tmp_path: Path) -> None:
    rows = [("ORG", "école de Quito"), ("LOC", "Quito")]
    (passage,) = _passages(tmp_path, "Une école de Quito.", rows)
    assert [label for _, _, label in passage.names] == ["LOC"]
