"""One open project: its shared document, one lock, and a mirror of the graph. Updates go in, the graph comes out.

Knows no socket: who is inside is a set of names. What is applied here is handed to the store in the same order.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc

from layerloom.documents import guard, ydoc
from layerloom.documents.mirror import Mirror
from layerloom.documents.store import Edit, Store
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.schema import Graph

MOST_BYTES = 64_000_000
"""Of a document's whole history; a duplicate starts a fresh one."""
NOTHING = b"\x00\x00"
"""The update that changes nothing."""
MEANING = frozenset({"nodes", "edges", "training"})


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
        self.members: dict[str, str] = {}
        """Socket id → user id."""
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
        self._open()

    def _open(self) -> None:
        doc = ydoc.new_doc()
        updates = self._store.load(self.project, self.epoch)
        for update in updates:
            with doc.new_transaction(timeout=10):
                doc.apply_update(update)
        self._bytes = sum(map(len, updates))
        self._doc: Doc[Any] = doc
        self._mirror = Mirror(doc)

    def join(self, epoch: str | None, state_vector: bytes | None) -> Joined:
        """Raises Refused (422) when the state vector is none."""
        with self.lock:
            try:
                update = self._doc.get_update(state_vector if epoch == self.epoch and state_vector else None)
            except (ValueError, TypeError) as error:
                raise Refused(
                    problem(
                        "bad_state_vector",
                        "This is no state of a document.",
                        "Reload the page.",
                        evidence=str(error)[:200],
                    )
                ) from None
            return Joined(self.epoch, update, self._doc.get_state())

    def apply(self, update: object, key: str, user: str | None) -> tuple["Future[None]", frozenset[str]]:
        """Takes an edit in. Returns the future of its commit and the parts that changed. Raises Refused; then nothing has changed."""
        data = guard.check(update)
        if data == NOTHING:
            done: Future[None] = Future()
            done.set_result(None)
            return done, frozenset()
        with self.lock:
            if self._bytes + len(data) > MOST_BYTES:
                raise Refused(
                    problem(
                        "history_too_large",
                        "This project's history is full.",
                        f"A project keeps at most {MOST_BYTES // 1_000_000} MB of edits. Duplicate it and go on in the copy.",
                        evidence=f"{self._bytes} bytes",
                    ),
                    status=413,
                )
            self._take_in(data)
            self._bytes += len(data)
            stored = self._store.append(Edit(self.project, self.epoch, key, user, data))
            return stored, self._look()

    def edit(
        self, change: Callable[["Doc[Any]"], None], key: str, user: str | None
    ) -> tuple[bytes, "Future[None]", frozenset[str]]:
        """An edit of the server's own. Returns its update, the future of its commit, and the parts that changed."""
        with self.lock:
            before = self._doc.get_state()
            change(self._doc)
            update = self._doc.get_update(before)
            self._bytes += len(update)
            stored = self._store.append(Edit(self.project, self.epoch, key, user, update))
            return update, stored, self._look()

    def graph(self) -> Graph:
        with self.lock:
            return self._mirror.graph()

    def now(self) -> tuple[int, Graph, tuple[Problem, ...]]:
        """Version, graph, and what in the document cannot be read."""
        with self.lock:
            return self.version, self._mirror.graph(), self._mirror.problems()

    def state(self) -> bytes:
        with self.lock:
            return self._doc.get_state()

    def _look(self) -> frozenset[str]:
        parts = self._mirror.read()
        self.used_at = time.monotonic()
        if parts:
            self.row_is_old = True
        if parts & MEANING:
            self.version += 1
        return parts

    def _take_in(self, update: bytes) -> None:
        try:
            with self._doc.new_transaction(timeout=10):
                self._doc.apply_update(update)
        except (KeyboardInterrupt, SystemExit, TimeoutError):
            raise
        except ValueError as error:
            raise _bad(error) from None
        except (
            BaseException
        ) as error:  # the decoder's panics are BaseExceptions; what it left behind is not to be trusted
            self._store.flush()
            self._open()
            raise _bad(error) from None


def _bad(error: BaseException) -> Refused:
    return Refused(
        problem(
            "bad_update",
            "This edit cannot be read.",
            "The edit did not arrive as it was made. Reload the page; what was saved before is safe.",
            evidence=str(error)[:200],
        )
    )
