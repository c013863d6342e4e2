"""Calls between the web process and the worker over a Unix socket: requests with ids, answers in any order, pokes to subscribers.

What a verb does is the handlers' to know. A poke says that something is there to be read; it carries nothing of it.
"""

import contextlib
import itertools
import logging
import os
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path
from typing import Any

from layerloom.graph.problems import Problem, Refused
from layerloom.launcher import wire
from layerloom.launcher.client import Unavailable
from layerloom.settings import Unusable

log = logging.getLogger(__name__)

Handler = Callable[[dict[str, Any]], Any]
AT_ONCE = 64
RECONNECT_SECONDS = 0.5


class RemoteError(Exception):
    """A handler failed; the message is fit to show, `detail` is for the log."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class AlreadyServed(Unusable):
    """Another worker answers on this socket."""


class Server:
    def __init__(self, path: Path, handlers: dict[str, Handler]) -> None:
        """Listens at once. Raises AlreadyServed."""
        self._handlers = handlers
        self._path = path
        self._peers: dict[socket.socket, _Peer] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="rpc")
        self._socket = _listen(path)
        self._thread = threading.Thread(target=self._accept, name="rpc", daemon=True)
        self._thread.start()

    def poke(self, run: str, seq: int) -> None:
        """Tells every subscriber that `run` has events up to `seq`."""
        with self._lock:
            peers = [peer for peer in self._peers.values() if peer.subscribed]
        for peer in peers:
            peer.send({"poke": {"run": run, "seq": seq}})

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        with contextlib.suppress(OSError):
            self._path.unlink()
        with self._lock:
            peers = list(self._peers)
        for peer in peers:
            with contextlib.suppress(OSError):
                peer.shutdown(socket.SHUT_RDWR)
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            peer = _Peer(connection)
            with self._lock:
                self._peers[connection] = peer
            threading.Thread(target=self._listen_to, args=(peer,), name="rpc peer", daemon=True).start()

    def _listen_to(self, peer: "_Peer") -> None:
        try:
            while True:
                message, _ = wire.receive(peer.socket)
                if message["verb"] == "subscribe":
                    peer.subscribed = True
                    peer.send({"id": message["id"], "answer": True})
                else:
                    self._pool.submit(self._answer, peer, message)
        except (wire.Closed, RuntimeError):  # the peer is gone, or the pool is closed
            pass
        finally:
            with self._lock:
                self._peers.pop(peer.socket, None)
            peer.socket.close()

    def _answer(self, peer: "_Peer", message: dict[str, Any]) -> None:
        verb = message["verb"]
        reply: dict[str, Any]
        try:
            reply = {"answer": self._handlers[verb](message["request"])}
        except Refused as refused:
            problems = [problem.model_dump(mode="json") for problem in refused.problems]
            reply = {"refused": problems, "status": refused.status}
        except Unavailable as error:
            reply = {"unavailable": str(error)}
        except Exception as error:
            log.exception("%s failed", verb)
            reply = {"error": str(error), "detail": getattr(error, "detail", "")}
        peer.send({"id": message["id"], **reply})


class _Peer:
    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self.subscribed = False
        self._lock = threading.Lock()

    def send(self, message: dict[str, Any]) -> None:
        with self._lock, contextlib.suppress(wire.Closed):
            wire.send(self.socket, message)


def _listen(path: Path) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    if path.exists():
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(os.fspath(path)) == 0:
                sock.close()
                raise AlreadyServed(f"A worker already runs for this folder: it answers on {path}.")
        path.unlink()
    before = os.umask(0o177)
    try:
        sock.bind(os.fspath(path))
    finally:
        os.umask(before)
    sock.listen(64)
    return sock


class Client:
    """Thread-safe. Connects when first needed and again after the worker was restarted."""

    def __init__(self, path: Path | str) -> None:
        self._path = os.fspath(path)
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._waiting: dict[int, Future[dict[str, Any]]] = {}
        self._callbacks: list[Callable[[dict[str, Any]], None]] = []
        self._subscriber: threading.Thread | None = None
        self._closing = threading.Event()

    def call(self, verb: str, request: dict[str, Any] | None = None, timeout: float = 30.0) -> Any:
        """Raises Refused as the handler did, Unavailable when no worker answers (yet), RemoteError when it failed, TimeoutError."""
        number, answer = next(self._ids), Future[dict[str, Any]]()
        with self._lock:
            sock = self._connect()
            self._waiting[number] = answer
            try:
                wire.send(sock, {"id": number, "verb": verb, "request": request or {}})
            except wire.Closed as error:
                self._waiting.pop(number, None)
                self._forget(sock)
                raise Unavailable("The worker is being started.") from error
        try:
            reply = answer.result(timeout)
        except FutureTimeout:
            raise TimeoutError(f"The worker did not answer `{verb}` within {timeout:g} s.") from None
        finally:
            with self._lock:
                self._waiting.pop(number, None)
        if "answer" in reply:
            return reply["answer"]
        if "refused" in reply:
            raise Refused(*(Problem.model_validate(problem) for problem in reply["refused"]), status=reply["status"])
        if "unavailable" in reply:
            raise Unavailable(reply["unavailable"])
        raise RemoteError(reply["error"], reply["detail"])

    def subscribe(self, callback: Callable[[dict[str, Any]], None]) -> None:
        """`callback({"run", "seq"})` for every poke, from one thread, across restarts of the worker.

        After each (re)connection it is called once with {"run": None, "seq": 0}: something may have been missed.
        """
        self._callbacks.append(callback)
        with self._lock:
            if self._subscriber is not None:
                return
            self._subscriber = threading.Thread(target=self._stay_subscribed, name="rpc subscriber", daemon=True)
        self._subscriber.start()

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            if self._socket is not None:
                self._forget(self._socket)

    def _connect(self) -> socket.socket:
        if self._socket is not None:
            return self._socket
        sock = socket.socket(socket.AF_UNIX)
        try:
            sock.connect(self._path)
        except OSError as error:
            sock.close()
            raise Unavailable("The worker is being started.") from error
        self._socket = sock
        threading.Thread(target=self._read, args=(sock,), name="rpc reader", daemon=True).start()
        return sock

    def _read(self, sock: socket.socket) -> None:
        try:
            while True:
                message, _ = wire.receive(sock)
                if "poke" in message:
                    self._call_back(message["poke"])
                    continue
                with self._lock:
                    answer = self._waiting.pop(message["id"], None)
                if answer is not None:
                    answer.set_result(message)
        except wire.Closed:
            pass
        finally:
            with self._lock:
                self._forget(sock)
            sock.close()

    def _forget(self, sock: socket.socket) -> None:
        if self._socket is not sock:
            return
        self._socket = None
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            if not answer.done():
                answer.set_result({"unavailable": "The worker was restarted."})

    def _call_back(self, poke: dict[str, Any]) -> None:
        for callback in list(self._callbacks):
            try:
                callback(poke)
            except Exception:
                log.exception("A subscriber to the worker failed")

    def _stay_subscribed(self) -> None:
        subscribed: socket.socket | None = None
        while not self._closing.wait(0 if subscribed is None else RECONNECT_SECONDS):
            with self._lock:
                if subscribed is not None and self._socket is subscribed:
                    continue
            try:
                self.call("subscribe", timeout=5)
            except (Unavailable, TimeoutError):
                subscribed = None
                if self._closing.wait(RECONNECT_SECONDS):
                    return
                continue
            with self._lock:
                subscribed = self._socket
            self._call_back({"run": None, "seq": 0})
