"""Rows of the runs table → the Run that the page knows. Reads only."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from layerloom.db.tables import Checkpoint, Run, RunEventRow
from layerloom.documents.parts import part_in_run, unknown_run
from layerloom.runs.lifecycle import ENDED
from layerloom.web import shapes
from layerloom.words import Phrase

LAST = "last"
"""The checkpoint that holds where a run had come to, whether or not that was its best."""


def last_runs(session: Session, projects: Sequence[str]) -> dict[str, shapes.Run]:
    """The newest run of each project that has one."""
    newest = (
        select(Run.project_id, func.max(Run.created_at).label("at"))
        .where(Run.project_id.in_(projects))
        .group_by(Run.project_id)
        .subquery()
    )
    found = (
        select(Run)
        .join(newest, (Run.project_id == newest.c.project_id) & (Run.created_at == newest.c.at))
        .options(defer(Run.graph), defer(Run.data))
    )
    return {run.project: run for run in run_shapes(session, list(session.execute(found).scalars()))}


def find(session: Session, user: str, run: str) -> Run:
    """Raises Refused (404) when there is none in which this person has a part."""
    row = session.get(Run, run)
    if row is None or part_in_run(session, user, run) is None:
        raise unknown_run(run)
    return row


def run_shapes(session: Session, rows: Sequence[Run]) -> list[shapes.Run]:
    ids = [row.id for row in rows]
    kept = select(Checkpoint).where(Checkpoint.run_id.in_(ids))
    checkpoints = {(row.run_id, row.kind): row for row in session.execute(kept).scalars()}
    numbers, said = _numbers(session, rows), _words(session, ids)
    return [_shape(session, row, numbers, checkpoints, said.get(row.id)) for row in rows]


def end_of(session: Session, run: Run) -> Checkpoint | None:
    """What another run goes on from; None while it is not over, and where no epoch was kept."""
    return session.get(Checkpoint, (run.id, LAST)) if run.state in ENDED else None


def _numbers(session: Session, rows: Sequence[Run]) -> dict[str, int]:
    """Which of its project's runs each is, from 1, and those they go on from; one query however many there are."""
    ids = {row.id for row in rows} | {row.parent["run"] for row in rows if row.parent}
    count = func.row_number().over(partition_by=Run.project_id, order_by=(Run.created_at, Run.id)).label("number")
    counted = select(Run.id, count).where(Run.project_id.in_({row.project_id for row in rows})).subquery()
    found = session.execute(select(counted).where(counted.c.id.in_(ids)))
    return {row.id: row.number for row in found}


def _words(session: Session, runs: Sequence[str]) -> dict[str, Phrase]:
    """What the reasons are made of: it stands in the event that each run ended or paused with."""
    last = (RunEventRow.run_id == Run.id) & (RunEventRow.seq == Run.last_seq)
    ended = select(RunEventRow.run_id, RunEventRow.event).join(Run, last).where(Run.id.in_(runs), Run.reason != "")
    found = {run: event.get("words") for run, event in session.execute(ended)}
    return {run: Phrase.model_validate(words) for run, words in found.items() if words}


def _shape(
    session: Session,
    row: Run,
    numbers: dict[str, int],
    checkpoints: dict[tuple[str, str], Checkpoint],
    words: Phrase | None,
) -> shapes.Run:
    best, last = checkpoints.get((row.id, "best")), checkpoints.get((row.id, LAST))
    place = None
    if row.state == "queued":
        earlier = (Run.created_at < row.created_at) | ((Run.created_at == row.created_at) & (Run.id < row.id))
        before = (Run.priority > row.priority) | ((Run.priority == row.priority) & earlier)
        place = session.execute(select(func.count()).where(Run.state == "queued", before)).scalar_one() + 1
    return shapes.Run(
        id=row.id,
        project=row.project_id or "",
        number=numbers.get(row.id, 1),
        state=row.state,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        reason=row.reason,
        words=words,
        graph_hash=row.graph_hash,
        stop_requested=row.stop_requested_at is not None,
        pause_requested=row.pause_requested_at is not None,
        metrics=(best and best.metrics) or row.metrics or {},
        files=tuple(row.files or ()),
        place=place,
        parent=numbers.get(row.parent["run"]) if row.parent else None,
        goes_on=last.epoch if last and row.state in ENDED else None,
    )
