"""What a route has at hand to answer with a page."""

from functools import cached_property
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from starlette.responses import HTMLResponse

from depeche.dossier.words import Words
from depeche.ledger import Ledger
from depeche.web import words
from depeche.web.templating import environment


class Page:
    """A request for a page: the ledger, the language, and how to render a template."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.language = words.chosen(request)

    @property
    def ledger(self) -> Ledger:
        """The ledger that is explored."""
        ledger: Ledger = self.request.app.state.ledger
        return ledger

    @cached_property
    def words(self) -> Words:
        """Dates, sides and kinds in the language of the page."""
        return words.dossier_words(self.language)

    def address(self, **changes: Any) -> str:
        """The address of this page with some parameters changed; None takes one away."""
        kept = {
            name: self.request.query_params.getlist(name)
            for name in self.request.query_params
            if name not in changes
        }
        given = {name: value for name, value in changes.items() if value is not None}
        query = urlencode({**kept, **given}, doseq=True)
        return f"{self.request.url.path}{'?' if query else ''}{query}"

    def render(
        self, template: str, *, status: int = 200, block: str | None = None, **context: Any
    ) -> HTMLResponse:
        """A template as an answer; with `block`, that block alone where htmx asks for a part of the page."""
        found = environment().get_template(template)
        context |= {
            "page": self,
            "request": self.request,
            "language": self.language,
            "languages": words.languages(),
            "t": words.interface(self.language),
            "words": self.words,
            "token": self.request.app.state.token,
        }
        if block and self.request.headers.get("hx-request") == "true":
            text = "".join(found.blocks[block](found.new_context(context)))
        else:
            text = found.render(context)
        answer = HTMLResponse(text, status)
        answer.headers["vary"] = "hx-request, cookie, accept-language"
        if self.request.query_params.get("lang") == self.language:
            answer.set_cookie(words.COOKIE, self.language, max_age=31536000, samesite="lax", httponly=True)
        return answer


Asked = Annotated[Page, Depends(Page)]
