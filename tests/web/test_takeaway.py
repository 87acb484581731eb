"""Every list can be taken away, from the page that shows it, as CSV and as JSON with the same rows."""

import csv
import io
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from depeche.web.takeaway import takeaway

LISTS = [
    "/dispatches?side=KAZ",
    "/search?actor=KAZ&kind=positions",
    "/pairs",
    "/pairs/KAZ/CHN?since=2020",
    "/people?of=CHN",
    "/countries",
    "/organisations",
    "/forums",
    "/issues",
    "/issues/sovereignty",
    "/network",
    "/compare",
    "/compare?a=3",
    "/compare?a=3&b=4",
    "/desk?about=events",
    "/desk?about=encounters",
    "/desk/reports",
    "/desk/merges",
]


class Links(HTMLParser):
    """The addresses of the links of a page that lead to files."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        address = dict(attrs).get("href") or ""
        if tag == "a" and "format=" in address:
            self.found.append(address)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_taken_away(client, path):
    page = client.get(path)
    files = {address.split("format=")[1].split("&")[0]: address for address in Links(page.text).found}
    assert set(files) == {"csv", "json"}
    table = client.get(urljoin(path, files["csv"]))
    assert table.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    told = client.get(urljoin(path, files["json"])).json()
    assert len(rows) == len(told) > 0
    assert {name for row in told for name in row} == set(rows[0])


@pytest.mark.parametrize("path", LISTS)
def test_no_other_kind_of_file_is_given(client, path):
    assert client.get(f"{path}{'&' if '?' in path else '?'}format=exe").status_code == 400


def test_no_cell_is_a_formula():
    body = takeaway("csv", [{"title": "=1+1", "said": ["a", "b"], "none": None}], "x").body.decode()
    assert body.splitlines()[1] == "'=1+1,a; b,"
