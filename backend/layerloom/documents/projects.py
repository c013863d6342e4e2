"""The project list: rows of the projects table, each with a document whose history begins as one graph.

A project of somebody else is the same as none. Deleting hides; restoring shows again.
"""

import secrets
import time
import unicodedata
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.db.tables import DocumentUpdate, Project
from layerloom.documents import ydoc
from layerloom.documents.thumbnail import thumbnail
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph

LONGEST_NAME = 200


def clean_name(name: str) -> str:
    """A name as it is stored: composed (NFC), without blanks around it. Raises Refused (422) when empty, too long or with control characters."""
    cleaned = unicodedata.normalize("NFC", name).strip()
    bad = next((c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")), None)
    if cleaned and len(cleaned) <= LONGEST_NAME and bad is None:
        return cleaned
    received = f"the character {bad!r}" if bad else f"{len(cleaned):,} characters"
    raise Refused(
        problem(
            "bad_name",
            "This name cannot be used.",
            f"A project's name has 1 to {LONGEST_NAME} characters and no control characters. Received: {received}.",
            place="name",
            evidence=cleaned[:100],
        )
    )


def listing(session: Session, owner: str) -> list[Project]:
    """Newest change first."""
    mine = select(Project).where(Project.owner_id == owner, Project.deleted_at.is_(None))
    return list(session.execute(mine.order_by(Project.updated_at.desc())).scalars())


def find(session: Session, owner: str, project: str, deleted: bool = False) -> Project:
    """Raises Refused (404) when there is none of this owner; with `deleted`, a deleted one is found too."""
    row = session.get(Project, project)
    if row is None or row.owner_id != owner or (row.deleted_at is not None and not deleted):
        raise Refused(
            problem(
                "unknown_project",
                "There is no such project.",
                "It may have been deleted. Go back to the list of projects.",
                evidence=project[:64],
            ),
            status=404,
        )
    return row


def create(session: Session, owner: str, graph: Graph) -> Project:
    """A project whose document begins as `graph` and is called what the graph is called."""
    doc = ydoc.new_doc()
    ydoc.fill(doc, graph)
    now = time.time()
    row = Project(
        id=secrets.token_hex(8),
        owner_id=owner,
        name=graph.name,
        epoch=uuid.uuid4().hex,
        thumbnail=thumbnail(graph),
        created_at=now,
        updated_at=now,
        deleted_at=None,
    )
    session.add(row)
    session.flush()
    session.add(
        DocumentUpdate(
            project_id=row.id, epoch=row.epoch, key="created", user_id=owner, update=doc.get_update(), created_at=now
        )
    )
    return row


def delete(session: Session, owner: str, project: str) -> None:
    find(session, owner, project, deleted=True).deleted_at = time.time()


def restore(session: Session, owner: str, project: str) -> Project:
    row = find(session, owner, project, deleted=True)
    row.deleted_at = None
    return row
