"""Socket.IO events ⇄ rooms and runs. Each connection is signed in, each event is authorised, each answer is data or problems.

The server keeps nothing for absent clients: what they missed is in the document's history and in the run's events.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO, join_room, leave_room

from layerloom.documents.room import MEANING, Room
from layerloom.graph.problems import Refused, problem
from layerloom.web import permissions, websocket
from layerloom.web.access import Visitor, cookie_name, same
from layerloom.web.failures import refusal
from layerloom.web.flood import Flood
from layerloom.web.site import Site

log = logging.getLogger("layerloom.web")
RECHECK_SECONDS = 60.0
COMMIT_SECONDS = 15.0
SWEEP_SECONDS = 5.0
AWARENESS_BYTES = 16_000
MOST_WAITING = 2_000
"""Messages a client may lag behind before it is cut off; it reconnects and catches up from what is stored."""

Handler = Callable[[str, Visitor, dict[str, Any]], Any]


@dataclass
class Connection:
    visitor: Visitor
    checked_at: float


class Sockets:
    def __init__(self, site: Site, app: Flask) -> None:
        self._site, self._app = site, app
        self._io: SocketIO = site.sockets
        self._connections: dict[str, Connection] = {}
        self._stopping = threading.Event()
        self._io.on("connect")(self._connect)
        self._io.on("disconnect")(self._disconnect)
        handlers: dict[str, Handler] = {
            "document_join": self._document_join,
            "document_update": self._document_update,
            "document_awareness": self._document_awareness,
            "document_leave": self._document_leave,
            "run_subscribe": self._run_subscribe,
            "run_unsubscribe": self._run_unsubscribe,
        }
        for event, handler in handlers.items():
            self._io.on(event)(self._admitted(event, handler))
        engine = self._io.server.eio
        self._flood = Flood(engine.handlers["message"], self._tell_flood)
        engine.handlers["message"] = self._flood

    # ── for the rest of the web process ──────────────────────────────────────────────────────────

    def start(self) -> None:
        threading.Thread(target=self._sweep, name="socket-sweep", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        for sid in list(self._connections):
            self._cut(sid)

    def emit(self, event: str, payload: Any, to: str, skip: str | None = None) -> None:
        """To one socket, or to a room: `project:<id>`, `run:<id>`."""
        self._io.emit(event, payload, to=to, skip_sid=skip)

    def spread(self, room: Room, update: bytes, parts: frozenset[str], skip: str | None = None) -> None:
        """An edit that was taken in goes to the others, and what follows from it is worked out."""
        self.emit("document_update", {"project": room.project, "update": update}, f"project:{room.project}", skip)
        if parts & MEANING:
            self._site.parts["inference"].changed(room)

    def close_session(self, session: str) -> None:
        for sid, connection in list(self._connections.items()):
            if connection.visitor.session == session:
                self._cut(sid)

    # ── connections ──────────────────────────────────────────────────────────────────────────────

    def _connect(self, auth: Any = None) -> bool:
        """Signed in by the cookie, and the session's own token in `auth`: a page of another site has the first, never the second."""
        visitor = self._site.sessions.find(request.cookies.get(cookie_name(self._site.settings.port)))
        given = auth.get("csrf") if isinstance(auth, dict) else None
        if visitor is None or not isinstance(given, str) or not same(given, visitor.csrf):
            return False
        self._connections[request.sid] = Connection(visitor, time.monotonic())  # type: ignore[attr-defined]
        return True

    def _disconnect(self, reason: Any = None) -> None:
        sid: str = request.sid  # type: ignore[attr-defined]
        self._connections.pop(sid, None)
        self._site.rooms.leave(sid)
        self._site.parts["relay"].leave(sid)

    def _visitor(self, sid: str) -> Visitor | None:
        connection = self._connections.get(sid)
        if connection is None:
            return None
        if time.monotonic() - connection.checked_at > RECHECK_SECONDS:
            found = self._site.sessions.look(connection.visitor.session)
            if found is None:
                self._connections.pop(sid, None)
                return None
            connection.visitor, connection.checked_at = found, time.monotonic()
        return connection.visitor

    def _cut(self, sid: str, at_once: bool = False) -> None:
        """Socket.IO's own disconnect leaves the connection, and with it a thread, open."""
        server = self._io.server
        eio_sid = server.manager.eio_sid_from_sid(sid, "/")
        self._connections.pop(sid, None)
        self._site.rooms.leave(sid)
        self._site.parts["relay"].leave(sid)
        server.disconnect(sid)
        if eio_sid is not None:
            websocket.drop(self._io, eio_sid, at_once)

    def _sweep(self) -> None:
        """A socket that only listens is rechecked too; one that has stopped reading, or never signed in, is cut off."""
        strangers: set[str] = set()
        while not self._stopping.wait(SWEEP_SECONDS):
            try:
                engine, manager = self._io.server.eio, self._io.server.manager
                for sid in list(self._connections):
                    connection = engine.sockets.get(manager.eio_sid_from_sid(sid, "/"))
                    lagging = connection is not None and connection.queue.qsize() > MOST_WAITING
                    if lagging or self._visitor(sid) is None:
                        self._cut(sid, lagging)
                unknown = {each for each in list(engine.sockets) if manager.sid_from_eio_sid(each, "/") is None}
                for eio_sid in unknown & strangers:
                    websocket.drop(self._io, eio_sid, at_once=True)
                strangers = unknown - strangers
                self._flood.keep(set(engine.sockets))
            except Exception:
                log.exception("sockets were not rechecked")

    def _tell_flood(self, eio_sid: str) -> None:
        sid = self._io.server.manager.sid_from_eio_sid(eio_sid, "/")
        if sid is not None:
            found = refusal(429, code="too_many_events", title="Too many events in a short time.").problems
            self.emit("limited", {"problems": [each.model_dump(mode="json") for each in found], "retry_after": 1}, sid)

    def _admitted(self, event: str, handler: Handler) -> Callable[..., Any]:
        action = permissions.EVENTS[event]

        def handle(data: Any = None, *_: Any) -> Any:
            sid: str = request.sid  # type: ignore[attr-defined]
            try:
                visitor = self._visitor(sid)
                if visitor is None:
                    self._cut(sid)
                    raise refusal(401, code="not_signed_in", title="You are not signed in.")
                if not permissions.allows(visitor.role, action):
                    raise refusal(403, code="not_allowed", title="You may not do this.", evidence=action)
                if not isinstance(data, dict):
                    raise Refused(problem("bad_event", "This event cannot be read.", f"{event} takes an object."))
                return handler(sid, visitor, data)
            except Refused as error:
                return _problems(error)
            except Exception as error:
                log.exception("%s failed", event)
                failed = problem(
                    "server_failed",
                    "The server failed at this.",
                    "The server could not do this because of a fault of its own. Try again, and look at the server's log if it stays.",
                    evidence=type(error).__name__,
                )
                return _problems(Refused(failed, status=500))

        return handle

    # ── documents ────────────────────────────────────────────────────────────────────────────────

    def _document_join(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        project, epoch = _text(data, "project"), data.get("epoch")
        with self._site.rooms.use(project, visitor.user) as room, room.lock:
            joined = room.join(epoch if isinstance(epoch, str) else None, data.get("state_vector"))
            room.members[sid] = visitor.user
            join_room(f"project:{project}")
            self._site.parts["inference"].greet(room, sid)
        return {"epoch": joined.epoch, "update": joined.update, "state_vector": joined.state_vector, "stored": True}

    def _document_update(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        room = self._room(sid, visitor, data)
        if data.get("epoch") != room.epoch:
            raise Refused(
                problem(
                    "other_epoch",
                    "This edit belongs to an older document.",
                    "The project was opened anew on the server. Reload the page.",
                    evidence=str(data.get("epoch"))[:64],
                ),
                status=409,
            )
        stored, parts = room.apply(data.get("update"), _text(data, "id"), visitor.user)
        if parts:
            self.spread(room, data["update"], parts, skip=sid)
        try:
            stored.result(COMMIT_SECONDS)
        except Exception as error:
            raise Refused(
                problem(
                    "not_stored",
                    "This edit is not saved yet.",
                    "The server could not write it to its database. Your page keeps it and tries again; check the disk's free space.",
                    evidence=type(error).__name__,
                ),
                status=503,
            ) from error
        return {"stored": True}

    def _document_awareness(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        room, update = self._room(sid, visitor, data), data.get("update")
        if not isinstance(update, bytes) or len(update) > AWARENESS_BYTES:
            raise Refused(
                problem("bad_awareness", "This cannot be shown to others.", "Awareness is sent as at most 16 kB.")
            )
        self.emit("document_awareness", {"project": room.project, "update": update}, f"project:{room.project}", sid)
        return {}

    def _document_leave(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        project = _text(data, "project")
        if self._site.rooms.leave(sid, project):
            leave_room(f"project:{project}")
        return {}

    def _room(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> Room:
        project = _text(data, "project")
        room = self._site.rooms.joined(project, sid)
        if room is None or room.owner != visitor.user:
            raise Refused(
                problem(
                    "not_joined",
                    "This project is not open here.",
                    "Open the project first; it may have been deleted.",
                    evidence=project[:64],
                ),
                status=404,
            )
        return room

    # ── runs ─────────────────────────────────────────────────────────────────────────────────────

    def _run_subscribe(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "last": self._site.parts["relay"].subscribe(sid, visitor.user, _text(data, "run"), data.get("after", 0))
        }

    def _run_unsubscribe(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        self._site.parts["relay"].leave(sid, _text(data, "run"))
        return {}


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if isinstance(value, str) and 0 < len(value) <= 100:
        return value
    raise Refused(
        problem("bad_field", f"“{name}” is missing.", f"“{name}” is a text of 1 to 100 characters.", place=name)
    )


def _problems(error: Refused) -> dict[str, Any]:
    return {"problems": [each.model_dump(mode="json") for each in error.problems], "status": error.status}
