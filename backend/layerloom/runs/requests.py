"""What a person asks of a run that is there: stop, pause, go on. A request is a column; what it leads to at once is written too."""

import time

from sqlalchemy import update
from sqlalchemy.orm import Session

from layerloom.db.tables import Run
from layerloom.runs import history
from layerloom.runs.lifecycle import ENDED
from layerloom.words import phrase


def request_stop(session: Session, run: str) -> Run | None:
    """Asks a run to stop and returns it; asked twice or after the end, it changes nothing. None: there is no such run."""
    now = time.time()
    session.execute(
        update(Run)
        .where(Run.id == run, Run.state.not_in(ENDED), Run.stop_requested_at.is_(None))
        .values(stop_requested_at=now)
        .execution_options(synchronize_session=False)
    )
    row = session.get(Run, run, populate_existing=True)
    if row is not None and row.state == "queued" and not row.attempt:
        ended = history.ended(now, "stopped", phrase("reason-stopped-before"))
        history.advance(session, run, "stopped", ended)
        session.refresh(row)
    elif row is not None and row.state == "paused":
        # Its weights are in a checkpoint: a worker takes it up, writes its model, and ends it.
        history.advance(session, run, "queued", history.requeued(now, phrase("reason-stopped-while-paused")))
        session.refresh(row)
    return row


def request_pause(session: Session, run: str) -> Run | None:
    """Asks a run to pause and returns it; after the end, and while it pauses, it changes nothing. None: there is no such run."""
    now = time.time()
    session.execute(
        update(Run)
        .where(Run.id == run, Run.state.in_(("queued", "running")), Run.pause_requested_at.is_(None))
        .values(pause_requested_at=now)
        .execution_options(synchronize_session=False)
    )
    row = session.get(Run, run, populate_existing=True)
    if row is not None and row.state == "queued":
        history.advance(session, run, "paused", history.paused(now, phrase("reason-paused")))
        session.refresh(row)
    return row


def take_up(session: Session, run: str) -> Run | None:
    """A paused run goes back into the queue, at the place its age gives it; any other is left as it is. None: there is no such run."""
    row = session.get(Run, run, populate_existing=True)
    if row is not None and row.state == "paused":
        history.advance(session, run, "queued", history.requeued(time.time(), phrase("reason-taken-up")))
        session.refresh(row)
    return row
