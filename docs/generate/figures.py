"""The figures of what is read, on the page that explains them: those that the README tells."""

import re

from evaluation import readme

_BLOCK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)


def page(text: str) -> str:
    """The page, with the README's figures between its markers."""
    told = _BLOCK.search(readme.README.read_text(encoding="utf-8"))
    if told is None:
        raise ValueError("the README has no <!-- figures --> markers")
    return _BLOCK.sub(lambda _: told.group(), text)
