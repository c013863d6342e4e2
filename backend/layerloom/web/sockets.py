"""Socket.IO events ⇄ rooms and runs. Each connection is signed in, each event is authorised, each answer is data or problems.

The server keeps nothing for absent clients: what they missed is in the document's history and in the run's events.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO

from layerloom.documents.room import MEANING, Room
from layerloom.graph.problems import Refused, problem
from layerloom.web import permissions, websocket
from layerloom.web.access import Visitor, cookie_name, same
from layerloom.web.admission import admitted_part, not_allowed
from layerloom.web.document_events import DocumentEvents, text
from layerloom.web.failures import refusal
from layerloom.web.flood import Flood
from layerloom.web.site import Site

log = logging.getLogger("layerloom.web")
RECHECK_SECONDS = 60.0
SWEEP_SECONDS = 5.0
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
        self.documents = DocumentEvents(site, self)
        self._io.on("connect")(self._connect)
        self._io.on("disconnect")(self._disconnect)
        handlers: dict[str, Handler] = {
            "document_join": self.documents.join,
            "document_update": self.documents.update,
            "document_awareness": self.documents.awareness,
            "document_leave": self.documents.leave,
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

    def is_open(self, sid: str) -> bool:
        return sid in self._connections

    def cut(self, users: Iterable[str]) -> None:
        """Every page of these people, at once. Whom something still lets in comes back by itself."""
        meant = set(users)
        for sid, connection in list(self._connections.items()):
            if connection.visitor.user in meant:
                self._cut(sid)

    def look_again(self, user: str) -> None:
        """Somebody's name or parts changed."""
        for sid, connection in list(self._connections.items()):
            if connection.visitor.user == user:
                connection.checked_at = float("-inf")
                if self._visitor(sid) is None:
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
        self.documents.left(sid)
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
            if not self.documents.look_again(sid, found):
                return None
            self._site.parts["relay"].look_again(sid, found.user)
        return connection.visitor

    def _cut(self, sid: str, at_once: bool = False) -> None:
        """Socket.IO's own disconnect leaves the connection, and with it a thread, open."""
        server = self._io.server
        eio_sid = server.manager.eio_sid_from_sid(sid, "/")
        self._connections.pop(sid, None)
        self.documents.left(sid)
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
            found = refusal(429, "too_many_events").problems
            self.emit("limited", {"problems": [each.model_dump(mode="json") for each in found], "retry_after": 1}, sid)

    def _admitted(self, event: str, handler: Handler) -> Callable[..., Any]:
        action = permissions.EVENTS[event]

        def handle(data: Any = None, *_: Any) -> Any:
            sid: str = request.sid  # type: ignore[attr-defined]
            try:
                visitor = self._visitor(sid)
                if visitor is None:
                    self._cut(sid)
                    raise refusal(401, "not_signed_in")
                if not permissions.allows(visitor.role, action):
                    raise not_allowed(visitor.role, action)
                if not isinstance(data, dict):
                    raise Refused(problem("bad_event", {"event": event}))
                return handler(sid, visitor, data)
            except Refused as error:
                return _problems(error)
            except Exception as error:
                log.exception("%s failed", event)
                failed = problem("server_failed", form="event", evidence=type(error).__name__)
                return _problems(Refused(failed, status=500))

        return handle

    # ── runs ─────────────────────────────────────────────────────────────────────────────────────

    def _run_subscribe(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        run = text(data, "run")
        admitted_part(self._site, visitor, permissions.EVENTS["run_subscribe"], None, run)
        return {"last": self._site.parts["relay"].subscribe(sid, visitor.user, run, data.get("after", 0))}

    def _run_unsubscribe(self, sid: str, visitor: Visitor, data: dict[str, Any]) -> dict[str, Any]:
        self._site.parts["relay"].leave(sid, text(data, "run"))
        return {}


def _problems(error: Refused) -> dict[str, Any]:
    return {"problems": [each.model_dump(mode="json") for each in error.problems], "status": error.status}
