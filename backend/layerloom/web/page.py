"""The built front end and the way in: `/?token=…` becomes a cookie. Files whose name holds a hash are kept by browsers for a year.

The build packs each text file once (`name.gz`); it is sent packed to whoever takes that.
"""

from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Response, request, send_from_directory
from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join

from layerloom.web.access import LIFE_SECONDS, cookie_name, same
from layerloom.web.failures import refusal
from layerloom.web.site import site

page = Blueprint("page", __name__)
BUILT = Path(__file__).parent / "static"

SIGN_IN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Layerloom: sign in</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Layerloom is running</h1>
<p>To get in, open the address that Layerloom printed when it started. It ends in <code>?token=…</code>
and signs this browser in for 30 days.</p>
<p>The terminal is gone? The token is in the file <code>token</code> in Layerloom's folder; <code>layerloom doctor</code> says where that is.</p>
</main></body></html>
"""
NOT_BUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Layerloom</title></head>
<body><main><h1>The page is not built yet</h1><p>Run <code>make run</code>, or <code>npm run build</code> in <code>frontend/</code>.</p></main></body></html>
"""


@page.get("/")
def index() -> Response:
    if "token" in request.args:
        return _sign_in(request.args["token"])
    here = site()
    stranger = here.sessions.find(request.cookies.get(cookie_name(here.settings.port))) is None
    if not (BUILT / "index.html").is_file():
        return Response(SIGN_IN if stranger else NOT_BUILT, status=401 if stranger else 503, mimetype="text/html")
    response = send_from_directory(BUILT, "index.html")
    if stranger:
        # The page itself says how to get in, or lets in who came by a link: its secret stands behind `#` and is not sent.
        response.status_code = 401
    response.headers["Cache-Control"] = "no-store"
    return response


def _sign_in(token: str) -> Response:
    here = site()
    if not same(token, here.token):
        # Only wrong tokens count, so that guessing from one address locks nobody out: a guess is one in 2²⁵⁶ anyway.
        if not here.logins.allows(request.remote_addr or ""):
            response = Response(SIGN_IN, status=429, mimetype="text/html")
            response.headers["Retry-After"] = "60"
            return response
        return Response(SIGN_IN, status=401, mimetype="text/html")
    name = cookie_name(here.settings.port)
    secret = here.sessions.open(instead_of=request.cookies.get(name))
    response = Response(status=303, headers={"Location": "/"})
    response.set_cookie(
        name, secret, max_age=LIFE_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@page.get("/assets/<path:name>")
def asset(name: str) -> Response:
    folder = BUILT / "assets"
    packed = bool(request.accept_encodings.quality("gzip")) and safe_join(str(folder), f"{name}.gz")
    if packed and Path(packed).is_file():
        response = send_from_directory(folder, f"{name}.gz", mimetype=guess_type(name)[0])
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = send_from_directory(folder, name)
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@page.get("/<string:name>")
def top_file(name: str) -> Response:
    """Icons and the like, beside index.html."""
    if name == "index.html":
        raise refusal(404)
    try:
        return send_from_directory(BUILT, name, max_age=3600)
    except NotFound:
        raise refusal(404, evidence=f"GET /{name}"[:200]) from None
