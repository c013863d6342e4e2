"""Before each HTTP request: who asks, whether a write carries its CSRF token, and whether role and part allow this."""

from flask import Flask, g, request

from layerloom.documents.parts import Part, part_in, part_in_run, unknown_project, unknown_run
from layerloom.graph.problems import Refused
from layerloom.web import permissions
from layerloom.web.access import CSRF_HEADER, Visitor, cookie_name, same
from layerloom.web.failures import refusal
from layerloom.web.site import Site, site
from layerloom.words import phrase

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def admit() -> None:
    """Raises Refused: 401 without a session, 403 without the CSRF token or the right, 404 without any part in a project."""
    if request.endpoint is None:
        return  # no such address: 404 says so
    action = permissions.ROUTES[request.endpoint]
    if action is permissions.PUBLIC:
        return
    here = site()
    visitor = here.sessions.find(request.cookies.get(cookie_name(here.settings.port)))
    if visitor is None:
        raise refusal(401, "not_signed_in")
    if request.method not in READS and not same(request.headers.get(CSRF_HEADER, ""), visitor.csrf):
        raise refusal(403, "no_csrf_token", {"header": CSRF_HEADER})
    if not permissions.allows(visitor.role, action):
        raise not_allowed(visitor.role, action)
    g.visitor = visitor
    if action in permissions.IN_PROJECT:
        named = request.view_args or {}
        g.part = admitted_part(here, visitor, action, named.get("project"), named.get("run"))


def admitted_part(
    here: Site, visitor: Visitor, action: permissions.Action, project: str | None, run: str | None
) -> Part:
    """This person's part in a project or a run. Raises Refused: 404 where they have none, 403 where it does not allow this."""
    with here.database.read() as session:
        if project is not None:
            part, none = part_in(session, visitor.user, project), unknown_project(project)
        else:
            part, none = part_in_run(session, visitor.user, run or ""), unknown_run(run or "")
    if part is None:
        raise none
    if not permissions.grants(part.role, part.may_train, action):
        raise not_allowed(part.role, action)
    return part


def not_allowed(role: str, action: str) -> Refused:
    known = role in permissions.ROLES or role in permissions.PARTS
    return refusal(403, "not_allowed", {"role": phrase(f"role-{role}") if known else role}, evidence=action)


def register(app: Flask) -> None:
    app.before_request(admit)
