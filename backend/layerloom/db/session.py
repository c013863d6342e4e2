"""A database URL → sessions that read or write, the same on SQLite and PostgreSQL. Knows no table.

SQLAlchemy's default on SQLite reads outside the transaction and lost 645 of 720 counter updates without an error; a write here
begins with BEGIN IMMEDIATE and loses none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from layerloom.db.tables import to_json
from layerloom.settings import Unusable

BUSY_SECONDS = 10


class Database:
    """`sqlite:///path` or `postgresql://…` (driver psycopg). Safe to share between threads; not across a fork."""

    def __init__(self, url: str) -> None:
        """Connects to nothing yet. Raises Unusable for a URL that is none, or of a database without its driver."""
        try:
            parsed = make_url(url)
        except ArgumentError:
            raise Unusable(
                f"LAYERLOOM_DATABASE_URL must be like sqlite:///path or postgresql://user@host/name. Received: {url!r}. "
                "Correct it, or unset it: then it is a file in Layerloom's folder."
            ) from None
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.sqlite = parsed.get_backend_name() == "sqlite"
        self.url = parsed
        try:
            self.engine: Engine = create_engine(
                parsed,
                json_serializer=to_json,
                pool_size=10,
                max_overflow=100,
                pool_pre_ping=not self.sqlite,
            )
        except (ImportError, NoSuchModuleError) as error:
            raise Unusable(
                f"Layerloom speaks with SQLite, and with PostgreSQL by psycopg. Received: {parsed.drivername} ({error}). "
                "Install the driver: pip install 'layerloom[postgres]'."
            ) from None
        if self.sqlite:
            event.listen(self.engine, "connect", _on_connect)
            event.listen(self.engine, "begin", _on_begin)
        self._readers = self.engine.execution_options(layerloom="read", postgresql_readonly=True)
        self._writers = self.engine.execution_options(layerloom="write")
        self._durable = self.engine.execution_options(layerloom="durable")

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view. A write inside is an error of the database."""
        with Session(self._readers, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def write(self, durable: bool = False) -> Iterator[Session]:
        """Commits on leaving, rolls back on an exception. No upload and no call to another process belongs inside.

        `durable` waits for the disk: for claims and checkpoint rows, which a power cut must not take back.
        """
        with Session(self._durable if durable else self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def migration(self) -> Iterator[Session]:
        """A durable write that may replace whole tables: SQLite would delete what refers to the old one along with it."""
        with Session(self.engine.execution_options(layerloom="migration")) as session, session.begin():
            yield session
            if self.sqlite and (orphans := session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()):
                raise RuntimeError(f"The migration left rows that refer to nothing: {orphans[:5]}")
        self.engine.dispose()  # its connections go, and with them the references that were off

    def close(self) -> None:
        self.engine.dispose()


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: `_on_begin` does
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _on_begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("layerloom", "write")
    connection.exec_driver_sql(f"PRAGMA query_only={int(mode == 'read')}")
    connection.exec_driver_sql(f"PRAGMA synchronous={'NORMAL' if mode in ('read', 'write') else 'FULL'}")
    if mode == "migration":
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN" if mode == "read" else "BEGIN IMMEDIATE")
