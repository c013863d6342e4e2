"""Links and guests: who may do what, over every route and every event, and what a revoked link leaves nobody."""

import io
import itertools
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from pycrdt import Doc, Map
from sqlalchemy import select, text

from exported import keep
from layerloom.db.tables import LOCAL_OWNER, Link, Membership, Session, Table, User
from layerloom.runs import history
from layerloom.runs.events import RunEnded
from layerloom.web import permissions
from sites import BASE, Person, codes, guest, link, open_site, received, stranger

pytestmark = pytest.mark.fast

EVERYBODY = "owner edit train comment view"
DRAWERS = "owner edit train"
CSV = b"a,b,kind\n" + b"".join(b"%d,%d,%s\n" % (i, i % 5, b"xy"[i % 2 : i % 2 + 1]) for i in range(40))
SMALL = {
    "version": 1,
    "keras_version": "3",
    "nodes": {
        "in": {"type": "input", "name": "in", "shape": [4]},
        "dense": {"type": "layer", "name": "dense", "layer": "Dense", "params": {"units": 2}},
        "out": {"type": "output", "name": "out"},
    },
    "edges": {"a": {"source": "in", "target": "dense"}, "b": {"source": "dense", "target": "out"}},
}

BACKBONE = {"type": "backbone", "name": "base", "application": "MobileNetV2", "params": {}}

IN_PROJECT: dict[str, tuple[str, str, str, Any]] = {
    # endpoint: who may, method, address, body
    "projects.show": (EVERYBODY, "GET", "/api/projects/{project}", None),
    "projects.rename": (DRAWERS, "PATCH", "/api/projects/{project}", {"name": "Another"}),
    "projects.duplicate": ("owner", "POST", "/api/projects/{project}/duplicate", {}),
    "projects.export": (DRAWERS, "GET", "/api/projects/{project}/export", None),
    "links.listing": ("owner", "GET", "/api/projects/{project}/links", None),
    "links.make": ("owner", "POST", "/api/projects/{project}/links", {"role": "edit"}),
    "links.revoke": ("owner", "DELETE", "/api/projects/{project}/links/{link}", None),
    "versions.listing": (EVERYBODY, "GET", "/api/projects/{project}/versions", None),
    "versions.save": (DRAWERS, "POST", "/api/projects/{project}/versions", {"name": "kept"}),
    "versions.delete": (DRAWERS, "DELETE", "/api/projects/{project}/versions/x", None),
    "versions.compare": (
        EVERYBODY,
        "POST",
        "/api/projects/{project}/compare",
        {"before": {"type": "run", "id": "{run}"}, "after": {"type": "project"}},
    ),
    "source.source": (EVERYBODY, "GET", "/api/projects/{project}/source", None),
    "source.edit": (
        "owner",
        "POST",
        "/api/projects/{project}/source",
        {"source": "", "written": "", "graph": SMALL},
    ),
    "code.prove": ("owner", "POST", "/api/projects/{project}/code", {"source": "", "params": {}}),
    "source.as_notebook": (EVERYBODY, "GET", "/api/projects/{project}/notebook", None),
    "source.describe": (EVERYBODY, "GET", "/api/projects/{project}/describe", None),
    "fits.show": (EVERYBODY, "GET", "/api/projects/{project}/fits?after=flower", None),
    "unfolding.unfold": (
        DRAWERS,
        "POST",
        "/api/projects/{project}/unfold",
        {"node": BACKBONE, "shape": [None, 32, 32, 3]},
    ),
    "runs.listing": (EVERYBODY, "GET", "/api/projects/{project}/runs", None),
    "runs.show": (EVERYBODY, "GET", "/api/runs/{run}", None),
    "runs.events": (EVERYBODY, "GET", "/api/runs/{run}/events", None),
    "runs.graph": (EVERYBODY, "GET", "/api/runs/{run}/graph", None),
    "runs.file": (DRAWERS, "GET", "/api/runs/{run}/files/curves.csv", None),
    "exports.listing": (EVERYBODY, "GET", "/api/runs/{run}/exports", None),
    "exports.begin": (DRAWERS, "POST", "/api/runs/{run}/exports/onnx", {}),
    "exports.cancel": (DRAWERS, "DELETE", "/api/runs/{run}/exports/onnx", None),
    "exports.file": (DRAWERS, "GET", "/api/runs/{run}/exports/onnx/file", None),
    "runs.start": ("owner train", "POST", "/api/projects/{project}/runs", {"key": "another"}),
    "runs.stop": ("owner train", "POST", "/api/runs/{run}/stop", {}),
    "runs.pause": ("owner train", "POST", "/api/runs/{run}/pause", {}),
    "runs.resume": ("owner train", "POST", "/api/runs/{run}/resume", {}),
    "projects.replace_graph": (DRAWERS, "PUT", "/api/projects/{project}/graph", {"version": 1, "keras_version": "3"}),
    "projects.delete": ("owner", "DELETE", "/api/projects/{project}", None),
    "projects.restore": ("owner", "POST", "/api/projects/{project}/restore", {}),
}
"""Every address that names a project or a run, the ones that destroy last."""

