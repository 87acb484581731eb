import csv
import gzip
import io
import json

import pyarrow
import pyarrow.parquet
import pytest

from depeche.reading.articles import Article, Broken, Columns, gather

ROWS = [
    {
        "text": "La France a condamné les essais.",
        "url": "https://example.org/1",
        "title": "Essais",
        "date": "2021-05-03",
    },
    {
        "text": "Moscou a expulsé deux diplomates.",
        "url": "https://example.org/2",
        "title": "",
        "date": "2021-06-09T10:00:00Z",
    },
]
FOUND = [
    Article("https://example.org/1", ROWS[0]["text"], "2021-05-03", "Essais"),
    Article("https://example.org/2", ROWS[1]["text"], "2021-06-09", None),
]
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Essais</title><link>https://example.org/1</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>
<description>La France a condamné les essais.</description></item>
<item><title>Vide</title><link>https://example.org/2</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>Essais</title><link href="https://example.org/1"/><updated>2021-05-03T10:00:00Z</updated>
<content type="html">&lt;p&gt;La France a condamné les essais.&lt;/p&gt;</content>
<summary>Courte</summary></entry></feed>"""


def found(*paths, columns=None, stdin=None):
    return list(gather(map(str, paths), columns=columns or Columns(), limit=2_000_000, standard_input=stdin))


def test_tables_of_every_kind_hold_the_same_articles(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n\n" for row in ROWS), encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(ROWS), encoding="utf-8")
    for name, delimiter in (("a.csv", ","), ("a.tsv", "\t")):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ROWS[0], delimiter=delimiter)
            writer.writeheader()
            writer.writerows(ROWS)
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    for name in ("a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet"):
        assert found(tmp_path / name) == FOUND, name


def test_columns_are_named_by_option(tmp_path):
    row = {
        "corps": "La France a condamné les essais.",
        "adresse": "x:1",
        "titre": "Essais",
        "jour": "2021-05-03",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    columns = Columns("corps", "adresse", "titre", "jour")
    assert found(tmp_path / "a.jsonl", columns=columns) == [
        Article("x:1", row["corps"], "2021-05-03", "Essais")
    ]


def test_a_row_without_text_and_a_broken_line_are_told_with_their_place(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"title": "only"}\n{broken\n\xff\xfe\n{"text": "La France."}\n[1]\n')
    one, two, three, four, five = found(file)
    assert (one.origin, one.error.code) == (f"{file}:1", "input.empty")
    assert "its columns are title" in str(one.error)
    for number, broken in ((2, two), (3, three), (5, five)):
        assert (broken.origin, broken.error.code) == (f"{file}:{number}", "input")
    assert four == Article(f"{file}:4", "La France.")


@pytest.mark.parametrize("name", ["a.parquet", "a.csv", "a.json", "a.rss", "a.warc"])
def test_a_file_of_another_kind_than_its_name_says_is_broken(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x89PNG\xff\xfe nothing of the kind \x00" * 20)
    outcomes = found(tmp_path / name)
    assert outcomes
    assert all(isinstance(outcome, Broken) and outcome.error.code.startswith("input") for outcome in outcomes)


def test_feeds(tmp_path):
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")
    article, empty = found(tmp_path / "a.rss")
    assert article == FOUND[0]
    assert (empty.origin, empty.error.code) == ("https://example.org/2", "input.empty")
    [entry] = found(tmp_path / "a.atom")
    assert (entry.origin, entry.published, entry.title) == ("https://example.org/1", "2021-05-03", "Essais")
    assert "<p>La France a condamné les essais.</p>" in entry.data


def warc(
    address, body, *, declared=None, head=b"Content-Type: text/html; charset=utf-8\r\n", status=b"200 OK"
):
    http = b"HTTP/1.1 " + status + b"\r\n" + head + b"\r\n" + body
    length = str(declared or len(http)).encode()
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + address
        + b"\r\nWARC-Date: 2021-05-03T04:05:06Z\r\n"
        b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: " + length + b"\r\n\r\n" + http + b"\r\n\r\n"
    )


def test_web_archives(tmp_path):
    page = "<p>La France a condamné les essais.</p>".encode()
    html = b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    records = (
        warc(b"http://a/", page)
        + warc(b"http://picture/", b"GIF89a", head=b"Content-Type: image/gif\r\n")
        + warc(b"http://gone/", page, status=b"404 Not Found")
        + warc(b"http://zipped/", gzip.compress(page), head=html)
        + warc(b"http://bomb/", gzip.compress(b" " * 50_000_000), head=html)
        + warc(b"http://cut/", page, declared=100_000)
    )
    (tmp_path / "a.warc").write_bytes(records)
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(records))
    for name in ("a.warc", "b.warc.gz"):
        first, zipped, bomb, cut = found(tmp_path / name)
        assert first == Article("http://a/", page)
        assert zipped == Article("http://zipped/", page)
        assert (bomb.origin, bomb.error.code) == ("http://bomb/", "input.too-long")
        assert (cut.origin, cut.error.code) == ("http://cut/", "input")


def test_folders_patterns_and_what_is_not_there(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.txt", "deep/c.html", "deep/d.png", ".hidden.txt"):
        (tmp_path / name).write_text("La France.", encoding="utf-8")
    assert [article.origin for article in found(tmp_path)] == [
        str(tmp_path / name) for name in ("a.txt", "b.txt", "deep/c.html")
    ]
    assert [article.origin for article in found(tmp_path / "*.txt")] == [
        str(tmp_path / name) for name in ("a.txt", "b.txt")
    ]
    missing, nothing, after = found(tmp_path / "no.txt", tmp_path / "*.csv", tmp_path / "a.txt")
    assert missing.error.code == nothing.error.code == "input.unreadable"
    assert after.data == b"La France."


def test_standard_input_is_a_text_or_json_lines():
    text = "La France\na condamné.".encode()
    assert found("-", stdin=io.BytesIO(text)) == [Article("-", text)]
    lines = "\n".join(map(json.dumps, ROWS)).encode()
    assert found("-", stdin=io.BytesIO(lines)) == FOUND
