"""A project's versions: graphs kept under a name, and the graphs that its runs trained. Rows in and out; compares nothing.

Who has a part in the project is asked before; a version of another project is the same as none.
"""

import secrets
import time
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from layerloom.db.tables import Run, User, Version
from layerloom.documents.projects import clean_name
from layerloom.graph.content import content_hash
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph

MOST = 200
"""Kept under a name in one project; runs are not counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    type: Literal["run", "saved"]
    id: str
    name: str
    """Of a saved one."""
    number: int
    """Of a run, as the page counts them; 0 of a saved one."""
    by: str
    created_at: float
    graph_hash: str


def listing(session: Session, project: str) -> list[Entry]:
    """Newest first, without the graphs themselves."""
    ran = select(Run.id, User.name, Run.created_at, Run.graph_hash).join(User, User.id == Run.owner_id)
    ran = ran.where(Run.project_id == project).order_by(Run.created_at, Run.id)
    runs = [
        Entry("run", row.id, "", number, row.name, row.created_at, row.graph_hash)
        for number, row in enumerate(session.execute(ran), 1)
    ]
    kept = select(Version.id, Version.name, User.name.label("by"), Version.created_at, Version.graph_hash)
    kept = kept.outerjoin(User, User.id == Version.user_id).where(Version.project_id == project)
    saved = [
        Entry("saved", row.id, row.name, 0, row.by or "", row.created_at, row.graph_hash)
        for row in session.execute(kept)
    ]
    return sorted((*runs, *saved), key=lambda one: (one.created_at, one.id), reverse=True)


def save(session: Session, project: str, user: str, name: str, graph: Graph) -> Version:
    """Raises Refused: 422 for a name that cannot be, 409 for one version too many."""
    name = clean_name(name)
    there = select(func.count()).select_from(Version).where(Version.project_id == project)
    if session.execute(there).scalar_one() >= MOST:
        raise Refused(
            problem("too_many_versions", {"most": MOST}),
            status=409,
        )
    row = Version(
        id=secrets.token_hex(8),
        project_id=project,
        user_id=user,
        name=name,
        graph=graph.model_dump(mode="json"),
        graph_hash=content_hash(graph),
        created_at=time.time(),
    )
    session.add(row)
    session.flush()
    return row


def delete(session: Session, project: str, version: str) -> None:
    """A second time it changes nothing."""
    row = session.get(Version, version)
    if row is not None and row.project_id == project:
        session.delete(row)


def saved_graph(session: Session, project: str, version: str) -> Graph:
    """Raises Refused (404)."""
    row = session.get(Version, version)
    if row is None or row.project_id != project:
        raise Refused(
            problem("unknown_version", evidence=version[:64]),
            status=404,
        )
    return open_graph(row.graph)


def graph_of(session: Session, entry: Entry) -> Graph:
    graph = Run.graph if entry.type == "run" else Version.graph
    table = Run if entry.type == "run" else Version
    return open_graph(session.execute(select(graph).where(table.id == entry.id)).scalar_one())
