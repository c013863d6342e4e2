"""Graph → every layer, op, backbone and custom node by itself, remembered of each node object: one changed node costs one node."""

from dataclasses import dataclass, field

from layerloom.graph import texts
from layerloom.graph.problems import Problem
from layerloom.graph.schema import BackboneNode, CustomNode, Graph, LayerNode, NodeId, OpNode
from layerloom.graph.sealing import Judge, anybodys
from layerloom.graph.validate import backbones, customs, layers, ops
from layerloom.graph.validate.layers import Checked


@dataclass(slots=True)
class _Kept:
    """What was found of a node, and from what: valid while the very same objects come again."""

    node: LayerNode | OpNode | BackboneNode | CustomNode
    owner: object
    checked: Checked


@dataclass(slots=True)
class Nodes:
    _kept: dict[NodeId, _Kept] = field(default_factory=dict)

    def check(self, graph: Graph, judge: Judge = anybodys) -> dict[NodeId, Checked]:
        kept: dict[NodeId, _Kept] = {}
        for id, node in graph.nodes.items():
            # By `type`: this loop is most of what an edit in a network of hundreds of layers costs.
            owner: object
            if type(node) is LayerNode:
                owner = graph.nodes.get(node.shares) if node.shares is not None else None
            elif type(node) is OpNode or type(node) is BackboneNode:
                owner = None
            elif type(node) is CustomNode and node.code is not None:
                owner = graph.code.get(node.code)
            else:
                continue
            last = self._kept.get(id)
            if last is None or last.node is not node or last.owner is not owner:
                last = _Kept(node, owner, _check(graph, id, node, judge))
            kept[id] = last
        self._kept = kept
        return {id: one.checked for id, one in kept.items()}


def _check(graph: Graph, id: NodeId, node: LayerNode | OpNode | BackboneNode | CustomNode, judge: Judge) -> Checked:
    if isinstance(node, CustomNode):
        return customs.check(id, node, graph.code.get(node.code or ""), judge)
    if isinstance(node, BackboneNode):
        return backbones.check(id, node)
    if isinstance(node, OpNode):
        return ops.check(id, node)
    if node.shares is None:
        return layers.check(id, node, None)
    owner = graph.nodes.get(node.shares)
    found: tuple[Problem, ...] = ()
    if not isinstance(owner, LayerNode):
        found = (texts.shared_owner_missing(id, node.name, node.shares),)
    elif owner.shares is not None:
        found = (texts.shared_owner_shares(id, node.name, owner.name, node.shares, owner.shares),)
    elif owner.layer != node.layer:
        found = (texts.shared_class_differs(id, node.name, node.layer, owner.name, node.shares, owner.layer),)
    if found:
        return Checked(found, ports_known=False)
    assert isinstance(owner, LayerNode)
    return layers.check(id, node, owner)
