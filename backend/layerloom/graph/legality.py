"""May this wire be drawn? The same rules run in the browser; `tests/graphs/legality.json` holds both to one answer.

Only what is certain from ports and wires: shapes are inference's to judge, and a wire that makes a shape wrong may be drawn.
"""

from typing import Literal

from layerloom.graph.ports import inputs_of, outputs_of
from layerloom.graph.schema import Edge, EdgeId, Graph, InputNode, NodeId, OutputNode

Refusal = Literal[
    "dangling_edge",  # one end does not exist
    "self_loop",  # from a node to itself
    "wire_across_blocks",  # its ends stand in different blocks
    "wrong_way_wire",  # nothing flows out of an Output, nothing into an Input
    "unknown_port",
    "duplicate_edge",  # the very same wire exists
    "cycle",  # the target feeds the source
    "port_taken",  # another wire arrives there already
]


def refusal(graph: Graph, edge: Edge, moving: EdgeId | None = None) -> Refusal | None:
    """Why the wire may not be drawn; None where it may. Reasons are tried in the order of `Refusal`.

    `moving` is a wire that would go: the one whose end is being dragged.
    """
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None or target is None:
        return "dangling_edge"
    if edge.source == edge.target:
        return "self_loop"
    if source.block != target.block:
        return "wire_across_blocks"
    if isinstance(source, OutputNode) or isinstance(target, InputNode):
        return "wrong_way_wire"
    port = next((port for port in inputs_of(graph, target) if port.name == edge.target_port), None)
    if port is None or all(port.name != edge.source_port for port in outputs_of(graph, source, edge.source)):
        return "unknown_port"
    there = [
        other
        for id, other in graph.edges.items()
        if (other.target, other.target_port) == (edge.target, edge.target_port) and id != moving
    ]
    if any((other.source, other.source_port) == (edge.source, edge.source_port) for other in there):
        return "duplicate_edge"
    if _feeds(graph, edge.target, edge.source):
        return "cycle"
    return "port_taken" if there and not port.many else None


def _feeds(graph: Graph, start: NodeId, end: NodeId) -> bool:
    after: dict[NodeId, list[NodeId]] = {}
    for edge in graph.edges.values():
        after.setdefault(edge.source, []).append(edge.target)
    seen, waiting = {start}, [start]
    while waiting:
        for target in after.get(waiting.pop(), ()):
            if target == end:
                return True
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return False
