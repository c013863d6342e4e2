"""Graph → a miniature: where its nodes stand, the colour group and the icon of each, and its wires by index. Draws nothing."""

from typing import Any

from layerloom.catalog.types import Kind, Member
from layerloom.graph.schema import Graph, Node

NODES = 200
"""A miniature shows no more."""
STEP = 120.0
"""Distance of nodes that have no place yet, one below the other."""


def thumbnail(graph: Graph) -> dict[str, Any]:
    ids = [id for id, node in graph.nodes.items() if node.block is None][:NODES]
    index = {id: i for i, id in enumerate(ids)}
    nodes = []
    for i, id in enumerate(ids):
        place = graph.layout.get(id)
        x, y = (place.x, place.y) if place else (0.0, i * STEP)
        group, icon = _drawn(graph, graph.nodes[id])
        nodes.append({"x": x, "y": y, "group": group, "icon": icon})
    wires = [
        [index[edge.source], index[edge.target]]
        for edge in graph.edges.values()
        if edge.source in index and edge.target in index
    ]
    return {"nodes": nodes, "edges": wires}


def _drawn(graph: Graph, node: Node) -> tuple[str, str]:
    if node.type == "op":
        op = _member("op", node.op)
        return (op.group, op.icon) if op else ("op", "op")
    if node.type != "layer":
        return ("block", "block") if node.type == "block" else ("io", node.type)
    owner = graph.nodes.get(node.shares) if node.shares else None
    layer = owner.layer if owner is not None and owner.type == "layer" else node.layer
    member = _member("layer", layer)
    return (member.group, member.icon) if member else ("other", "other")


def _member(kind: Kind, name: str) -> Member | None:
    from layerloom import catalog  # read late: the data file is large, and most requests need none of it

    return catalog.get(kind, name)
