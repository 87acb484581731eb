"""The pictures of the explorer in the documentation: each page has one, and each shows the page as it is."""

import base64

import pytest
from starlette.responses import RedirectResponse

from depeche.web import pages
from docs.pictures.picture import FOLDER, pictures, size, taken, told
from docs.pictures.take import PAGE, retold, serving, shown

PICTURES = pictures()
ANEW = "python -m docs.generate --pictures takes them anew"
MOST = 2_500_000  # bytes of all pictures
COLOURS = 100  # fewer, and a picture shows nothing
# How many colours are in a picture, by the browser itself.
_COUNTED = """async (data) => {
  const blob = await (await fetch(data)).blob();
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  return new Set(new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)).size;
}"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("pictures")) as address:
        yield address


@pytest.fixture(scope="module")
def colours(browser):
    """Counts the colours of a picture."""
    page = browser.new_page()
    yield lambda webp: page.evaluate(_COUNTED, f"data:image/webp;base64,{base64.b64encode(webp).decode()}")
    page.close()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_its_page(name, browser, explorer, colours):
    picture = PICTURES[name]
    page = picture.opened(browser, explorer)
    live, now = told(page).split("; "), taken(page)
    every = [one.strip() for one in page.locator("main h1, main h2").all_inner_texts()]
    page.context.close()
    kept = (FOLDER / f"{name}.webp").read_bytes()
    assert size(kept) == size(now) == picture.size, ANEW
    assert min(colours(kept), colours(now)) > COLOURS, f"{name} is blank"
    title, *headings = shown(PAGE.read_text(encoding="utf-8"))[name].split("; ")
    assert title == live[0], ANEW
    # One at the lower edge may be within the window of one machine and not of another.
    assert set(headings) <= {*every, *live}, ANEW
    assert set(live[1:-1]) <= set(headings), ANEW


def test_every_page_of_the_explorer_has_a_picture():
    routes = [route for router in pages.ROUTERS for route in router.routes if "GET" in route.methods]
    routes = [route for route in routes if route.endpoint.__annotations__["return"] is not RedirectResponse]
    paths = [picture.path.partition("?")[0] for picture in PICTURES.values()]
    assert len(routes) > 20
    missing = [route.path for route in routes if not any(route.path_regex.match(path) for path in paths)]
    assert missing == []


def test_all_pictures_are_shown_and_no_other():
    page = PAGE.read_text(encoding="utf-8")
    assert set(shown(page)) == set(PICTURES) == {file.stem for file in FOLDER.iterdir()}
    assert {PICTURES[name].phone for name in shown(page)} == {True, False}
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST


def test_what_a_picture_shows_is_told_anew():
    text = "![old](../assets/explorer/home.webp) and ![kept](../assets/mark.svg)"
    assert retold(text, {"home": "The ledger"}) == text.replace("old", "The ledger")


def test_what_is_no_picture_has_no_size():
    with pytest.raises(ValueError, match="WebP"):
        size(b"\x89PNG" + bytes(40))
