"""Whatever goes wrong → `{"problems": [...]}` with the right status. A traceback goes to the log, never to the page."""

import errno
import logging
from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, Response, request
from gunicorn.http.errors import ParseException  # type: ignore[import-untyped]
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from layerloom.graph.problems import Problem, Refused, problem
from layerloom.web import wire
from layerloom.words import Said

log = logging.getLogger("layerloom.web")

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
CODES = {
    400: "bad_request",
    404: "not_found",
    405: "wrong_method",
    408: "too_slow",
    413: "too_large",
    414: "address_too_long",
    415: "wrong_type",
    429: "too_many",
    431: "headers_too_large",
}
"""Status → the code of its usual problem."""


def refusal(
    status: int, code: str = "", values: Mapping[str, Said] = {}, *, form: str = "", evidence: str = ""
) -> Refused:
    """The usual refusal of a status, or the one of `code`."""
    return Refused(problem(code or CODES.get(status, CODES[400]), values, form=form, evidence=evidence), status=status)


def answer(problems: tuple[Problem, ...], status: int) -> Response:
    body = {"problems": [each.model_dump(mode="json") for each in problems]}
    return Response(wire.dumps(body), status=status, mimetype="application/json")


def from_refused(error: Refused) -> Response:
    return answer(error.problems, error.status)


def from_http(error: HTTPException) -> Response:
    status = error.code or 500
    if status >= 500:
        return from_crash(error)
    if status in (301, 302, 303, 307, 308) and error.response is not None:
        return error.response  # type: ignore[return-value]
    made = refusal(status, evidence=f"{request.method} {request.path}"[:200])
    response = answer(made.problems, status)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def from_garbled(error: Exception) -> Response:
    """A body that turned out to be no HTTP while it was read, such as a chunk without a length."""
    return from_refused(refusal(400, evidence=str(error)[:200]))


def plain(status: int, evidence: str) -> bytes:
    """A whole HTTP response, for what is refused before there is a request: the connection ends with it."""
    found = (crash(evidence),) if status == 500 else refusal(status, evidence=evidence).problems
    body = wire.dumps({"problems": [each.model_dump(mode="json") for each in found]}).encode()
    head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nConnection: close\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def crash(evidence: str) -> Problem:
    return problem("server_failed", evidence=evidence)


def from_disk(error: Exception) -> Response | None:
    """503 for what the disk or the database cannot take at the moment; None for any other error."""
    if not isinstance(error, OperationalError) and getattr(error, "errno", None) not in NO_ROOM:
        return None
    log.error("%s %s could not be stored: %s", request.method, request.path, error)
    said = error.orig if isinstance(error, OperationalError) else error
    found = problem("not_stored", evidence=str(said)[:200])
    return answer((found,), 503)


def from_crash(error: Exception) -> Response:
    if (told := from_disk(error)) is not None:
        return told
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return answer((crash(type(error).__name__),), 500)


def register(app: Flask) -> None:
    app.register_error_handler(Refused, from_refused)
    app.register_error_handler(HTTPException, from_http)
    app.register_error_handler(ParseException, from_garbled)
    app.register_error_handler(Exception, from_crash)
