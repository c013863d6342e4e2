"""A backbone of a project, as it is drawn → the block that may stand in its place. Changes nothing: putting it there is an edit of the page."""

from typing import Any

from flask import Blueprint, request

from layerloom.graph.saved.report import Place
from layerloom.graph.unfolding import Unfolded
from layerloom.imports import kept, quarantine
from layerloom.web import backbones, shapes, wire
from layerloom.web.asking import ask
from layerloom.web.site import site

unfolding = Blueprint("unfolding", __name__, url_prefix="/api/projects")
UNFOLD = "layerloom.engine.unfolding:unfold"
SECONDS = 180.0
"""For the largest, with weights, on a slow machine."""


@unfolding.post("/<project>/unfold")
def unfold(project: str) -> dict[str, Any]:
    """{"node", "shape": of what flows in, batch axis first, "begin": what the graph begins from, or null}. Numbers that the backbone has are
    kept together with those, under a new name. Raises Refused: 422 where Keras cannot make it or its file is missing, 503."""
    body = wire.body(request)
    node, shape = backbones.asked(body)
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
