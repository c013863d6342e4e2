"""Code that somebody wrote → proven and sealed, for the page to put into the document. A child runs it; nothing is kept here."""

import keyword
from typing import Any

from flask import Blueprint, request
from pydantic import ValidationError

from layerloom.graph import reading
from layerloom.graph.problems import Refused, problem
from layerloom.graph.schema import Code
from layerloom.graph.sealing import seal
from layerloom.web import sealed, wire
from layerloom.web.asking import ask
from layerloom.web.site import site, visitor
from layerloom.words import Said, phrase

code = Blueprint("code", __name__, url_prefix="/api/projects")
PROVE = "layerloom.engine.custom:prove"
SECONDS = 60.0
MOST = 64
"""Kept in one project."""
LONGEST = 200_000
"""Characters."""
MOST_PARAMS = 64
MOST_PORTS = 32


@code.post("/<project>/code")
def prove(project: str) -> dict[str, Any]:
    """{"source", "params": what required parameters are tried with, "id": of the code that it replaces, or None} → the Code, sealed.

    Raises Refused: 422 with the line that is wrong, 409 where its name or place is taken, 503 while the worker starts.
    """
    here, body = site(), wire.body(request)
    source, tried = wire.field(body, "source", str), wire.field(body, "params", dict)
    id = body.get("id")
    if len(source) > LONGEST:
        raise Refused(problem("code_too_long", {"n": len(source), "limit": LONGEST}, place="source"), status=413)
    reading.check(tried)
    with here.rooms.use(project, visitor().user) as room:
        others = {other: one for other, one in room.graph().code.items() if other != id}
    found = _code(ask(PROVE, {"source": source, "params": tried}, SECONDS), tried)
    if any(one.name == found.name for one in others.values()):
        raise Refused(problem("custom_kept_already", {"name": found.name}, place="source"), status=409)
    if len(others) >= MOST:
        raise Refused(problem("custom_too_much", {"most": MOST}), status=409)
    return seal(found, sealed.key(here)).model_dump(mode="json")


def _code(answer: Any, tried: dict[str, Any]) -> Code:
    """A child that ran somebody's code may say anything: only what is a layer or a function counts."""
    reading.check(answer)
    kind = answer.get("kind") if isinstance(answer, dict) else None
    if kind in ("loss", "metric", "initializer"):
        values: dict[str, Said] = {"name": str(answer.get("name"))[:100], "kind": phrase(f"custom-kind-{kind}")}
        raise Refused(problem("custom_not_drawn", values, place="source", evidence=str(kind)))
    try:
        found = Code(
            name=answer["name"],
            kind=answer["kind"],
            source=answer["source"],
            params=answer["params"],
            inputs=answer["ports"],
            outputs=answer["outputs"],
            defines=answer["defines"],
        )
    except (KeyError, TypeError, ValidationError) as error:
        raise Refused(problem("child_failed", evidence=str(error)[:300])) from None
    names = [found.name, *(one.name for part in (found.params, found.inputs, found.outputs) for one in part)]
    sane = all(name.isidentifier() and not keyword.iskeyword(name) and len(name) <= 100 for name in names)
    many = len(found.params) > MOST_PARAMS or len(found.inputs) > MOST_PORTS or len(found.outputs) > MOST_PORTS
    if not sane or many or not found.inputs or not found.outputs:
        raise Refused(problem("child_failed", evidence=", ".join(names)[:300]))
    required = {param.name for param in found.params if param.required}
    return found.model_copy(update={"tried": {name: value for name, value in tried.items() if name in required}})