ELSEWHERE: dict[str, tuple[bool, str, str, Any]] = {
    # endpoint: whether a guest may, method, address, body
    "session.show": (True, "GET", "/api/session", None),
    "session.rename": (True, "PATCH", "/api/session", {"name": "Renamed"}),
    "catalog.show": (True, "GET", "/api/catalog", None),
    "catalog.later": (True, "GET", "/api/catalog/later", None),
    "catalog.member": (True, "GET", "/api/catalog/layer/Dense", None),
    "catalog.card": (True, "GET", "/api/cards/en/Dense", None),
    "catalog.templates": (True, "GET", "/api/templates", None),
    "graphs.open_": (True, "POST", "/api/graphs/open", {"version": 1, "keras_version": "3"}),
    "library.listing": (False, "GET", "/api/blocks", None),
    "library.save": (False, "POST", "/api/blocks", {"name": "stage", "graph": {}}),
    "library.show": (False, "GET", "/api/blocks/0", None),
    "library.delete": (False, "DELETE", "/api/blocks/0", None),
    "projects.listing": (True, "GET", "/api/projects", None),
    "projects.create": (False, "POST", "/api/projects", {}),
    "projects.bring_in": (False, "POST", "/api/projects/import", {"version": 1, "keras_version": "3"}),
    "datasets.listing": (True, "GET", "/api/datasets", None),
    "datasets.upload": (False, "POST", "/api/datasets", "a file"),
    "datasets.preview": (False, "GET", "/api/datasets/{dataset}/preview", None),
    "datasets.delete": (False, "DELETE", "/api/datasets/{dataset}", None),
    "datasets.suggestion": (
        True,
        "POST",
        "/api/suggest",
        {"data": {"type": "builtin", "name": "iris"}, "target": "species"},
    ),
    "imports.read": (False, "POST", "/api/imports", "a file"),
    "imports.paste": (False, "POST", "/api/imports/code", {"source": "import keras"}),
    "imports.keep": (False, "POST", "/api/imports/0/keep", {}),
    "weights.look": (True, "POST", "/api/weights", {"node": BACKBONE, "shape": [None, 32, 32, 3]}),
    "weights.upload": (False, "POST", "/api/weights/file", "a file"),
    "weights.fetch": (False, "POST", "/api/weights/download", {"node": BACKBONE, "shape": [None, 32, 32, 3]}),
    "weights.progress": (True, "GET", "/api/weights/download/x.h5", None),
    "weights.cancel": (False, "DELETE", "/api/weights/download/x.h5", None),
    "samples.show": (True, "POST", "/api/sample", {"data": {"type": "builtin", "name": "iris"}}),
    "session.end": (True, "DELETE", "/api/session", None),
}


