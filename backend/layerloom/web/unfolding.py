"""A backbone of a project, as it is drawn → the block that may stand in its place. Changes nothing: putting it there is an edit of the page."""

from typing import Any

from flask import Blueprint, request
from pydantic import ValidationError

from layerloom.graph.problems import Refused, problem
from layerloom.graph.saved.report import Place
from layerloom.graph.schema import BackboneNode
from layerloom.graph.unfolding import Unfolded
from layerloom.imports import kept, quarantine
from layerloom.web import shapes, wire
from layerloom.web.asking import ask
from layerloom.web.site import site

unfolding = Blueprint("unfolding", __name__, url_prefix="/api/projects")
UNFOLD = "layerloom.engine.unfolding:unfold"
SECONDS = 180.0
"""For the largest, with weights, on a slow machine."""
LARGEST_SIDE = 100_000


@unfolding.post("/<project>/unfold")
def unfold(project: str) -> dict[str, Any]:
    """{"node", "shape": of what flows in, batch axis first, "begin": what the graph begins from, or null}. Numbers that the backbone has are
    kept together with those, under a new name. Raises Refused: 422 where Keras cannot make it or its file is missing, 503."""
    body = wire.body(request)
    node, shape = _node(wire.field(body, "node", dict)), _shape(wire.field(body, "shape", list))
    begin = wire.field(body, "begin", str, None)
    home = site().settings.home
    kept.sweep(home)
    before = kept.folder(home, begin) if begin else None
    weights = home / "weights"
    folder = quarantine.room(home)
    try:
        asked = {
            "node": node.model_dump(mode="json"),
            "shape": shape,
            "weights": str(weights),
            "begin": None if before is None else str(before),
            "out": str(folder),
        }
        read = tuple(path for path in (before, weights if weights.is_dir() else None) if path is not None)
        answer = ask(UNFOLD, asked, SECONDS, folder=folder, read=read)
        found = Unfolded.model_validate(answer["unfolded"])
        places = {where: Place.model_validate(place) for where, place in answer["places"].items()}
        name = kept.put(home, folder, places) if places else None
        if name is not None:
            kept.keep(home, name)
        return shapes.UnfoldedBackbone(graph=found.graph, block=found.block, begin=name).model_dump(mode="json")
    finally:
        quarantine.discard(folder)


def _node(given: dict[str, Any]) -> BackboneNode:
    try:
        return BackboneNode.model_validate(given)
    except ValidationError as error:
        raise _bad("node", "BackboneNode", str(error)) from None


def _shape(given: list[Any]) -> list[int | None]:
    fits = all(one is None or (type(one) is int and 0 < one <= LARGEST_SIDE) for one in given)
    if len(given) != 4 or not fits:
        raise _bad("shape", "list", repr(given))
    return given


def _bad(name: str, kind: str, evidence: str) -> Refused:
    told = {"name": name, "kind": kind, "type": evidence[:60]}
    return Refused(problem("bad_field", told, form="type", place=name, evidence=evidence[:200]))
