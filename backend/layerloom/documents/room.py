"""One open project: its shared document, one lock, and a mirror of the graph. Updates go in, the graph comes out.

Knows no socket: who is inside is a set of names. What is applied here is handed to the store in the same order.
"""

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc

from layerloom.documents import guard, writing, ydoc
from layerloom.documents.presence import Member
from layerloom.documents.store import Edit, Store
from layerloom.documents.trial import NOTHING, Trial
from layerloom.documents.writing import Writer
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import Comment, Graph

MOST_BYTES = 64_000_000
"""Of a document's whole history; a duplicate starts a fresh one."""
MEANING = frozenset({"nodes", "edges", "training", "code"})
SHOWN = MEANING | {"meta", "layout"}
"""What a project's row tells of it: its name and its miniature."""


@dataclass(frozen=True, slots=True)
class Joined:
    epoch: str
    update: bytes
    """What the newcomer lacks."""
    state_vector: bytes
    """What the server has, so that the newcomer can send what it lacks."""


class Room:
    def __init__(self, project: str, owner: str, epoch: str, store: Store) -> None:
        self.project, self.owner, self.epoch = project, owner, epoch
        self.members: dict[str, Member] = {}
        """By socket id."""
        self.users = 0
        """Requests that hold the room open just now."""
        self.version = 0
        """Raised by every change of meaning; where things stand on the canvas is none."""
        self.row_is_old = True
        """The project's row may lack the newest name or miniature: also after a process was killed."""
        self.used_at = time.monotonic()
        self.lock = threading.RLock()
        self._store = store
        self._bytes = 0
        self._newest: Future[None] = Future()
        """Of the last edit handed to the store; when it is done, so are all before it."""
        self._newest.set_result(None)
        self._unsure = False
        """An edit that was taken in could not be stored: what is here is more than what is kept."""
        self._open()

    def _open(self) -> None:
        doc = ydoc.new_doc()
        updates = self._store.load(self.project, self.epoch)
        for update in updates:
            with doc.new_transaction(timeout=10):
                doc.apply_update(update)
        self._bytes = sum(map(len, updates))
        self._doc: Doc[Any] = doc
        self._trial = Trial(doc.get_update())

    def _settle(self) -> None:
        """After an edit was not stored, back to what is: who made it sends it again, and must not hear that it is here already."""
        if self._unsure:
            self._store.flush()
            self._unsure = False
            self._open()
            self.version += 1

    def join(self, epoch: str | None, state_vector: bytes | None) -> Joined:
        """Raises Refused (422) when the state vector is none."""
        with self.lock:
            self._settle()
            try:
                update = self._doc.get_update(state_vector if epoch == self.epoch and state_vector else None)
            except (ValueError, TypeError) as error:
                raise Refused(problem("bad_state_vector", evidence=str(error)[:200])) from None
            return Joined(self.epoch, update, self._doc.get_state())

    def apply(self, update: object, key: str, writer: Writer) -> tuple["Future[None]", frozenset[str]]:
        """Takes an edit in. Returns the future of its commit and the parts that changed. Raises Refused; then nothing has changed."""
        data = guard.check(update)
        with self.lock:
            self._settle()
            if data == NOTHING:
                return self._newest, frozenset()
            if self._bytes + len(data) > MOST_BYTES:
                raise Refused(
                    problem("history_too_large", {"most": MOST_BYTES // 1_000_000}, evidence=f"{self._bytes} bytes"),
                    status=413,
                )
            if not self._tried(data, writer):
                return self._newest, frozenset()
            return self._keep(data, key, writer.user), self._look()

    def edit(
        self, change: Callable[["Doc[Any]"], None], key: str, user: str | None
    ) -> tuple[bytes, "Future[None]", frozenset[str]]:
        """An edit of the server's own. Returns its update, the future of its commit, and the parts that changed."""
        with self.lock:
            self._settle()
            before = self._doc.get_state()
            try:
                change(self._trial.doc)
                update = self._trial.doc.get_update(before)
            except BaseException:
                self._trial.again(self._doc.get_update())
                raise
            return update, self._keep(update, key, user), self._look()

    def graph(self) -> Graph:
        with self.lock:
            return self._trial.mirror.graph()

    def now(self) -> tuple[int, Graph, tuple[Problem, ...]]:
        """Version, graph, and what in the document cannot be read."""
        with self.lock:
            return self.version, self._trial.mirror.graph(), self._trial.mirror.problems()

    def state(self) -> bytes:
        with self.lock:
            return self._doc.get_state()

    def comments(self) -> Mapping[str, Comment]:
        with self.lock:
            return dict(self._trial.mirror.comments())

    def _look(self) -> frozenset[str]:
        parts = self._trial.mirror.read()
        self.used_at = time.monotonic()
        if parts & SHOWN:
            self.row_is_old = True
        if parts & MEANING:
            self.version += 1
        return parts

    def _tried(self, update: bytes, writer: Writer) -> bool:
        """Whether it changes anything, found out on the copy."""
        try:
            changes = self._trial.take(update)
            writing.check(writer, self._trial.mirror)
            return changes
        except (KeyboardInterrupt, SystemExit):
            raise
        except (
            BaseException
        ) as error:  # the decoder's panics are BaseExceptions; what it left behind is not to be trusted
            self._trial.again(self._doc.get_update())
            if isinstance(error, Refused | TimeoutError):
                raise
            raise _bad(error) from None

    def _keep(self, update: bytes, key: str, user: str | None) -> "Future[None]":
        with self._doc.new_transaction(timeout=10):
            self._doc.apply_update(update)
        self._bytes += len(update)
        self._newest = self._store.append(Edit(self.project, self.epoch, key, user, update))
        self._newest.add_done_callback(self._stored)
        return self._newest

    def _stored(self, stored: "Future[None]") -> None:
        self._unsure = self._unsure or stored.exception() is not None


def _bad(error: BaseException) -> Refused:
    return Refused(problem("bad_update", form="garbled", evidence=str(error)[:200]))