class World:
    """A project over a person's own file, with a run, and a link of each kind."""

    def __init__(self, app: Flask) -> None:
        self.app, self.me = app, Person(app)
        self.site = self.me.site
        sent = self.me.post("/api/datasets", data={"file": (io.BytesIO(CSV), "own.csv")})
        assert sent.status_code == 201, sent.json
        source = sent.json["source"]
        self.dataset = source["id"]
        self.project = self.me.project(template="iris-mlp", name="Flowers")
        self.run = self.me.post(f"/api/projects/{self.project}/runs", json={"key": "k"}).json["run"]["id"]
        with self.site.database.write() as session:
            attempt = history.claim(session, "w", device="CPU", jail="none").attempt
            ended = RunEnded(at=time.time(), state="succeeded", reason="Done.", files=("curves.csv",), seconds=1.0)
            history.advance(session, self.run, "succeeded", ended, attempt)
        folder = self.site.settings.runs / self.run
        folder.mkdir(parents=True)
        (folder / "curves.csv").write_text("epoch,loss\n1,0.5\n")
        (folder / "model.keras").write_bytes(b"weights")
        keep(folder, "onnx")
        self.links = {
            "view": link(self.me, self.project, "view"),
            "comment": link(self.me, self.project, "comment"),
            "edit": link(self.me, self.project, "edit"),
            "train": link(self.me, self.project, "edit", may_train=True),
        }

    def person(self, who: str) -> Person:
        if who == "owner":
            return self.me
        return stranger(self.app) if who == "stranger" else guest(self.app, self.links[who][1], who.title())

    def ask(self, person: Person, method: str, path: str, body: Any) -> Any:
        names = {
            "project": self.project,
            "run": self.run,
            "dataset": self.dataset,
            "link": self.links["view"][0],
        }

        def filled(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: filled(inner) for key, inner in value.items()}
            return value.format(**names) if isinstance(value, str) else value

        rest: dict[str, Any] = {} if body is None else {"json": filled(body)}
        if body == "a file":
            rest = {"data": {"file": (io.BytesIO(CSV), "more.csv")}}
        if method == "PUT":
            tag = self.me.get(f"/api/projects/{self.project}").headers["ETag"]
            rest["headers"] = {"If-Match": tag}
        return person.ask(method, filled(path), **rest)

    def stored(self) -> str:
        """Everything in the database but sessions, and miniatures, which are drawn anew when somebody looks."""
        with self.site.database.read() as session:
            rows = {
                table.name: sorted(map(repr, session.execute(select(*_told(table))).all()))
                for table in Table.metadata.sorted_tables
                if table.name != "sessions"
            }
        return json.dumps(rows)


def _told(table: Any) -> list[Any]:
    return [column for column in table.columns if column.name != "thumbnail"]


@pytest.fixture
def world(app: Flask) -> World:
    return World(app)


def test_the_matrix_names_every_route(app: Flask):
    public = {name for name, action in permissions.ROUTES.items() if action is permissions.PUBLIC}
    assert set(IN_PROJECT) | set(ELSEWHERE) | public == set(permissions.ROUTES)


def test_each_address_that_names_a_project_or_run_is_decided_by_the_part_in_it(app: Flask):
    for rule in app.url_map.iter_rules():
        action = permissions.ROUTES[rule.endpoint]
        named = bool({"project", "run"} & rule.arguments)
        assert named == (action in permissions.IN_PROJECT), rule.endpoint


@pytest.mark.parametrize("who", ["stranger", "view", "comment", "edit", "train", "owner"])
def test_every_route_answers_each_person_as_their_part_allows(world: World, who: str):
    person = world.person(who)
    for endpoint, (may, method, path, body) in IN_PROJECT.items():
        before = world.stored()
        answer = world.ask(person, method, path, body)
        if who in may.split():
            assert answer.status_code < 300, (endpoint, answer.text)
            continue
        status = 404 if who == "stranger" else 403
        assert answer.status_code == status, (endpoint, answer.text)
        assert codes(answer)[0] in ("unknown_project", "unknown_run", "not_allowed"), endpoint
        assert world.stored() == before, endpoint


