"""Coming by a link: its secret and a nickname → a session of a guest. Open to whoever reaches the port.

The secret stands behind `#` in the address and comes here in a body, so that no log holds it. Only wrong secrets are slowed down:
a class that joins at once from one address is let in.
"""

from typing import Any

from flask import Blueprint, Response, request

from layerloom.documents import sharing
from layerloom.documents.parts import part_in
from layerloom.graph.problems import Refused, problem
from layerloom.web import shapes, wire
from layerloom.web.access import LIFE_SECONDS, Visitor, cookie_name
from layerloom.web.failures import refusal
from layerloom.web.site import site

joining = Blueprint("joining", __name__, url_prefix="/api/join")


@joining.post("/look")
def look() -> dict[str, Any]:
    """What a link leads to, before a name is given. Changes nothing."""
    secret, visitor = _secret(wire.body(request)), _visitor()
    with site().database.read() as session:
        link, project = _find(session, secret)
        inside = visitor is not None and part_in(session, visitor.user, project.id) is not None
        return shapes.Invitation(
            project=project.id if inside else None,
            name=project.name,
            role=link.role,
            may_train=link.may_train,
            you=visitor.name if visitor else None,
        ).model_dump(mode="json")


@joining.post("")
def join() -> Response:
    """Whoever is signed in comes in under the name they have; anybody else as a new guest, called by the nickname."""
    body = wire.body(request)
    secret, visitor, here = _secret(body), _visitor(), site()
    nickname = wire.field(body, "name", str, None)
    if visitor is None and not here.joins.allows(request.remote_addr or ""):
        raise refusal(429)
    with here.database.write() as session:
        link, project = _find(session, secret)
        if visitor is None and nickname is None:
            raise Refused(problem("no_nickname", place="name"))
        if visitor is None:
            user = sharing.new_guest(session, link, nickname).id
        else:
            user = visitor.user
            if part_in(session, user, project.id) is None:
                sharing.come_in(session, link, user)
        joined = project.id
    response = Response(wire.dumps({"project": joined}), mimetype="application/json")
    if visitor is None:
        name = cookie_name(here.settings.port)
        cookie = here.sessions.open(user, instead_of=request.cookies.get(name))
        response.set_cookie(
            name, cookie, max_age=LIFE_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
        )
    else:
        here.parts["sockets"].look_again(user)
    response.headers["Cache-Control"] = "no-store"
    return response


def _secret(body: dict[str, Any]) -> str:
    secret: str = wire.field(body, "secret", str)
    return secret[:200]


def _find(session: Any, secret: str) -> Any:
    try:
        return sharing.find(session, secret)
    except Refused:
        if not site().wrong_links.allows(request.remote_addr or ""):
            raise refusal(429) from None
        raise


def _visitor() -> Visitor | None:
    here = site()
    return here.sessions.find(request.cookies.get(cookie_name(here.settings.port)))
