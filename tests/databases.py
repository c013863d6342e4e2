"""Databases for tests: SQLite always, PostgreSQL in a schema of its own when a server answers on this machine."""

import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from layerloom.db import migrate
from layerloom.db.session import Database

POSTGRES = "postgresql://127.0.0.1:5432/test"


def postgres_answers() -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.3)
        if probe.connect_ex(("127.0.0.1", 5432)):
            return False
    return _url() is not None


def _url() -> str | None:
    for user in ("", "postgres@", "postgres:postgres@", "test@", "test:test@"):
        url = POSTGRES.replace("//", f"//{user}")
        try:
            database = Database(url)
            with database.read() as session:
                session.execute(text("SELECT 1"))
        except Exception:
            continue
        finally:
            database.close()
        return url
    return None


@contextmanager
def fresh(kind: str, folder: Path) -> Iterator[Database]:
    """A migrated database of its own: `sqlite` or `postgresql`."""
    if kind == "sqlite":
        database = Database(f"sqlite:///{folder / 'layerloom.db'}")
        migrate.upgrade(database)
        yield database
        database.close()
        return
    url = _url()
    assert url is not None
    schema = f"layerloom_{uuid.uuid4().hex[:12]}"
    plain = Database(url)
    with plain.write() as session:
        session.execute(text(f"CREATE SCHEMA {schema}"))
    database = Database(f"{url}?options=-csearch_path%3D{schema}")
    try:
        migrate.upgrade(database)
        yield database
    finally:
        database.close()
        with plain.write() as session:
            session.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        plain.close()
