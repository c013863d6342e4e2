"""Graph → what stands right behind each Input: a layer that takes raw words or pictures lets the Input give them."""

from layerloom.graph.backbones import BEHIND
from layerloom.graph.schema import BackboneNode, Graph, InputNode, LayerNode, NodeId
from layerloom.graph.validate.laying import PortNode


def right_behind(graph: Graph) -> dict[NodeId, set[str]]:
    """Of each input the layers that its wires lead to, through the ports of blocks too."""
    nodes, found = graph.nodes, dict[NodeId, set[str]]()
    ports: dict[NodeId, set[NodeId]] = {}
    for edge in graph.edges.values():
        node = nodes.get(edge.target)
        if type(nodes.get(edge.source)) in (InputNode, PortNode):
            if isinstance(node, PortNode):
                ports.setdefault(edge.source, set()).add(edge.target)
            else:
                found.setdefault(edge.source, set()).add(_called(node))
    for id in [id for id in ports if type(nodes[id]) is InputNode]:
        waiting, seen = list(ports[id]), set[NodeId]()
        while waiting:
            port = waiting.pop()
            if port not in seen:
                seen.add(port)
                found.setdefault(id, set()).update(found.get(port, ()))
                waiting += ports.get(port, ())
    return found


def _called(node: object) -> str:
    """What a layer right behind an Input is, to the Input."""
    if isinstance(node, BackboneNode):
        return BEHIND if node.preprocess else ""
    return node.layer if isinstance(node, LayerNode) else ""
