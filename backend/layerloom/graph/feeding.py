"""Which nodes feed an Output, and what that means for problems: what feeds none cannot block training."""

from layerloom.graph.bypass import passing
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Edge, EdgeId, Graph, LayerNode, NodeId, OpNode, OutputNode


def feeding(graph: Graph) -> set[NodeId] | None:
    """Nodes that feed an Output by wires, healthy or not; owners of shared layers count with their sharers. None without an Output.

    A bypassed layer does not: what goes round it does.
    """
    into: dict[NodeId, list[tuple[EdgeId, Edge]]] = {}
    for edge_id, edge in graph.edges.items():
        into.setdefault(edge.target, []).append((edge_id, edge))
    waiting = [id for id, node in graph.nodes.items() if type(node) is OutputNode and node.block is None]
    if not waiting:
        return None
    found: set[NodeId] = set()
    seen: set[NodeId] = set()
    while waiting:
        id = waiting.pop()
        if id in seen:
            continue
        seen.add(id)
        node, arriving = graph.nodes.get(id), into.get(id, [])
        if isinstance(node, LayerNode | OpNode) and node.bypassed:
            around = passing(graph, id, arriving)
            waiting += [around.source] if around else []
            found.update(() if around else (id,))
            continue
        found.add(id)
        waiting += [edge.source for _, edge in arriving]
        if isinstance(node, LayerNode) and node.shares:
            found.add(node.shares)
            owner = graph.nodes.get(node.shares)
            if not (isinstance(owner, LayerNode) and owner.bypassed):
                waiting.append(node.shares)
    return found


def weighed(problems: tuple[Problem, ...], graph: Graph, laid: Graph | None = None) -> tuple[Problem, ...]:
    """Errors of nodes that feed no Output become warnings; while nothing is drawn to an Output yet, all count.

    `laid` is the graph with its blocks laid out, where it has some: a node inside counts with its block, and by itself.
    """
    if all(one.severity == "warning" or not one.nodes for one in problems):
        return problems
    fed = feeding(graph)
    if fed is None:
        return problems
    if laid is not None:
        fed |= {id.split("@", 1)[0] for id in feeding(laid) or ()}
    return tuple(
        one
        if one.severity == "warning" or not one.nodes or not fed.isdisjoint(one.nodes)
        else one.model_copy(update={"severity": "warning"})
        for one in problems
    )
