"""Updates of shared documents ⇄ rows. Appends only; an edit is acknowledged when its commit is through.

Commits are made in groups by one thread: a lone edit at once, a burst every WINDOW seconds (301 commits a second is all that SQLite
gave, for everybody together).
"""

import logging
import threading
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from pycrdt import merge_updates
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from layerloom.db.session import Database
from layerloom.db.tables import DocumentUpdate, Project

WINDOW = 0.05
MANY_ROWS = 200
"""A history longer than this is folded into one row when its document is opened."""

log = logging.getLogger("layerloom.documents")


@dataclass(frozen=True, slots=True)
class Edit:
    project: str
    epoch: str
    key: str
    user: str | None
    update: bytes
    stored: "Future[None]" = field(default_factory=Future)


class Store:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[Edit] = []
        self._wake = threading.Condition()
        self._writing = 0
        self._thread: threading.Thread | None = None
        self._closed = False

    def append(self, edit: Edit) -> "Future[None]":
        """Hands an edit over; the future is done after the commit, or carries the reason why there was none."""
        with self._wake:
            if self._closed:
                raise RuntimeError("the store is closed")
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="document-store", daemon=True)
                self._thread.start()
            self._waiting.append(edit)
            self._wake.notify_all()
        return edit.stored

    def flush(self) -> None:
        """Returns when everything handed over before is committed or refused."""
        with self._wake:
            waiting = [edit.stored for edit in self._waiting]
            while self._writing:
                self._wake.wait(1)
        for stored in waiting:
            stored.exception()

    def close(self) -> None:
        with self._wake:
            self._closed = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(10)

    def load(self, project: str, epoch: str) -> list[bytes]:
        """Every update of a document, oldest first; folds a long history on the way."""
        with self._database.read() as session:
            rows = session.execute(_history(project, epoch)).all()
        if len(rows) > MANY_ROWS:
            return [self._fold(project, epoch)]
        return [row.update for row in rows]

    def _fold(self, project: str, epoch: str) -> bytes:
        """Many rows → one that says the same, deletions and unmerged parts included: a client of any age can still join."""
        with self._database.write() as session:
            rows = session.execute(_history(project, epoch)).all()
            whole = merge_updates(*[row.update for row in rows])
            session.execute(delete(DocumentUpdate).where(DocumentUpdate.id.in_([row.id for row in rows[1:]])))
            first = update(DocumentUpdate).where(DocumentUpdate.id == rows[0].id)
            session.execute(first.values(update=whole, key=f"folded-{uuid.uuid4().hex}"))
        return whole

    def _work(self) -> None:
        last = 0.0
        while True:
            with self._wake:
                while not self._waiting and not self._closed:
                    self._wake.wait()
                if not self._waiting:
                    return
            time.sleep(max(0.0, last + WINDOW - time.monotonic()))
            with self._wake:
                batch, self._waiting = self._waiting, []
                self._writing = len(batch)
            last = time.monotonic()
            try:
                self._commit(batch)
            finally:
                with self._wake:
                    self._writing = 0
                    self._wake.notify_all()

    def _commit(self, batch: list[Edit]) -> None:
        try:
            with self._database.write() as session:
                write(session, batch)
        except Exception as error:
            if len(batch) > 1:  # one bad edit must not take the others with it
                for edit in batch:
                    self._commit([edit])
                return
            log.error("an edit of project %s was not stored", batch[0].project, exc_info=error)
            batch[0].stored.set_exception(error)
            return
        for edit in batch:
            edit.stored.set_result(None)


def write(session: Session, edits: Sequence[Edit]) -> None:
    """Inside a transaction: rows for the edits whose key is new, and the time of the change on their projects."""
    now = time.time()
    known = set()
    for project, epoch in {(edit.project, edit.epoch) for edit in edits}:
        keys = [edit.key for edit in edits if edit.project == project]
        found = select(DocumentUpdate.key).where(
            DocumentUpdate.project_id == project, DocumentUpdate.epoch == epoch, DocumentUpdate.key.in_(keys)
        )
        known |= {(project, epoch, key) for key in session.execute(found).scalars()}
        session.execute(update(Project).where(Project.id == project).values(updated_at=now))
    rows = {}
    for edit in edits:
        place = (edit.project, edit.epoch, edit.key)
        if place not in known:
            rows[place] = {
                "project_id": edit.project,
                "epoch": edit.epoch,
                "key": edit.key,
                "user_id": edit.user,
                "update": edit.update,
                "created_at": now,
            }
    if rows:
        session.execute(insert(DocumentUpdate), list(rows.values()))


def size(session: Session, project: str, epoch: str) -> int:
    """Bytes stored for a document."""
    length = func.coalesce(func.sum(func.length(DocumentUpdate.update)), 0)
    return int(
        session.execute(
            select(length).where(DocumentUpdate.project_id == project, DocumentUpdate.epoch == epoch)
        ).scalar_one()
    )


def _history(project: str, epoch: str):  # type: ignore[no-untyped-def]
    return (
        select(DocumentUpdate.id, DocumentUpdate.update)
        .where(DocumentUpdate.project_id == project, DocumentUpdate.epoch == epoch)
        .order_by(DocumentUpdate.id)
    )
