"""What exists in Keras, and the graphs to begin from: read once, sent with a tag so that browsers ask but seldom load."""

import gzip
import hashlib
import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from flask import Blueprint, Response, request

from layerloom import catalog as keras_catalog
from layerloom.catalog import cards
from layerloom.catalog.types import Catalog, Kind, Member
from layerloom.datasets import registry
from layerloom.documents.thumbnail import thumbnail
from layerloom.graph.data import ColumnKind
from layerloom.graph.schema import Graph, Note
from layerloom.graph.upgrades import open_graph
from layerloom.web import shapes
from layerloom.web.failures import refusal
from layerloom.web.site import site

catalog = Blueprint("catalog", __name__, url_prefix="/api")


@catalog.get("/catalog")
def show() -> Response:
    return _sent(*packed())


@catalog.get("/catalog/later")
def later() -> Response:
    """What no drawing waits for: a page asks for it once it is drawn."""
    return _sent(*packed_later())


def _sent(body: bytes, tag: str) -> Response:
    if request.accept_encodings.quality("gzip"):
        response = Response(body, mimetype="application/json", headers={"Content-Encoding": "gzip"})
    else:
        response = Response(gzip.decompress(body), mimetype="application/json")
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(tag, weak=True)
    return response.make_conditional(request)  # type: ignore[return-value]


@cache
def packed() -> tuple[bytes, str]:
    """Only the packed form is kept: the text is megabytes."""
    return _packed(_slim(keras_catalog.load()))


@cache
def packed_later() -> tuple[bytes, str]:
    return _packed({"members": [_short(member) for kind in _LATER for member in keras_catalog.members(kind)]})


def _packed(told: dict[str, Any]) -> tuple[bytes, str]:
    text = json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()
    return gzip.compress(text, 9), hashlib.sha256(text).hexdigest()[:16]


_LATER: tuple[Kind, ...] = ("op", "application", "activation", "constraint", "initializer", "metric", "regularizer")
"""Operations, backbones, and what is chosen among the settings of a layer: seen when somebody looks for them."""
_UNREAD: tuple[Kind, ...] = (*_LATER, "callback")
"""Kinds that no panel shows yet, and those that come later."""


def _slim(whole: Catalog) -> dict[str, Any]:
    """Without what a page reads one member at a time, and what is as usual: a tenth of the bytes. `catalog/slim.ts` fills in the usual."""
    return {
        "keras_version": whole.keras_version,
        "popular": whole.popular,
        "groups": [group.model_dump(mode="json") for group in whole.groups],
        "members": [_short(member) for member in whole.members if member.kind not in _UNREAD],
    }


_OF_KERAS = {"example", "operands", "operation", "path", "signature"}
"""What only Python asks of an operation: how it is called."""


def _short(member: Member) -> dict[str, Any]:
    left = {"doc"} | ({"summary"} if member.teaching else set()) | (_OF_KERAS if member.kind == "op" else set())
    short = member.model_dump(mode="json", exclude_defaults=True, exclude=left)
    for part in ("params", "inputs", "outputs"):
        for one in short.get(part, []):
            one.pop("doc", None)
    return short


@catalog.get("/catalog/<kind>/<name>")
def member(kind: str, name: str) -> dict[str, Any]:
    """One member, its documentation included."""
    found = keras_catalog.get(kind, name)  # type: ignore[arg-type]  # an unknown kind holds nothing
    if found is None:
        raise refusal(
            404, "not_found", {"kind": kind[:40], "name": name[:60], "received": repr(name[:60])}, form="member"
        )
    return found.model_dump(mode="json")


@catalog.get("/cards/<language>/<name>")
def card(language: str, name: str) -> Response:
    """What is told of a layer; without sections where nobody has written about it."""
    found = keras_catalog.get("layer", name)
    if found is None:
        received = {"kind": "layer", "name": name[:60], "received": repr(name[:60])}
        raise refusal(404, "not_found", received, form="member")
    text = cards.read(found.name, language, site().settings.cards).model_dump_json()
    response = Response(text, mimetype="application/json", headers={"Cache-Control": "private, no-cache"})
    response.set_etag(hashlib.sha256(text.encode()).hexdigest()[:16])
    return response.make_conditional(request)  # type: ignore[return-value]


@catalog.get("/templates")
def templates() -> list[dict[str, Any]]:
    return [_template(name, graph).model_dump(mode="json") for name, graph in template_graphs().items()]


@cache
def template_graphs() -> dict[str, Graph]:
    """Name of the file without its end → graph, in the order of the shelf."""
    folder = files("layerloom.templates")
    return {name: open_graph((folder / f"{name}.json").read_bytes()) for name in shelf()}


def template_in(name: str, language: str) -> Graph | None:
    """That template with its notes in the reader's language, where they are written in it; None where there is no such template."""
    graph = template_graphs().get(name)
    said = notes_in(language).get(name, {})
    if graph is None or not said:
        return graph
    return graph.model_copy(
        update={"notes": {id: _saying(note, said.get(id, note.text)) for id, note in graph.notes.items()}}
    )


def _saying(note: Note, text: str) -> Note:
    """That note with another text, higher where the text is longer."""
    longer = max(1.0, len(text) / len(note.text))
    return note.model_copy(update={"text": text, "height": 8 * round(note.height * longer / 8)})


@cache
def _notes() -> dict[str, dict[str, dict[str, str]]]:
    written = (file for file in files("layerloom.templates").iterdir() if file.name.startswith("notes."))
    return {file.name.split(".")[1]: tomllib.loads(file.read_text(encoding="utf-8")) for file in written}


def notes_in(language: str) -> dict[str, dict[str, str]]:
    """Template → id of a note → its text. English stands in the templates themselves."""
    return _notes().get(language, {})


@cache
def shelf() -> dict[str, dict[str, Any]]:
    """Name of a template → what its card on the start page says beside the graph itself."""
    return tomllib.loads((files("layerloom.templates") / "shelf.toml").read_text(encoding="utf-8"))


def _template(name: str, graph: Graph) -> shapes.Template:
    source = graph.training.data
    assert source is not None
    spec = registry.spec(source, Path())
    return shapes.Template(
        name=name,
        title=graph.name,
        description=shelf()[name]["description"],
        data=spec.id,
        topic=_topic({column.kind for column in spec.columns}),
        row=spec.row,
        rows=spec.rows,
        seconds=shelf()[name]["seconds"],
        thumbnail=shapes.Thumbnail.model_validate(thumbnail(graph)),
    )


def _topic(kinds: set[ColumnKind]) -> Literal["tables", "pictures", "text", "series"]:
    if "text" in kinds:
        return "text"
    if "series" in kinds:
        return "series"
    return "pictures" if "picture" in kinds else "tables"
