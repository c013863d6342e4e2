"""A graph that somebody brings along → the graph as this Layerloom reads it. Keeps nothing: making a project of it is another step."""

from typing import Any

from flask import Blueprint, request

from layerloom.graph.upgrades import open_graph
from layerloom.web import wire

graphs = Blueprint("graphs", __name__, url_prefix="/api/graphs")


@graphs.post("/open")
def open_() -> dict[str, Any]:
    """Raises Refused as an import does."""
    return open_graph(wire.raw(request)).model_dump(mode="json")
