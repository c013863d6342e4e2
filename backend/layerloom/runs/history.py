"""The runs and run_events tables: every change of a run and every event it says, numbered without gaps and fenced by its attempt.

The event table is the wire: a live page and a reloaded one read the same rows. Knows no process and no socket.
"""

import time
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from layerloom.db.tables import Checkpoint, Run, RunEventRow
from layerloom.graph.schema import Training
from layerloom.runs.events import (
    CheckpointSaved,
    EpochEnded,
    RunEnded,
    RunEvent,
    RunPaused,
    RunQueued,
    RunRequeued,
    RunStarted,
)
from layerloom.runs.lifecycle import TRANSITIONS, State
from layerloom.words import Phrase


class Fenced(Exception):
    """Another worker has the run, or it has ended: this attempt may write nothing more."""


def queue(
    session: Session,
    *,
    owner: str,
    project: str | None,
    key: str,
    graph: dict[str, Any],
    graph_hash: str,
    data: dict[str, Any] | None,
    priority: int = 0,
    parent: dict[str, Any] | None = None,
) -> tuple[Run, bool]:
    """The run and whether it is new: the same key in one project gives the run that is already there.

    `parent` is the checkpoint it goes on from: {"run", "kind", "epoch"}.
    """
    kind = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    now = time.time()
    row: dict[str, Any] = {
        "id": uuid.uuid4().hex,
        "owner_id": owner,
        "project_id": project,
        "key": key,
        "state": "queued",
        "priority": priority,
        "created_at": now,
        "graph": graph,
        "graph_hash": graph_hash,
        "data": data,
        "parent": parent,
        "files": [],
        "reason": "",
        "last_seq": 0,
        "attempt": 0,
        "beats": 0,
    }
    made = session.execute(kind.insert(Run).values(row).on_conflict_do_nothing().returning(Run.id)).scalar_one_or_none()
    if made is not None:
        _store(session, made, [RunQueued(at=now)])
        return session.get_one(Run, made, populate_existing=True), True
    return session.execute(select(Run).where(Run.project_id == project, Run.key == key)).scalar_one(), False


def claim(session: Session, worker: str, *, device: str, jail: str | Phrase, only: str | None = None) -> Run | None:
    """Takes the next queued run for `worker`, in one statement; its raised `attempt` is the token of every later write.

    From here on the run is `running`, and `run_started` is its newest event. `only` leaves every other run alone.
    """
    following = (
        select(Run.id).where(Run.state == "queued").order_by(Run.priority.desc(), Run.created_at, Run.id).limit(1)
    )
    now = time.time()
    taken = session.execute(
        update(Run)
        .where(Run.id == following.with_for_update(skip_locked=True).scalar_subquery(), Run.state == "queued")
        .values(
            state="running",
            attempt=Run.attempt + 1,
            worker=worker,
            beats=Run.beats + 1,
            started_at=func.coalesce(Run.started_at, now),
        )
        .returning(Run.id)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if taken is None:
        return None
    run = session.get_one(Run, taken, populate_existing=True)
    training = Training.model_validate(run.graph.get("training", {}))
    started = RunStarted(
        at=now,
        attempt=run.attempt,
        device=device,
        jail=str(jail),
        words=jail if isinstance(jail, Phrase) else None,
        epochs=training.epochs
        + (training.fine_tuning.epochs if training.fine_tuning else 0)
        + (run.parent or {}).get("epoch", 0),
        batch_size=training.batch_size,
        seed=training.seed,
    )
    append(session, run.id, run.attempt, [started])
    return session.get_one(Run, taken, populate_existing=True)


def append(session: Session, run: str, attempt: int, events: Sequence[RunEvent]) -> int:
    """Stores events as the run's next numbers, all or none; returns the last number. Raises Fenced."""
    values: dict[str, Any] = {"last_seq": Run.last_seq + len(events)}
    rows = [event.metrics for event in events if isinstance(event, EpochEnded)]
    if rows:
        values["metrics"] = rows[-1]
    last = session.execute(
        update(Run)
        .where(Run.id == run, Run.attempt == attempt, Run.state == "running")
        .values(values)
        .returning(Run.last_seq)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if last is None:
        raise Fenced(run)
    _insert(session, run, int(last) - len(events), events)
    for event in events:
        if isinstance(event, CheckpointSaved):
            _checkpoint(session, run, event)
    return int(last)


def advance(
    session: Session, run: str, to: State, event: RunEnded | RunPaused | RunRequeued, attempt: int | None = None
) -> int | None:
    """The one way to another state: guarded by the states `to` may come from, its event in the same transaction.

    Returns the event's number, or None when the run was not in such a state or not this attempt's any more.
    """
    sources = [state for state, following in TRANSITIONS.items() if to in following]
    values: dict[str, Any] = {"state": to, "worker": None}
    if isinstance(event, RunPaused):
        values |= {"reason": event.reason, "pause_requested_at": None}
    if isinstance(event, RunEnded):
        values |= {"ended_at": event.at, "reason": event.reason, "files": list(event.files)}
    guarded = update(Run).where(Run.id == run, Run.state.in_(sources))
    if attempt is not None:
        guarded = guarded.where(Run.attempt == attempt)
    moved = session.execute(
        guarded.values(values).returning(Run.id).execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    return None if moved is None else _store(session, run, [event])


def after(session: Session, run: str, seq: int, limit: int | None = None) -> list[dict[str, Any]]:
    """Events past number `seq`, in order, as they go over the wire: {"run", "seq", "event"}."""
    rows = session.execute(
        select(RunEventRow.seq, RunEventRow.event)
        .where(RunEventRow.run_id == run, RunEventRow.seq > seq)
        .order_by(RunEventRow.seq)
        .limit(limit)
    )
    return [{"run": run, "seq": number, "event": event} for number, event in rows]


def waiting(session: Session, only: str | None = None) -> bool:
    """Whether a run is queued: a look that locks nothing."""
    queued = select(Run.id).where(Run.state == "queued")
    return session.execute((queued if only is None else queued.where(Run.id == only)).limit(1)).first() is not None


def _store(session: Session, run: str, events: Sequence[RunEvent]) -> int:
    last = session.execute(
        update(Run)
        .where(Run.id == run)
        .values(last_seq=Run.last_seq + len(events))
        .returning(Run.last_seq)
        .execution_options(synchronize_session=False)
    ).scalar_one()
    _insert(session, run, last - len(events), events)
    return int(last)


def _insert(session: Session, run: str, before: int, events: Sequence[RunEvent]) -> None:
    rows = [
        {"run_id": run, "seq": before + number, "event": event.model_dump(mode="json")}
        for number, event in enumerate(events, 1)
    ]
    session.execute(insert(RunEventRow), rows)


def _checkpoint(session: Session, run: str, event: CheckpointSaved) -> None:
    kind = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {
        "folder": event.folder,
        "epoch": event.epoch,
        "step": event.step,
        "metrics": event.metrics,
        "bytes": event.bytes,
        "created_at": event.at,
    }
    session.execute(
        kind.insert(Checkpoint)
        .values(run_id=run, kind=event.kind, **row)
        .on_conflict_do_update(index_elements=["run_id", "kind"], set_=row)
    )


def ended(at: float, state: State, why: Phrase, seconds: float = 0.0) -> RunEnded:
    return RunEnded(at=at, state=state, reason=str(why), words=why, files=(), seconds=seconds)


def paused(at: float, why: Phrase) -> RunPaused:
    return RunPaused(at=at, reason=str(why), words=why)


def requeued(at: float, why: Phrase) -> RunRequeued:
    return RunRequeued(at=at, reason=str(why), words=why)
