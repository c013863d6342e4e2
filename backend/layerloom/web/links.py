"""A project's links over HTTP, for its owner: made, listed with who came by them, revoked at once."""

from typing import Any

from flask import Blueprint, request

from layerloom.db.tables import Link
from layerloom.documents import sharing
from layerloom.web import shapes, wire
from layerloom.web.gate import reachable
from layerloom.web.site import site, visitor

links = Blueprint("links", __name__, url_prefix="/api/projects")


@links.get("/<project>/links")
def listing(project: str) -> dict[str, Any]:
    """Newest first, and the addresses by which others reach this server: none where it listens to its own machine alone."""
    here = site()
    with here.database.read() as session:
        found = [_shape(link, guests) for link, guests in sharing.listing(session, project)]
    return shapes.Links(links=tuple(found), addresses=reachable(here.settings)).model_dump(mode="json")


@links.post("/<project>/links")
def make(project: str) -> tuple[dict[str, Any], int]:
    """The secret is in this one answer and nowhere else."""
    body = wire.body(request)
    role, may_train = wire.field(body, "role", str), wire.field(body, "may_train", bool, False)
    seconds = wire.field(body, "expires_in", int, None)
    with site().database.write() as session:
        link, secret = sharing.make(
            session, project=project, by=visitor().user, role=role, may_train=may_train, expires_in=seconds
        )
        shape = _shape(link, [])
    return shapes.LinkMade(link=shape, secret=secret).model_dump(mode="json"), 201


@links.delete("/<project>/links/<link>")
def revoke(project: str, link: str) -> tuple[str, int]:
    """When this is answered, nobody is inside any more who came by this link alone."""
    here = site()
    with here.database.write() as session:
        came = sharing.revoke(session, project, link)
    here.parts["sockets"].cut(came)
    return "", 204


def _shape(link: Link, guests: list[sharing.Guest]) -> shapes.Link:
    return shapes.Link(
        id=link.id,
        role=link.role,
        may_train=link.may_train,
        created_at=link.created_at,
        expires_at=link.expires_at,
        guests=tuple(shapes.Guest(id=one.user, name=one.name, came_at=one.came_at) for one in guests),
    )
