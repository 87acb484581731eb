"""Dispatches in French, as many as asked for, no two alike."""

from depeche.reading.articles import Article

TEXT = """LISBONNE, {day} mars 2021 (AFP) - Le ministre portugais des Affaires étrangères, Duarte Valadas, a reçu
{number} fois son homologue cap-verdien, Elísio Monteiro Graça.

« Le Portugal soutient le projet numéro {number} », a déclaré M. Valadas. Il a condamné les sanctions de Moscou.
"""


def texts(count):
    return [TEXT.format(day=number % 28 + 1, number=number) for number in range(1, count + 1)]


def articles(count):
    return [Article(f"wire-{number}", text) for number, text in enumerate(texts(count), 1)]


def write(folder, count):
    """A folder with a file of JSON Lines, whose last lines are of no use, and some single texts."""
    import json

    folder.mkdir()
    rows = [{"text": text, "url": f"https://example.org/{n}"} for n, text in enumerate(texts(count), 1)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "a.jsonl").write_text("\n".join([*lines, "{broken", '{"text": " "}']), encoding="utf-8")
    for number, text in enumerate(texts(3), 1):
        (folder / f"b{number}.txt").write_text(text + "Moscou a protesté.\n", encoding="utf-8")
    return folder


def contents(folder):
    """The bytes of all files of a folder, by their names."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(out, table):
    """The rows of a table of a batch."""
    from pyarrow import parquet

    return [row for path in sorted((out / table).glob("*")) for row in parquet.read_table(path).to_pylist()]
