"""Who gets in: token, cookie, CSRF, Host and Origin, the permission table, the one shape of errors."""

import json

import pytest
from flask import Flask

from layerloom.web import permissions, wire
from layerloom.web.access import CSRF_HEADER, Throttle, cookie_name, token
from sites import BASE, Person, codes, open_site, stranger

pytestmark = pytest.mark.fast


def test_every_route_and_event_is_in_the_permission_table(app: Flask):
    routes = {rule.endpoint for rule in app.url_map.iter_rules()}
    events = set(app.extensions["layerloom"].sockets.server.handlers["/"]) - {"connect", "disconnect"}
    assert routes == set(permissions.ROUTES)
    assert events == set(permissions.EVENTS)


def paths(app: Flask) -> list[tuple[str, str, str]]:
    """Endpoint, method, path of every route, with `x` for each id."""
    found = []
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<path:name>", "x").replace("<string:name>", "x")
        for part in ("<project>", "<run>", "<id>", "<name>", "<link>", "<version>", "<kind>"):
            path = path.replace(part, "x")
        found.append((rule.endpoint, next(iter(rule.methods - {"HEAD", "OPTIONS"})), path))
    return found


def test_an_unknown_role_may_do_nothing(app: Flask):
    guest = stranger(app, role="nobody")
    for endpoint, method, path in paths(app):
        if permissions.ROUTES[endpoint] is not permissions.PUBLIC:
            answer = guest.ask(method, path)
            assert (answer.status_code, codes(answer)) == (403, ["not_allowed"]), endpoint
    socket = guest.socket()
    for event in permissions.EVENTS:
        assert codes(socket.emit(event, {"project": "x", "run": "x"}, callback=True)) == ["not_allowed"]


def test_nothing_but_the_way_in_answers_without_a_session(app: Flask):
    client = app.test_client()
    for endpoint, method, path in paths(app):
        answer = client.open(path, method=method, base_url=BASE, buffered=True)
        if permissions.ROUTES[endpoint] is not permissions.PUBLIC:
            assert (answer.status_code, codes(answer)) == (401, ["not_signed_in"]), endpoint


def test_the_printed_token_becomes_a_cookie_that_scripts_cannot_read(app: Flask):
    secret = app.extensions["layerloom"].token
    answer = app.test_client().get(f"/?token={secret}", base_url=BASE)
    cookie = answer.headers["Set-Cookie"]
    assert answer.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert secret not in cookie


def test_a_page_without_a_session_says_where_the_address_is(app: Flask):
    answer = app.test_client().get("/", base_url=BASE, buffered=True)
    assert answer.status_code == 401
    assert "open the address that Layerloom printed" in answer.text


def test_a_session_id_set_before_login_is_worth_nothing_after_it(app: Flask):
    me = Person(app)
    before = me.cookie
    me.client.get(f"/?token={me.site.token}", base_url=BASE)
    after = me.client.get_cookie(cookie_name(8765), domain="127.0.0.1").value
    assert after != before
    assert me.site.sessions.find(before) is None
    planted = app.test_client()
    planted.set_cookie(cookie_name(8765), "planted", domain="127.0.0.1")
    planted.get(f"/?token={me.site.token}", base_url=BASE)
    assert planted.get_cookie(cookie_name(8765), domain="127.0.0.1").value != "planted"


def test_a_cookie_is_refused_after_signing_out(app: Flask, me: Person):
    socket = me.socket()
    assert me.ask("DELETE", "/api/session").status_code == 204
    again = app.test_client()
    again.set_cookie(cookie_name(8765), me.cookie, domain="127.0.0.1")
    assert again.get("/api/session", base_url=BASE).status_code == 401
    assert not socket.is_connected()


def test_fifty_wrong_tokens_are_slowed_down_and_nobody_else_is(app: Flask, me: Person):
    guesser = app.test_client()
    answers = [guesser.get(f"/?token=guess{i}", base_url=BASE).status_code for i in range(50)]
    assert answers[:5] == [401] * 5
    assert set(answers[5:]) == {429}
    assert me.get("/api/session").status_code == 200
    assert app.test_client().get(f"/?token={me.site.token}", base_url=BASE).status_code == 303


def test_a_throttle_forgets_in_time(monkeypatch: pytest.MonkeyPatch):
    clock = [0.0]
    monkeypatch.setattr("layerloom.web.access.time.monotonic", lambda: clock[0])
    throttle = Throttle(2, 60)
    assert [throttle.allows("a"), throttle.allows("a"), throttle.allows("a"), throttle.allows("b")] == [1, 1, 0, 1]
    clock[0] = 61.0
    assert throttle.allows("a")


