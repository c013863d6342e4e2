"""One claimed run, start to end: forks its child, stores what it says, watches its memory and its silence, ends it when asked.

Only the inherited channel counts as the child's word, and only as far as it is a RunEvent; what it prints is its log.
"""

import contextlib
import logging
import os
import re
import selectors
import threading
import time
from collections.abc import Callable
from typing import Any

import psutil
from sqlalchemy.orm import Session

from layerloom.db.session import Database
from layerloom.db.tables import Run
from layerloom.imports import kept
from layerloom.launcher.client import Allowance, Child, Exit, Launcher, Unavailable
from layerloom.launcher.wire import Lines
from layerloom.runs import history, leases
from layerloom.runs.events import LogWritten, RunEnded, RunPaused, RunRequeued
from layerloom.runs.leases import HEARTBEAT_SECONDS
from layerloom.runs.lifecycle import State
from layerloom.settings import Settings
from layerloom.words import Phrase, phrase, told
from layerloom.worker import folder as folders
from layerloom.worker.hearing import hear
from layerloom.worker.outcome import Ending, conclude, ended_from_outside, ended_often, not_conducted
from layerloom.worker.storing import Storing

log = logging.getLogger(__name__)

TERMINATE_SECONDS = 5.0
KILL_SECONDS = 10.0
"""After a stop was asked for."""
LOOK_SECONDS = 0.25
"""Between two looks at its memory."""
DATA_ABOVE_MEMORY = 1 << 30
"""Bytes: the limit of its data stands above what is watched, for stacks and reserves that it never touches."""
LONGEST_LINE = 32 * 1024 * 1024


