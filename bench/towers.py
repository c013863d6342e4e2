"""A size → a network of so many nodes for the canvas benchmarks: towers side by side, every third layer with a way round it.

The same network as a Layerloom graph and as the nodes and edges of a bare React Flow.
"""

import json
from typing import Any

from layerloom.catalog import load
from layerloom.graph.schema import Edge, Graph, InputNode, LayerNode, OutputNode, Position
from layerloom.graph.upgrades import VERSION

COLUMN, STEP = 300, 84
NODE = {"width": 226, "height": 54}


def towers(count: int) -> Graph:
    """Each tower is an input, layers of one width, and an output; additions close a way round three layers."""
    rows = 30 if count < 1000 else 50
    nodes: dict[str, Any] = {}
    edges: list[Edge] = []
    layout: dict[str, Position] = {}
    for at in range(count):
        column, row = divmod(at, rows)
        node = f"n{at}"
        layout[node] = Position(x=column * COLUMN, y=row * STEP)
        if row == 0:
            nodes[node] = InputNode(name=f"input_{column}", shape=(16,))
            continue
        around = row % 4 == 0 and row < rows - 1
        if row == rows - 1 or at == count - 1:
            nodes[node] = OutputNode(name=f"output_{column}")
        elif around:
            nodes[node] = LayerNode(name=f"add_{at}", layer="Add")
        else:
            params = {"units": 16, "activation": "relu"}
            nodes[node] = LayerNode(name=f"dense_{at}", layer="Dense", params=params)
        edges.append(Edge(source=f"n{at - 1}", target=node, order="a0"))
        if around and isinstance(nodes[node], LayerNode):
            edges.append(Edge(source=f"n{at - 4}", target=node, order="a1"))
    return Graph(
        version=VERSION,
        keras_version=load().keras_version,
        name=f"{count} nodes",
        nodes=nodes,
        edges={f"e{at}": edge for at, edge in enumerate(edges)},
        layout=layout,
    )


def bare(graph: Graph) -> str:
    """`graph.json` of the bare page: default nodes with a label, default edges."""
    nodes = [
        {"id": id, "position": graph.layout[id].model_dump(), "data": {"label": node.name}, "style": NODE}
        for id, node in graph.nodes.items()
    ]
    edges = [{"id": id, "source": edge.source, "target": edge.target} for id, edge in graph.edges.items()]
    return json.dumps({"nodes": nodes, "edges": edges})
