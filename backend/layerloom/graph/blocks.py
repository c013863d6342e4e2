"""Which nodes stand in which block, and what a block's ports are. Reads a graph; judges nothing."""

from collections.abc import Mapping
from typing import Literal

from layerloom.graph.schema import BlockNode, Edge, Graph, InputNode, Node, NodeId, OutputNode

Inside = Mapping[NodeId | None, list[NodeId]]
"""Block → the nodes that stand in it; None → those at the top."""


def has_blocks(graph: Graph) -> bool:
    return any(node.block is not None or node.type == "block" for node in graph.nodes.values())


def inside(graph: Graph) -> dict[NodeId | None, list[NodeId]]:
    found: dict[NodeId | None, list[NodeId]] = {}
    for id, node in graph.nodes.items():
        found.setdefault(node.block, []).append(id)
    return found


def content_of(graph: Graph, id: NodeId) -> NodeId:
    """The block in which what this one is made of stands: the owner, where it shares one."""
    node = graph.nodes.get(id)
    owner = graph.nodes.get(node.shares) if isinstance(node, BlockNode) and node.shares else None
    return node.shares if isinstance(node, BlockNode) and node.shares and isinstance(owner, BlockNode) else id


def ports(graph: Graph, id: NodeId, kind: Literal["input", "output"], found: Inside | None = None) -> list[NodeId]:
    """A block's input or output ports: the nodes inside that they are, in the order of their names."""
    block = content_of(graph, id)
    members = (
        found.get(block, ()) if found is not None else [one for one in graph.nodes if graph.nodes[one].block == block]
    )
    there = [one for one in members if graph.nodes[one].type == kind]
    return sorted(there, key=lambda one: (graph.nodes[one].name, one))


def is_port(node: Node) -> bool:
    """Whether an input or output is a port of a block and not an end of the model."""
    return node.block is not None and isinstance(node, InputNode | OutputNode)


def around(graph: Graph, id: NodeId) -> list[NodeId]:
    """The blocks that a node stands in, the innermost first. Ends where they would repeat."""
    found: list[NodeId] = []
    node = graph.nodes.get(id)
    while node is not None and node.block is not None and node.block not in found:
        found.append(node.block)
        node = graph.nodes.get(node.block)
    return found


def path(graph: Graph, id: NodeId) -> str:
    """What a node is called, after what the blocks around it are called: `stage/conv`. Its own id where there is no such node."""
    node = graph.nodes.get(id)
    if node is None:
        return id
    outer = [graph.nodes[one].name for one in reversed(around(graph, id)) if one in graph.nodes]
    return "/".join([*outer, node.name])


def port_nodes(graph: Graph, edge: Edge) -> tuple[NodeId | None, NodeId | None]:
    """The nodes that the ports at a wire's two ends are, where it ends at blocks."""
    ends = ((edge.source, edge.source_port), (edge.target, edge.target_port))
    source, target = (port if isinstance(graph.nodes.get(id), BlockNode) else None for id, port in ends)
    return source, target


def laid_sizes(graph: Graph) -> dict[NodeId | None, int]:
    """Block → how many nodes stand there once every block inside is laid out, repeats and sharers counted; None → all of them. Of a
    graph whose blocks hold no circle."""
    found, sizes = inside(graph), dict[NodeId | None, int]()

    def size(block: NodeId | None) -> int:
        if block not in sizes:
            sizes[block] = sum(map(of, found.get(block, ())))
        return sizes[block]

    def of(id: NodeId) -> int:
        if not isinstance(graph.nodes[id], BlockNode):
            return 1
        content = content_of(graph, id)
        own = graph.nodes[content]
        return size(content) * (own.repeat if isinstance(own, BlockNode) else 1)

    size(None)
    return sizes
