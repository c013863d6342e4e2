"""Who works on which run, and whether they still do: heartbeats, looks at running runs, and what becomes of the runs of lost workers.

How long a heartbeat stood still is measured by a monotonic clock. No wall clock is compared, so a clock that jumps an hour neither takes
a run from its worker nor leaves a lost one alone.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from layerloom.db.tables import Run, RunEventRow
from layerloom.runs import history
from layerloom.words import Phrase, phrase

LEASE_SECONDS = 30.0
HEARTBEAT_SECONDS = 5.0
MAX_ATTEMPTS = 3
"""A run that was ended from outside this often since its last checkpoint is failed instead of taken up again."""

Asked = Literal["stop", "pause"]
"""What a person wants of a run; a stop outweighs a pause."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One look at a running run; it has expired when `beats` is the same a lease later."""

    run: str
    attempt: int
    worker: str
    beats: int
    asked: Asked | None = field(default=None, compare=False)


class LeaseWatch:
    """Remembers when each lease was first seen as it is now."""

    def __init__(self, seconds: float = LEASE_SECONDS) -> None:
        self._seconds = seconds
        self._since: dict[Lease, float] = {}

    def expired(self, leases: Iterable[Lease], now: float) -> list[Lease]:
        """`now` in seconds of a monotonic clock. A lease that beat since the last look starts anew."""
        self._since = {lease: self._since.get(lease, now) for lease in leases}
        return [lease for lease, since in self._since.items() if now - since >= self._seconds]


def heartbeat(session: Session, run: str, attempt: int) -> Asked | None:
    """Says that the worker lives, and answers what was asked of the run. Raises Fenced."""
    row = session.execute(
        update(Run)
        .where(Run.id == run, Run.attempt == attempt, Run.state == "running")
        .values(beats=Run.beats + 1)
        .returning(Run.stop_requested_at, Run.pause_requested_at)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if row is None:
        raise history.Fenced(run)
    return _asked(*row)


def leases(session: Session) -> list[Lease]:
    """Every running run, to be looked at again a lease later."""
    rows = session.execute(
        select(Run.id, Run.attempt, Run.worker, Run.beats, Run.stop_requested_at, Run.pause_requested_at).where(
            Run.state == "running"
        )
    )
    return [Lease(run, attempt, worker or "", beats, _asked(*asked)) for run, attempt, worker, beats, *asked in rows]


def recover(session: Session, expired: Iterable[Lease]) -> list[str]:
    """Gives back the runs of lost workers. Returns those that changed."""
    changed = []
    for lease in expired:
        still = session.execute(
            select(Run.id)
            .where(Run.id == lease.run, Run.attempt == lease.attempt, Run.beats == lease.beats, Run.state == "running")
            .with_for_update()
        ).scalar_one_or_none()
        if still is not None and give_back(session, lease.run, lease.attempt, phrase("why-worker-lost")) is not None:
            changed.append(lease.run)
    return changed


def give_back(session: Session, run: str, attempt: int, why: Phrase) -> int | None:
    """A run that ended through no fault of its own: back into the queue; stopped when that was asked for.

    After MAX_ATTEMPTS without a new checkpoint it is failed. `why` is the first half of a sentence. Returns the event's number,
    None when the run is not this attempt's any more.
    """
    row = session.get(Run, run, populate_existing=True)
    if row is None:
        return None
    now = time.time()
    seconds = now - (row.started_at or now)
    if row.stop_requested_at is not None:
        ended = history.ended(now, "stopped", phrase("reason-stopped-meanwhile", why=why), seconds)
        return history.advance(session, run, "stopped", ended, attempt)
    if row.pause_requested_at is not None:
        return history.advance(
            session, run, "paused", history.paused(now, phrase("reason-paused-meanwhile", why=why)), attempt
        )
    if (times := fruitless(session, run)) >= MAX_ATTEMPTS:
        ended = history.ended(now, "failed", phrase("reason-lost-often", why=why, times=times), seconds)
        return history.advance(session, run, "failed", ended, attempt)
    return history.advance(session, run, "queued", history.requeued(now, phrase("reason-goes-on", why=why)), attempt)


def _asked(stop: float | None, pause: float | None) -> Asked | None:
    return "stop" if stop is not None else "pause" if pause is not None else None


def fruitless(session: Session, run: str) -> int:
    """How many attempts have begun and brought no checkpoint since the last one; the one that saved it counts, when it ended after it."""
    kind = RunEventRow.event["type"].as_string()
    saved = (
        select(func.coalesce(func.max(RunEventRow.seq), 0))
        .where(RunEventRow.run_id == run, kind == "checkpoint_saved")
        .scalar_subquery()
    )
    started = select(func.count()).where(RunEventRow.run_id == run, kind == "run_started", RunEventRow.seq > saved)
    return int(session.execute(started).scalar_one()) + int(session.execute(select(saved)).scalar_one() > 0)
