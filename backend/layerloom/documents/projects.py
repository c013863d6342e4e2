"""The project list: rows of the projects table, each with a document whose history begins as one graph.

A project in which somebody has no part is the same as none to them. Deleting hides; restoring shows again.
"""

import re
import secrets
import time
import unicodedata
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from layerloom.db.tables import DocumentUpdate, Link, Membership, Project
from layerloom.documents import ydoc
from layerloom.documents.parts import holding, part_in, unknown_project
from layerloom.documents.thumbnail import thumbnail
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Graph
from layerloom.words import phrase

LONGEST_NAME = 200


def clean_name(name: str) -> str:
    """A name as it is stored: composed (NFC), without blanks around it. Raises Refused (422) when empty, too long or with control characters."""
    cleaned = unicodedata.normalize("NFC", name).strip()
    bad = next((c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")), None)
    if cleaned and len(cleaned) <= LONGEST_NAME and bad is None:
        return cleaned
    received = phrase("received-character", character=repr(bad)) if bad else phrase("received-length", n=len(cleaned))
    raise Refused(
        problem(
            "bad_name",
            {"most": LONGEST_NAME, "received": received},
            form="project",
            place="name",
            evidence=cleaned[:100],
        )
    )


def listing(session: Session, user: str) -> list[Project]:
    """Their own and those they came to by a link; newest change first."""
    shared = select(Link.project_id).join(Membership).where(Membership.user_id == user, *holding())  # type: ignore[arg-type]
    theirs = (Project.owner_id == user) | Project.id.in_(shared)
    found = select(Project).where(theirs, Project.deleted_at.is_(None))
    return list(session.execute(found.order_by(Project.updated_at.desc())).scalars())


def find(session: Session, user: str, project: str, deleted: bool = False) -> Project:
    """Raises Refused (404) when this person has no part in it; with `deleted`, a deleted one of their own is found too."""
    row = session.get(Project, project)
    if row is None or (row.deleted_at is not None and not deleted) or part_in(session, user, project) is None:
        raise unknown_project(project)
    return row


def free_name(session: Session, owner: str, name: str) -> str:
    """The name itself, or with the first number that none of this owner's projects has: "Iris MLP 2"."""
    taken = set(
        session.execute(select(Project.name).where(Project.owner_id == owner, Project.deleted_at.is_(None))).scalars()
    )
    stem, number = re.sub(r" [2-9]\d?$", "", name), 2
    while name in taken:
        ending = f" {number}"
        name, number = stem[: LONGEST_NAME - len(ending)] + ending, number + 1
    return name


def create(session: Session, owner: str, graph: Graph) -> Project:
    """A project whose document begins as `graph` and is called what the graph is called, as far as that name is free."""
    graph = graph.model_copy(update={"name": free_name(session, owner, graph.name)})
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