@pytest.mark.parametrize("who", ["view", "edit", "train"])
def test_a_guest_has_no_projects_and_no_files_of_their_own(world: World, who: str):
    other = world.me.project(name="Not shared")
    person = world.person(who)
    for endpoint, (may, method, path, body) in ELSEWHERE.items():
        before = world.stored()
        answer = world.ask(person, method, path, body)
        if may:
            assert answer.status_code < 300, (endpoint, answer.text)
        else:
            assert answer.status_code in (403, 404), (endpoint, answer.text)
            assert world.stored() == before, endpoint
        assert other not in answer.text, endpoint
    again = world.person(who)
    assert [one["id"] for one in again.get("/api/projects").json] == [world.project]


NUMBERS = itertools.count(1)


class Tab:
    """A person's page with a project open."""

    def __init__(self, person: Person, project: str) -> None:
        self.person, self.project = person, project
        self.socket = person.socket()
        self.client = next(NUMBERS)
        self.joined = self.ask("document_join", {"epoch": None, "client": self.client})
        self.doc: Any = Doc()
        if "update" in self.joined:
            self.doc.apply_update(self.joined["update"])
        self.seen, self.sent = self.doc.get_state(), 0

    def ask(self, event: str, payload: dict[str, Any]) -> Any:
        return self.socket.emit(event, {"project": self.project} | payload, callback=True)

    def send(self, change: Callable[[Any], None] | None = None) -> Any:
        if change is not None:
            with self.doc.transaction():
                change(self.doc)
        update, self.seen = self.doc.get_update(self.seen), self.doc.get_state()
        self.sent += 1
        edit = {"epoch": self.joined.get("epoch"), "update": update, "id": f"{self.client}-{self.sent}"}
        return self.ask("document_update", edit)

    def says(self, **state: Any) -> Any:
        body = json.dumps(state).encode()
        head = bytearray()
        for value in (1, self.client, self.sent + 1, len(body)):
            while value > 127:
                head.append(128 | (value & 127))
                value >>= 7
            head.append(value)
        return self.ask("document_awareness", {"update": bytes(head) + body})


def draw(doc: Any) -> None:
    doc.get("nodes", type=Map)["dense_1"]["params"]["units"] = 77


def comment(person: Person, name: str, key: str = "c1", **rest: Any) -> Callable[[Any], None]:
    row = {"text": "Why 16?", "author": person.user, "author_name": name, "created_at": 1.0, "node": "dense_1"}
    return lambda doc: doc.get("comments", type=Map).__setitem__(key, Map(row | {"x": 0, "y": 0} | rest))


@pytest.mark.parametrize("who", ["stranger", "view", "comment", "edit", "train", "owner"])
def test_every_event_answers_each_person_as_their_part_allows(world: World, who: str):
    watching = Tab(world.me, world.project)
    person = world.person(who)
    tab = Tab(person, world.project)
    watching.socket.get_received()
    name = world.site.sessions.find(person.cookie).name
    if who == "stranger":
        assert codes(tab.joined) == ["unknown_project"]
        assert codes(tab.send()) == codes(tab.says(cursor=[0, 0])) == ["not_joined"]
        assert codes(tab.ask("run_subscribe", {"run": world.run, "after": 0})) == ["unknown_run"]
        assert watching.socket.get_received() == tab.socket.get_received() == []
        return
    assert tab.joined["part"] == ("edit" if who == "train" else who)
    assert tab.joined["you"]["name"] == name
    assert tab.says(cursor=[1, 2]) == {}
    assert len(received(watching.socket, "document_awareness")) == 1
    assert tab.ask("run_subscribe", {"run": world.run, "after": 0})["last"] > 0
    assert tab.ask("run_unsubscribe", {"run": world.run}) == {}

    graph = world.me.get(f"/api/projects/{world.project}").json["graph"]
    drawn = tab.send(draw)
    if who in DRAWERS:
        assert drawn == {"stored": True}
    else:
        assert (codes(drawn), drawn["status"]) == (["not_allowed"], 403)
        assert received(watching.socket, "document_update") == []
        assert world.me.get(f"/api/projects/{world.project}").json["graph"] == graph

    tab = Tab(person, world.project)
    watching.socket.get_received()
    said = tab.send(comment(person, name))
    if who == "view":
        assert (codes(said), said["status"]) == (["not_allowed"], 403)
        assert received(watching.socket, "document_update") == []
    else:
        assert said == {"stored": True}
        assert len(received(watching.socket, "document_update")) == 1
    assert tab.ask("document_leave", {}) == {}


