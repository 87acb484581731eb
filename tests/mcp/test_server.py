"""The server as an assistant meets it: the library's own client, over the pipes of a process."""

import os
import sys

import anyio
import pytest

from depeche import Ledger, Reader
from depeche.reading.articles import Article

TEXTS = [
    "PÉKIN, 10 mai 2021 (AFP) - Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a rencontré lundi à "
    "Pékin son homologue chinois, Wang Yi.\n\n« La France condamne les sanctions chinoises », a déclaré M. Le Drian.\n",
    "BEIJING, May 11, 2021 (Reuters) - French Foreign Minister Jean-Yves Le Drian met Chinese Foreign Minister Wang Yi "
    'in Beijing on Monday.\n\n"China supports France", Wang told reporters.\n',
]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    place = tmp_path_factory.mktemp("mcp") / "a.db"
    with Ledger(place, create=True) as ledger:
        list(ledger.ingest((Article(origin=str(n), data=text) for n, text in enumerate(TEXTS)), Reader()))
        yield ledger


@pytest.fixture(scope="module")
def session(book):
    """What the server says of itself, its tools, and a number of answers, all of one process."""
    from mcp import Client, StdioServerParameters

    questions = {
        "search": ("search", {"words": "sanctions"}),
        "facts": ("search", {"actors": ["CHN", "FRA"], "kind": "encounters", "limit": 1}),
        "dossier": ("dossier", {"one": "France", "other": "CHN"}),
        "timeline": ("timeline", {"one": "FRA", "other": "CHN"}),
        "forum": ("forum", {"name": "G20"}),
        "who": ("who", {"name": "Le Drian"}),
        "dispatch": ("dispatch", {"id": 1}),
        "read": ("read", {"text": TEXTS[1], "published": "2021-05-11"}),
        "no side": ("dossier", {"one": "Atlantis", "other": "CHN"}),
        "no dispatch": ("dispatch", {"id": 99}),
        "no text": ("read", {"text": " "}),
        "no limit": ("search", {"words": "sanctions", "limit": 0}),
        "no words": ("search", {"words": "* OR NEAR("}),
    }

    async def ask():
        process = StdioServerParameters(
            command=sys.executable,
            args=["-m", "depeche.cli", "mcp", "--ledger", book.name],
            env=dict(os.environ),
        )
        async with Client(process) as client:
            tools = await client.list_tools()
            return tools.tools, {
                name: await client.call_tool(tool, given) for name, (tool, given) in questions.items()
            }

    return anyio.run(ask)


@pytest.fixture
def answer(session):
    def found(name):
        assert not session[1][name].is_error, session[1][name].content
        return session[1][name].structured_content

    return found


def citations(value):
    if isinstance(value, dict):
        if {"dispatch", "words", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)


def test_every_tool_reads_and_says_what_it_does(session):
    tools = {tool.name: tool for tool in session[0]}
    assert set(tools) == {"search", "dossier", "timeline", "forum", "who", "dispatch", "read"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert tool.description
        assert "self" not in tool.input_schema["properties"]


@pytest.mark.parametrize("name", ["search", "facts", "dossier", "timeline", "who"])
def test_every_answer_cites_exact_words(answer, book, name):
    found = list(citations(answer(name)))
    assert found
    for cited in found:
        record = book.record(cited["dispatch"])
        assert record.text[cited["start"] : cited["end"]] == cited["words"]
        assert (cited["published"], cited["title"]) == (record.document.published, record.document.title)


def test_what_was_found_is_told(answer):
    [hit] = answer("search")["results"]
    assert (
        hit["citation"]["words"] == "« La France condamne les sanctions chinoises », a déclaré M. Le Drian."
    )
    facts = answer("facts")
    assert (len(facts["results"]), facts["more"]) == (1, True)
    assert facts["results"][0]["told"]["states"] == ["FRA", "CHN"]


def test_a_dispatch_is_given_with_its_text_and_rows(answer):
    found = answer("dispatch")
    assert found["text"] == TEXTS[0]
    assert found["dispatch"]["origins"] == ["0"]
    _same_words(found)


def test_a_text_is_read_and_not_kept(answer, book):
    found = answer("read")
    assert found["document"]["published"] == "2021-05-11"
    assert found["facts"]["encounters"][0]["told"]["states"] == ["FRA", "CHN"]
    _same_words(found)


def _same_words(found):
    rows = [row for table in found["facts"].values() for row in table]
    assert rows
    for row in rows:
        for cited in row["citations"]:
            assert found["text"][cited["start"] : cited["end"]] == cited["words"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no side", "no state or organisation is known as 'Atlantis'"),
        ("no dispatch", "usage.missing"),
        ("no text", "input.empty"),
        ("no limit", "limit"),
    ],
)
def test_what_cannot_be_answered_is_told(session, name, told):
    assert session[1][name].is_error
    assert told in session[1][name].content[0].text


def test_signs_of_a_query_language_are_words(answer):
    assert answer("no words")["results"] == []
