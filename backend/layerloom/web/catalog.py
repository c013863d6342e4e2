"""What exists in Keras, and the graphs to begin from: read once, sent with a tag so that browsers ask but seldom load."""

import gzip
import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from flask import Blueprint, Response, request

from layerloom import catalog as keras_catalog
from layerloom.catalog.types import Catalog, Member
from layerloom.documents.thumbnail import thumbnail
from layerloom.graph.schema import Graph
from layerloom.graph.upgrades import open_graph
from layerloom.web import shapes
from layerloom.web.failures import refusal

catalog = Blueprint("catalog", __name__, url_prefix="/api")


@catalog.get("/catalog")
def show() -> Response:
    packed, tag = _packed()
    if request.accept_encodings.quality("gzip"):
        response = Response(packed, mimetype="application/json", headers={"Content-Encoding": "gzip"})
    else:
        response = Response(gzip.decompress(packed), mimetype="application/json")
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(tag, weak=True)
    return response.make_conditional(request)  # type: ignore[return-value]


@cache
def _packed() -> tuple[bytes, str]:
    """Only the packed form is kept: the text is megabytes."""
    text = _slim(keras_catalog.load()).model_dump_json().encode()
    return gzip.compress(text, 9), hashlib.sha256(text).hexdigest()[:16]


_UNREAD = ("op", "application", "callback")
"""Kinds that no panel shows the parameters of yet."""


def _slim(whole: Catalog) -> Catalog:
    """Without what a page reads one member at a time: a third of the bytes of its first load."""
    return whole.model_copy(update={"members": tuple(map(_short, whole.members))})


def _short(member: Member) -> Member:
    if member.kind not in _UNREAD:
        return member.model_copy(update={"doc": ""})
    params = tuple(param.model_copy(update={"doc": ""}) for param in member.params)
    return member.model_copy(update={"doc": "", "params": params})


@catalog.get("/catalog/<kind>/<name>")
def member(kind: str, name: str) -> dict[str, Any]:
    """One member, its documentation included."""
    found = keras_catalog.get(kind, name)  # type: ignore[arg-type]  # an unknown kind holds nothing
    if found is None:
        raise refusal(
            404,
            title=f"Keras has no {kind[:40]} {name[:60]}.",
            message=f"The catalog of this server has no such member. Received: {kind[:40]} {name[:60]!r}. "
            "Reload the page: it may be older than the server.",
        )
    return found.model_dump(mode="json")


@catalog.get("/templates")
def templates() -> list[dict[str, Any]]:
    return [_template(name, graph).model_dump(mode="json") for name, graph in template_graphs().items()]


@cache
def template_graphs() -> dict[str, Graph]:
    """Name of the file without its end → graph, in the order of the shelf."""
    folder = files("layerloom.templates")
    return {name: open_graph((folder / f"{name}.json").read_bytes()) for name in shelf()}


@cache
def shelf() -> dict[str, dict[str, str]]:
    """Name of a template → what its card on the start page says beside the graph itself."""
    return tomllib.loads((files("layerloom.templates") / "shelf.toml").read_text())


def _template(name: str, graph: Graph) -> shapes.Template:
    return shapes.Template(
        name=name,
        title=graph.name,
        description=shelf()[name]["description"],
        data=_data_in_words(graph),
        thumbnail=shapes.Thumbnail.model_validate(thumbnail(graph)),
    )


def _data_in_words(graph: Graph) -> str:
    from layerloom.datasets import builtin

    source = graph.training.data
    if source is None or source.type != "builtin" or source.name not in builtin.SPECS:
        return ""
    spec = builtin.SPECS[source.name]
    return f"{spec.rows:,} {'pictures' if spec.form == 'image' else 'rows'}"
