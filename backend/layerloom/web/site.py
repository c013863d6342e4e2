"""What every request of this web process shares: its database, rooms, sessions and the way to the worker. Holds, does nothing."""

from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from flask import current_app, g
from flask_socketio import SocketIO

from layerloom.db.session import Database
from layerloom.documents.parts import Part
from layerloom.documents.rooms import Rooms
from layerloom.settings import Settings
from layerloom.web.access import Sessions, Throttle, Visitor


class WorkerClient(Protocol):
    """What is asked of the worker; `launcher.client.Client` is one."""

    def call(self, verb: str, payload: dict[str, Any], timeout: float = ...) -> Any: ...

    def subscribe(self, callback: Any) -> Any: ...


@dataclass
class Site:
    settings: Settings
    database: Database
    worker: WorkerClient
    token: str
    sessions: Sessions
    rooms: Rooms
    sockets: SocketIO
    logins: Throttle = field(default_factory=lambda: Throttle(5, 60.0))
    """Wrong tokens from one address."""
    wrong_links: Throttle = field(default_factory=lambda: Throttle(20, 60.0))
    """Links that lead nowhere, from one address."""
    joins: Throttle = field(default_factory=lambda: Throttle(120, 60.0))
    """New guests from one address, which may be a school's."""
    parts: dict[str, Any] = field(default_factory=dict)
    """The long-lived services, by name, in the order in which they start."""


def site() -> Site:
    return cast(Site, current_app.extensions["layerloom"])


def visitor() -> Visitor:
    """Who asks. Only inside a request that `admission` let in."""
    return cast(Visitor, g.visitor)


def part() -> Part:
    """The visitor's part in the project or run that the request names."""
    return cast(Part, g.part)
