"""Graph → a miniature: where its nodes stand, the colour group of each, and its wires by index. Draws nothing."""

from typing import Any

from layerloom.catalog.types import Member
from layerloom.graph.schema import Graph, Node

NODES = 200
"""A miniature shows no more."""
STEP = 120.0
"""Distance of nodes that have no place yet, one below the other."""


def thumbnail(graph: Graph) -> dict[str, Any]:
    ids = list(graph.nodes)[:NODES]
    index = {id: i for i, id in enumerate(ids)}
    nodes = []
    for i, id in enumerate(ids):
        place = graph.layout.get(id)
        x, y = (place.x, place.y) if place else (0.0, i * STEP)
        nodes.append({"x": x, "y": y, "group": _group(graph, graph.nodes[id])})
    wires = [
        [index[edge.source], index[edge.target]]
        for edge in graph.edges.values()
        if edge.source in index and edge.target in index
    ]
    return {"nodes": nodes, "edges": wires}


def _group(graph: Graph, node: Node) -> str:
    if node.type != "layer":
        return node.type
    owner = graph.nodes.get(node.shares) if node.shares else None
    layer = owner.layer if owner is not None and owner.type == "layer" else node.layer
    member = _layer(layer)
    return member.group if member else "other"


def _layer(name: str) -> Member | None:
    from layerloom import catalog  # read late: the data file is large, and most requests need none of it

    return catalog.get("layer", name)
