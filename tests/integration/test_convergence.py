"""Random edits, cut lines, pages and web processes that die: three replicas come to one document, and nothing that was said to be stored is lost.

The replicas are the page's own document and sync over real sockets; the server is a whole web process, killed with signal 9 in the middle.
`LAYERLOOM_CONVERGENCE=200` plays as many games as it says; without it a few.
"""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from layerloom.web.access import cookie_name
from replicas import Replicas

GAMES = int(os.environ.get("LAYERLOOM_CONVERGENCE", "3"))
PAGES = (0, 1, 2)
"""Each another person: the owner, and two guests who may edit."""


class Web:
    """One web process after the other, on one port and over one home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = (home / "log").open("a")
        self.begin()
        self.wait()
        _, _, cookie = self.ask("GET", f"/?token={(home / 'token').read_text()}", {})
        self.owner = self.signed_in(cookie)

    def begin(self) -> None:
        command = [sys.executable, "-m", "layerloom.cli", "web", "--home", str(self.home), "--port", str(self.port)]
        environment = os.environ | {"LAYERLOOM_DATABASE_URL": ""}
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=self.log)

    def kill(self) -> None:
        for one in [*psutil.Process(self.process.pid).children(recursive=True), self.process]:
            one.kill()
        self.process.wait()

    def wait(self) -> None:
        soon(lambda: self.ask("GET", "/healthz", {})[0] == 200, lambda: (self.home / "log").read_text()[-2000:])

    def ask(self, method: str, path: str, who: dict[str, str], body: Any = None) -> tuple[int, Any, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Content-Type": "application/json", "Cookie": who.get("cookie", "")}
        headers["X-Layerloom-CSRF"] = who.get("csrf", "")
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            said = answer.read()
            cookie = re.match(rf"{cookie_name(self.port)}=[^;]+", answer.headers.get("Set-Cookie", ""))
            json_too = answer.headers.get("Content-Type", "").startswith("application/json")
            return answer.status, json.loads(said) if json_too else None, cookie.group() if cookie else ""
        except (OSError, http.client.HTTPException):
            return 0, None, ""
        finally:
            connection.close()

    def signed_in(self, cookie: str) -> dict[str, str]:
        _, session, _ = self.ask("GET", "/api/session", {"cookie": cookie})
        return {"cookie": cookie, "csrf": session["csrf"]}

    def project(self) -> tuple[str, list[dict[str, str]]]:
        """A new one, and three who may edit it."""
        _, made, _ = self.ask("POST", "/api/projects", self.owner, {"template": "digits-cnn"})
        _, link, _ = self.ask("POST", f"/api/projects/{made['id']}/links", self.owner, {"role": "edit"})
        people = [self.owner]
        for name in ("Ann", "Ben"):
            _, _, cookie = self.ask("POST", "/api/join", {}, {"secret": link["secret"], "name": name})
            people.append(self.signed_in(cookie))
        return made["id"], people


def soon(look: Callable[[], Any], why: Callable[[], Any] = lambda: "", seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < end, why()
        time.sleep(0.1)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    web = Web(tmp_path_factory.mktemp("convergence"))
    yield web
    web.kill()
    web.log.close()


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    replicas = Replicas(tmp_path_factory.mktemp("replicas"))
    yield replicas
    replicas.close()


page = st.sampled_from(PAGES)
acts = st.tuples(st.just("act"), page, st.integers(0, 1000), st.lists(st.integers(0, 1000), min_size=3, max_size=3))
alone = [st.tuples(st.just(name), page) for name in ("undo", "redo", "cut", "heal", "heal", "crash")]
pause = st.tuples(st.just("pause"), st.integers(0, 120))
some = st.lists(st.one_of(acts, acts, acts, acts, acts, pause, *alone), min_size=12, max_size=40)
kill = [("kill",)]


class Game:
    def __init__(self, web: Web, replicas: Replicas) -> None:
        self.web, self.replicas = web, replicas
        self.project, self.people = web.project()
        self.promised: set[str] = set()
        """What a page that is gone was told is stored."""
        for at in PAGES:
            self.open(at)
        self.settle()

    def open(self, at: int) -> None:
        self.replicas.ask("open", at, url=self.web.url, project=self.project, **self.people[at])

    def play(self, step: tuple[Any, ...]) -> None:
        match step:
            case ("kill",):
                self.web.kill()
                self.web.begin()
            case ("pause", milliseconds):
                time.sleep(milliseconds / 1000)
            case ("act", at, number, picks):
                self.replicas.ask("act", at, number=number, picks=picks)
            case ("crash", at):
                self.promised |= set(self.replicas.ask("crash", at))
                self.open(at)
            case (do, at):
                self.replicas.ask(do, at)

    def states(self) -> list[dict[str, Any]]:
        return [self.replicas.ask("state", at) for at in PAGES]

    def settle(self) -> list[dict[str, Any]]:
        """Everybody is connected and everything stored: the three pages as they are then."""
        for at in PAGES:
            self.replicas.ask("heal", at)

        def settled() -> bool:
            states = self.states()
            assert not any(each["replaced"] or each["refused"] for each in states), states
            there = all(each["loaded"] and each["online"] and not each["unsaved"] for each in states)
            return there and all(each["graph"] == states[0]["graph"] for each in states)

        def why() -> str:
            """The long parts left out."""
            seen = [{key: each[key] for key in ("loaded", "online", "unsaved", "line")} for each in self.states()]
            return f"{seen} {self.web.process.poll()} {(self.web.home / 'log').read_text()[-1500:]}"

        soon(settled, why)
        return self.states()

    def end(self) -> None:
        for at in PAGES:
            self.replicas.ask("crash", at)


@given(before=some, between=some, after=some)
@settings(
    max_examples=GAMES, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_replicas_converge_and_nothing_acknowledged_is_lost(
    web: Web, replicas: Replicas, before: list[Any], between: list[Any], after: list[Any]
) -> None:
    game = Game(web, replicas)
    try:
        for step in [*before, *kill, *between, *kill, *after]:
            game.play(step)
        states = game.settle()
        said = {comment["text"] for comment in states[0]["graph"]["comments"].values()}
        note(f"{len(said)} edits, {len(states[0]['graph']['nodes'])} nodes")
        for each in states:
            assert set(each["written"]) <= said, "a page that was there all along lost an edit"
            assert each["stored"] == each["written"]
        assert game.promised <= said, "an edit that was said to be stored is gone"

        # All of it is on the disk: the process dies once more, and somebody comes who knows nothing.
        web.kill()
        for at in PAGES:
            replicas.ask("crash", at)
        web.begin()
        web.wait()
        game.open(0)
        soon(lambda: replicas.ask("state", 0)["loaded"])
        assert replicas.ask("state", 0)["graph"] == states[0]["graph"]
    finally:
        game.end()
