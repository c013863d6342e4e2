"""Before each HTTP request: who asks, whether the write carries its CSRF token, and whether the role may do this."""

from flask import Flask, g, request

from layerloom.web import permissions
from layerloom.web.access import CSRF_HEADER, cookie_name, same
from layerloom.web.failures import refusal
from layerloom.web.site import site

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def admit() -> None:
    """Raises Refused: 401 without a session, 403 without the CSRF token or the right."""
    if request.endpoint is None:
        return  # no such address: 404 says so
    action = permissions.ROUTES[request.endpoint]
    if action is permissions.PUBLIC:
        return
    here = site()
    visitor = here.sessions.find(request.cookies.get(cookie_name(here.settings.port)))
    if visitor is None:
        raise refusal(
            401,
            code="not_signed_in",
            title="You are not signed in.",
            message="Open the address with the token that Layerloom printed when it started.",
        )
    if request.method not in READS and not same(request.headers.get(CSRF_HEADER, ""), visitor.csrf):
        raise refusal(
            403,
            code="no_csrf_token",
            title="This write did not come from Layerloom's page.",
            message=f"A write carries the session's token in the header {CSRF_HEADER}. Reload the page and try again.",
        )
    if not permissions.allows(visitor.role, action):
        raise refusal(
            403,
            code="not_allowed",
            title="You may not do this.",
            message=f"The role “{visitor.role}” may not do this. Ask the owner of this Layerloom.",
            evidence=action,
        )
    g.visitor = visitor


def register(app: Flask) -> None:
    app.before_request(admit)
