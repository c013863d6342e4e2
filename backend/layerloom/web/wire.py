"""Python values ⇄ JSON as browsers read it: what is not a finite number goes out as null; what comes in is read strictly."""

import json
import math
from typing import Any

from flask import Flask, Request
from flask.json.provider import JSONProvider
from pydantic import BaseModel

from layerloom.graph.problems import Refused, problem
from layerloom.graph.reading import read


def dumps(value: Any, **_: Any) -> str:
    try:
        return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"), default=_plain)
    except ValueError:
        return json.dumps(finite(value), allow_nan=False, ensure_ascii=False, separators=(",", ":"), default=_plain)


def loads(text: str | bytes, **_: Any) -> Any:
    return json.loads(text)


def finite(value: Any) -> Any:
    """NaN and infinities become None, however deep; models become plain data."""
    if isinstance(value, BaseModel):
        return finite(value.model_dump(mode="json"))
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [finite(inner) for inner in value]
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return finite(value.model_dump(mode="json"))
    raise TypeError(f"no JSON for {type(value).__name__}")


def raw(request: Request) -> bytes:
    """The whole body. Raises Refused (400) when less arrived than was announced: gunicorn hands it over all the same."""
    data = request.get_data(cache=False)
    if request.content_length is not None and len(data) != request.content_length:
        raise Refused(
            problem(
                "body_cut_off",
                {"announced": request.content_length or 0, "arrived": len(data)},
                evidence=f"Content-Length: {request.content_length}",
            ),
            status=400,
        )
    return data


def body(request: Request) -> dict[str, Any]:
    """The JSON object of a request. Raises Refused: 415 for another type of content, 400 or 422 for bad JSON, 422 for no object."""
    if not request.is_json:
        sent = request.content_type or "no content type"
        raise Refused(
            problem("wrong_type", {"sent": sent}, form="json", evidence=sent[:200]),
            status=415,
        )
    value = read(raw(request))
    if not isinstance(value, dict):
        raise Refused(problem("bad_body", {"type": type(value).__name__}))
    return value


def field(value: dict[str, Any], name: str, kind: type, default: Any = ...) -> Any:
    """One field of a body. Raises Refused (422) when it is missing or of another type."""
    found = value.get(name, default)
    if found is ...:
        raise Refused(problem("missing_field", {"name": name}, place=name))
    if found is not default and (not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool)):
        raise Refused(
            problem(
                "bad_field",
                {"name": name, "kind": kind.__name__, "type": type(found).__name__},
                form="type",
                place=name,
                evidence=repr(found)[:200],
            )
        )
    return found


class Provider(JSONProvider):
    def dumps(self, obj: Any, **rest: Any) -> str:
        return dumps(obj, **rest)

    def loads(self, s: str | bytes, **rest: Any) -> Any:
        return loads(s, **rest)


class SocketJson:
    """The same JSON for Socket.IO packets, which asks for an object with these two names."""

    dumps = staticmethod(dumps)
    loads = staticmethod(loads)


def register(app: Flask) -> None:
    app.json = Provider(app)
