"""The database: migrations, guards, and writes of which none is lost."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

import databases
from layerloom.db import migrate
from layerloom.db.session import Database
from layerloom.db.tables import LOCAL_OWNER, RUN_STATES, Project, Run, Table, User
from layerloom.runs.lifecycle import STATES
from layerloom.settings import Unusable

pytestmark = pytest.mark.fast


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path):
    if request.param == "postgresql" and not databases.postgres_answers():
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    with databases.fresh(request.param, tmp_path) as database:
        yield database


def test_a_fresh_database_has_the_local_owner(database: Database) -> None:
    with database.read() as session:
        assert session.get_one(User, LOCAL_OWNER).role == "owner"


def test_the_migrations_make_the_tables_that_the_code_describes(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_newest_migration_is_alembics_head() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrate.folder()))
    assert ScriptDirectory.from_config(config).get_current_head() == migrate.head()


def test_a_current_database_is_left_alone(database: Database) -> None:
    assert migrate.upgrade(database) is False


def test_a_database_of_a_newer_layerloom_is_refused(database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrate.NewerDatabase, match="9999"):
        migrate.upgrade(database)


def opened(url: str) -> None:
    database = Database(url)
    try:
        migrate.upgrade(database)
    finally:
        database.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "like sqlite:///path"),
        ("oracle://somebody@127.0.0.1/x", "SQLite, and with PostgreSQL"),
        ("postgresql://somebody:secret@127.0.0.1:1/x", "Start that server"),
        ("sqlite:////no/such/folder/layerloom.db", "Make the file and its folder writable"),
        ("sqlite:///{damaged}", "file is not a database. The file is damaged"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(tmp_path: Path, url: str, words: str) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(bytes(range(256)) * 64)
    with pytest.raises(Unusable, match=words) as refused:
        opened(url.format(damaged=damaged))
    assert "secret" not in str(refused.value)
    assert "sqlalche.me" not in str(refused.value)


def test_two_processes_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'both.db'}"
    failures: list[BaseException] = []

    def start() -> None:
        database = Database(url)
        try:
            migrate.upgrade(database)
        except BaseException as error:
            failures.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_the_tables_know_the_states_of_a_run() -> None:
    assert RUN_STATES == STATES


def test_a_write_inside_a_read_is_refused(database: Database) -> None:
    with pytest.raises(DBAPIError), database.read() as session:
        session.execute(update(User).values(name="nobody"))
    with database.read() as session:
        assert session.get_one(User, LOCAL_OWNER).name == "You"


def test_a_failed_write_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as session:  # noqa: PT012
        session.execute(update(User).values(name="nobody"))
        raise RuntimeError
    with database.read() as session:
        assert session.get_one(User, LOCAL_OWNER).name == "You"


@pytest.mark.parametrize("id", ["a\0b", "\0", "a\ud800", "x" * 5000])
def test_an_id_that_no_database_could_hold_is_simply_not_there(database: Database, id: str) -> None:
    with database.read() as session:
        assert session.get(Run, id) is None
        assert session.execute(select(Run).where(Run.project_id == id)).first() is None


def test_words_that_a_database_cannot_hold_are_stored_without_what_it_cannot(database: Database) -> None:
    with database.write() as session:
        session.get_one(User, LOCAL_OWNER).name = "na\0me \ud800ünï"
    with database.read() as session:
        assert session.get_one(User, LOCAL_OWNER).name == "na\ufffdme ?ünï"


def test_a_project_without_an_owner_is_refused(database: Database) -> None:
    project = Project(id="p", owner_id="nobody", name="x", epoch="e", created_at=0.0, updated_at=0.0)
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(project)


def test_an_unknown_run_state_is_refused(database: Database) -> None:
    run = Run(
        id="r",
        owner_id=LOCAL_OWNER,
        key="k",
        state="sleeping",
        created_at=0.0,
        graph={},
        graph_hash="h",
        reason="",
        files=[],
    )
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(run)


def test_a_number_that_json_cannot_say_is_refused_before_it_is_stored(database: Database) -> None:
    run = Run(
        id="r", owner_id=LOCAL_OWNER, key="k", state="queued", created_at=0.0, graph={"x": float("nan")}, graph_hash="h"
    )
    with pytest.raises(Exception, match="JSON"), database.write() as session:
        session.add(run)


def test_no_update_is_lost_between_readers_that_write_what_they_read(tmp_path: Path) -> None:
    with databases.fresh("sqlite", tmp_path) as database:
        with database.write() as session:
            session.add(Project(id="p", owner_id=LOCAL_OWNER, name="0", epoch="e", created_at=0.0, updated_at=0.0))

        def count() -> None:
            for _ in range(25):
                with database.write() as session:
                    project = session.execute(select(Project)).scalar_one()
                    project.name = str(int(project.name) + 1)

        threads = [threading.Thread(target=count) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with database.read() as session:
            assert session.get_one(Project, "p").name == "200"
