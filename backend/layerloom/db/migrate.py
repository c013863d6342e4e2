"""Brings a database to the newest form of the tables. Looks before it loads Alembic, so that a current one costs milliseconds."""

import sys
from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from layerloom.db.session import Database
from layerloom.settings import Unusable

UPGRADE_LOCK = 0x6C61796572
"""PostgreSQL advisory lock: two processes that start at once migrate one after the other."""


class NewerDatabase(Unusable):
    """The database was written by a later Layerloom."""


def folder() -> Path:
    """The migrations: beside `backend/` in a checkout, else where a wheel puts them."""
    checkout = Path(__file__).resolve().parents[3]
    for place in (checkout / "migrations", Path(sys.prefix) / "share" / "layerloom" / "migrations"):
        if (place / "env.py").is_file():
            return place
    raise FileNotFoundError(
        f"Layerloom's migrations are missing. Expected them in {checkout / 'migrations'}, or installed below {sys.prefix}."
    )


def head() -> str:
    """Newest revision: files are named by it and sort in order."""
    return sorted(path.stem.split("_")[0] for path in (folder() / "versions").glob("[0-9]*.py"))[-1]


def current(database: Database) -> str | None:
    """The revision a database is at; None where nothing is stored yet."""
    with database.engine.execution_options(layerloom="read").connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        value = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if value is None else str(value)


def upgrade(database: Database) -> bool:
    """True when something had to be changed. Raises Unusable; NewerDatabase rather than touch what it does not know."""
    try:
        return _upgrade(database)
    except DBAPIError as error:
        raise unusable(database, error) from error


def unusable(database: Database, error: DBAPIError) -> Unusable:
    """What a person reads of a database that cannot be opened, read or written."""
    shown = database.url.database if database.sqlite else database.url.render_as_string(hide_password=True)
    said = str(error.orig).strip().splitlines()[0]
    return Unusable(
        "Layerloom keeps projects and runs in a database that it can read and write. "
        f"Received: {shown}: {said}. {_mend(database, said)}"
    )


def _mend(database: Database, said: str) -> str:
    if not database.sqlite:
        return "Start that server, or correct LAYERLOOM_DATABASE_URL; unset, it is a file in Layerloom's folder."
    if "full" in said:
        return "Make room on its disk."
    if "not a database" in said or "malformed" in said:
        return "The file is damaged or something else: put a copy of it back, or move it away to begin anew."
    return "Make the file and its folder writable for you, or choose another folder with --home."


def _upgrade(database: Database) -> bool:
    newest, here = head(), current(database)
    if here == newest:
        return False
    if here is not None and here > newest:
        raise NewerDatabase(
            f"This Layerloom knows its database up to revision {newest}. Received: {here}. Start the newer Layerloom that wrote it."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    with database.migration() as session:
        if not database.sqlite:
            session.execute(text(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})"))
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "head")
    return True