def test_what_a_viewer_tries_is_neither_stored_nor_broadcast(world: World):
    watching, tab = Tab(world.me, world.project), Tab(world.person("view"), world.project)
    watching.socket.get_received()
    before = world.stored()
    assert codes(tab.send(draw)) == ["not_allowed"]
    world.site.rooms.store.flush()
    assert world.stored() == before
    assert received(watching.socket, "document_update") == []


def test_nobody_comments_in_anothers_name(world: World):
    for who in ("comment", "edit", "owner"):
        person = world.person(who)
        for forged in (
            {"author": "somebody"},
            {"author_name": "Somebody"},
            {"author": None},
            {"text": ""},
            {"more": 1},
        ):
            tab = Tab(person, world.project)
            name = tab.joined["you"]["name"]
            answer = tab.send(comment(person, name, **forged))
            assert (codes(answer), answer["status"]) == (["not_allowed"], 403), (who, forged)
        tab = Tab(person, world.project)
        assert tab.send(comment(person, tab.joined["you"]["name"], key=f"by-{who}")) == {"stored": True}


def test_a_comment_is_changed_by_its_author_and_resolved_or_deleted_by_the_owner_too(world: World):
    ann, bob = world.person("comment"), guest(world.app, world.links["edit"][1], "Bob")
    assert Tab(ann, world.project).send(comment(ann, "Comment")) == {"stored": True}

    def change(**fields: Any) -> Callable[[Any], None]:
        return lambda doc: doc.get("comments", type=Map)["c1"].update(fields)

    def drop(doc: Any) -> None:
        del doc.get("comments", type=Map)["c1"]

    for fields in ({"text": "Mine"}, {"resolved": True}, {"author": bob.user}, {"node": None}):
        assert codes(Tab(bob, world.project).send(change(**fields))) == ["not_allowed"], fields
    assert codes(Tab(bob, world.project).send(drop)) == ["not_allowed"]
    for fields in ({"author_name": "Ann"}, {"created_at": 5.0}):
        assert codes(Tab(ann, world.project).send(change(**fields))) == ["not_allowed"], fields
    assert Tab(ann, world.project).send(change(text="Why sixteen?")) == {"stored": True}
    assert codes(Tab(world.me, world.project).send(change(text="Mine now"))) == ["not_allowed"]
    assert Tab(world.me, world.project).send(change(resolved=True)) == {"stored": True}
    assert Tab(world.me, world.project).send(drop) == {"stored": True}


def test_comments_are_no_part_of_the_graph_and_stay_when_it_is_replaced(world: World):
    ann = world.person("comment")
    tag = world.me.get(f"/api/projects/{world.project}")
    Tab(ann, world.project).send(comment(ann, "Comment"))
    shown = world.me.get(f"/api/projects/{world.project}")
    assert shown.json["graph"] == tag.json["graph"]
    graph = {"version": 1, "keras_version": "3"}
    headers = {"If-Match": shown.headers["ETag"]}
    assert world.me.ask("PUT", f"/api/projects/{world.project}/graph", json=graph, headers=headers).status_code == 200
    assert list(Tab(ann, world.project).doc.get("comments", type=Map)) == ["c1"]


