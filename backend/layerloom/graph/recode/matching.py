"""A model and what became of it in somebody's hands → which node is which. Layers by the names the script gives them, the rest by where it stands."""

from collections.abc import Hashable

from layerloom.graph.matching import Pairs, Side
from layerloom.graph.schema import Graph, InputNode, LayerNode, NodeId, OpNode, OutputNode


def follow(before: Graph, after: Graph) -> dict[NodeId, NodeId]:
    """Node of `after` → the same node in `before`; each at most once.

    A layer that goes by another name is the one that stood between the same neighbours; operations have no names of their own.
    """
    pairs = Pairs(Side(before), Side(after))
    pairs.make(_name_and_kind)
    pairs.make(_name_and_type)
    pairs.make(_the_only_end, alone=True)
    pairs.spread(list(pairs.found))
    pairs.make(_operation, spreading=True)
    return pairs.found


def _named(side: Side, id: NodeId) -> bool:
    node = side.nodes[id]
    return isinstance(node, InputNode | OutputNode) or (isinstance(node, LayerNode) and node.shares is None)


def _name_and_kind(side: Side, id: NodeId) -> Hashable | None:
    return (side.nodes[id].name, side.kind(id)) if _named(side, id) else None


def _name_and_type(side: Side, id: NodeId) -> Hashable | None:
    return (side.nodes[id].name, side.nodes[id].type) if _named(side, id) else None


def _the_only_end(side: Side, id: NodeId) -> Hashable | None:
    """The input of a model with one, called otherwise; the output likewise."""
    node = side.nodes[id]
    return node.type if isinstance(node, InputNode | OutputNode) else None


def _operation(side: Side, id: NodeId) -> Hashable | None:
    return side.kind_and_values(id) if isinstance(side.nodes[id], OpNode) else None
