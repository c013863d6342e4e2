"""The worker's side of the launcher: starts it, asks it for children, hears how they ended, and starts it again when it dies.

Knows what a child may touch and how to speak with it; not what it computes.
"""

import contextlib
import logging
import os
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from layerloom.launcher import wire
from layerloom.launcher.environment import environment
from layerloom.words import Phrase

log = logging.getLogger(__name__)

State = Literal["starting", "ready", "failed", "closed"]
Verb = Literal["run", "do", "work", "infer"]

SLOWEST_RESTART = 30.0


class Unavailable(Exception):
    """The launcher is not ready: still starting, or its preload failed."""


@dataclass(frozen=True)
class Exit:
    code: int
    signal: int
    peak_rss: int
    """Bytes."""
    lost: bool = False
    """The launcher died, and the child with it."""


@dataclass(frozen=True)
class Allowance:
    """What a child gets; see `jail.Cell`."""

    folder: Path
    read: tuple[str, ...] = ()
    memory_bytes: int = 0
    cpu_seconds: int = 0
    cuda_visible_devices: str = ""
    """Empty: the CPU."""
    loopback_port: int = 0
    """Of TCP on this machine, to listen on and to connect to; 0: no network at all."""


class Child:
    """One forked process: `channel` speaks JSON lines both ways, `log` is what it prints."""

    def __init__(self, name: str, channel: socket.socket, log: int, kill: Callable[[str, int], None]) -> None:
        self.name = name
        self.channel = channel
        self.log = log
        self.pid: int | None = None
        self.exit: Exit | None = None
        self._kill = kill
        self._ended = threading.Event()

    def say(self, message: dict[str, Any]) -> None:
        """A child that is gone hears nothing, and that is no error."""
        with contextlib.suppress(OSError):
            self.channel.sendall(wire.encode(message) + b"\n")

    def kill(self, number: int = 9) -> None:
        self._kill(self.name, number)

    def wait(self, timeout: float | None = None) -> Exit | None:
        self._ended.wait(timeout)
        return self.exit

    def close(self) -> None:
        self.channel.close()
        with contextlib.suppress(OSError):
            os.close(self.log)

    def _end(self, exit: Exit) -> None:
        self.exit = exit
        self._ended.set()


