"""Engine.IO's websocket with an end: a message that is too long, or a peer that no longer reads, costs the connection and no more.

Engine.IO looks at a message's length only when it is whole in memory, and closing waits for the peer's answer in a thread.
"""

import contextlib
import socket
from collections.abc import Iterable
from typing import Any

from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI  # type: ignore[import-untyped]
from flask_socketio import SocketIO
from wsproto.utilities import RemoteProtocolError

from layerloom.web import wire
from layerloom.web.failures import refusal

MESSAGE_BYTES = 1_200_000
"""An update of `guard.BYTES` and what is around it."""


class Websocket(SimpleWebSocketWSGI):  # type: ignore[misc]
    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(handler, server, max_message_size=MESSAGE_BYTES)
        handler.__self__.websocket = self

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        try:
            return super().__call__(environ, start_response)  # type: ignore[no-any-return]
        except RemoteProtocolError as error:  # asks for a websocket in words that are none
            found = refusal(400, evidence=str(error)[:200]).problems
            body = wire.dumps({"problems": [each.model_dump(mode="json") for each in found]}).encode()
            start_response(
                "400 Bad Request", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
            )
            return [body]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            super().close()
        self.shut()

    def shut(self) -> None:
        """Ends reading and writing at once, in whatever thread they wait."""
        with contextlib.suppress(OSError, AttributeError):
            self.ws.sock.shutdown(socket.SHUT_RDWR)
            self.ws.event.set()


def use(sockets: SocketIO) -> None:
    engine = sockets.server.eio
    engine._async = dict(engine._async) | {"websocket": Websocket}


def drop(sockets: SocketIO, eio_sid: str, at_once: bool = False) -> None:
    """Closes a connection; `at_once` also when its peer has stopped reading."""
    connection = sockets.server.eio.sockets.get(eio_sid)
    if connection is None:
        return
    connection.close(wait=False)
    websocket = getattr(connection, "websocket", None)
    if at_once and websocket is not None:
        websocket.shut()
