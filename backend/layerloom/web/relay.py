"""Stored events of runs → the sockets that watch them. Reads rows; the worker's pokes only say when to look.

Each run is read once for everybody, after the last number sent, so that order holds and no number is missing. A lost poke costs a
second: runs that are not over are looked at again by themselves.
"""

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from layerloom.db.tables import Run
from layerloom.documents.parts import part_in_run
from layerloom.graph.problems import Refused, problem
from layerloom.runs import history
from layerloom.runs.lifecycle import ENDED
from layerloom.web import run_rows
from layerloom.web.site import Site

log = logging.getLogger("layerloom.web")
BETWEEN_SECONDS = 0.1
"""At most ten messages a second for each run."""
LOOK_SECONDS = 1.5
PAGE = 500
"""Events in one message."""


@dataclass
class Watch:
    last: int
    sids: set[str] = field(default_factory=set)
    sent_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Relay:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._watches: dict[str, Watch] = {}
        self._states: dict[str, str] = {}
        self._poked: set[str] = set()
        self._wake = threading.Condition()
        self._stopping = False

    def start(self) -> None:
        self._site.worker.subscribe(self.poke)
        threading.Thread(target=self._work, name="relay", daemon=True).start()

    def stop(self) -> None:
        with self._wake:
            self._stopping = True
            self._wake.notify_all()

    def poke(self, message: dict[str, Any]) -> None:
        """Called from any thread: {"run", "seq"}; without a run, something may have been missed."""
        with self._wake:
            self._poked.add(message.get("run") or "")
            self._wake.notify_all()

    def subscribe(self, sid: str, user: str, run: str, after: object) -> int:
        """Sends what is stored after number `after`, then everything new; returns the newest number. Raises Refused: 404, 422."""
        number = seq(after)
        with self._site.database.read() as session:
            run_rows.find(session, user, run)
        watch = self._watches.setdefault(run, Watch(0))
        with watch.lock:
            if not watch.sids:
                watch.last = self._newest(run)
            self._send(run, number, watch.last, sid)
            watch.sids.add(sid)
            self._site.sockets.server.enter_room(sid, f"run:{run}")
            return watch.last

    def leave(self, sid: str, run: str | None = None) -> None:
        for name, watch in list(self._watches.items()):
            if sid in watch.sids and run in (None, name):
                with watch.lock:
                    watch.sids.discard(sid)
                    self._site.sockets.server.leave_room(sid, f"run:{name}")

    def look_again(self, sid: str, user: str) -> None:
        """Takes a page off the runs in which its person has no part any more."""
        for run in [name for name, watch in list(self._watches.items()) if sid in watch.sids]:
            with self._site.database.read() as session:
                part = part_in_run(session, user, run)
            if part is None:
                self.leave(sid, run)

    def flush(self, run: str) -> None:
        """Sends what is new of one run, and says so to its project when its state changed."""
        watch = self._watches.get(run)
        if watch is not None:
            with watch.lock:
                if watch.sids:
                    watch.last = self._send(run, watch.last, None, f"run:{run}")
                    watch.sent_at = time.monotonic()
        with self._site.database.read() as session:
            row = session.get(Run, run)
            if row is None or self._states.get(run) == row.state:
                return
            shape = run_rows.run_shapes(session, [row])[0]
        if row.state in ENDED:
            self._states.pop(run, None)
        else:
            self._states[run] = row.state
        self.announce(shape.project, shape.model_dump(mode="json"))

    def announce(self, project: str, run: dict[str, Any]) -> None:
        self._site.parts["sockets"].emit("project_runs", {"project": project, "run": run}, f"project:{project}")

    def _send(self, run: str, after: int, until: int | None, to: str) -> int:
        """Events past `after` (up to `until`) in pages; returns the last number sent, or `after`."""
        full = True
        while full:
            with self._site.database.read() as session:
                events = history.after(session, run, after, PAGE)
            full = len(events) == PAGE
            if until is not None:
                events = [event for event in events if event["seq"] <= until]
            if not events:
                break
            self._site.parts["sockets"].emit("run_events", {"run": run, "events": events}, to)
            after = events[-1]["seq"]
        return after

    def _newest(self, run: str) -> int:
        with self._site.database.read() as session:
            return int(session.execute(select(Run.last_seq).where(Run.id == run)).scalar_one())

    def _work(self) -> None:
        looked = 0.0
        while not self._stopping:
            with self._wake:
                if not self._poked:
                    self._wake.wait(LOOK_SECONDS)
                poked, self._poked = self._poked, set()
            try:
                now = time.monotonic()
                if "" in poked or now - looked >= LOOK_SECONDS:
                    looked = now
                    poked.discard("")
                    poked |= self._unfinished()
                soon = {
                    run for run in poked if (watch := self._watches.get(run)) and now - watch.sent_at < BETWEEN_SECONDS
                }
                for run in poked - soon:
                    self.flush(run)
                if soon:
                    with self._wake:
                        self._poked |= soon
                    first = min(self._watches[run].sent_at for run in soon if run in self._watches)
                    time.sleep(min(max(0.0, first + BETWEEN_SECONDS - time.monotonic()), BETWEEN_SECONDS))
            except Exception:
                log.exception("events were not relayed; trying again")
                time.sleep(1)

    def _unfinished(self) -> set[str]:
        with self._site.database.read() as session:
            active = set(session.execute(select(Run.id).where(Run.state.not_in(ENDED))).scalars())
        return active | set(self._states)


def seq(value: object) -> int:
    """A number of an event, 0 for the beginning. Raises Refused (422)."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53:
        return value
    raise Refused(problem("bad_seq", {"received": repr(str(value)[:50])}, place="after", evidence=str(value)[:50]))
