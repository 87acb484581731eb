"""Every page, as people meet it: accessible in light and dark, on a phone, in French, on paper."""

import pytest

PAGES = [
    "/",
    "/search",
    "/search?actor=KAZ",
    "/countries",
    "/countries/CHN",
    "/organisations",
    "/organisations/EU",
    "/forums",
    "/forums/SCO",
    "/network",
    "/pairs",
    "/pairs/KAZ/CHN?changes=2021",
    "/issues",
    "/issues/sovereignty",
    "/people",
    "/people/1",
    "/read",
    "/dispatches",
    "/dispatches/4",
    "/desk?about=commitments",
    "/desk/reports",
    "/desk/merges",
    "/desk/verdicts",
    "/compare",
    "/occurrences/6291456",
    "/api/v1/docs",
    "/compare?a=3&b=4",
    "/nothing-here",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible(look, violations, path, scheme):
    page = look(path, color_scheme=scheme, refused=("404",))
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(look, violations, path):
    page = look(path, width=390, height=844, refused=("404",))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_french(look, path):
    page = look(path, language="fr", refused=("404",))
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.get_by_role("navigation").get_by_text("Pays").count() == 1
