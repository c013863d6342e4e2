"""Which nodes feed an Output, and what that means for problems: what feeds none cannot block training."""

from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph, LayerNode, NodeId, OutputNode


def feeding(graph: Graph) -> set[NodeId] | None:
    """Nodes that feed an Output by wires, healthy or not; owners of shared layers count with their sharers. None without an Output."""
    into: dict[NodeId, list[NodeId]] = {}
    for edge in graph.edges.values():
        into.setdefault(edge.target, []).append(edge.source)
    waiting = [id for id, node in graph.nodes.items() if type(node) is OutputNode]
    if not waiting:
        return None
    found: set[NodeId] = set()
    while waiting:
        id = waiting.pop()
        if id in found:
            continue
        found.add(id)
        waiting += into.get(id, ())
        node = graph.nodes.get(id)
        if isinstance(node, LayerNode) and node.shares:
            waiting.append(node.shares)
    return found


def weighed(problems: tuple[Problem, ...], graph: Graph) -> tuple[Problem, ...]:
    """Errors of nodes that feed no Output become warnings; while nothing is drawn to an Output yet, all count."""
    if all(one.severity == "warning" or not one.nodes for one in problems):
        return problems
    fed = feeding(graph)
    if fed is None:
        return problems
    return tuple(
        one
        if one.severity == "warning" or not one.nodes or not fed.isdisjoint(one.nodes)
        else one.model_copy(update={"severity": "warning"})
        for one in problems
    )
