"""Who has which part in a project: its owner, or somebody who came by a link that still holds. Reads rows; grants nothing.

A project or run in which a person has no part is answered like one that does not exist.
"""

import time
from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from layerloom.db.tables import LINK_ROLES, Link, Membership, Project, Run
from layerloom.graph.problems import Refused, problem

PartRole = Literal["view", "comment", "edit", "owner"]


@dataclass(frozen=True, slots=True)
class Part:
    role: PartRole
    may_train: bool
    until: float | None = None
    """When the last link that gives it expires; None when never."""

    @property
    def over(self) -> bool:
        return self.until is not None and self.until <= time.time()


OWNER = Part("owner", may_train=True)


def part_in(session: Session, user: str, project: str) -> Part | None:
    """The owner's part also in a deleted project, which only the owner can restore."""
    row = session.get(Project, project)
    if row is None:
        return None
    if row.owner_id == user:
        return OWNER
    return None if row.deleted_at is not None else _by_link(session, user, project)


def part_in_run(session: Session, user: str, run: str) -> Part | None:
    row = session.get(Run, run)
    if row is None:
        return None
    if row.owner_id == user:
        return OWNER
    return None if row.project_id is None else part_in(session, user, row.project_id)


def holding() -> tuple[object, ...]:
    """Of links: neither revoked nor expired."""
    return Link.revoked_at.is_(None), or_(Link.expires_at.is_(None), Link.expires_at > time.time())


def _by_link(session: Session, user: str, project: str) -> Part | None:
    """Who came by several links may do what any of them lets them do."""
    came = (
        select(Link)
        .join(Membership, Membership.link_id == Link.id)
        .where(Membership.user_id == user, Link.project_id == project, *holding())  # type: ignore[arg-type]
    )
    links = list(session.execute(came).scalars())
    if not links:
        return None
    best = max(links, key=lambda link: LINK_ROLES.index(link.role))
    ends = [link.expires_at for link in links]
    until = None if None in ends else min(cast(list[float], ends))
    return Part(cast(PartRole, best.role), any(link.may_train for link in links), until)


def unknown_project(project: str) -> Refused:
    return Refused(
        problem("unknown_project", evidence=project[:64]),
        status=404,
    )


def unknown_run(run: str) -> Refused:
    return Refused(
        problem("unknown_run", evidence=run[:64]),
        status=404,
    )
