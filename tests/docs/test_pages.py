"""Every command and program on the pages runs, and prints what the page shows."""

import shutil

import pytest

from docs.blocks.follow import pages, stale
from docs.blocks.page import steps
from docs.blocks.server import NAMED, standing_in
from docs.blocks.session import ROOT

PAGES = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in pages()}


@pytest.fixture(scope="session")
def server():
    with standing_in() as names:
        yield names


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_comes_out(name, tmp_path, kept, request):
    text = PAGES[name]
    names = request.getfixturevalue("server") if NAMED in text else {}
    assert stale(text, tmp_path, kept, names) == [], "python -m docs.generate --outputs writes it anew"


def test_programs_in_r_are_run():
    if shutil.which("Rscript") is None:
        pytest.skip("no Rscript, so that programs in R were passed over: apt-get install r-base-core")
    assert any(step.kind == "r" for text in PAGES.values() for step in steps(text))