def test_a_revoked_link_cuts_who_came_by_it_at_once_and_nobody_else(world: World):
    ann, bob = world.person("edit"), world.person("comment")
    tab, other, watching = (Tab(person, world.project) for person in (ann, bob, world.me))
    tab.says(cursor=[1, 1])
    watching.socket.get_received()
    assert world.me.ask("DELETE", f"/api/projects/{world.project}/links/{world.links['edit'][0]}").status_code == 204
    assert not tab.socket.is_connected()
    assert other.socket.is_connected()
    assert watching.socket.is_connected()
    assert len(received(watching.socket, "document_awareness")) == 1  # gone from the others' pages
    assert ann.get("/api/session").status_code == 401
    assert ann.get(f"/api/projects/{world.project}").status_code == 401
    assert bob.get(f"/api/projects/{world.project}").status_code == 200
    late = world.app.test_client().post(
        "/api/join", json={"secret": world.links["edit"][1], "name": "Late"}, base_url=BASE
    )
    assert (late.status_code, codes(late)) == (404, ["unknown_link"])
    assert world.me.ask("DELETE", f"/api/projects/{world.project}/links/{world.links['edit'][0]}").status_code == 204


def test_who_came_by_two_links_keeps_what_the_other_allows(world: World):
    ann = world.person("view")
    assert ann.post("/api/join", json={"secret": world.links["edit"][1]}).json == {"project": world.project}
    assert Tab(ann, world.project).joined["part"] == "view"  # came in already: a second link changes nothing by itself
    with world.site.database.write() as session:
        session.add(Membership(link_id=world.links["edit"][0], user_id=ann.user, created_at=0.0))
    assert Tab(ann, world.project).joined["part"] == "edit"
    world.me.ask("DELETE", f"/api/projects/{world.project}/links/{world.links['edit'][0]}")
    assert ann.get("/api/session").status_code == 200
    assert Tab(ann, world.project).joined["part"] == "view"


def test_a_link_that_is_over_lets_nobody_do_anything_any_more(world: World):
    made = link(world.me, world.project, "edit", expires_in=3600)
    ann = guest(world.app, made[1], "Ann")
    tab = Tab(ann, world.project)
    assert tab.send(draw) == {"stored": True}
    with world.site.database.write() as session:
        session.get_one(Link, made[0]).expires_at = time.time() - 1
    assert ann.get(f"/api/projects/{world.project}").status_code == 404
    assert tab.socket.is_connected()
    world.site.parts["sockets"].look_again(ann.user)
    assert not tab.socket.is_connected()


def test_a_page_notices_by_itself_that_its_link_is_over(world: World, monkeypatch: pytest.MonkeyPatch):
    made = link(world.me, world.project, "edit", expires_in=60)
    tab = Tab(guest(world.app, made[1], "Ann"), world.project)
    clock = time.time() + 100
    monkeypatch.setattr("layerloom.documents.parts.time.time", lambda: clock)
    assert codes(tab.send(draw)) == ["not_joined"]
    assert not tab.socket.is_connected()


def test_an_edit_that_is_on_its_way_when_the_link_is_revoked_gets_in_whole_or_not_at_all(world: World):
    tab = Tab(world.person("edit"), world.project)
    room = world.site.rooms.joined(world.project, next(iter(world.site.rooms._rooms[world.project].members)))
    (sid,) = room.members
    member = room.members[sid]
    world.me.ask("DELETE", f"/api/projects/{world.project}/links/{world.links['edit'][0]}")
    assert sid not in room.members
    room.members["another"] = member  # as though the handler had looked before
    assert not tab.socket.is_connected()


def test_the_secret_is_nowhere_in_the_database_and_shown_once(world: World):
    id, secret = link(world.me, world.project, "view")
    with world.site.database.read() as session:
        dump = str([session.execute(select(table)).all() for table in Table.metadata.sorted_tables])
    assert secret not in dump
    listed = world.me.get(f"/api/projects/{world.project}/links")
    assert id in listed.text
    assert secret not in listed.text