class Launcher:
    """Starting takes seconds (Keras is imported) and happens in a thread of its own; `state` says how far it is."""

    def __init__(
        self,
        scratch: Path,
        backend: str = "tensorflow",
        preload: tuple[str, ...] = ("layerloom.engine.preload",),
        on_change: Callable[[State], None] = lambda state: None,
    ) -> None:
        self.state: State = "starting"
        self.error = ""
        self.jail: Phrase | None = None
        self.pid: int | None = None
        self.preload_seconds = 0.0
        self.threads = 0
        self._scratch = scratch
        self._backend = backend
        self._preload = preload
        self._on_change = on_change
        self._channel: socket.socket | None = None
        self._children: dict[str, Child] = {}
        self._lock = threading.Lock()
        self._ready = threading.Condition(self._lock)
        self._closing = threading.Event()
        # The kernel kills the launcher when the *thread* that started it ends, so that thread lives as long as this object.
        self._keeper = threading.Thread(target=self._keep, name="launcher", daemon=True)

    def start(self) -> "Launcher":
        self._scratch.mkdir(parents=True, exist_ok=True)
        self._keeper.start()
        return self

    def wait_ready(self, timeout: float) -> None:
        """Raises Unavailable, with the reason, when it does not become ready."""
        with self._ready:
            self._ready.wait_for(lambda: self.state != "starting", timeout)
            if self.state != "ready":
                raise Unavailable(self.error or f"The launcher is {self.state}.")

    def spawn(self, verb: Verb, entry: str, allowance: Allowance) -> Child:
        """Forks a child that runs `entry` ("module:function"). Raises Unavailable."""
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        child = Child(uuid.uuid4().hex, ours, read, self._kill)
        message = {
            "fork": child.name,
            "verb": verb,
            "entry": entry,
            "cuda_visible_devices": allowance.cuda_visible_devices,
            "cell": {
                "folder": str(allowance.folder),
                "read": list(allowance.read),
                "memory_bytes": allowance.memory_bytes,
                "cpu_seconds": allowance.cpu_seconds,
                "gpu": bool(allowance.cuda_visible_devices),
                "loopback_port": allowance.loopback_port,
            },
        }
        try:
            with self._lock:
                if self.state != "ready" or self._channel is None:
                    raise Unavailable(self.error or f"The launcher is {self.state}.")
                self._children[child.name] = child
                wire.send(self._channel, message, (theirs.fileno(), write))
        except (Unavailable, wire.Closed) as error:
            with self._lock:
                self._children.pop(child.name, None)
            child.close()
            raise Unavailable(str(error) or "The launcher is gone; it is being started again.") from error
        finally:
            theirs.close()
            os.close(write)
        return child

    def close(self) -> None:
        """Ends the launcher and with it every child."""
        self._closing.set()
        with self._lock:
            if self._channel is not None:
                with contextlib.suppress(OSError):
                    self._channel.shutdown(socket.SHUT_RDWR)
        if self._keeper.is_alive():
            self._keeper.join(10)

    def _kill(self, name: str, number: int) -> None:
        with self._lock:
            if self._channel is not None and name in self._children:
                with contextlib.suppress(wire.Closed):
                    wire.send(self._channel, {"kill": name, "signal": number})

    def _keep(self) -> None:
        pause = 0.5
        while not self._closing.is_set():
            began, said = time.monotonic(), ""
            try:
                self._live_once()
                said = (self._scratch / "launcher.log").read_text(errors="replace")[-2000:]
            except OSError as error:  # a full disk, or no process to be had: that may pass
                self.error = f"The launcher could not be started: {error.strerror or error}."
                said = said or self.error
            if self._closing.is_set():
                break
            log.warning("The launcher ended; it starts again in %.1f s. Its last words:\n%s", pause, said)
            self._closing.wait(pause)
            pause = 0.5 if time.monotonic() - began > 60 else min(pause * 2, SLOWEST_RESTART)
        self._become("closed")

    def _live_once(self) -> None:
        self._scratch.mkdir(parents=True, exist_ok=True)
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-u", "-m", "layerloom.launcher.serve"]
        command += ["--channel", str(theirs.fileno()), "--parent", str(os.getpid())]
        command += [word for name in self._preload for word in ("--preload", name)]
        with (self._scratch / "launcher.log").open("wb") as said:  # TensorFlow is talkative while it is imported
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                env=environment(self._scratch, self._backend),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        theirs.close()
        self.pid = process.pid
        with self._lock:
            self._channel = ours
            if self._closing.is_set():  # closed while it was being started
                ours.shutdown(socket.SHUT_RDWR)
        try:
            ready, _ = wire.receive(ours)
            if ready["ready"]:
                self.error, self.jail, self.threads = "", Phrase.model_validate(ready["jail"]), ready["threads"]
                self.preload_seconds = ready["seconds"]
                self._become("ready")
            else:
                self.error = ready["error"]
                log.error("The launcher could not import what it should preload:\n%s", self.error)
                self._become("failed")
            while True:
                self._hear(wire.receive(ours)[0])
        except wire.Closed:
            pass
        finally:
            with self._lock:
                self._channel = None
                lost, self._children = list(self._children.values()), {}
            ours.close()
            if process.poll() is None:
                try:
                    process.wait(0.5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            for child in lost:
                if (
                    child.pid is not None and sys.platform != "linux"
                ):  # on Linux the kernel has ended it with the launcher
                    with contextlib.suppress(OSError):
                        os.killpg(child.pid, 9)
                child._end(Exit(0, 9, 0, lost=True))
            if self.state == "ready":
                self._become("starting")

    def _hear(self, message: dict[str, Any]) -> None:
        if "forked" in message:
            with self._lock:
                child = self._children.get(message["forked"])
            if child is not None:
                child.pid = message["pid"]
        elif "exited" in message:
            with self._lock:
                child = self._children.pop(message["exited"], None)
            if child is not None:
                child._end(Exit(message["code"], message["signal"], message["peak_rss"]))

    def _become(self, state: State) -> None:
        with self._ready:
            self.state = state
            self._ready.notify_all()
        self._on_change(state)
