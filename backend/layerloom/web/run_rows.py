"""Rows of the runs table → the Run that the page knows. Reads only."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from layerloom.db.tables import Checkpoint, Run
from layerloom.graph.problems import Refused, problem
from layerloom.web import shapes


def last_runs(session: Session, projects: Sequence[str]) -> dict[str, shapes.Run]:
    """The newest run of each project that has one."""
    newest = (
        select(Run.project_id, func.max(Run.created_at).label("at"))
        .where(Run.project_id.in_(projects))
        .group_by(Run.project_id)
        .subquery()
    )
    found = select(Run).join(newest, (Run.project_id == newest.c.project_id) & (Run.created_at == newest.c.at))
    return {str(run.project_id): run_shapes(session, [run])[0] for run in session.execute(found).scalars()}


def find(session: Session, owner: str, run: str) -> Run:
    """Raises Refused (404) when there is none of this owner."""
    row = session.get(Run, run)
    if row is None or row.owner_id != owner:
        raise Refused(
            problem(
                "unknown_run",
                "There is no such run.",
                "It may have been deleted with its project. Go back to the project.",
                evidence=run[:64],
            ),
            status=404,
        )
    return row


def run_shapes(session: Session, rows: Sequence[Run]) -> list[shapes.Run]:
    ids = [row.id for row in rows]
    kept = select(Checkpoint).where(Checkpoint.run_id.in_(ids), Checkpoint.kind == "best")
    best = {row.run_id: row.metrics for row in session.execute(kept).scalars()}
    return [_shape(session, row, best.get(row.id) or row.metrics or {}) for row in rows]


def _shape(session: Session, row: Run, metrics: dict[str, Any]) -> shapes.Run:
    earlier = (Run.created_at < row.created_at) | ((Run.created_at == row.created_at) & (Run.id < row.id))
    number = session.execute(select(func.count()).where(Run.project_id == row.project_id, earlier)).scalar_one() + 1
    place = None
    if row.state == "queued":
        before = (Run.priority > row.priority) | ((Run.priority == row.priority) & earlier)
        place = session.execute(select(func.count()).where(Run.state == "queued", before)).scalar_one() + 1
    return shapes.Run(
        id=row.id,
        project=row.project_id or "",
        number=number,
        state=row.state,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        reason=row.reason,
        graph_hash=row.graph_hash,
        stop_requested=row.stop_requested_at is not None,
        metrics=metrics,
        files=tuple(row.files or ()),
        place=place,
    )
