"""Which ports a node has, from the catalog and its parameters. The one truth for validation, drawing and legality."""

from collections.abc import Mapping
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Member, Port
from layerloom.graph.schema import Graph, InputNode, LayerNode, Node, OutputNode

_IN = (Port(name="input"),)
_OUT = (Port(name="output"),)


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
    return _IN


def outputs_of(graph: Graph, node: Node) -> tuple[Port, ...]:
    match node:
        case OutputNode():
            return ()
        case LayerNode():
            own = layer_of(graph, node)
            member = catalog.get("layer", own.layer)
            return present(member, member.outputs, own.params) if member else _OUT
    return _OUT


def present(member: Member, ports: tuple[Port, ...], params: Mapping[str, Any]) -> tuple[Port, ...]:
    """The ports that exist while the parameters are these; a parameter not given counts with its default."""
    return tuple(
        port for port in ports if port.when is None or _value(member, params, port.when.param) == port.when.equals
    )


def _value(member: Member, params: Mapping[str, Any], name: str) -> Any:
    if name in params:
        return params[name]
    param = catalog.params(member.kind, member.name).get(name)
    return param.default if param else None
