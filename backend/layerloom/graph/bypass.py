"""A bypassed layer and its wires → which wire's data goes round it."""

from collections.abc import Iterable

from layerloom.graph.ports import inputs_of
from layerloom.graph.schema import Edge, EdgeId, Graph, NodeId


def passing(graph: Graph, id: NodeId, arriving: Iterable[tuple[EdgeId, Edge]]) -> Edge | None:
    """The first wire in the order of the layer's ports, and of a merge's inputs; None where nothing arrives."""
    ports = [port.name for port in inputs_of(graph, graph.nodes[id])]

    def place(wire: tuple[EdgeId, Edge]) -> tuple[int, str, str]:
        port = wire[1].target_port
        return ports.index(port) if port in ports else len(ports), wire[1].order, wire[0]

    first = min(arriving, key=place, default=None)
    return first[1] if first else None
