"""Which ports a node has, from the catalog and its parameters. The one truth for validation, drawing and legality."""

from collections.abc import Mapping
from typing import Any, Literal

from layerloom import catalog
from layerloom.catalog.types import Member, Port
from layerloom.graph import blocks, recurrent
from layerloom.graph.schema import BlockNode, CustomNode, Graph, InputNode, LayerNode, Node, NodeId, OpNode, OutputNode

_IN = (Port(name="input"),)
_OUT = (Port(name="output"),)
MOST_PARTS = 64
"""Outputs that a node may have by `each`."""


def layer_of(graph: Graph, node: LayerNode) -> LayerNode:
    """The node whose `layer` and `params` count: the owner's, where it shares one."""
    owner = graph.nodes.get(node.shares) if node.shares else None
    return owner if isinstance(owner, LayerNode) else node


def inputs_of(graph: Graph, node: Node) -> tuple[Port, ...]:
    match node:
        case InputNode():
            return ()
        case LayerNode():
            own = layer_of(graph, node)
            member = catalog.get("layer", own.layer)
            return present(member, member.inputs, own.params) if member else _IN
        case OpNode():
            op = catalog.get("op", node.op)
            return op.inputs if op else _IN
        case BlockNode():
            return _of_block(graph, node, "input")
        case CustomNode(code=str(code)) if code in graph.code:
            return graph.code[code].inputs
    return _IN


def outputs_of(graph: Graph, node: Node, id: NodeId | None = None) -> tuple[Port, ...]:
    """`id` is the node's own, where it is in the graph: some ops give as many tensors as wires arrive."""
    match node:
        case OutputNode():
            return ()
        case OpNode():
            op = catalog.get("op", node.op)
            return outputs_with(op, node.params, arriving(graph, id, op)) if op else _OUT
        case LayerNode():
            own = layer_of(graph, node)
            member = catalog.get("layer", own.layer)
            return of_layer(member, own.params) if member else _OUT
        case BlockNode():
            return _of_block(graph, node, "output")
        case CustomNode(code=str(code)) if code in graph.code:
            return graph.code[code].outputs
    return _OUT


def _of_block(graph: Graph, node: BlockNode, kind: Literal["input", "output"]) -> tuple[Port, ...]:
    """Named by the ids of the nodes inside that they are, which say what they are called."""
    id = next((id for id, one in graph.nodes.items() if one is node), None)
    found = blocks.ports(graph, id, kind) if id is not None else []
    return tuple(Port(name=one, doc=graph.nodes[one].name) for one in found)


def of_layer(member: Member, params: Mapping[str, Any]) -> tuple[Port, ...]:
    """A layer's output ports."""
    if member.name in recurrent.HOLDERS:
        return recurrent.outputs(member.name, params)
    return present(member, member.outputs, params)


def outputs_with(member: Member, params: Mapping[str, Any], wires: Mapping[str, int]) -> tuple[Port, ...]:
    """The output ports, each that comes several times as often as it does; `wires` counts those at each input port."""
    found: list[Port] = []
    for port in present(member, member.outputs, params):
        if port.each:
            most = min(times(member, params, port.each, wires), MOST_PARTS)
            found += [Port(name=f"{port.name}_{place}", doc=port.doc) for place in range(1, most + 1)]
        else:
            found.append(port)
    return tuple(found)


def arriving(graph: Graph, id: NodeId | None, member: Member) -> dict[str, int]:
    """Wires at the input ports that decide how many outputs there are."""
    counted = {port.each for port in member.outputs} & {port.name for port in member.inputs}
    if not counted:
        return {}
    return {
        name: sum(edge.target == id and edge.target_port == name for edge in graph.edges.values()) for name in counted
    }


def times(member: Member, params: Mapping[str, Any], name: str, wires: Mapping[str, int]) -> int:
    """How often an output with that `each` comes; more than may be drawn, where a parameter says so."""
    if any(port.name == name for port in member.inputs):
        return wires.get(name, 0)
    value = _value(member, params, name)
    if isinstance(value, list | tuple):
        return len(value) + all(param.type != "shape" for param in member.params if param.name == name)
    whole = isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer()
    return max(int(value), 0) if whole else 0


def present(member: Member, ports: tuple[Port, ...], params: Mapping[str, Any]) -> tuple[Port, ...]:
    """The ports that exist while the parameters are these; a parameter not given counts with its default."""
    return tuple(
        port for port in ports if port.when is None or _value(member, params, port.when.param) == port.when.equals
    )


def _value(member: Member, params: Mapping[str, Any], name: str) -> Any:
    if name in params:
        return params[name]
    return next((param.default for param in member.params if param.name == name), None)
