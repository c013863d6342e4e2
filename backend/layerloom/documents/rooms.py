"""The open projects of this process: opened from the store when first needed, kept while somebody is inside, closed a while after."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import update

from layerloom.db.session import Database
from layerloom.db.tables import Project
from layerloom.documents.presence import Member
from layerloom.documents.projects import find
from layerloom.documents.room import Room
from layerloom.documents.store import Store
from layerloom.documents.thumbnail import thumbnail

IDLE_SECONDS = 30.0
log = logging.getLogger("layerloom.documents")


class Rooms:
    def __init__(self, database: Database) -> None:
        self._database = database
        self.store = Store(database)
        self.on_change: Callable[[Room, frozenset[str]], None] = lambda room, parts: None
        """Called outside the room's lock after a change, with the parts that changed."""
        self.on_close: Callable[[Room], None] = lambda room: None
        self._rooms: dict[str, Room] = {}
        self._lock = threading.Lock()
        self._opening: dict[str, threading.Lock] = {}

    @contextmanager
    def use(self, project: str, user: str) -> Iterator[Room]:
        """The room of a project, held open meanwhile. Raises Refused (404) when this person has no part in it, or it was deleted."""
        room = self._enter(project, user)
        try:
            yield room
        finally:
            with self._lock:
                room.users -= 1
                room.used_at = time.monotonic()

    def _enter(self, project: str, user: str) -> Room:
        known = False
        while True:
            with self._lock:
                room = self._rooms.get(project)
                if room is not None and (known or room.owner == user):
                    room.users += 1
                    return room
                opening = self._opening.setdefault(project, threading.Lock())
            with opening:
                with self._database.read() as session:
                    row = find(session, user, project)
                known = True
                with self._lock:
                    missing = project not in self._rooms
                if missing:
                    made = Room(project, row.owner_id, row.epoch, self.store)
                    with self._lock:
                        self._rooms[project] = made
                        self._opening.pop(project, None)

    def joined(self, project: str, sid: str) -> Room | None:
        """The room, when this socket is inside."""
        with self._lock:
            room = self._rooms.get(project)
        return room if room is not None and sid in room.members else None

    def leave(self, sid: str, project: str | None = None) -> list[tuple[Room, Member]]:
        """Takes a socket out of one room or of all. When this returns, no edit of it is taken in any more."""
        with self._lock:
            rooms = [room for room in self._rooms.values() if sid in room.members and project in (None, room.project)]
        gone = []
        for room in rooms:
            with room.lock:  # an edit that is being taken in is taken in whole
                member = room.members.pop(sid, None)
            if member is not None:
                room.used_at = time.monotonic()
                gone.append((room, member))
        return gone

    def inside(self, sid: str) -> list[Room]:
        with self._lock:
            return [room for room in self._rooms.values() if sid in room.members]

    def close(self, project: str) -> Room | None:
        """Forgets a room at once: its project was deleted. Its edits are stored."""
        with self._lock:
            room = self._rooms.pop(project, None)
        if room is not None:
            self.on_close(room)
        return room

    def tidy(self, idle_seconds: float = IDLE_SECONDS) -> None:
        """Writes names and miniatures that changed, and closes rooms nobody has used for a while."""
        self.write_rows()
        old = time.monotonic() - idle_seconds
        with self._lock:
            idle = [room for room in self._rooms.values() if not room.members and not room.users and room.used_at < old]
            for room in idle:
                del self._rooms[room.project]
        for room in idle:
            self.on_close(room)

    def write_rows(self) -> None:
        with self._lock:
            rooms = [room for room in self._rooms.values() if room.row_is_old]
        for room in rooms:
            room.row_is_old = False
            graph = room.graph()
            try:
                with self._database.write() as session:
                    values = {"name": graph.name, "thumbnail": thumbnail(graph)}
                    session.execute(update(Project).where(Project.id == room.project).values(values))
            except Exception:
                room.row_is_old = True
                log.exception("the row of project %s was not written", room.project)

    def shut(self) -> None:
        self.write_rows()
        self.store.close()
