"""What an edit may touch: tried on a copy, judged by who writes, and refused without a trace."""

from collections.abc import Iterator

import pytest
from pycrdt import Doc, Map
from sqlalchemy import func, select

from databases import fresh
from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, DocumentUpdate, Link, Membership, User
from layerloom.documents import projects, sharing, store
from layerloom.documents.parts import part_in
from layerloom.documents.room import Room
from layerloom.documents.rooms import Rooms
from layerloom.documents.writing import Writer
from layerloom.graph.problems import Refused
from layerloom.graph.upgrades import open_graph

pytestmark = pytest.mark.fast

GRAPH = {
    "version": 1,
    "keras_version": "3.15.1",
    "nodes": {"dense": {"type": "layer", "name": "dense", "layer": "Dense", "params": {"units": 32}}},
}
OWNER = Writer(LOCAL_OWNER, "You", "owner")
ANN = Writer("ann", "Ann", "comment")
BOB = Writer("bob", "Bob", "edit")
EVE = Writer("eve", "Eve", "view")


@pytest.fixture
def database(tmp_path) -> Iterator[Database]:
    with fresh("sqlite", tmp_path) as database:
        with database.write() as session:
            for who in (ANN, BOB, EVE):
                session.add(User(id=who.user, name=who.name, role="guest", created_at=0.0))
        yield database


@pytest.fixture
def room(database: Database) -> Iterator[Room]:
    with database.write() as session:
        project = projects.create(session, LOCAL_OWNER, open_graph(GRAPH)).id
    rooms = Rooms(database)
    with rooms.use(project, LOCAL_OWNER) as room:
        yield room
    rooms.shut()


class Page:
    """A browser's copy of a document, in somebody's hands."""

    count = 0

    def __init__(self, room: Room, writer: Writer) -> None:
        self.room, self.writer = room, writer
        self.doc = Doc()
        self.doc.apply_update(room.join(None, None).update)
        self.seen = self.doc.get_state()

    def root(self, name: str) -> Map:
        return self.doc.get(name, type=Map)

    def update(self) -> bytes:
        """Everything done since the last time."""
        made, self.seen = self.doc.get_update(self.seen), self.doc.get_state()
        return made

    def send(self, update: bytes | None = None) -> frozenset[str]:
        Page.count += 1
        stored, parts = self.room.apply(self.update() if update is None else update, f"k{Page.count}", self.writer)
        stored.result(5)
        return parts

    def comment(self, key: str = "c", **rest: object) -> None:
        row = {"text": "Hm.", "author": self.writer.user, "author_name": self.writer.name, "created_at": 1.0}
        self.root("comments")[key] = Map(row | rest)


def refused(page: Page, update: bytes | None = None) -> str:
    """The code, after looking that nothing has changed."""
    before, graph, seen = page.room.join(None, None).update, page.room.graph(), dict(page.room.comments())
    with pytest.raises(Refused) as error:
        page.send(update)
    assert page.room.join(None, None).update == before
    assert page.room.graph() is graph
    assert page.room.comments() == seen
    return error.value.problems[0].code


def test_a_commenter_comments_and_touches_nothing_else(room: Room):
    page = Page(room, ANN)
    page.comment()
    assert page.send() == {"comments"}
    assert room.comments()["c"].text == "Hm."
    for root, key, value in (
        ("nodes", "new", Map({"type": "input", "name": "x"})),
        ("layout", "dense", {"x": 1, "y": 1}),
        ("meta", "name", "Mine"),
        ("training", "epochs", 3),
        ("notes", "n", Map({"text": "hi"})),
        ("edges", "e", Map({"source": "dense", "target": "dense"})),
    ):
        page = Page(room, ANN)
        page.root(root)[key] = value
        assert refused(page) == "not_allowed", root
    page = Page(room, ANN)
    page.root("nodes")["dense"]["params"]["units"] = 1
    assert refused(page) == "not_allowed"
    page = Page(room, ANN)
    del page.root("nodes")["dense"]
    assert refused(page) == "not_allowed"


def test_a_comment_and_a_stroke_in_one_edit_are_refused_together(room: Room):
    page = Page(room, ANN)
    with page.doc.transaction():
        page.comment()
        page.root("layout")["dense"] = {"x": 1, "y": 1}
    assert refused(page) == "not_allowed"
    assert room.comments() == {}


def test_a_viewer_changes_nothing_at_all(room: Room):
    page = Page(room, EVE)
    page.comment()
    assert refused(page) == "not_allowed"


def test_what_was_refused_does_not_come_in_with_the_next_edit(room: Room):
    page = Page(room, ANN)
    page.root("layout")["dense"] = {"x": 1, "y": 1}
    stroke = page.update()
    assert refused(page, stroke) == "not_allowed"
    page.comment()
    assert refused(page) == "update_incomplete"  # it builds on what was refused
    assert refused(page, page.doc.get_update()) == "not_allowed"
    other = Page(room, ANN)
    other.comment()
    assert other.send() == {"comments"}