def test_a_link_says_what_it_leads_to_before_a_name_is_given(world: World):
    client = world.app.test_client()
    shown = client.post("/api/join/look", json={"secret": world.links["comment"][1]}, base_url=BASE).json
    assert shown == {"project": None, "name": "Flowers", "role": "comment", "may_train": False, "you": None}
    with world.site.database.read() as session:
        assert session.execute(select(User).where(User.role == "guest")).all() == []
    mine = world.me.post("/api/join/look", json={"secret": world.links["comment"][1]}).json
    assert (mine["project"], mine["you"]) == (world.project, "You")


@pytest.mark.parametrize("secret", ["", "x", "x" * 5000, "\x00", "\ud800"])
def test_a_secret_that_is_none_leads_nowhere(world: World, secret: str):
    for path in ("/api/join", "/api/join/look"):
        body = json.dumps({"secret": secret, "name": "Ann"})
        answer = world.app.test_client().post(path, data=body, content_type="application/json", base_url=BASE)
        assert answer.status_code in (404, 422), answer.text


def test_guessing_is_slowed_down_and_who_has_the_secret_is_let_in(world: World):
    client = world.app.test_client()
    answers = [client.post("/api/join", json={"secret": f"g{i}", "name": "A"}, base_url=BASE) for i in range(40)]
    assert [answer.status_code for answer in answers[:20]] == [404] * 20
    assert {answer.status_code for answer in answers[20:]} == {429}
    assert guest(world.app, world.links["view"][1]).get("/api/session").status_code == 200


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 41, "a\x00b", "a\u202eb", "a\u200bb", "\u200d", "\u3164", "a\u2066b", None, 5]
)
def test_a_nickname_that_would_hide_or_turn_the_line_around_is_refused(world: World, name: Any):
    body = {"secret": world.links["view"][1], "name": name}
    answer = world.app.test_client().post("/api/join", json=body, base_url=BASE)
    assert answer.status_code == 422, answer.text
    assert "name" in answer.json["problems"][0]["place"]
    with world.site.database.read() as session:
        assert session.execute(select(User).where(User.role == "guest")).all() == []


def test_two_guests_of_one_name_are_told_apart(world: World):
    names = ["Zoé", "Zoe\u0301", "ZOÉ", "You", "owner", "İpek 👩‍🔬", "Z\u200doé"]
    found = [guest(world.app, world.links["view"][1], name).get("/api/session").json["user"] for name in names]
    assert [one["name"] for one in found] == ["Zoé", "Zoé 2", "ZOÉ 3", "You 2", "owner 2", "İpek 👩‍🔬", "Z\u200doé 4"]
    assert {one["role"] for one in found} == {"guest"}


def test_a_guest_who_is_renamed_is_seen_under_the_new_name_and_never_under_anothers(world: World):
    ann, watching = world.person("edit"), Tab(world.me, world.project)
    tab = Tab(ann, world.project)
    tab.says(cursor=[0, 0])
    watching.socket.get_received()
    guest(world.app, world.links["view"][1], "Bob")
    assert ann.ask("PATCH", "/api/session", json={"name": "bob"}).json["name"] == "bob 2"
    assert b'"name":"bob 2"' in received(watching.socket, "document_awareness")[-1]["update"]
    # The page itself is told, too: what it says next is said in that name.
    assert [told["you"]["name"] for told in received(tab.socket, "document_you")] == ["bob 2"]
    assert Tab(ann, world.project).joined["you"]["name"] == "bob 2"


