"""The shared document over sockets: edits stored before they are acknowledged, inference sent as patches."""

import itertools
import json
from typing import Any

import pytest
from flask import Flask
from pycrdt import Decoder, Doc, Map, write_var_uint

from layerloom.db.tables import LOCAL_OWNER
from sites import AbsentWorker, AnsweringWorker, FailingWorker, Person, codes, open_site, received, soon, stranger

pytestmark = pytest.mark.fast


NUMBERS = itertools.count(1)


class Page:
    """A browser tab with a project open."""

    def __init__(self, person: Person, project: str) -> None:
        self.socket, self.project = person.socket(), project
        self.client = next(NUMBERS)
        asked = {"project": project, "epoch": None, "client": self.client}
        self.joined = self.socket.emit("document_join", asked, callback=True)
        self.doc = Doc()
        self.doc.apply_update(self.joined["update"])
        self.nodes = self.doc.get("nodes", type=Map)
        self.seen, self.sent = self.doc.get_state(), 0

    def send(self, **rest: Any) -> Any:
        update, self.seen = self.doc.get_update(self.seen), self.doc.get_state()
        self.sent += 1
        edit = {
            "project": self.project,
            "epoch": self.joined["epoch"],
            "update": update,
            "id": f"{self.client}-{self.sent}",
        }
        return self.socket.emit("document_update", edit | rest, callback=True)

    def take(self) -> None:
        for message in received(self.socket, "document_update"):
            self.doc.apply_update(message["update"])

    def inference(self, wanted: Any = lambda patch: True) -> Any:
        """The first patch that is as wanted."""
        kept: list[Any] = []

        def look() -> Any:
            kept.extend(received(self.socket, "inference"))
            return next((patch for patch in kept if wanted(patch)), None)

        return soon(look)


@pytest.fixture
def project(me: Person) -> str:
    return me.project(template="iris-mlp")


