"""Inside a forked, jailed child: one entry named by a dotted string → what it says, as JSON lines on the inherited channel.

The entry knows only its arguments; what is printed goes elsewhere and is never taken for a message.
"""

import contextlib
import importlib
import json
import select
import socket
import threading
import traceback
from collections.abc import Callable
from typing import Any, Literal

from layerloom.graph.problems import Refused
from layerloom.launcher.wire import Lines, encode

Emit = Callable[[dict[str, Any]], None]


class Control:
    """What a running child may ask: `asked()` costs about a microsecond, so it can stand before every execution."""

    def __init__(self, channel: "Channel") -> None:
        self._channel = channel
        self._asked: Literal["stop", "pause"] | None = None

    def asked(self) -> Literal["stop", "pause"] | None:
        """ "stop" from the moment it is asked for, or the supervisor is gone; "pause" as long as nothing more was asked."""
        if self._asked != "stop" and self._channel.waiting():
            message = self._channel.read()
            self._asked = "stop" if message is None or "stop" in message else "pause" if "pause" in message else None
        return self._asked

    def alive(self) -> None:
        """Says that a long silence (a compilation) is work."""
        self._channel.write({"type": "alive"})


class Channel:
    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._lines = Lines()
        self._read: list[bytes] = []
        self._lock = threading.Lock()
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN)

    def waiting(self) -> bool:
        return bool(self._read) or bool(self._poll.poll(0))

    def read(self) -> dict[str, Any] | None:
        """The next message; None when the other side is gone."""
        while not self._read:
            try:
                data = self._sock.recv(1 << 18)
            except OSError:
                return None
            if not data:
                return None
            self._read += self._lines.feed(data)
        message: dict[str, Any] = json.loads(self._read.pop(0))
        return message

    def write(self, message: dict[str, Any]) -> None:
        line = encode(message) + b"\n"
        with self._lock:
            self._sock.sendall(line)


def live(verb: str, entry: str, channel: Channel) -> int:
    """Runs one child's whole life and returns its exit code."""
    try:
        function = _find(entry)
        if verb == "infer":
            return _answer_each(function, channel)
        message = channel.read()
        if message is None:
            return 1
        if verb == "run":
            function(
                message["request"], lambda event: channel.write({"type": "event", "event": event}), Control(channel)
            )
            channel.write({"type": "answer", "answer": None})
        elif verb == "work":
            answer = function(message["request"], lambda told: channel.write({"type": "progress", "told": told}))
            channel.write({"type": "answer", "answer": answer})
        else:
            channel.write({"type": "answer", "answer": function(message["request"])})
        return 0
    except BaseException as error:
        _say_failed(channel, error)
        return 1


def _answer_each(function: Callable[[Any], Any], channel: Channel) -> int:
    while (message := channel.read()) is not None:
        try:
            channel.write({"type": "answer", "answer": function(message["request"])})
        except Exception as error:
            _say_failed(channel, error)
    return 0


def _find(entry: str) -> Callable[..., Any]:
    module, _, name = entry.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _say_failed(channel: Channel, error: BaseException) -> None:
    with contextlib.suppress(OSError, ValueError):
        channel.write(
            {
                "type": "failed",
                "error": type(error).__name__,
                "message": str(error)[:4000],
                "traceback": "".join(traceback.format_exception(error, limit=-30))[-20_000:],
                "problems": [problem.model_dump(mode="json") for problem in error.problems]
                if isinstance(error, Refused)
                else [],
                "status": error.status if isinstance(error, Refused) else 500,
            }
        )
