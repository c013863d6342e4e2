"""A backbone as Keras laid it open → one block that stands in its place, under ids that no other graph has. Pure.

The model itself is a block of kind `model`, so that Keras is told what it was told before. Where pixels are prepared first, a block that is no more
than a frame holds both.
"""

import uuid
from collections.abc import Callable, Mapping

from layerloom.catalog.types import Strict
from layerloom.graph.schema import BlockNode, Graph, InputNode, Node, NodeId, OutputNode


class Unfolded(Strict):
    graph: Graph
    """The block, what stands in it, and nothing else; no wire leads to the block yet."""
    block: NodeId


def fresh() -> NodeId:
    return uuid.uuid4().hex[:16]


def as_block(read: Graph, name: str, new: Callable[[], NodeId] = fresh) -> tuple[Unfolded, Mapping[NodeId, NodeId]]:
    """`read` is a model of one input, the operations that prepare it, and one model inside. Also gives what each node is called now."""
    ids = {id: new() for id in read.nodes}
    nodes = {ids[id]: _renamed(node, ids) for id, node in read.nodes.items()}
    edges = {
        new(): edge.model_copy(
            update={
                "source": ids[edge.source],
                "target": ids[edge.target],
                "source_port": _port(read, edge.source, edge.source_port, ids),
                "target_port": _port(read, edge.target, edge.target_port, ids),
            }
        )
        for edge in read.edges.values()
    }
    top = [id for id, node in nodes.items() if node.block is None]
    (inner,) = (id for id in top if isinstance(nodes[id], BlockNode))
    nodes[inner] = nodes[inner].model_copy(update={"name": name})
    ends = [id for id in top if isinstance(nodes[id], InputNode | OutputNode)]
    block = inner
    if len(top) == len(ends) + 1:
        edges = {key: edge for key, edge in edges.items() if edge.source not in ends and edge.target not in ends}
        nodes = {id: node for id, node in nodes.items() if id not in ends}
    else:
        block = new()
        nodes = {id: node.model_copy(update={"block": block}) if id in top else node for id, node in nodes.items()}
        nodes[block] = BlockNode(name=f"{name}_block", prefixed=False)
    for id, node in nodes.items():
        if isinstance(node, InputNode):  # as the backbone did, it takes what flows in, whatever its size
            nodes[id] = InputNode(name=node.name if node.block == inner else "input", block=node.block)
        elif isinstance(node, OutputNode):
            nodes[id] = OutputNode(name="output", block=node.block)
    graph = read.model_copy(update={"name": name, "nodes": nodes, "edges": edges, "layout": {}})
    return Unfolded(graph=graph, block=block), ids


def _port(read: Graph, node: NodeId, port: str, ids: Mapping[NodeId, NodeId]) -> str:
    """A block's ports are called by the ids of what stands in it."""
    return ids[port] if isinstance(read.nodes[node], BlockNode) else port


def _renamed(node: Node, ids: Mapping[NodeId, NodeId]) -> Node:
    """What a node names by its id: the block it stands in, and whose layer it shares."""
    named = {field: ids.get(getattr(node, field, None) or "") for field in ("block", "shares")}
    return node.model_copy(update={field: id for field, id in named.items() if id is not None})
