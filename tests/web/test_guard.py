import base64

import pytest
from fastapi import APIRouter, Depends
from starlette.testclient import TestClient

from depeche.errors import UsageError
from depeche.web import Settings, create
from depeche.web.guard.password import hashed, right
from depeche.web.guard.token import writing


@pytest.fixture
def client(corpus):
    router = APIRouter()

    @router.post("/written", dependencies=[Depends(writing)])
    def written() -> str:
        return "written"

    app = create(Settings(ledger=str(corpus)))
    app.include_router(router)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def test_every_answer_forbids_what_is_inline_or_from_elsewhere(client):
    for path in ("/", "/nothing", "/static/css/depeche.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_a_host_name_that_is_not_ours_is_turned_away(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_write_needs_the_token_of_our_pages(client):
    assert client.post("/written").status_code == 403
    assert client.post("/written", headers={"x-depeche-token": "guess"}).status_code == 403
    given = {"x-depeche-token": client.app.state.token}
    assert client.post("/written", headers=given).status_code == 200
    assert client.post("/written", data={"token": client.app.state.token}).status_code == 200


def test_a_write_from_another_site_is_refused_even_with_the_token(client):
    given = {"x-depeche-token": client.app.state.token, "sec-fetch-site": "cross-site"}
    assert client.post("/written", headers=given).status_code == 403


@pytest.mark.parametrize(
    "settings",
    [
        {"host": "0.0.0.0"},
        {"host": "0.0.0.0", "password": "line"},
        {"host": "example.org", "proxied": True},
        {"certificate": "a.pem"},
    ],
)
def test_what_others_can_reach_needs_a_password_and_tls(settings):
    with pytest.raises(UsageError):
        Settings(**settings).check()


def test_this_machine_alone_needs_neither():
    for host in ("127.0.0.1", "localhost", "::1"):
        Settings(host=host).check()


def test_the_password_is_kept_as_a_hash_and_asked_for(corpus):
    kept = hashed("un secret bien gardé")
    assert "secret" not in kept
    assert right("un secret bien gardé", kept)
    app = create(Settings(ledger=str(corpus), password=kept))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get("/").status_code == 401
        assert client.get("/", headers=_basic("wrong")).status_code == 401
        assert client.get("/", headers={"authorization": "Basic ???"}).status_code == 401
        assert client.get("/", headers=_basic("un secret bien gardé")).status_code == 200
        assert client.get("/", headers=_basic("wrong")).status_code == 401


def test_a_short_password_and_a_foreign_line_are_refused():
    with pytest.raises(UsageError, match="8 characters"):
        hashed("short")
    with pytest.raises(UsageError, match="depeche password"):
        right("a", "bcrypt$1$2")


def _basic(password):
    return {"authorization": "Basic " + base64.b64encode(f"any:{password}".encode()).decode()}