def test_an_edit_reaches_the_others_and_the_sender_hears_that_it_is_stored(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    other.socket.get_received()
    one.nodes["dense_1"]["params"]["units"] = 99
    assert one.send() == {"stored": True}
    other.take()
    assert other.nodes["dense_1"]["params"]["units"] == 99
    assert received(one.socket, "document_update") == []
    assert me.get(f"/api/projects/{project}").json["graph"]["nodes"]["dense_1"]["params"]["units"] == 99


def test_two_tabs_that_edit_at_once_are_merged(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    one.nodes["dense_1"]["params"]["units"] = 7
    other.nodes["dense_1"]["params"]["activation"] = "tanh"
    other.nodes["dense_2"]["name"] = "second"
    assert one.send() == other.send() == {"stored": True}
    nodes = me.get(f"/api/projects/{project}").json["graph"]["nodes"]
    assert nodes["dense_1"]["params"] == {"units": 7, "activation": "tanh"}
    assert nodes["dense_2"]["name"] == "second"


def test_a_tab_that_was_offline_loses_nothing(me: Person, project: str):
    here, away = Page(me, project), Page(me, project)
    away.socket.disconnect()
    here.nodes["dense_1"]["params"]["units"] = 5
    here.send()
    away.nodes["dense_2"]["params"]["units"] = 6
    socket = me.socket()
    asked = {"project": project, "epoch": away.joined["epoch"], "state_vector": away.doc.get_state()}
    joined = socket.emit("document_join", asked, callback=True)
    away.doc.apply_update(joined["update"])
    late = away.doc.get_update(joined["state_vector"])
    edit = {"project": project, "epoch": joined["epoch"], "update": late, "id": "late"}
    assert socket.emit("document_update", edit, callback=True) == {"stored": True}
    nodes = me.get(f"/api/projects/{project}").json["graph"]["nodes"]
    assert [nodes[one]["params"]["units"] for one in ("dense_1", "dense_2")] == [5, 6]
    assert away.nodes["dense_1"]["params"]["units"] == 5


def test_an_edit_of_another_epoch_is_a_conflict(me: Person, project: str):
    answer = Page(me, project).send(epoch="older")
    assert (codes(answer), answer["status"]) == (["other_epoch"], 409)


@pytest.mark.parametrize(
    ("rest", "code", "status"),
    [
        ({"update": b"garbage"}, "bad_update", 422),
        ({"update": "text"}, "bad_update", 422),
        ({"update": b"x" * 1_000_001}, "update_too_large", 413),
        ({"id": ""}, "bad_field", 422),
        ({"id": 5}, "bad_field", 422),
        ({"project": None}, "bad_field", 422),
        ({"project": "unknown"}, "not_joined", 404),
    ],
)
def test_an_edit_that_is_none_gets_a_clear_answer(me: Person, project: str, rest: dict, code: str, status: int):
    page = Page(me, project)
    answer = page.send(**rest)
    assert (codes(answer), answer["status"]) == ([code], status)
    page.nodes["dense_1"]["params"]["units"] = 3
    assert page.send() == {"stored": True}


def test_an_event_that_is_no_object_gets_a_clear_answer(me: Person):
    socket = me.socket()
    for payload in (None, 5, "text", ["list"]):
        assert codes(socket.emit("document_join", payload, callback=True)) == ["bad_event"]


def test_an_edit_that_cannot_be_stored_is_not_acknowledged(me: Person, project: str, monkeypatch: pytest.MonkeyPatch):
    page = Page(me, project)

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("layerloom.documents.store.write", full)
    page.nodes["dense_1"]["params"]["units"] = 3
    answer = page.send()
    assert (codes(answer), answer["status"]) == (["not_stored"], 503)


def said(client: int, clock: int, state: Any) -> bytes:
    """One page's awareness, as a browser writes it."""
    text = json.dumps(state).encode()
    return b"".join((write_var_uint(1), *map(write_var_uint, (client, clock, len(text))), text))


def heard(update: bytes) -> list[Any]:
    """Page and state of each entry."""
    reader = Decoder(update)
    found = []
    for _ in range(reader.read_var_uint()):
        client, _clock = reader.read_var_uint(), reader.read_var_uint()
        found.append((client, json.loads(reader.read_message())))
    return found


def tell(page: Page, clock: int, state: Any, client: int | None = None) -> Any:
    update = said(page.client if client is None else client, clock, state)
    return page.socket.emit("document_awareness", {"project": page.project, "update": update}, callback=True)


def test_what_a_page_says_of_itself_is_passed_on_under_the_name_that_the_server_knows(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    one.socket.get_received(), other.socket.get_received()
    forged = {"cursor": [1, 2], "user": {"id": "somebody", "name": "Somebody else", "role": "owner", "color": 5}}
    assert tell(one, 1, forged) == {}
    (message,) = received(other.socket, "document_awareness")
    you = {"id": LOCAL_OWNER, "name": "You", "role": "owner", "color": 0}
    assert heard(message["update"]) == [(one.client, {"cursor": [1, 2], "user": you})]
    assert received(one.socket, "document_awareness") == []


def test_a_page_speaks_for_itself_alone(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    other.socket.get_received()
    assert codes(tell(one, 1, {}, client=other.client)) == ["bad_awareness"]
    two = b"\x02" + said(one.client, 1, {})[1:] + said(other.client, 1, {})[1:]
    for update in (two, b"", b"\x01", b"\x00", b"x" * 20_000, said(one.client, 1, [1]), "text", None):
        answer = one.socket.emit("document_awareness", {"project": project, "update": update}, callback=True)
        assert codes(answer) == ["bad_awareness"], update
    assert received(other.socket, "document_awareness") == []


def test_who_comes_late_sees_who_is_there_and_who_goes_is_gone_at_once(me: Person, project: str):
    one = Page(me, project)
    tell(one, 1, {"cursor": [3, 4]})
    late = Page(me, project)
    assert [(client, state["cursor"]) for client, state in heard(late.joined["awareness"])] == [(one.client, [3, 4])]
    one.socket.disconnect()
    assert heard(received(late.socket, "document_awareness")[0]["update"]) == [(one.client, None)]


def test_what_a_page_said_earlier_and_arrives_later_is_dropped(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    tell(one, 5, {"cursor": [5, 5]})
    other.socket.get_received()
    tell(one, 4, {"cursor": [4, 4]})
    assert received(other.socket, "document_awareness") == []


def test_who_left_hears_nothing_more(me: Person, project: str):
    one, other = Page(me, project), Page(me, project)
    other.socket.emit("document_leave", {"project": project}, callback=True)
    other.socket.get_received()
    one.nodes["dense_1"]["params"]["units"] = 3
    one.send()
    assert received(other.socket, "document_update") == []
    assert codes(other.send()) == ["not_joined"]


def test_every_event_is_authorised_by_itself(app: Flask, me: Person, project: str):
    other = stranger(app)
    socket = other.socket()
    page = Page(me, project)
    page.socket.get_received()
    for event, rest in (
        ("document_join", {"epoch": None}),
        ("document_update", {"epoch": page.joined["epoch"], "update": b"\x00\x00", "id": "1"}),
        ("document_awareness", {"update": b"\x00"}),
        ("run_subscribe", {"run": "unknown", "after": 0}),
    ):
        answer = socket.emit(event, {"project": project} | rest, callback=True)
        assert answer["status"] == 404, event
    page.nodes["dense_1"]["params"]["units"] = 3
    page.send()
    assert socket.get_received() == []
    assert page.socket.emit("document_leave", {"project": project}, callback=True) == {}


def test_a_session_that_ended_is_noticed_by_its_socket(me: Person, project: str, monkeypatch: pytest.MonkeyPatch):
    page = Page(me, project)
    me.site.sessions.end(me.site.sessions.find(me.cookie).session)
    assert page.send() == {"stored": True}  # trusted for a minute
    monkeypatch.setattr("layerloom.web.sockets.RECHECK_SECONDS", -1)
    assert codes(page.send()) == ["not_signed_in"]
    assert not page.socket.is_connected()


def test_joining_shows_the_whole_inference_and_an_edit_only_what_changed(me: Person, project: str):
    page = Page(me, project)
    whole = page.inference(lambda patch: patch["whole"] and patch["state"] == "ready")
    patch = whole if whole["plan_ok"] else page.inference(lambda patch: patch["plan_ok"])
    assert patch["totals"]["params"] == (4 + 1) * 16 + (16 + 1) * 16 + (16 + 1) * 3
    page.nodes["dense_2"]["params"]["units"] = 32
    page.send()
    patch = page.inference(lambda patch: patch["plan_ok"] and patch["totals"]["params"] == 80 + 17 * 32 + 33 * 3)
    second = Page(me, project)
    shown = second.inference(lambda patch: patch["whole"])
    assert shown["nodes"]["dense_2"]["outputs"]["output"]["shape"] == [None, 32]
    assert set(shown["nodes"]) == {"flower", "dense_1", "dense_2", "species", "label"}


def test_patches_add_up_to_the_whole(me: Person, project: str):
    page = Page(me, project)
    shown: dict[str, Any] = {}
    totals: Any = None

    def take() -> Any:
        nonlocal totals
        for patch in received(page.socket, "inference"):
            if patch["whole"]:
                shown.clear()
            shown.update(patch["nodes"])
            for gone in patch["removed"]:
                shown.pop(gone, None)
            totals = patch["totals"]
        return totals

    edges = page.doc.get("edges", type=Map)
    changes: list[Any] = [
        lambda: page.nodes["dense_1"]["params"].__setitem__("units", 40),
        lambda: page.nodes.__setitem__("f", Map({"type": "layer", "name": "f", "layer": "Flatten", "params": Map({})})),
        lambda: edges.__setitem__("new", Map({"source": "dense_1", "target": "f"})),
        lambda: edges.__delitem__("dense_1-dense_2"),
        lambda: page.nodes.__delitem__("f"),
        lambda: edges.__setitem__("again", Map({"source": "dense_1", "target": "dense_2"})),
    ]
    for change in changes:
        change()
        page.send()
        soon(take)
        fresh = Page(me, project)
        whole = fresh.inference(lambda patch: patch["whole"])
        soon(
            lambda whole=whole: (
                take(),
                {id: one for id, one in shown.items() if not one["stale"]}
                == {id: one for id, one in whole["nodes"].items() if not one["stale"]},
            )[1]
        )


def test_a_malformed_node_is_a_problem_for_everybody_and_the_rest_goes_on(me: Person, project: str):
    page, other = Page(me, project), Page(me, project)
    page.nodes["odd"] = Map({"type": "layer", "units": 5})
    assert page.send() == {"stored": True}
    patch = other.inference(lambda patch: "malformed_node" in codes(patch))
    assert not patch["plan_ok"]
    other.nodes["dense_1"]["params"]["units"] = 12
    assert other.send() == {"stored": True}
    patch = page.inference(lambda patch: patch["totals"]["params"] == 5 * 12 + 13 * 16 + 17 * 3)
    assert "malformed_node" in codes(patch)


def test_moving_a_node_is_stored_and_asks_for_no_inference(me: Person, project: str):
    page = Page(me, project)
    page.inference(lambda patch: patch["plan_ok"])
    page.doc.get("layout", type=Map)["dense_1"] = {"x": 5, "y": 6}
    assert page.send() == {"stored": True}
    assert received(page.socket, "inference") == []
    assert me.get(f"/api/projects/{project}").json["graph"]["layout"]["dense_1"] == {"x": 5, "y": 6}


def test_while_the_worker_starts_problems_are_shown_all_the_same(tmp_path):
    with open_site(tmp_path, AbsentWorker()) as app:
        me = Person(app)
        page = Page(me, me.project(template="iris-mlp"))
        patch = page.inference(lambda patch: patch["state"] == "starting")
        assert patch["nodes"]["flower"]["outputs"]["output"]["shape"] == [None, 4] or not patch["whole"]
        page.nodes["dense_1"]["params"]["units"] = -1
        page.send()
        patch = page.inference(lambda patch: patch["problems"])
        assert patch["problems"][0]["nodes"] == ["dense_1"]
        assert not patch["plan_ok"]


def test_a_worker_that_comes_back_is_asked_again(tmp_path):
    class LateWorker(AnsweringWorker):
        there = False

        def call(self, verb: str, request: Any = None, timeout: float = 30.0) -> Any:
            if self.there:
                return super().call(verb, request, timeout)
            return AbsentWorker.call(self, verb, request, timeout)

    worker = LateWorker()
    with open_site(tmp_path, worker) as app:
        app.extensions["layerloom"].parts["inference"].start()
        me = Person(app)
        page = Page(me, me.project(template="iris-mlp"))
        page.inference(lambda patch: patch["state"] == "starting")
        worker.there = True
        for callback in worker.callbacks:
            callback({"run": None, "seq": 0})
        assert page.inference(lambda patch: patch["state"] == "ready" and patch["plan_ok"])
        worker.there = False
        page.nodes["dense_1"]["params"]["units"] = 77
        page.send()
        assert page.inference(lambda patch: patch["state"] == "restarting")


def test_an_inspector_that_dies_of_a_graph_is_said_so_and_no_edit_is_lost(tmp_path):
    with open_site(tmp_path, FailingWorker()) as app:
        me = Person(app)
        project = me.project(template="iris-mlp")
        page = Page(me, project)
        patch = page.inference(lambda patch: "inference_failed" in codes(patch))
        assert not patch["plan_ok"]
        page.nodes["dense_1"]["params"]["units"] = 77
        assert page.send() == {"stored": True}
        assert me.get(f"/api/projects/{project}").json["graph"]["nodes"]["dense_1"]["params"]["units"] == 77


def test_changes_that_come_while_the_worker_thinks_are_one_question(tmp_path):
    import threading

    class SlowWorker(AnsweringWorker):
        gate = threading.Event()

        def infer(self, request: dict[str, Any]) -> dict[str, Any]:
            self.gate.wait(5)
            return super().infer(request)

    worker = SlowWorker()
    with open_site(tmp_path, worker) as app:
        me = Person(app)
        page = Page(me, me.project(template="iris-mlp"))
        for units in range(50, 90):
            page.nodes["dense_1"]["params"]["units"] = units
            page.send()
        worker.gate.set()
        page.inference(lambda patch: patch["totals"]["params"] == 5 * 89 + 90 * 16 + 17 * 3)
        assert len([verb for verb, _ in worker.calls if verb == "infer"]) <= 4  # two thoughts, two round trips at most
