"""Messages between our own processes: JSON in length-prefixed frames (with descriptors where needed), and JSON lines.

Knows sockets and bytes, not what is said.
"""

import json
import socket
import struct
from collections.abc import Iterator
from typing import Any

LONGEST = 256 * 1024 * 1024
"""Bytes of one message; more is a broken peer."""

_LENGTH = struct.Struct("!I")


class Closed(Exception):
    """The other side is gone."""


def encode(message: Any) -> bytes:
    """Refuses NaN with ValueError: no message of ours holds one."""
    return json.dumps(message, allow_nan=False, separators=(",", ":")).encode()


def send(sock: socket.socket, message: Any, descriptors: tuple[int, ...] = ()) -> None:
    """One frame; open descriptors travel with its head. Raises Closed."""
    body = encode(message)
    head = _LENGTH.pack(len(body))
    try:
        if descriptors:
            socket.send_fds(sock, [head], list(descriptors))
            sock.sendall(body)
        else:
            sock.sendall(head + body)
    except OSError as error:
        raise Closed from error


def receive(sock: socket.socket, descriptors: int = 0) -> tuple[Any, list[int]]:
    """The next frame and up to `descriptors` open descriptors. Raises Closed at the end."""
    try:
        head, received, _, _ = socket.recv_fds(sock, _LENGTH.size, descriptors) if descriptors else (b"", [], 0, None)
        while len(head) < _LENGTH.size:
            more = sock.recv(_LENGTH.size - len(head))
            if not more:
                raise Closed
            head += more
        (length,) = _LENGTH.unpack(head)
        if length > LONGEST:
            raise Closed
        body = bytearray()
        while len(body) < length:
            more = sock.recv(min(1 << 20, length - len(body)))
            if not more:
                raise Closed
            body += more
    except OSError as error:
        raise Closed from error
    return json.loads(bytes(body)), received


class Lines:
    """Bytes as they come → whole lines; a line past the limit is dropped, not kept."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._rest = bytearray()
        self._longest = longest
        self._dropping = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._rest += data
        while (end := self._rest.find(b"\n")) >= 0:
            line = bytes(self._rest[:end])
            del self._rest[: end + 1]
            if self._dropping:
                self._dropping = False
            else:
                yield line
        if len(self._rest) > self._longest:
            self._rest.clear()
            self._dropping = True