@pytest.mark.parametrize("sent", ["", "wrong", None])
def test_a_write_without_the_csrf_token_is_refused(me: Person, sent: str | None):
    headers = {} if sent is None else {CSRF_HEADER: sent}
    answer = me.client.post("/api/projects", base_url=BASE, json={}, headers=headers)
    assert (answer.status_code, codes(answer)) == (403, ["no_csrf_token"])
    assert me.get("/api/projects").json == []


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1:9999", "localhost", ""])
def test_a_name_that_is_not_ours_is_refused(me: Person, host: str):
    answer = me.client.get("/api/session", base_url=BASE, headers={"Host": host})
    assert (answer.status_code, codes(answer)) == (400, ["foreign_host"])


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "file://"])
@pytest.mark.parametrize("path", ["/api/session", "/socket.io/?EIO=4&transport=websocket"])
def test_another_sites_page_is_refused_sockets_included(me: Person, origin: str, path: str):
    answer = me.get(path, headers={"Origin": origin})
    assert (answer.status_code, codes(answer)) == (403, ["foreign_origin"])


def test_our_own_page_may_ask(me: Person):
    for origin in ("http://127.0.0.1:8765", "http://localhost:8765"):
        assert me.get("/api/session", headers={"Origin": origin}).status_code == 200


def test_a_socket_without_the_sessions_token_is_refused(app: Flask, me: Person):
    assert me.socket().is_connected()
    assert not me.socket(csrf="wrong").is_connected()
    assert not me.socket(csrf=None).is_connected()
    assert not me.site.sockets.test_client(app, auth={"csrf": me.csrf}).is_connected()


def test_every_answer_carries_the_security_headers(me: Person):
    for path in ("/", "/api/session", "/nothing/here", "/healthz"):
        headers = me.get(path).headers
        assert "script-src 'self' 'wasm-unsafe-eval';" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"].split("style-src")[0]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_every_failure_has_the_one_shape(app: Flask, me: Person, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail of the inside")

    monkeypatch.setattr("layerloom.web.projects.rows.listing", broken)
    expected = {
        ("GET", "/nothing/here"): 404,
        ("GET", "/api/nothing"): 404,
        ("DELETE", "/api/catalog"): 405,
        ("GET", "/api/projects/unknown"): 404,
        ("GET", "/api/projects"): 500,
        ("GET", "/missing.svg"): 404,
        ("GET", "/assets/../app.py"): 404,
    }
    for (method, path), status in expected.items():
        answer = me.ask(method, path)
        assert (answer.status_code, list(answer.json)) == (status, ["problems"]), path
        assert set(answer.json["problems"][0]) >= {"code", "title", "message", "nodes", "place", "evidence", "fixes"}
        assert "secret detail" not in answer.text
        assert "Traceback" not in answer.text


def test_a_body_of_another_type_is_refused(me: Person):
    answer = me.post("/api/projects", data="name=x", headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert (answer.status_code, codes(answer)) == (415, ["wrong_type"])


def test_a_body_that_is_too_large_is_refused_before_it_is_read(me: Person):
    answer = me.post("/api/projects/import", data=b" " * 16_500_000, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert list(answer.json) == ["problems"]


def test_numbers_that_json_cannot_say_become_null():
    text = wire.dumps({"a": float("nan"), "b": [float("inf"), 1.5], "c": {"d": -float("inf")}})
    assert json.loads(text) == {"a": None, "b": [None, 1.5], "c": {"d": None}}


def test_the_token_file_is_its_owners_alone(tmp_path):
    first = token(tmp_path / "token")
    assert token(tmp_path / "token") == first
    assert (tmp_path / "token").stat().st_mode & 0o777 == 0o600
    assert len(first) >= 40


def test_two_layerlooms_on_one_machine_do_not_share_a_cookie(tmp_path):
    assert cookie_name(8765) != cookie_name(8766)


def test_the_health_check_tells_nothing(app: Flask):
    assert app.test_client().get("/healthz", base_url=BASE).json == {"status": "ok"}


def test_a_name_can_be_let_in(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LAYERLOOM_ALLOWED_HOSTS", "lab.example:443, other.example")
    with open_site(tmp_path) as app:
        assert app.test_client().get("/healthz", base_url="http://lab.example:443").status_code == 200
        assert app.test_client().get("/healthz", base_url="http://third.example").status_code == 400
