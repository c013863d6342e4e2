"""A run's events → numbered rows, in order. A database that takes nothing for a while (a full disk) delays them and loses none."""

import logging
import time
from collections.abc import Callable, Iterable

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from layerloom.db.session import Database
from layerloom.runs import history, leases
from layerloom.runs.events import CheckpointSaved, RunEvent

log = logging.getLogger(__name__)

FLUSH_SECONDS = 0.1
AGAIN_SECONDS = 1.0
PATIENCE_SECONDS = 120.0
"""While a run goes on: what it says meanwhile is held in memory."""
LAST_PATIENCE_SECONDS = 3600.0
"""For its last words, when nothing more is added."""


class Storing:
    """Of one attempt at a run. `poke` is called with the number of the newest stored event."""

    def __init__(self, database: Database, run: str, attempt: int, poke: Callable[[str, int], None]) -> None:
        self._database, self._run, self._attempt, self._poke = database, run, attempt, poke
        self._waiting: list[RunEvent] = []
        self._next = 0.0
        self._refused_since: float | None = None

    def add(self, events: Iterable[RunEvent]) -> None:
        self._waiting += events

    @property
    def due(self) -> bool:
        return time.monotonic() >= self._next

    def patience(self, otherwise: float) -> float:
        """Seconds until something can be stored; `otherwise` when nothing waits."""
        return max(0.0, self._next - time.monotonic()) if self._waiting else otherwise

    def flush(self) -> None:
        """Stores what waits. Raises Fenced, and OperationalError when patience is over."""
        if not self._waiting:
            return
        now = time.monotonic()
        events, durable = list(self._waiting), any(isinstance(event, CheckpointSaved) for event in self._waiting)
        try:
            with self._database.write(durable=durable) as session:
                last = history.append(session, self._run, self._attempt, events)
        except OperationalError as error:
            self._refused(error, now, PATIENCE_SECONDS)
            self._next = now + AGAIN_SECONDS
            return
        del self._waiting[: len(events)]
        self._refused_since, self._next = None, now + FLUSH_SECONDS
        self._poke(self._run, last)

    def heartbeat(self) -> leases.Asked | None:
        """What was asked of the run. Raises Fenced; a beat that cannot be stored is left out."""
        try:
            with self._database.write() as session:
                return leases.heartbeat(session, self._run, self._attempt)
        except OperationalError:
            return None

    def settle(self, last: Callable[[Session], int | None], leaving: Callable[[], bool]) -> None:
        """Stores what waits, then the run's last word, however long it takes; a worker that is `leaving` tries once."""
        while True:
            now = time.monotonic()
            try:
                with self._database.write(durable=True) as session:
                    if self._waiting:
                        history.append(session, self._run, self._attempt, self._waiting)
                    number = last(session)
                break
            except OperationalError as error:
                self._refused(error, now, 0.0 if leaving() else LAST_PATIENCE_SECONDS)
            time.sleep(AGAIN_SECONDS)
        self._waiting.clear()
        if number is not None:
            self._poke(self._run, number)

    def _refused(self, error: OperationalError, now: float, patience: float) -> None:
        if self._refused_since is None:
            self._refused_since = now
            log.error("Run %s: the database takes nothing at the moment, it is tried again: %s", self._run, error.orig)
        if now - self._refused_since >= patience:
            raise error
