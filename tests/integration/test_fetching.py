"""Weights from the network, as the worker fetches them: from a server of the test's own, cut off, changed, too large, wrong, forbidden, cancelled."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from layerloom.graph.problems import Refused
from layerloom.imports import backbones
from layerloom.runs import weights
from layerloom.runs.weights import WeightsFile
from layerloom.worker import fetching
from layerloom.worker.fetching import Fetching
from sites import soon

BODY = bytes(range(256)) * 4000
PATH = "/tensorflow/keras-applications/base/base_notop.h5"


class Mirror:
    """Has one file, says of each request what was asked, and does as it is told."""

    def __init__(self) -> None:
        self.body, self.etag = BODY, '"one"'
        self.cut: list[int] = []
        """Bytes after which the next answers break off."""
        self.status = 200
        self.hold: threading.Event | None = None
        """After the first half it waits for this."""
        self.asked: list[tuple[str, str | None]] = []
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.answer(self)

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        wanted = to.headers.get("Range")
        self.asked.append((to.path, wanted))
        if self.status != 200:
            to.send_response(self.status)
            to.send_header("Location", "http://elsewhere.example/")
            to.end_headers()
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and to.headers["If-Range"] == self.etag else 0
        to.send_response(206 if start else 200)
        if start:
            to.send_header("Content-Range", f"bytes {start}-{len(self.body) - 1}/{len(self.body)}")
        to.send_header("Content-Length", str(len(self.body) - start))
        to.send_header("ETag", self.etag)
        to.end_headers()
        rest = self.body[start : self.cut.pop(0) if self.cut else None]
        if self.hold is not None:
            to.wfile.write(rest[: len(rest) // 2])
            to.wfile.flush()
            self.hold.wait(10)
            rest = rest[len(rest) // 2 :]
        to.wfile.write(rest)


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    found = Mirror()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fetching, "AGAIN_SECONDS", 0.01)
    return tmp_path


def in_this_process(entry: str, request: dict[str, Any], **_: Any) -> Any:
    assert entry == "layerloom.imports.backbones:check"
    return backbones.check(request)


def file(body: bytes = BODY, **more: str) -> WeightsFile:
    origin = f"https://storage.googleapis.com{PATH}"
    given = {"name": "base_notop.h5", "origin": origin, "hash": hashlib.md5(body).hexdigest()} | more
    return WeightsFile(**given)


def fetched(home: Path, base: str, wanted: WeightsFile | None = None) -> Any:
    """How it ended."""
    wanted = wanted or file()
    running = Fetching(home, base, in_this_process)
    running.start()
    try:
        running.begin(wanted, asked(wanted))
        soon(lambda: running.look(wanted.name).state in ("ready", "failed", "cancelled"), 20)
        return running.look(wanted.name)
    finally:
        running.close()


def asked(wanted: WeightsFile) -> dict[str, Any]:
    return {"application": "Base", "file": wanted.model_dump(mode="json"), "layers": []}


def left(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "weights" / "arriving").iterdir())


def test_it_comes_from_the_mirror_under_keras_own_path_and_name(home: Path, mirror: Mirror):
    ended = fetched(home, mirror.base)
    assert (ended.state, ended.received, ended.total) == ("ready", len(BODY), len(BODY))
    assert (home / "weights" / "base_notop.h5").read_bytes() == BODY
    assert mirror.asked == [(PATH, None)]
    assert left(home) == []
    assert weights.size(home, "base_notop.h5") == len(BODY)


def test_cut_off_it_goes_on_where_it_was(home: Path, mirror: Mirror):
    mirror.cut = [300_000, 700_000]
    assert fetched(home, mirror.base).state == "ready"
    assert [start for _, start in mirror.asked] == [None, "bytes=300000-", "bytes=700000-"]
    assert (home / "weights" / "base_notop.h5").read_bytes() == BODY


def test_what_another_try_left_is_gone_on_from_unless_the_file_changed(home: Path, mirror: Mirror):
    mirror.cut = [100_000] * fetching.ATTEMPTS
    first = fetched(home, mirror.base)
    assert first.state == "failed"
    assert first.problems[0].code == "weights_unreached"
    assert left(home) == ["base_notop.h5", "base_notop.h5.etag"]
    mirror.body, mirror.etag = BODY[::-1], '"two"'
    mirror.cut = []
    assert fetched(home, mirror.base, file(BODY[::-1])).state == "ready"
    assert (home / "weights" / "base_notop.h5").read_bytes() == BODY[::-1]


def test_a_file_of_another_hash_is_thrown_away_and_told(home: Path, mirror: Mirror):
    ended = fetched(home, mirror.base, file(b"another"))
    assert ended.state == "failed"
    (problem,) = ended.problems
    assert problem.code == "weights_of_another"
    assert hashlib.md5(b"another").hexdigest() in problem.message
    assert not (home / "weights" / "base_notop.h5").exists()
    assert "base_notop.h5" not in left(home)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_what_a_server_refuses_says_which_file_belongs_where(home: Path, mirror: Mirror, status: int):
    mirror.status = status
    ended = fetched(home, mirror.base)
    (problem,) = ended.problems
    assert problem.code == "weights_unreached"
    assert problem.evidence == f"HTTP {status}"
    for said in ("base_notop.h5", str(home / "weights"), file().hash, file().origin):
        assert said in problem.message
    assert len(mirror.asked) == (fetching.ATTEMPTS if status == 500 else 1)


def test_without_a_network_it_says_the_same(home: Path, mirror: Mirror):
    base = mirror.base
    mirror.server.shutdown()
    mirror.server.server_close()
    (problem,) = fetched(home, base).problems
    assert problem.code == "weights_unreached"
    assert str(home / "weights") in problem.message


def test_switched_off_nobody_is_asked(home: Path):
    running = Fetching(home, "off", in_this_process)
    with pytest.raises(Refused) as refused:
        running.begin(file(), asked(file()))
    (problem,) = refused.value.problems
    assert (problem.code, refused.value.status) == ("weights_no_network", 403)
    assert "base_notop.h5" in problem.message


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example/base_notop.h5"},
        {"origin": "https://storage.googleapis.com.evil.example/x.h5"},
        {"origin": "file:///etc/passwd"},
        {"name": "../../token.h5"},
    ],
)
def test_only_keras_own_addresses_and_names_are_known(home: Path, mirror: Mirror, wrong: dict[str, str]):
    assert fetched(home, mirror.base, file(**wrong)).state == "failed"
    assert mirror.asked == []


def test_too_large_it_is_not_even_begun(home: Path, mirror: Mirror, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(weights, "MOST_BYTES", 1000)
    assert [one.code for one in fetched(home, mirror.base).problems] == ["weights_too_large"]


def test_a_full_disk_is_said_before_it_is_full(home: Path, mirror: Mirror, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetching, "SPARE_BYTES", 1 << 60)
    assert [one.code for one in fetched(home, mirror.base).problems] == ["weights_no_room"]


def test_its_progress_is_told_and_cancelled_it_goes_on_later(home: Path, mirror: Mirror):
    mirror.hold = threading.Event()
    running = Fetching(home, mirror.base, in_this_process)
    running.start()
    try:
        running.begin(file(), asked(file()))
        soon(lambda: running.look("base_notop.h5").received > 0)
        half = running.look("base_notop.h5")
        assert (half.state, half.total) == ("downloading", len(BODY))
        assert half.received < len(BODY)
        running.cancel("base_notop.h5")
        mirror.hold.set()
        soon(lambda: running.look("base_notop.h5").state == "cancelled")
        mirror.hold = None
        running.begin(file(), asked(file()))
        soon(lambda: running.look("base_notop.h5").state == "ready")
    finally:
        running.close()
    assert mirror.asked[1][1] is not None
    assert (home / "weights" / "base_notop.h5").read_bytes() == BODY
