"""Questions → answers from one long-lived child, replaced when it dies, hangs, has answered enough or has grown.

A question in flight when the child went is asked once more of the next one: nobody's edit is lost.
"""

import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any, Literal

import psutil

from layerloom.launcher.client import Allowance, Launcher, Unavailable
from layerloom.launcher.once import ChildLost, Conversation

State = Literal["starting", "ready", "restarting"]

MOST_QUESTIONS = 2000
MOST_GROWTH = 512 * 1024 * 1024
"""Bytes; an abstract inference leaves about 12 kB behind."""


class Inspector:
    """Thread-safe; answers one question at a time."""

    def __init__(
        self,
        launcher: Launcher,
        entry: str,
        scratch: Path,
        most_questions: int = MOST_QUESTIONS,
        memory_bytes: int = 0,
    ) -> None:
        self.restarts = 0
        self._launcher = launcher
        self._entry = entry
        self._scratch = scratch
        self._most_questions = most_questions
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._talk: Conversation | None = None
        self._folder: Path | None = None
        self._answered = 0
        self._first_rss = 0
        self._lost = False

    @property
    def state(self) -> State:
        if self._launcher.state != "ready":
            return "restarting" if self._answered or self.restarts else "starting"
        return "restarting" if self._lost else "ready"

    def ask(self, request: Any, timeout: float = 20.0) -> Any:
        """Raises Refused or ChildFailed where the entry raised, ChildLost after the second try, Unavailable while the launcher starts."""
        with self._lock:
            try:
                return self._ask_once(request, timeout)
            except ChildLost:
                return self._ask_once(request, timeout)

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _ask_once(self, request: Any, timeout: float) -> Any:
        if self._talk is not None and self._worn():
            self._drop()
        if self._talk is None:
            self._spawn()
        assert self._talk is not None
        self._answered += 1
        try:
            return self._talk.ask(request, timeout)
        except ChildLost:
            self._lost = True
            self.restarts += 1
            self._drop()
            raise

    def _spawn(self) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=self._scratch))
        try:
            child = self._launcher.spawn("infer", self._entry, Allowance(self._folder, memory_bytes=self._memory_bytes))
        except Unavailable:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._talk, self._answered, self._first_rss, self._lost = Conversation(child), 0, 0, False

    def _worn(self) -> bool:
        assert self._talk is not None
        if self._answered >= self._most_questions or self._talk.child.exit is not None:
            return True
        if self._answered % 50 or self._talk.child.pid is None:
            return False
        try:
            rss = psutil.Process(self._talk.child.pid).memory_info().rss
        except psutil.Error:
            return True
        self._first_rss = self._first_rss or rss
        return bool(rss - self._first_rss > MOST_GROWTH)

    def _drop(self) -> None:
        if self._talk is not None:
            self._talk.child.kill()
            self._talk.child.wait(5)
            self._talk.child.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._talk = self._folder = None
