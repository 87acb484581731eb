"""One picture: a page of the explorer in a state, and what a picture file says of itself."""

import base64
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parents[1] / "assets" / "explorer"
_QUALITY = 72  # of WebP: letters stay sharp
_SCREEN, _PHONE = (1200, 760), (390, 760)
# The headings that stand in the window, the first levels, as a reader of the picture sees them.
_HEADINGS = """[...document.querySelectorAll("main h1, main h2")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && box.top >= 0 && box.bottom <= innerHeight
    && (!one.closest("details") || one.closest("details").open || one.closest("summary"));
}).map(one => one.innerText.trim())"""


class Picture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A picture: the address of its page, what is done there before it is taken, and on which screen."""

    path: str
    click: tuple[str, ...] = ()
    hover: str | None = None
    press: str = ""
    scroll: str | None = None
    scheme: Literal["light", "dark"] = "light"
    phone: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return _PHONE if self.phone else _SCREEN

    def opened(self, browser: "Browser", address: str) -> "Page":
        """The page in the state that is shown; its context is the caller's to close."""
        width, height = self.size
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            color_scheme=self.scheme,
            locale="en",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(self.path, wait_until="load")
        for selector in self.click:
            page.locator(selector).first.click()
            page.wait_for_load_state("load")
        for key in self.press:
            page.keyboard.press(key)
        if self.scroll:
            page.locator(self.scroll).first.evaluate(
                "one => scrollTo(0, one.getBoundingClientRect().top - 24)"
            )
        if self.hover:
            page.locator(self.hover).first.hover()
            page.locator("#pop").wait_for(state="visible")
        page.evaluate("document.fonts.ready")
        return page


def taken(page: "Page") -> bytes:
    """The window of a page, as WebP."""
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": _QUALITY})
    return base64.b64decode(shot["data"])


def told(page: "Page") -> str:
    """What a picture of a page shows, for who does not see it: the title, and the headings in its window."""
    title = page.title().removesuffix(" · depeche")
    others = (heading for heading in page.evaluate(_HEADINGS) if heading != title)
    return "; ".join((title, *others))


def size(webp: bytes) -> tuple[int, int]:
    """Width and height of an extended WebP file; ValueError for another."""
    if webp[:4] != b"RIFF" or webp[8:16] != b"WEBPVP8X":
        raise ValueError("not an extended WebP file")
    width, height = (int.from_bytes(webp[at : at + 3], "little") + 1 for at in (24, 27))
    return width, height


def pictures() -> dict[str, Picture]:
    """All pictures by name."""
    table = tomllib.loads(Path(__file__).with_name("pictures.toml").read_text(encoding="utf-8"))
    return {name: msgspec.convert(given, Picture) for name, given in table.items()}
