"""The web process as it is served: gunicorn, a port, real sockets. Few tests, for what no test client can show."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import simple_websocket
from pycrdt import Doc, Map

from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER
from layerloom.documents.rooms import Rooms
from layerloom.web.access import cookie_name


class Served:
    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.home = home
        # simple_websocket's client sends Host without the port
        environment = {**os.environ, "LAYERLOOM_ALLOWED_HOSTS": "127.0.0.1", "LAYERLOOM_DATABASE_URL": ""}
        command = [sys.executable, "-m", "layerloom.cli", "web", "--home", str(home), "--port", str(self.port)]
        self.wires: list[Wire] = []
        self.log = (home / "log").open("w+")
        self.process = subprocess.Popen(command, env=environment, stderr=self.log, stdout=self.log)
        end = time.monotonic() + 60
        while self.ask("GET", "/healthz")[0] != 200:
            assert time.monotonic() < end
            assert self.process.poll() is None, (home / "log").read_text()
            time.sleep(0.1)
        token = (home / "token").read_text()
        _, _, headers = self.ask("GET", f"/?token={token}")
        self.cookie = re.match(rf"({cookie_name(self.port)}=[^;]+)", headers["Set-Cookie"]).group(1)
        self.csrf = json.loads(self.ask("GET", "/api/session")[1])["csrf"]

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, bytes, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"X-Layerloom-CSRF": getattr(self, "csrf", ""), "Content-Type": "application/json", **headers}
        if hasattr(self, "cookie"):
            sent["Cookie"] = self.cookie
        try:
            connection.request(method, path, body, sent, encode_chunked="Transfer-Encoding" in headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        except ConnectionRefusedError:
            return 0, b"", {}
        finally:
            connection.close()

    def raw(self, text: bytes) -> bytes:
        """What the server says to these bytes, until it or we close."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as link:
            link.sendall(text)
            link.shutdown(socket.SHUT_WR)
            said = b""
            while block := link.recv(65536):
                said += block
            return said

    def worker(self) -> psutil.Process:
        return psutil.Process(self.process.pid).children()[0]

    def socket(self, origin: str | None = "", csrf: str | None = "", cookie: bool = True) -> "Wire":
        self.wires.append(Wire(self, origin, csrf, cookie))
        return self.wires[-1]

    def end(self) -> None:
        for wire in self.wires:
            wire.close()
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        self.log.close()


class Wire:
    """As much of a Socket.IO client as a test needs."""

    def __init__(self, served: Served, origin: str | None, csrf: str | None, cookie: bool) -> None:
        headers = {"Cookie": served.cookie} if cookie else {}
        if origin is not None:
            headers["Origin"] = origin or f"http://127.0.0.1:{served.port}"
        url = f"ws://127.0.0.1:{served.port}/socket.io/?EIO=4&transport=websocket"
        self.ws = simple_websocket.Client(url, headers=headers)
        # Before anything is received: the client overlooks a first frame that came in one piece with the handshake, until the next.
        self.ws.send("40" + json.dumps({} if csrf is None else {"csrf": csrf or served.csrf}))
        self.ws.receive(10)
        self.hello = self.ws.receive(10)
        self.number = 0

    def close(self) -> None:
        with contextlib.suppress(simple_websocket.ConnectionClosed):
            self.ws.close()
        self.ws.thread.join(5)
        self.ws.sock.close()

    def until_closed(self) -> None:
        for _ in range(10):
            self.ws.receive(5)

    def ask(self, event: str, payload: dict[str, Any]) -> Any:
        """The acknowledgement; binary values are put where they belong."""
        self.number += 1
        binary = [value for value in payload.values() if isinstance(value, bytes)]
        places = iter(range(len(binary)))
        plain = {
            key: {"_placeholder": True, "num": next(places)} if isinstance(value, bytes) else value
            for key, value in payload.items()
        }
        kind = f"45{len(binary)}-" if binary else "42"
        self.ws.send(f"{kind}{self.number}{json.dumps([event, plain])}")
        for value in binary:
            self.ws.send(value)
        while True:
            message = self.ws.receive(20)
            assert message is not None
            if isinstance(message, str) and message.startswith("2"):
                self.ws.send("3")
            found = (
                re.match(rf"4[36](?:(\d+)-)?{self.number}(\[.*)", message, re.S) if isinstance(message, str) else None
            )
            if found:
                attached = [self.ws.receive(10) for _ in range(int(found.group(1) or 0))]
                return _filled(json.loads(found.group(2))[0], attached)


