"""Who is signed in, under which name, and signing out."""

from flask import Blueprint, Response, request

from layerloom import __version__, catalog
from layerloom.documents import sharing
from layerloom.web import shapes, wire
from layerloom.web.access import cookie_name
from layerloom.web.site import site, visitor

session = Blueprint("session", __name__, url_prefix="/api/session")


@session.get("")
def show() -> dict[str, object]:
    who = visitor()
    return shapes.Session(
        user=shapes.User(id=who.user, name=who.name, role=who.role),
        csrf=who.csrf,
        version=__version__,
        keras_version=catalog.load().keras_version,
        backend=site().settings.backend,
        code=site().settings.code != "off",
    ).model_dump(mode="json")


@session.patch("")
def rename() -> dict[str, object]:
    """How the others see this person from here on; what they wrote keeps the name they had."""
    typed: str = wire.field(wire.body(request), "name", str)
    here, who = site(), visitor()
    with here.database.write() as database:
        name = sharing.rename(database, who.user, typed)
    here.parts["sockets"].look_again(who.user)
    return shapes.User(id=who.user, name=name, role=who.role).model_dump(mode="json")


@session.delete("")
def end() -> Response:
    """The cookie is worth nothing from here on, and the session's sockets are closed."""
    here, who = site(), visitor()
    here.sessions.end(who.session)
    here.parts["sockets"].close_session(who.session)
    response = Response(status=204)
    response.delete_cookie(cookie_name(here.settings.port), path="/")
    return response
