"""A document without a server: Y.Doc ⇄ Graph, the mirror, the store, rooms."""

import threading

import pytest
from pycrdt import Doc, Map
from sqlalchemy import func, select

from databases import fresh
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, DocumentUpdate
from layerloom.documents import guard, projects, ydoc
from layerloom.documents.mirror import Mirror
from layerloom.documents.room import Room
from layerloom.documents.rooms import Rooms
from layerloom.documents.store import Edit, Store
from layerloom.documents.thumbnail import thumbnail
from layerloom.documents.writing import Writer
from layerloom.graph.problems import Refused
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph

pytestmark = pytest.mark.fast

ME = Writer(LOCAL_OWNER, "You", "owner")

CHAIN = {
    "version": 1,
    "keras_version": "3.15.1",
    "name": "Chain",
    "nodes": {
        "in": {"type": "input", "name": "in"},
        "dense": {
            "type": "layer",
            "name": "dense",
            "layer": "Dense",
            "params": {
                "units": 32,
                "kernel_initializer": {"name": "Constant", "params": {"value": 0.5}},
                "tags": [1, [2, None], "x"],
            },
        },
        "out": {"type": "output", "name": "out", "metrics": [{"name": "MeanAbsoluteError", "params": {}}]},
    },
    "edges": {
        "a": {"source": "in", "target": "dense"},
        "b": {"source": "dense", "target": "out", "order": "a5"},
    },
    "training": {"data": {"type": "generated", "name": "moons", "rows": 200, "noise": 0.25}, "epochs": 3},
    "notes": {"n": {"text": "hello", "x": 1.5, "y": -2}},
    "layout": {"in": {"x": 0, "y": 10.5}, "dense": {"x": 0, "y": 100}},
}


@pytest.fixture
def database(tmp_path):
    with fresh("sqlite", tmp_path) as database:
        yield database


@pytest.fixture
def rooms(database: Database):
    rooms = Rooms(database)
    yield rooms
    rooms.shut()


def begin(database: Database, graph: Graph | None = None) -> str:
    with database.write() as session:
        return projects.create(session, LOCAL_OWNER, graph or open_graph(CHAIN)).id


class Page:
    """A browser's copy of a document."""

    def __init__(self, room: Room) -> None:
        self.doc = Doc()
        joined = room.join(None, None)
        self.doc.apply_update(joined.update)
        self.epoch = joined.epoch
        self.room = room
        self.sent = 0
        self.seen = self.doc.get_state()

    def root(self, name: str) -> Map:
        return self.doc.get(name, type=Map)

    def send(self) -> frozenset[str]:
        """Everything done since the last time, as one edit."""
        update = self.doc.get_update(self.seen)
        self.seen = self.doc.get_state()
        self.sent += 1
        stored, parts = self.room.apply(update, f"{id(self)}-{self.sent}", ME)
        stored.result(5)
        return parts


def test_a_graph_comes_out_of_a_document_as_it_went_in():
    graph = open_graph(CHAIN)
    doc = ydoc.new_doc()
    ydoc.fill(doc, graph)
    assert Mirror(doc).graph().model_dump() == graph.model_dump()


def test_whole_numbers_come_back_as_integers_and_huge_ones_go_in_as_floats():
    doc = ydoc.new_doc()
    node = {"type": "layer", "name": "d", "layer": "Dense", "params": {"units": 2**60, "a": 1.0, "b": 0.5, "c": True}}
    ydoc.fill(doc, open_graph({"version": 1, "keras_version": "3", "nodes": {"d": node}}))
    params = Mirror(doc).graph().nodes["d"].params
    assert params == {"units": 2.0**60, "a": 1, "b": 0.5, "c": True}
    assert [type(params[name]) for name in "abc"] == [int, float, bool]


