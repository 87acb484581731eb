"""The site is built without a warning, and nothing on it is fetched from elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What a browser fetches by itself: not the addresses to which a reader may go.
_FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//|"""
    r"""<link\b(?![^>]*rel=["']?canonical)[^>]*\bhref=["']?(?:https?:)?//|"""
    r"""url\(["']?(?:https?:)?//|@import"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    place = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return place


def test_every_page_is_on_the_site(site):
    pages = [page.relative_to(ROOT / "docs").with_suffix(".html") for page in (ROOT / "docs").rglob("*.md")]
    assert len(pages) > 20
    for page in pages:
        assert (site / page).exists(), page


def test_nothing_is_fetched_from_elsewhere(site):
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".css", ".svg")]
    assert files
    for file in files:
        assert _FETCHED.search(file.read_text(encoding="utf-8")) is None, file.relative_to(site)


def test_the_programs_that_make_the_pages_are_not_on_it(site):
    assert not list(site.rglob("*.py"))


def test_what_fetches_is_told_from_what_leads_elsewhere():
    assert _FETCHED.search('<script src="https://a.example/x.js">')
    assert _FETCHED.search("<link rel=stylesheet href=//a.example/x.css>")
    assert not _FETCHED.search('<a href="https://a.example/">, <img src="a.png">')
