import base64
import hashlib
import re

from depeche.web.assets import STATIC


def test_what_others_wrote_is_what_was_vendored():
    lines = (STATIC / "vendor" / "CHECKSUMS").read_text(encoding="utf-8").splitlines()
    named = {}
    for line in lines:
        mark, path, version = line.split("  ")
        digest = hashlib.sha384((STATIC / path).read_bytes()).digest()
        assert mark == "sha384-" + base64.b64encode(digest).decode(), path
        assert len(version.split()) == 3, f"{path}: name, version and licence"
        named[path] = version
    here = {
        str(path.relative_to(STATIC))
        for folder in ("vendor", "fonts")
        for path in (STATIC / folder).iterdir()
        if path.suffix not in (".md", "")
    }
    assert here == set(named)


def test_nothing_is_fetched_from_elsewhere():
    own = [*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js"), *STATIC.parent.glob("templates/**/*.html")]
    for path in own:
        assert not re.search(
            r"https?://(?!www\.w3\.org/)|url\(\s*[\"']?//", path.read_text(encoding="utf-8")
        ), path


def test_no_template_holds_script_or_style_of_its_own():
    for path in STATIC.parent.glob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|\|\s*safe\b", text), path
