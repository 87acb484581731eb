"""The application: its guards, its pages, its errors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from depeche import __version__
from depeche.ledger import Ledger
from depeche.web import api, faults, pages
from depeche.web.assets import STATIC, Assets
from depeche.web.guard.headers import Headers
from depeche.web.guard.password import Password
from depeche.web.keeping import Keeping
from depeche.web.reading import Reading
from depeche.web.settings import Settings


def create(settings: Settings) -> FastAPI:
    """The explorer of a ledger; UsageError for settings that would leave it open, LedgerError without a ledger."""
    settings.check()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.ledger.close()

    app = FastAPI(
        title="depeche",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.ledger = Ledger(settings.ledger)
    app.state.token = settings.token
    app.state.reading = Reading()
    app.state.keeping = Keeping(app.state.ledger, settings.max_age)
    app.state.api = api.create(app.state.ledger, app.state.reading)
    for router in pages.ROUTERS:
        app.include_router(router)
    app.mount("/api/v1", app.state.api)
    app.mount("/static", Assets(directory=STATIC))
    faults.install(app)
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: Settings) -> None:
    """The guards, the outermost last."""
    app.add_middleware(GZipMiddleware, minimum_size=2000, compresslevel=5)
    if settings.password:
        app.add_middleware(Password, kept=settings.password)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=settings.allowed, www_redirect=False)
    app.add_middleware(Headers, secure=settings.secure)