def _filled(value: Any, attached: list[bytes]) -> Any:
    if isinstance(value, dict):
        if value.get("_placeholder"):
            return attached[value["num"]]
        return {key: _filled(inner, attached) for key, inner in value.items()}
    return value


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("home"))
    yield served
    served.end()


def test_the_web_process_is_small_and_has_no_keras_in_it(served: Served):
    for path in ("/", "/api/catalog", "/api/templates", "/api/datasets", "/api/projects"):
        served.ask("GET", path)
    made = json.loads(served.ask("POST", "/api/projects", json.dumps({"template": "digits-cnn"}))[1])
    served.ask("GET", f"/api/projects/{made['id']}/source")
    served.socket().ask("document_join", {"project": made["id"], "epoch": None})
    time.sleep(0.5)
    family = [psutil.Process(served.process.pid), served.worker()]
    maps = "".join(Path(f"/proc/{one.pid}/maps").read_text().lower() for one in family)
    for name in ("tensorflow", "keras", "sklearn", "scipy", "numpy", "jax", "torch"):
        assert f"/{name}/" not in maps
    assert sum(one.memory_full_info().pss for one in family) <= 150e6


def test_building_the_application_imports_nothing_heavy(tmp_path: Path):
    program = """
import sys
from pathlib import Path
from layerloom.settings import Settings
from layerloom.db.session import Database
from layerloom.db.migrate import upgrade
from layerloom.launcher.rpc import Client
from layerloom.web.app import create_app, stop
import layerloom.web.serve
settings = Settings.from_env(home=sys.argv[1]).prepare()
database = Database(settings.database_url)
upgrade(database)
app = create_app(settings, database, Client(settings.socket))
app.test_client().get("/api/catalog", base_url="http://127.0.0.1:8765")
stop(app)
found = {name.split(".")[0] for name in sys.modules}
print(sorted(found & {"tensorflow", "keras", "numpy", "sklearn", "scipy", "jax", "torch", "pandas", "h5py"}))
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr


def test_an_acknowledged_edit_survives_the_web_process_being_killed(tmp_path: Path):
    served = Served(tmp_path)
    try:
        project = json.loads(served.ask("POST", "/api/projects", json.dumps({"template": "iris-mlp"}))[1])["id"]
        wire = served.socket()
        joined = wire.ask("document_join", {"project": project, "epoch": None})
        doc = Doc()
        doc.apply_update(joined["update"])
        before = doc.get_state()
        doc.get("nodes", type=Map)["dense_1"]["params"]["units"] = 321
        edit = {"project": project, "epoch": joined["epoch"], "update": doc.get_update(before), "id": "1"}
        assert wire.ask("document_update", edit) == {"stored": True}
        worker = served.worker()
        served.process.send_signal(signal.SIGKILL)
        worker.kill()
        served.process.wait(10)
    finally:
        served.end()
    database = Database(f"sqlite:///{tmp_path / 'layerloom.db'}")
    rooms = Rooms(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        assert room.graph().nodes["dense_1"].params["units"] == 321
    rooms.shut()
    database.close()


def test_a_body_without_end_is_refused_while_it_arrives(served: Served):
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(10_000):
            sent += 1_000_000
            yield b" " * 1_000_000

    try:
        status, body, _ = served.ask("POST", "/api/projects/import", endless(), **{"Transfer-Encoding": "chunked"})
        assert (status, list(json.loads(body))) == (413, ["problems"])
    except (BrokenPipeError, ConnectionResetError):
        pass  # it hung up on us, which is as good
    assert sent < 200_000_000
    assert served.ask("GET", "/healthz")[0] == 200
    assert served.worker().memory_info().rss <= 250e6


@pytest.mark.parametrize(
    ("length", "body"), [("1000", b'{"a": 1}'), ("-5", b"{}"), ("abc", b"{}"), ("5, 6", b"{}"), ("9" * 30, b"{}")]
)
def test_a_length_that_lies_is_a_bad_request(served: Served, length: str, body: bytes):
    head = (
        f"POST /api/projects/import HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nCookie: {served.cookie}\r\n"
        f"X-Layerloom-CSRF: {served.csrf}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    )
    said = served.raw(head.encode() + body)
    assert said.startswith((b"HTTP/1.1 400", b"HTTP/1.1 413")), said[:300]
    assert b"Traceback" not in said
    assert served.ask("GET", "/healthz")[0] == 200


@pytest.mark.parametrize(
    ("request_line", "headers", "body", "status"),
    [
        ("POST /api/projects HTTP/1.1", "Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n", 400),
        ("POST /api/projects HTTP/1.1", "Transfer-Encoding: chunked\r\n", "-1\r\n{}", 400),
        ("POST /api/projects HTTP/1.1", "Transfer-Encoding: chunked\r\n", "10\r\n{}", 400),
        ("POST /api/projects HTTP/1.1", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}", 400),
        (
            "POST /api/projects HTTP/1.1",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "2\r\n{}\r\n0\r\n\r\n",
            400,
        ),
        ("POST /api/projects HTTP/1.1", "Expect: a banana\r\nContent-Length: 2\r\n", "{}", 417),
        ("\x00\x01\x02", "", "", 400),
        ("GET / HTTP/9.9", "", "", 400),
        (f"GET /{'a' * 9000} HTTP/1.1", "", "", 414),
        ("GET / HTTP/1.1", "".join(f"X-{number}: a\r\n" for number in range(300)), "", 431),
        ("GET / HTTP/1.1", "X: a\x00b\r\n", "", 400),
        ("GET /api/session HTTP/1.1", "Origin: http://[::1\r\n", "", 403),
        (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            "Connection: Upgrade\r\nUpgrade: websocket\r\n",
            "",
            400,
        ),
    ],
)
def test_what_is_no_http_is_refused_in_the_one_shape(
    served: Served, request_line: str, headers: str, body: str, status: int
):
    own = (
        f"Host: 127.0.0.1:{served.port}\r\nCookie: {served.cookie}\r\nX-Layerloom-CSRF: {served.csrf}\r\n"
        "Content-Type: application/json\r\n"
    )
    said = served.raw(f"{request_line}\r\n{own}{headers}\r\n{body}".encode("latin1"))
    head, _, text = said.partition(b"\r\n\r\n")
    assert head.split()[1] == str(status).encode(), said[:300]
    assert list(json.loads(text)) == ["problems"]
    assert served.ask("GET", "/healthz")[0] == 200


def test_a_socket_of_another_site_or_of_nobody_is_refused(served: Served):
    assert served.socket().hello.startswith("40")
    assert served.socket(origin=None).hello.startswith("40")  # no browser, but it knows the session's token
    for refused in ({"csrf": None}, {"origin": None, "csrf": None}, {"cookie": False}, {"csrf": "wrong"}):
        assert served.socket(**refused).hello.startswith("44"), refused
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "x" * 24,
    }
    foreign = served.ask("GET", "/socket.io/?EIO=4&transport=websocket", Origin="https://evil.example", **upgrade)
    assert foreign[0] == 403


@pytest.mark.parametrize("size", [2_000_000, 20_000_000])
def test_a_message_that_is_too_large_ends_its_connection_and_nothing_else(served: Served, size: int):
    other, wire = served.socket(), served.socket()
    wire.ws.send("42" + json.dumps(["document_join", {"project": "x" * size}]))
    with pytest.raises(simple_websocket.ConnectionClosed):
        wire.until_closed()
    assert other.ask("document_leave", {"project": "x"}) == {}
    assert served.ask("GET", "/healthz")[0] == 200


def test_a_thousand_events_in_a_second_are_answered_by_one_word(served: Served):
    other, wire = served.socket(), served.socket()
    for number in range(1000):
        wire.ws.send(f'42{number}["document_leave",{{"project":"x"}}]')
    limited = acknowledged = 0
    while (message := wire.ws.receive(1)) is not None:
        if "limited" in message:
            limited += 1
            assert "too_many_events" in message
        acknowledged += message.startswith("43")
    assert 1 <= limited <= 10
    assert 300 <= acknowledged < 1000
    assert other.ask("document_leave", {"project": "x"}) == {}
    time.sleep(0.1)
    assert wire.ask("document_leave", {"project": "x"}) == {}


def test_a_socket_that_never_signs_in_is_cut_off(served: Served):
    silent = served.socket(csrf=None)
    assert silent.hello.startswith("44")
    with pytest.raises(simple_websocket.ConnectionClosed):
        silent.until_closed()


def test_a_port_that_is_taken_is_said_in_a_sentence(served: Served, tmp_path: Path):
    command = [sys.executable, "-m", "layerloom.cli", "web", "--home", str(tmp_path), "--port", str(served.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Perhaps it is running already" in done.stderr
    assert "Traceback" not in done.stderr


def test_leaving_takes_a_moment_with_pages_open(tmp_path: Path):
    served = Served(tmp_path)
    try:
        wires = [served.socket() for _ in range(3)]
        began = time.monotonic()
        served.process.terminate()
        served.process.wait(15)
        assert time.monotonic() - began < 6
        assert wires
    finally:
        served.end()
    assert "SIGKILL" not in (tmp_path / "log").read_text()
