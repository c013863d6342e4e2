"""A web process for tests without a port: the application, its people, and workers with names for what they do."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from layerloom.datasets import csv_child, sample, zip_child
from layerloom.db.migrate import upgrade
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, User
from layerloom.graph import rest
from layerloom.graph.memo import Question
from layerloom.graph.walk import walk
from layerloom.launcher.client import Unavailable
from layerloom.runs import weights
from layerloom.settings import Settings
from layerloom.web.access import CSRF_HEADER, cookie_name
from layerloom.web.app import create_app, stop

BASE = "http://127.0.0.1:8765"


class AbsentWorker:
    """Nobody answers: the worker is still starting."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.callbacks: list[Any] = []

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        self.calls.append((verb, request or {}))
        raise Unavailable("The worker is being started.")

    def subscribe(self, callback: Any) -> None:
        self.callbacks.append(callback)


class AnsweringWorker(AbsentWorker):
    """Knows a handful of layers by heart instead of by Keras, and reads tables and zips in this process."""

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        request = request or {}
        self.calls.append((verb, request))
        if verb in ("infer", "try"):
            return {"entries": self.infer(request)}
        if verb == "do" and request["entry"] == "layerloom.datasets.csv_child:parse":
            return csv_child.parse(request["request"])
        if verb == "do" and request["entry"] == "layerloom.datasets.zip_child:parse":
            return zip_child.parse(request["request"])
        if verb == "do" and request["entry"] == "layerloom.datasets.sample:sample":
            return sample.sample(request["request"])
        if verb == "do" and request["entry"] == "layerloom.engine.custom:prove":
            ports = {"ports": [{"name": "x"}], "outputs": [{"name": "output"}], "params": [], "defines": ["twice"]}
            return {"name": "twice", "kind": "function", "source": "def twice(x):\n    return x * 2\n", **ports}
        if verb == "do" and request["entry"] == "layerloom.engine.edited:read":
            report = {"made_with": "", "model": "Functional", "layers": 0, "mapped": []}
            same = {"graph": {"version": 1, "keras_version": "3"}, "report": report}
            return {"before": same, "after": same}
        if verb == "do" and request["entry"] == "layerloom.engine.unfolding:unfold":
            graph = {
                "version": 1,
                "keras_version": "3",
                "nodes": {"b": {"type": "block", "name": "base", "kind": "model"}},
            }
            return {"unfolded": {"graph": graph, "block": "b"}, "places": {}}
        if verb == "do" and request["entry"] == weights.WANTED:
            return {"file": None}
        if verb == "fetching":
            return {"name": "x.h5", "state": "downloading", "received": 1, "total": 2}
        if verb == "exports":
            return []
        if verb == "do":
            return {"summary_text": "a model", "summary": [], "dot": "digraph {}"}
        return True

    def infer(self, request: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def ask(question: Question) -> dict[str, Any]:
            found[question.key] = answer(question)
            return found[question.key]

        plan, flows, known = rest.load(request)
        walk(plan, known, ask, flows=flows)
        return found


class FailingWorker(AnsweringWorker):
    """Its inspector dies at every question."""

    def infer(self, request: dict[str, Any]) -> dict[str, Any]:
        from layerloom.launcher.rpc import RemoteError

        raise RemoteError("It was ended by signal 11.")


def answer(question: Question) -> dict[str, Any]:
    arriving = next(iter(question.calls[-1].values()))
    first = arriving if not isinstance(arriving, tuple) else arriving[0]
    shape, layer, params = list(first.shape), question.call.layer, question.call.params
    weights, error = 0, None
    if layer == "Dense":
        weights = (shape[-1] + 1) * params["units"]
        shape[-1] = params["units"]
    elif layer == "Flatten":
        size = 1
        for one in shape[1:]:
            size *= one
        shape = [None, size]
    elif layer == "Conv2D" and len(shape) != 4:
        error = {"message": f"expected min_ndim=4, found ndim={len(shape)}"}
    elif layer == "Conv2D" and params["kernel_size"] > shape[1]:
        error = {"message": "Computed output size would be negative."}
    elif layer in ("Add", "Concatenate") and len({one.shape for one in arriving}) > 1:
        error = {"message": "Inputs have incompatible shapes"}
    return {
        "outputs": None if error else [{"shape": shape, "dtype": "float32"}],
        "masks": [None],
        "params": weights,
        "trainable_params": weights,
        "weight_bytes": 4 * weights,
        "warnings": [],
        "error": error,
    }


class Person:
    """One browser that is signed in."""

    def __init__(self, app: Flask, user: str = LOCAL_OWNER, cookie: str | None = None) -> None:
        self.app = app
        self.site = app.extensions["layerloom"]
        self.client = app.test_client()
        self.cookie = cookie or self.site.sessions.open(user)
        self.client.set_cookie(cookie_name(self.site.settings.port), self.cookie, domain="127.0.0.1")
        found = self.site.sessions.find(self.cookie)
        self.user, self.csrf = found.user, found.csrf

    def ask(self, method: str, path: str, **rest: Any) -> Any:
        headers = {CSRF_HEADER: self.csrf, **rest.pop("headers", {})}
        return self.client.open(path, method=method, base_url=BASE, headers=headers, buffered=True, **rest)

    def get(self, path: str, **rest: Any) -> Any:
        return self.ask("GET", path, **rest)

    def post(self, path: str, **rest: Any) -> Any:
        return self.ask("POST", path, **rest)

    def project(self, **body: Any) -> str:
        made = self.post("/api/projects", json=body)
        assert made.status_code == 201, made.json
        return made.json["id"]

    def socket(self, **auth: Any) -> Any:
        headers = {"Cookie": f"{cookie_name(self.site.settings.port)}={self.cookie}"}
        return self.site.sockets.test_client(self.app, headers=headers, auth={"csrf": self.csrf, **auth})


@contextmanager
def open_site(home: Path, worker: Any = None) -> Iterator[Flask]:
    settings = Settings.from_env(home=home, database_url=f"sqlite:///{home / 'layerloom.db'}", port=8765).prepare()
    database = Database(settings.database_url)
    upgrade(database)
    app = create_app(settings, database, worker or AnsweringWorker())
    try:
        yield app
    finally:
        stop(app)
        database.close()


def stranger(app: Flask, role: str = "owner") -> Person:
    """Another person of the same Layerloom."""
    site = app.extensions["layerloom"]
    name = f"other-{time.monotonic_ns()}"
    with site.database.write() as session:
        session.add(User(id=name, name="Another", role=role, created_at=time.time()))
    return Person(app, name)


def link(owner: Person, project: str, role: str, **rest: Any) -> tuple[str, str]:
    """A new link into a project: its id and its secret."""
    made = owner.post(f"/api/projects/{project}/links", json={"role": role} | rest)
    assert made.status_code == 201, made.json
    return made.json["link"]["id"], made.json["secret"]


def guest(app: Flask, secret: str, name: str = "Guest") -> Person:
    """Somebody who comes by a link in a browser of their own."""
    client = app.test_client()
    answer = client.post("/api/join", json={"secret": secret, "name": name}, base_url=BASE)
    assert answer.status_code == 200, answer.json
    port = app.extensions["layerloom"].settings.port
    return Person(app, cookie=client.get_cookie(cookie_name(port), domain="127.0.0.1").value)


def codes(response: Any) -> list[str]:
    body = response if isinstance(response, dict) else response.json
    return [problem["code"] for problem in body["problems"]]


def received(socket: Any, event: str) -> list[Any]:
    """Payloads of that event since the last look; the others are dropped."""
    return [message["args"][0] for message in socket.get_received() if message["name"] == event]


def soon(look: Any, seconds: float = 5.0) -> Any:
    """The first truthy value of `look`, asked again and again."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.01)
    assert found, "it did not happen in time"
    return found