def test_an_edit_keeps_every_node_it_did_not_touch_the_same_object(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        before = room.graph()
        page = Page(room)
        page.root("nodes")["dense"]["params"]["units"] = 64
        assert page.send() == {"nodes"}
        after = room.graph()
    assert after.nodes["dense"].params["units"] == 64
    assert after.nodes["in"] is before.nodes["in"]
    assert after.edges["a"] is before.edges["a"]
    assert after.training is before.training


def test_the_mirror_always_equals_a_fresh_look(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        nodes, edges = page.root("nodes"), page.root("edges")

        def check() -> None:
            page.send()
            doc = ydoc.new_doc()
            doc.apply_update(room.join(None, None).update)
            fresh_look = Mirror(doc)
            assert fresh_look.graph() == room.graph()
            assert fresh_look.problems() == room.now()[2]

        nodes["new"] = Map({"type": "layer", "name": "new", "layer": "Flatten", "params": Map({})})
        check()
        with page.doc.transaction():
            del edges["a"]
            edges["c"] = Map({"source": "in", "target": "new"})
            page.root("layout")["new"] = {"x": 3, "y": 4}
        check()
        page.root("training")["epochs"] = 99
        page.root("meta")["name"] = "Renamed"
        check()
        del nodes["dense"]
        del nodes["new"]["params"]
        check()
        nodes["new"]["name"] = 5
        check()
        nodes["new"]["name"] = "mended"
        check()
        assert room.now()[2] == ()


@pytest.mark.parametrize(
    "content",
    [
        Map({"type": "nonsense"}),
        Map({}),
        "text",
        7,
        None,
        Map({"type": "layer", "name": "x", "layer": "Dense", "params": 5}),
        Map({"type": "layer", "name": "x", "layer": "Dense", "params": Map({"units": float("nan")})}),
        Map({"type": "layer", "name": "x", "layer": "Dense", "extra": 1}),
        Map({"type": "layer", "name": "x", "layer": "Dense", "params": Map({"v": b"bytes"})}),
    ],
)
def test_a_malformed_node_becomes_a_problem_and_the_others_go_on(database: Database, rooms: Rooms, content: object):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        page.root("nodes")["odd"] = content
        page.send()
        _, graph, problems = room.now()
        assert "odd" not in graph.nodes
        assert [(one.code, one.nodes) for one in problems] == [("malformed_node", ("odd",))]
        assert set(graph.nodes) == {"in", "dense", "out"}
        del page.root("nodes")["odd"]
        page.send()
        assert room.now()[2] == ()


def test_an_id_that_is_none_is_a_problem_without_a_node(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        page.root("nodes")["../../etc"] = Map({"type": "input", "name": "x"})
        page.root("edges")["e"] = Map({"source": "in"})
        page.root("training")["epochs"] = "many"
        page.root("training")["unheard"] = 1
        page.send()
        found = {one.code: one for one in room.now()[2]}
        assert set(found) == {"malformed_node", "malformed_edge", "malformed_training"}
        assert found["malformed_node"].nodes == ()
        assert found["malformed_edge"].edges == ("e",)
        assert room.graph().training.epochs == 10


def test_deeply_nested_maps_are_a_problem_not_a_crash(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        with page.doc.transaction():
            inner = page.root("nodes")
            for _ in range(3000):
                inner["deep"] = Map()
                inner = inner["deep"]
        page.send()
        assert [one.code for one in room.now()[2]] == ["malformed_node"]


def nested(levels: int, opener: bytes = b"\x75\x01") -> bytes:
    """An update that holds one value inside another, so many times: what a browser would never make."""
    doc = Doc(client_id=5)
    doc.get("nodes", type=Map)["k"] = [[[1]]]
    update = doc.get_update()
    at = update.index(b"\x75\x01")
    return update[:at] + opener * levels + update[at:]


@pytest.mark.parametrize("opener", [b"\x75\x01", b"\x75\x02\x7e", b"\x76\x01\x01a", b"\x76\x02\x01a\x7e\x01b"])
def test_a_value_nested_so_deep_that_the_decoder_would_die_is_refused(opener: bytes):
    for levels in (100, 200_000):
        with pytest.raises(Refused) as refused:
            guard.check(nested(levels, opener)[: guard.BYTES])
        assert refused.value.problems[0].code == "update_too_deep"
    assert guard.check(nested(50, opener))


def test_ordinary_edits_pass_the_guard_quickly():
    doc = ydoc.new_doc()
    nodes = doc.get("nodes", type=Map)
    with doc.new_transaction():
        for i in range(500):
            nodes[f"unusual-value-{i}"] = Map(
                {"type": "layer", "name": "uuuu vvvv uvuv " * 3, "params": Map({"units": [1, 2, {"u": [3, "v"]}]})}
            )
    update = doc.get_update()
    assert guard.check(update) == update
    long_list = Doc()
    long_list.get("nodes", type=Map)["k"] = [[i, [i]] for i in range(20_000)]
    assert guard.check(long_list.get_update())


@pytest.mark.parametrize("update", [b"", b"\x00", b"garbage", b"\xff" * 100, "text", None, 5, b"x" * 1_000_001])
def test_bytes_that_are_no_edit_are_refused_and_change_nothing(database: Database, rooms: Rooms, update: object):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        before = room.join(None, None).update
        with pytest.raises(Refused) as refused:
            room.apply(update, "k", ME)
        assert refused.value.status in (413, 422)
        assert room.join(None, None).update == before
        page = Page(room)
        page.root("meta")["name"] = "still alive"
        page.send()
        assert room.graph().name == "still alive"


def test_edits_with_flipped_bytes_never_break_a_room(database: Database, rooms: Rooms):
    import random

    picker = random.Random(3)
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        page.root("nodes")["dense"]["params"]["units"] = 8
        update = page.doc.get_update()
        for i in range(300):
            bad = bytearray(update)
            for _ in range(picker.randint(1, 5)):
                bad[picker.randrange(len(bad))] = picker.randrange(256)
            try:
                room.apply(bytes(bad), f"bad-{i}", ME)
            except Refused as refused:
                assert refused.problems[0].code in ("bad_update", "update_incomplete", "update_too_deep")  # noqa: PT017
            room.now()
    rooms.store.flush()
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        assert room.graph().name == "Chain 2"


def test_edits_made_offline_by_two_people_are_both_there_afterwards(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        one, other = Page(room), Page(room)
        one.root("nodes")["dense"]["params"]["units"] = 128
        one.root("nodes")["left"] = Map({"type": "layer", "name": "left", "layer": "Flatten", "params": Map({})})
        other.root("nodes")["dense"]["name"] = "renamed"
        other.root("nodes")["right"] = Map({"type": "layer", "name": "right", "layer": "Flatten", "params": Map({})})
        one.send()
        other.send()
        graph = room.graph()
    assert (graph.nodes["dense"].name, graph.nodes["dense"].params["units"]) == ("renamed", 128)
    assert {"left", "right"} <= set(graph.nodes)


def test_a_page_that_was_away_gets_what_it_lacks_and_gives_what_the_server_lacks(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        away, here = Page(room), Page(room)
        here.root("nodes")["dense"]["params"]["units"] = 5
        here.send()
        away.root("notes")["late"] = Map({"text": "offline", "x": 0, "y": 0})
        joined = room.join(away.epoch, away.doc.get_state())
        away.doc.apply_update(joined.update)
        assert away.root("nodes")["dense"]["params"]["units"] == 5
        room.apply(away.doc.get_update(joined.state_vector), "late", ME)[0].result(5)
        assert room.graph().notes["late"].text == "offline"
        assert len(joined.update) < len(room.join(None, None).update)


def test_another_epoch_or_a_bad_state_vector_is_noticed(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        whole = room.join(None, None).update
        assert room.join("another-epoch", room.state()).update == whole
        for bad in (b"\xff\xff\xff", b"garbage", "text", 5):
            with pytest.raises(Refused):
                room.join(room.epoch, bad)  # type: ignore[arg-type]


def test_what_was_acknowledged_is_in_the_database(database: Database, rooms: Rooms):
    project = begin(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        page = Page(room)
        for units in range(2, 30):
            page.root("nodes")["dense"]["params"]["units"] = units
            page.send()
            again = Rooms(database)  # what another process would read at this moment
            with again.use(project, LOCAL_OWNER) as other:
                assert other.graph().nodes["dense"].params["units"] == units


def test_an_edit_sent_twice_is_stored_once(database: Database, rooms: Rooms):
    project = begin(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        page = Page(room)
        page.root("meta")["name"] = "once"
        update = page.doc.get_update(page.seen)
        for _ in range(3):
            room.apply(update, "same-key", ME)[0].result(5)
    with database.read() as session:
        assert session.execute(select(func.count()).select_from(DocumentUpdate)).scalar_one() == 2


def test_many_edits_at_once_are_few_commits(database: Database, monkeypatch: pytest.MonkeyPatch):
    project = begin(database)
    store = Store(database)
    batches: list[int] = []
    commit = store._commit
    monkeypatch.setattr(store, "_commit", lambda batch: (batches.append(len(batch)), commit(batch)))
    edits = [Edit(project, "e", f"k{i}", LOCAL_OWNER, b"\x00\x00") for i in range(100)]
    for edit in edits:
        store.append(edit)
    for edit in edits:
        edit.stored.result(5)
    store.close()
    assert sum(batches) == 100
    assert len(batches) <= 3


def test_an_edit_of_a_project_that_is_gone_fails_alone(database: Database):
    project = begin(database)
    store = Store(database)
    good, bad = Edit(project, "e", "a", LOCAL_OWNER, b"x"), Edit("gone", "e", "b", LOCAL_OWNER, b"x")
    stored = [store.append(good), store.append(bad)]
    assert stored[0].result(5) is None
    assert stored[1].exception(5) is not None
    store.close()


def test_a_long_history_is_folded_without_losing_what_pages_hold(database: Database, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("layerloom.documents.store.MANY_ROWS", 20)
    project = begin(database)
    rooms = Rooms(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        old, page = Page(room), Page(room)
        for units in range(2, 40):
            page.root("nodes")["dense"]["params"]["units"] = units
            page.send()
        del page.root("nodes")["out"]
        page.send()
        before = room.graph()
    rooms.shut()
    again = Rooms(database)
    with again.use(project, LOCAL_OWNER) as room:
        assert room.graph() == before
        old.room = room
        old.root("nodes")["dense"]["name"] = "from-an-old-page"
        old.send()
        assert room.graph().nodes["dense"].name == "from-an-old-page"
        assert room.graph().nodes["dense"].params["units"] == 39
        assert "out" not in room.graph().nodes
    again.shut()
    with database.read() as session:
        assert session.execute(select(func.count()).select_from(DocumentUpdate)).scalar_one() == 2


def test_a_room_is_closed_when_nobody_is_inside_and_opened_again_from_the_store(database: Database, rooms: Rooms):
    project = begin(database)
    closed = []
    rooms.on_close = closed.append
    with rooms.use(project, LOCAL_OWNER) as room:
        room.members["socket"] = LOCAL_OWNER
        page = Page(room)
        page.root("meta")["name"] = "kept"
        page.send()
    rooms.tidy(idle_seconds=0)
    assert closed == []
    rooms.leave("socket")
    rooms.tidy(idle_seconds=-1)
    assert closed == [room]
    with rooms.use(project, LOCAL_OWNER) as again:
        assert again is not room
        assert again.graph().name == "kept"
    with database.read() as session:
        assert projects.find(session, LOCAL_OWNER, project).name == "kept"


def test_edits_from_many_threads_all_arrive(database: Database, rooms: Rooms):
    project = begin(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        pages = [Page(room) for _ in range(8)]

        def edit(number: int) -> None:
            for i in range(10):
                node = Map({"type": "layer", "name": f"l{number}_{i}", "layer": "Flatten", "params": Map({})})
                pages[number].root("nodes")[f"n{number}-{i}"] = node
                pages[number].send()
                room.graph()

        threads = [threading.Thread(target=edit, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(room.graph().nodes) == 3 + 80
    again = Rooms(database)
    with again.use(project, LOCAL_OWNER) as room:
        assert len(room.graph().nodes) == 3 + 80


def test_a_history_that_is_full_refuses_and_says_what_to_do(
    database: Database, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("layerloom.documents.room.MOST_BYTES", 1000)
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        page.root("notes")["long"] = Map({"text": "x" * 2000, "x": 0, "y": 0})
        with pytest.raises(Refused) as refused:
            page.send()
    assert (refused.value.status, refused.value.problems[0].code) == (413, "history_too_large")


def test_replacing_the_graph_is_an_ordinary_edit_of_the_same_history(database: Database, rooms: Rooms):
    with rooms.use(begin(database), LOCAL_OWNER) as room:
        page = Page(room)
        other = open_graph({"version": 1, "keras_version": "3.15.1", "nodes": {"x": {"type": "input", "name": "x"}}})
        update, stored, _ = room.edit(lambda doc: ydoc.fill(doc, other), "replace", LOCAL_OWNER)
        stored.result(5)
        page.doc.apply_update(update)
        assert list(page.root("nodes").keys()) == ["x"]
        assert set(room.graph().nodes) == {"x"}


def test_a_miniature_shows_places_groups_icons_and_wires():
    assert thumbnail(open_graph(CHAIN)) == {
        "nodes": [
            {"x": 0.0, "y": 10.5, "group": "io", "icon": "input"},
            {"x": 0.0, "y": 100.0, "group": "core", "icon": "dense"},
            {"x": 0.0, "y": 240.0, "group": "io", "icon": "output"},
        ],
        "edges": [[0, 1], [1, 2]],
    }


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "x" * 201, "tab\tname"])
def test_a_name_that_cannot_be_shown_is_refused(name: str):
    with pytest.raises(Refused) as refused:
        projects.clean_name(name)
    assert refused.value.problems[0].code == "bad_name"


def test_names_are_composed_and_otherwise_kept():
    assert projects.clean_name("  Cafe\u0301 <img onerror> \u202eabc ") == "Café <img onerror> \u202eabc"