def test_no_edit_lies_in_wait_for_somebody_elses(room: Room):
    """A stroke that depends on what another page will write only later would be taken in with that page's edit, as theirs."""
    bob = Page(room, BOB)
    ahead = Doc(client_id=bob.doc.client_id)  # guesses what Bob's page will write next
    ahead.apply_update(room.join(None, None).update)
    ahead.get("nodes", type=Map)["later"] = Map({"type": "layer", "name": "later", "layer": "Flatten", "params": Map()})
    trap = Doc()
    trap.apply_update(ahead.get_update())
    seen = trap.get_state()
    trap.get("nodes", type=Map)["later"]["name"] = "trapped"
    waiting = trap.get_update(seen)
    for writer in (ANN, BOB, OWNER):
        assert refused(Page(room, writer), waiting) == "update_incomplete"
    seen = trap.get_state()
    del trap.get("nodes", type=Map)["later"]
    assert refused(Page(room, ANN), trap.get_update(seen)) == "update_incomplete"
    bob.root("nodes")["later"] = Map({"type": "layer", "name": "later", "layer": "Flatten", "params": Map()})
    assert bob.send() == {"nodes"}
    assert room.graph().nodes["later"].name == "later"


def test_nothing_is_written_beside_the_parts_that_a_document_has(room: Room):
    for writer in (ANN, OWNER):
        page = Page(room, writer)
        page.root("elsewhere")["x"] = 1
        assert refused(page) == "bad_update"


def test_an_answer_belongs_to_a_comment(room: Room):
    ann, bob = Page(room, ANN), Page(room, BOB)
    ann.comment("asked")
    ann.send()
    bob = Page(room, BOB)
    bob.comment("answer", parent="asked")
    assert bob.send() == {"comments"}
    page = Page(room, ANN)
    page.comment("nested", parent="answer")
    assert refused(page) == "not_allowed"


def test_a_comment_that_somebody_overwrites_whole_is_a_change_of_it(room: Room):
    ann = Page(room, ANN)
    ann.comment("c", text="The learning rate is too high.")
    ann.send()
    bob = Page(room, BOB)
    bob.comment("c", text="The learning rate is fine.", author=ANN.user, author_name=ANN.name)
    assert refused(bob) == "not_allowed"
    bob = Page(room, BOB)
    bob.comment("c", text="Mine.")
    assert refused(bob) == "not_allowed"
    assert room.comments()["c"].text == "The learning rate is too high."


def test_an_edit_sent_again_is_kept_once_and_said_to_be_stored(database: Database, room: Room):
    page = Page(room, BOB)
    page.root("layout")["dense"] = {"x": 1, "y": 1}
    update = page.update()
    page.send(update)
    assert page.send(update) == frozenset()
    with database.read() as session:
        assert session.execute(select(func.count()).select_from(DocumentUpdate)).scalar_one() == 2


def test_an_edit_that_was_not_stored_is_not_said_to_be_there_when_it_comes_again(
    database: Database, room: Room, monkeypatch: pytest.MonkeyPatch
):
    page, whole = Page(room, BOB), store.write

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(store, "write", full)
    page.root("layout")["dense"] = {"x": 9, "y": 9}
    with pytest.raises(OSError, match="disk full"):
        page.send()
    monkeypatch.setattr(store, "write", whole)
    joined = room.join(room.epoch, page.doc.get_state())
    page.send(page.doc.get_update(joined.state_vector))
    again = Room(room.project, room.owner, room.epoch, store.Store(database))
    assert again.graph().layout["dense"].x == 9


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_sharing_goes_down_and_up_again_and_the_rest_stays(tmp_path, kind: str):
    import databases

    if kind == "postgresql" and not databases.postgres_answers():
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    from alembic import command
    from alembic.config import Config

    def move(database: Database, to: str) -> None:
        config = Config()
        config.set_main_option("script_location", str(migrate.folder()))
        with database.write(durable=True) as session:
            config.attributes["connection"] = session.connection()
            (command.upgrade if to == "head" else command.downgrade)(config, to)

    with fresh(kind, tmp_path) as database:
        with database.write() as session:
            project = projects.create(session, LOCAL_OWNER, open_graph(GRAPH)).id
            made, _ = sharing.make(
                session, project=project, by=LOCAL_OWNER, role="edit", may_train=False, expires_in=None
            )
            guest = sharing.new_guest(session, made, "Ann").id
            session.execute(
                DocumentUpdate.__table__.insert().values(
                    project_id=project, epoch="e", key="by-ann", user_id=guest, update=b"x", created_at=0.0
                )
            )
        with database.read() as session:
            assert part_in(session, guest, project) is not None
        move(database, "0001")
        move(database, "head")
        with database.read() as session:
            assert session.execute(select(Link)).all() == session.execute(select(Membership)).all() == []
            assert [user.id for user in session.execute(select(User)).scalars()] == [LOCAL_OWNER]
            kept = session.execute(select(DocumentUpdate.user_id).where(DocumentUpdate.key == "by-ann")).scalar_one()
            assert kept is None
            assert part_in(session, LOCAL_OWNER, project) is not None
