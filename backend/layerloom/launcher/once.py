"""One request → one answer from a child that lives for it alone, in a folder that is gone afterwards."""

import json
import os
import selectors
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from layerloom.graph.problems import Problem, Refused
from layerloom.launcher.client import Allowance, Child, Launcher
from layerloom.launcher.wire import LONGEST, Lines

LONGEST_LOG = 64 * 1024


class ChildFailed(Exception):
    """A child gave no answer. `reason` says why in one sentence; `detail` is its traceback or what it printed."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


class ChildLost(ChildFailed):
    """It died without a word."""


class TimedOut(ChildLost):
    """It hangs, as far as anyone can tell."""


def do(
    launcher: Launcher,
    entry: str,
    request: Any,
    *,
    scratch: Path,
    timeout: float,
    folder: Path | None = None,
    read: tuple[str, ...] = (),
    memory_bytes: int = 0,
    loopback_port: int = 0,
    heard: Callable[[dict[str, Any]], None] | None = None,
    begun: Callable[[Child], None] = lambda child: None,
    longest: int = LONGEST,
) -> Any:
    """`entry(request)` in a jailed child. `folder` is where it may write and stays; else it gets one below `scratch` that does not.
    Its answer may have `longest` bytes.

    With `heard` it is `entry(request, emit)`, and every `emit(told)` of the child is heard at once. `begun` is given the child, so that it can
    be ended early. Raises Refused or ChildFailed where the entry raised, ChildLost when it died, TimedOut after `timeout` seconds, Unavailable.
    """
    own = None if folder is not None else Path(tempfile.mkdtemp(dir=scratch))
    allowance = Allowance(folder or own or scratch, read=read, memory_bytes=memory_bytes, loopback_port=loopback_port)
    try:
        child = launcher.spawn("do" if heard is None else "work", entry, allowance)
        try:
            begun(child)
            return Conversation(child, heard, longest).ask(request, timeout)
        finally:
            child.kill()
            child.wait(5)
            child.close()
    finally:
        if own is not None:
            shutil.rmtree(own, ignore_errors=True)


class Conversation:
    """Asks one child, one question at a time."""

    def __init__(
        self, child: Child, heard: Callable[[dict[str, Any]], None] | None = None, longest: int = LONGEST
    ) -> None:
        self.child = child
        self._heard = heard
        self._lines = Lines(longest)
        self._log = bytearray()
        self._waiting: list[dict[str, Any]] = []

    def ask(self, request: Any, timeout: float) -> Any:
        end = time.monotonic() + timeout
        self.child.say({"request": request})
        while True:
            message = self._next(end)
            if message["type"] == "answer":
                return message["answer"]
            if message["type"] == "failed":
                raise failure(message)
            if message["type"] == "progress" and self._heard is not None:
                self._heard(message["told"])

    def _next(self, end: float) -> dict[str, Any]:
        with selectors.DefaultSelector() as selector:
            selector.register(self.child.channel, selectors.EVENT_READ, "channel")
            selector.register(self.child.log, selectors.EVENT_READ, "log")
            while not self._waiting:
                ready = selector.select(max(0.0, end - time.monotonic()))
                if not ready and time.monotonic() >= end:
                    raise TimedOut("It took too long and was ended.", self._printed())
                for key, _ in ready:
                    if key.data == "log":
                        data = os.read(self.child.log, 1 << 16)
                        self._log = (self._log + data)[-LONGEST_LOG:]
                        if not data:
                            selector.unregister(self.child.log)
                        continue
                    try:
                        data = self.child.channel.recv(1 << 18)
                    except OSError:
                        data = b""
                    if not data:
                        raise ChildLost(self._why_it_ended(), self._printed())
                    self._waiting += [json.loads(line) for line in self._lines.feed(data)]
        return self._waiting.pop(0)

    def _why_it_ended(self) -> str:
        ended = self.child.wait(2)
        if ended is None:
            return "It went away without an answer."
        return (
            f"It was ended by signal {ended.signal}."
            if ended.signal
            else f"It ended with code {ended.code} and no answer."
        )

    def _printed(self) -> str:
        return self._log.decode(errors="replace")


def failure(message: dict[str, Any]) -> Exception:
    """A child's `failed` message as the exception to raise here."""
    if message["problems"]:
        return Refused(*(Problem.model_validate(problem) for problem in message["problems"]), status=message["status"])
    return ChildFailed(f"{message['error']}: {message['message']}", message["traceback"])
