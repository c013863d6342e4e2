"""Links into a project: made, revoked, and used by guests. A secret is seen once, by who makes the link; only its digest is stored."""

import hashlib
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from layerloom.db.tables import LINK_ROLES, Link, Membership, Project, User
from layerloom.db.tables import Session as SessionRow
from layerloom.documents.guests import clean_name, free_name
from layerloom.documents.parts import holding, unknown_project
from layerloom.graph.problems import Refused, problem
from layerloom.words import listed

MOST_LINKS = 50
"""Of one project, that still hold."""
MOST_GUESTS = 500
"""That come by one link."""
LONGEST_SECONDS = 366 * 86400


@dataclass(frozen=True, slots=True)
class Guest:
    user: str
    name: str
    came_at: float


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def make(
    session: Session, *, project: str, by: str, role: str, may_train: bool, expires_in: int | None
) -> tuple[Link, str]:
    """The link and its secret. Raises Refused (422) for a role or a time that is none, or one link too many."""
    if role not in LINK_ROLES:
        raise Refused(
            problem(
                "unknown_role",
                {"roles": listed(LINK_ROLES, "or"), "role": repr(role[:50])},
                place="role",
                evidence=role[:50],
            )
        )
    if expires_in is not None and not 60 <= expires_in <= LONGEST_SECONDS:
        raise Refused(
            problem("bad_time", {"seconds": str(expires_in)}, place="expires_in", evidence=str(expires_in)[:50])
        )
    counted = select(func.count()).select_from(Link).where(Link.project_id == project, *holding())  # type: ignore[arg-type]
    if session.execute(counted).scalar_one() >= MOST_LINKS:
        raise Refused(problem("too_many_links", {"most": MOST_LINKS}))
    secret, now = secrets.token_urlsafe(24), time.time()
    link = Link(
        id=secrets.token_hex(8),
        project_id=project,
        role=role,
        may_train=may_train and role == "edit",
        secret=digest(secret),
        created_by=by,
        created_at=now,
        expires_at=None if expires_in is None else now + expires_in,
        revoked_at=None,
    )
    session.add(link)
    session.flush()
    return link, secret


def listing(session: Session, project: str) -> list[tuple[Link, list[Guest]]]:
    """The links that hold, newest first, each with who came by it."""
    found = select(Link).where(Link.project_id == project, *holding()).order_by(Link.created_at.desc())  # type: ignore[arg-type]
    links = list(session.execute(found).scalars())
    came = (
        select(Membership, User.name)
        .join(User, User.id == Membership.user_id)
        .where(Membership.link_id.in_([link.id for link in links]))
        .order_by(Membership.created_at)
    )
    guests: dict[str, list[Guest]] = {link.id: [] for link in links}
    for row, name in session.execute(came):
        guests[row.link_id].append(Guest(row.user_id, name, row.created_at))
    return [(link, guests[link.id]) for link in links]


def revoke(session: Session, project: str, link: str) -> set[str]:
    """Who came by it, whose sockets are to be cut. Guests whom no other link lets in are signed out. Raises Refused (404)."""
    row = session.get(Link, link)
    if row is None or row.project_id != project:
        raise Refused(
            problem("unknown_link", form="project", evidence=link[:64]),
            status=404,
        )
    if row.revoked_at is None:
        row.revoked_at = time.time()
        session.flush()
    came = set(session.execute(select(Membership.user_id).where(Membership.link_id == link)).scalars())
    _sign_out(session, came)
    return came


def _sign_out(session: Session, users: set[str]) -> None:
    stay = select(Membership.user_id).join(Link).where(Membership.user_id.in_(users), *holding())  # type: ignore[arg-type]
    guests = select(User.id).where(User.id.in_(users), User.role == "guest")
    gone = set(session.execute(guests).scalars()) - set(session.execute(stay).scalars())
    session.execute(delete(SessionRow).where(SessionRow.user_id.in_(gone)))


def find(session: Session, secret: str) -> tuple[Link, Project]:
    """Raises Refused (404): no such link, revoked, expired, or its project was deleted. They all look the same."""
    wanted = select(Link).where(Link.secret == digest(secret), *holding())  # type: ignore[arg-type]
    link = session.execute(wanted).scalar_one_or_none()
    project = session.get(Project, link.project_id) if link else None
    if link is None or project is None or project.deleted_at is not None:
        raise Refused(
            problem("unknown_link"),
            status=404,
        )
    return link, project


def come_in(session: Session, link: Link, user: str) -> None:
    """Somebody who is signed in already comes by this link; a second time it changes nothing."""
    if session.get(Membership, (link.id, user)) is None:
        session.add(Membership(link_id=link.id, user_id=user, created_at=time.time()))


def new_guest(session: Session, link: Link, nickname: str) -> User:
    """Raises Refused: 422 for a nickname that cannot be used, 409 when too many came already."""
    came = select(func.count()).select_from(Membership).where(Membership.link_id == link.id)
    if session.execute(came).scalar_one() >= MOST_GUESTS:
        raise Refused(
            problem("too_many_guests", {"most": MOST_GUESTS}),
            status=409,
        )
    user = User(
        id=f"guest-{secrets.token_hex(8)}",
        name=free_name(nickname, names(session, link.project_id)),
        role="guest",
        created_at=time.time(),
    )
    session.add(user)
    session.flush()
    come_in(session, link, user.id)
    return user


def names(session: Session, project: str) -> Sequence[str]:
    """Of everybody who has a part in a project."""
    row = session.get(Project, project)
    if row is None:
        raise unknown_project(project)
    came = select(Membership.user_id).join(Link).where(Link.project_id == project)
    return list(session.execute(select(User.name).where(User.id.in_(came) | (User.id == row.owner_id))).scalars())


def rename(session: Session, user: str, typed: str) -> str:
    """The name they have from here on: a guest's differs from every other in the projects they came to. Raises Refused (422)."""
    row = session.get_one(User, user)
    came = select(Link.project_id).join(Membership).where(Membership.user_id == user)
    others = [name for project in session.execute(came).scalars() for name in names(session, project)]
    row.name = free_name(typed, set(others) - {row.name}) if row.role == "guest" else clean_name(typed)
    return row.name