class Supervision(threading.Thread):
    """`done` is called, in this thread, when the run has its last state."""

    def __init__(
        self,
        run: Run,
        *,
        launcher: Launcher,
        database: Database,
        settings: Settings,
        entry: str,
        device: str,
        cuda_visible_devices: str,
        memory_bytes: int,
        poke: Callable[[str, int], None],
        done: Callable[["Supervision"], None],
    ) -> None:
        super().__init__(name=f"run {run.id[:8]}", daemon=True)
        self.run_id = run.id
        self._run = run
        self._launcher = launcher
        self._settings = settings
        self._entry = entry
        self._device = device
        self._cuda = cuda_visible_devices
        self._memory_bytes = memory_bytes
        self._storing = Storing(database, run.id, run.attempt, poke)
        self._done = done
        self._folder = settings.runs / run.id
        self._ending = Ending(silence_seconds=settings.silence_seconds, memory_bytes=memory_bytes)
        self._stop_asked_at: float | None = None
        self._pause_told = False
        self._wakes, self._wake = os.pipe()
        self._beat = self._looked = self._heard = time.monotonic()

    def request_stop(self) -> None:
        """From any thread: the child is told, then made to."""
        self._ending.stop_requested = True
        self._woken()

    def request_pause(self, closing: bool = False) -> None:
        """From any thread. `closing`: the worker itself is being ended, and the run goes back into the queue; then the child is made to."""
        self._ending.closing = self._ending.closing or closing
        self._ending.pause_requested = True
        self._woken()

    def _woken(self) -> None:
        with contextlib.suppress(OSError):
            os.write(self._wake, b"s")

    def run(self) -> None:
        try:
            try:
                self._conduct()
            except OSError as error:  # its folder, or a pipe: nothing of the child's doing
                log.exception("Run %s could not be conducted.", self.run_id)
                self._conclude("failed", not_conducted(error))
        except history.Fenced:
            log.warning("Run %s belongs to another worker now.", self.run_id)
        except Exception:
            log.exception("The supervision of run %s failed; its lease will run out.", self.run_id)
        finally:
            os.close(self._wake)
            os.close(self._wakes)
            self._done(self)

    def _conduct(self) -> None:
        request = self._request()
        folders.prepare(self._folder, self._run, request)
        output = folders.Log(self._folder / "log.txt")
        child: Child | None = None
        try:
            child = self._launcher.spawn("run", self._entry, self._allowance())
            child.say({"request": request})
            self._follow(child, output)
            exit = child.wait(10) or Exit(0, 9, 0, lost=True)
        except Unavailable:
            self._give_back(phrase("why-forks-lost"))
            return
        except BaseException:
            if child is not None:
                child.kill()
                child.wait(5)
            raise
        finally:
            output.close()
            if child is not None:
                child.close()
        self._ending.log_tail = output.tail
        if ended_from_outside(self._ending, exit):
            self._give_back(phrase("why-forks-lost" if exit.lost else "why-outside"))
        else:
            self._end(exit)

    def _request(self) -> dict[str, Any]:
        return {
            "run": self._run.id,
            "attempt": self._run.attempt,
            "graph": self._run.graph,
            "data": self._run.data,
            "folder": str(self._folder),
            "home_datasets": str(self._settings.datasets),
            "parent": self._parent(),
            "begin": self._begin(),
            "device": self._device,
            "jail": str(self._launcher.jail or ""),
        }

    def _parent(self) -> dict[str, Any] | None:
        if (parent := self._run.parent) is None:
            return None
        return {"run": parent["run"], "folder": str(self._settings.runs / parent["run"]), "kind": parent["kind"]}

    def _begin(self) -> str | None:
        """The folder of the imported numbers that the graph names; what is not there, the child says."""
        found = kept.folder(self._settings.home, str((self._run.graph.get("training") or {}).get("begin") or ""))
        return None if found is None else str(found)

    def _allowance(self) -> Allowance:
        source = (self._run.graph.get("training") or {}).get("data") or {}
        upload = str(source.get("id", ""))
        read = (str(self._settings.datasets / upload),) if re.fullmatch(r"[0-9a-f]{64}", upload) else ()
        if parent := self._parent():
            read = (*read, parent["folder"])
        if begin := self._begin():
            read = (*read, begin)
        weights = self._settings.home / "weights"
        if weights.is_dir():
            read = (*read, str(weights))
        memory = self._memory_bytes + DATA_ABOVE_MEMORY if self._memory_bytes else 0
        return Allowance(self._folder, read=read, memory_bytes=memory, cuda_visible_devices=self._cuda)

    def _follow(self, child: Child, output: folders.Log) -> None:
        """Until the child's channel and log are at their end."""
        lines = Lines(LONGEST_LINE)
        with selectors.DefaultSelector() as selector:
            selector.register(child.channel, selectors.EVENT_READ, "channel")
            selector.register(child.log, selectors.EVENT_READ, "log")
            selector.register(self._wakes, selectors.EVENT_READ, "wake")
            open_ends = {"channel", "log"}
            while "channel" in open_ends or ("log" in open_ends and child.exit is None):
                for key, _ in selector.select(min(LOOK_SECONDS, self._storing.patience(LOOK_SECONDS))):
                    if key.data == "wake":
                        os.read(self._wakes, 64)
                        continue
                    data = _read(key.fd)
                    if not data:
                        selector.unregister(key.fileobj)
                        open_ends.discard(key.data)
                    elif key.data == "log":
                        output.feed(data)
                        self._heard = time.monotonic()
                    else:
                        for line in lines.feed(data):
                            event, alive = hear(line, self._ending)
                            self._storing.add([event] if event is not None else [])
                            self._heard = time.monotonic() if alive else self._heard
                self._mind(child, output)
        output.feed(_rest(child.log) if "log" in open_ends else b"")
        self._take_log(output)

    def _mind(self, child: Child, output: folders.Log) -> None:
        now = time.monotonic()
        if self._storing.due:
            self._take_log(output)
            self._storing.flush()
        if now - self._beat >= HEARTBEAT_SECONDS:
            self._beat = now
            asked = self._storing.heartbeat()
            self._ending.stop_requested = asked == "stop" or self._ending.stop_requested
            self._ending.pause_requested = asked == "pause" or self._ending.pause_requested
        if self._ending.stop_requested or self._ending.closing:
            self._press(child, now)
        elif self._ending.pause_requested and not self._pause_told:
            self._pause_told = True
            child.say({"pause": True})
        if now - self._looked >= LOOK_SECONDS:
            self._looked = now
            self._watch_memory(child)
        if now - self._heard > self._settings.silence_seconds:
            self._ending.killed = self._ending.killed or "silence"
            child.kill()

    def _press(self, child: Child, now: float) -> None:
        """Asks, then terminates, then kills."""
        if self._stop_asked_at is None:
            self._stop_asked_at = now
            child.say({"stop": True} if self._ending.stop_requested else {"pause": True})
        elif now - self._stop_asked_at > KILL_SECONDS:
            self._ending.killed = self._ending.killed or "stubborn"
            child.kill()
        elif now - self._stop_asked_at > TERMINATE_SECONDS:
            child.kill(15)

    def _watch_memory(self, child: Child) -> None:
        if not self._memory_bytes or child.pid is None:
            return
        try:
            held = psutil.Process(child.pid).memory_info().rss
        except psutil.Error:
            return
        if held > self._memory_bytes:
            self._ending.killed = self._ending.killed or "memory"
            child.kill()

    def _take_log(self, output: folders.Log) -> None:
        text = output.take()
        if text:
            self._storing.add([LogWritten(at=time.time(), text=text)])

    def _end(self, exit: Exit) -> None:
        state, reason = conclude(self._ending, exit)
        if state == "queued":
            requeued = RunRequeued(at=time.time(), reason=str(reason), words=reason)
            self._settle(lambda session: history.advance(session, self.run_id, state, requeued, self._run.attempt))
        elif state == "paused":
            paused = RunPaused(at=time.time(), reason=str(reason), words=reason)
            self._settle(lambda session: history.advance(session, self.run_id, state, paused, self._run.attempt))
        else:
            self._conclude(state, reason)

    def _conclude(self, state: State, reason: Phrase) -> None:
        ended = self._ended(state, reason)
        self._settle(lambda session: history.advance(session, self.run_id, state, ended, attempt=self._run.attempt))

    def _ended(self, state: State, reason: Phrase) -> RunEnded:
        now = time.time()
        if state != "succeeded" and (rescued := folders.rescue(self._folder, state)):
            reason = told(reason, rescued)
        files, seconds = folders.offered(self._folder), now - (self._run.started_at or now)
        return RunEnded(at=now, state=state, reason=str(reason), words=reason, files=files, seconds=seconds)

    def _give_back(self, why: Phrase) -> None:
        """Another attempt goes on from its checkpoint, unless too many have brought none."""

        def last(session: Session) -> int | None:
            times = leases.fruitless(session, self.run_id)
            if times < leases.MAX_ATTEMPTS or self._ending.stop_requested:
                return leases.give_back(session, self.run_id, self._run.attempt, why)
            ended = self._ended("failed", ended_often(why, times))
            return history.advance(session, self.run_id, "failed", ended, attempt=self._run.attempt)

        self._settle(last)

    def _settle(self, last: Callable[[Session], int | None]) -> None:
        self._storing.settle(last, lambda: self._ending.closing)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 18)
    except OSError:
        return b""


def _rest(descriptor: int) -> bytes:
    """What a pipe still holds, without waiting for its writers."""
    os.set_blocking(descriptor, False)
    data = bytearray()
    while more := _read(descriptor):
        data += more
    return bytes(data)