def test_a_guest_sees_what_the_projects_file_holds_but_never_its_rows(world: World):
    ann = world.person("edit")
    own = {"type": "csv", "id": world.dataset, "file_name": "own.csv"}
    asked = {"data": own, "target": "kind"}
    assert codes(ann.post("/api/suggest", json=asked)) == ["unknown_dataset"]
    edit = Tab(world.me, world.project)
    assert edit.send(lambda doc: doc.get("training", type=Map).__setitem__("data", own)) == {"stored": True}
    assert world.dataset in ann.get("/api/datasets").text
    assert ann.post("/api/suggest", json=asked).status_code == 200
    assert ann.get(f"/api/datasets/{world.dataset}/preview").status_code == 404
    assert ann.ask("DELETE", f"/api/datasets/{world.dataset}").status_code == 403


def test_a_run_that_a_guest_starts_is_the_owners(world: World):
    ann = world.person("train")
    run = ann.post(f"/api/projects/{world.project}/runs", json={"key": "mine"}).json["run"]["id"]
    with world.site.database.read() as session:
        assert session.execute(text("SELECT owner_id FROM runs WHERE id = :id"), {"id": run}).scalar() == LOCAL_OWNER
    assert ann.post(f"/api/runs/{run}/stop").status_code == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "missing_field"),
        ({"role": "owner"}, "unknown_role"),
        ({"role": "edit", "may_train": "yes"}, "bad_field"),
        ({"role": "edit", "expires_in": 1}, "bad_time"),
        ({"role": "edit", "expires_in": 10**12}, "bad_time"),
    ],
)
def test_a_link_that_cannot_be_made_says_why(world: World, body: dict[str, Any], code: str):
    answer = world.me.post(f"/api/projects/{world.project}/links", json=body)
    assert (answer.status_code, codes(answer)) == (422, [code])


def test_only_who_may_draw_may_be_let_train(world: World):
    made = world.me.post(f"/api/projects/{world.project}/links", json={"role": "view", "may_train": True})
    assert made.json["link"]["may_train"] is False


def test_the_owner_who_opens_their_own_link_stays_who_they_are(world: World):
    assert world.me.post("/api/join", json={"secret": world.links["view"][1]}).json == {"project": world.project}
    assert Tab(world.me, world.project).joined["part"] == "owner"
    with world.site.database.read() as session:
        assert session.execute(select(Membership)).all() == []


def test_a_deleted_project_is_gone_for_its_guests_until_it_is_restored(world: World):
    ann = world.person("edit")
    world.me.ask("DELETE", f"/api/projects/{world.project}")
    assert ann.get(f"/api/projects/{world.project}").status_code == 404
    assert ann.get("/api/projects").json == []
    assert codes(Tab(ann, world.project).joined) == ["unknown_project"]
    world.me.post(f"/api/projects/{world.project}/restore")
    assert ann.get(f"/api/projects/{world.project}").status_code == 200


def test_a_guests_session_ends_with_their_only_link_and_a_persons_own_does_not(world: World):
    other = stranger(world.app)
    other.post("/api/join", json={"secret": world.links["edit"][1]})
    assert other.get(f"/api/projects/{world.project}").json["part"] == "edit"
    ann = world.person("edit")
    world.me.ask("DELETE", f"/api/projects/{world.project}/links/{world.links['edit'][0]}")
    assert other.get("/api/session").status_code == 200
    assert other.get(f"/api/projects/{world.project}").status_code == 404
    with world.site.database.read() as session:
        assert session.execute(select(Session).where(Session.user_id == ann.user)).all() == []


def test_a_server_on_every_address_answers_to_each_of_them_as_a_number(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LAYERLOOM_HOST", "0.0.0.0")
    monkeypatch.setattr("layerloom.web.gate._own_addresses", lambda host: ("192.168.7.9",))
    with open_site(tmp_path) as app:
        client = app.test_client()
        assert client.get("/healthz", base_url="http://192.168.7.9:8765").status_code == 200
        assert client.get("/healthz", base_url="http://192.168.7.8:8765").status_code == 400
        me = Person(app)
        listed = me.get(f"/api/projects/{me.project()}/links").json
        assert listed["addresses"] == ["http://192.168.7.9:8765"]
