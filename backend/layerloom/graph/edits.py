"""Graph × edits → Graph. Pure: the graph given stays as it was, and every part that no edit touches is the same object."""

from collections.abc import Iterable
from typing import Any, assert_never

from pydantic import TypeAdapter

from layerloom.graph import blocks
from layerloom.graph.ports import inputs_of, outputs_of
from layerloom.graph.problems import (
    AddEdge,
    AddNode,
    Edit,
    InsertOnEdge,
    RemoveEdge,
    RemoveNode,
    SetField,
    SetGraph,
    SetParam,
    SetTraining,
)
from layerloom.graph.schema import BlockNode, Edge, EdgeId, Graph, Node, NodeId, Position, Training

_NODE: TypeAdapter[Node] = TypeAdapter(Node)
ROW = 104
"""Canvas units from a node to the one below it."""


def apply(graph: Graph, edits: Iterable[Edit]) -> Graph:
    """All edits in their order. Raises LookupError where one means what is not there, ValueError where a field refuses a value."""
    for edit in edits:
        graph = _apply(graph, edit)
    return graph


def _apply(graph: Graph, edit: Edit) -> Graph:
    match edit:
        case SetParam():
            node = _node(graph, edit.node)
            params = {name: value for name, value in getattr(node, "params", {}).items() if name != edit.param}
            if edit.value is not None:
                params[edit.param] = edit.value
            return _with_node(graph, edit.node, _changed(node, "params", params))
        case SetField():
            return _with_node(graph, edit.node, _changed(_node(graph, edit.node), edit.field, edit.value))
        case SetTraining():
            training = {**graph.training.model_dump(), edit.field: edit.value}
            return _with(graph, training=Training.model_validate(training))
        case SetGraph():
            return _with(graph, **{edit.field: edit.value})
        case AddNode():
            near = graph.nodes.get(edit.near) if edit.near else None
            new = edit.node
            if near is not None and near.block != new.block:
                new = new.model_copy(update={"block": near.block})
            return _with_node(_placed(graph, edit.id, edit.near), edit.id, new)
        case InsertOnEdge():
            edge = _edge(graph, edit.edge)
            there = _node(graph, edge.target).block
            node = edit.node if edit.node.block == there else edit.node.model_copy(update={"block": there})
            graph = _with_node(_placed(graph, edit.id, edge.source), edit.id, node)
            into = next((port.name for port in inputs_of(graph, edit.node)), "input")
            out = next((port.name for port in outputs_of(graph, edit.node)), "output")
            before = edge.model_copy(update={"target": edit.id, "target_port": into, "order": "a0"})
            after = edge.model_copy(update={"source": edit.id, "source_port": out})
            edges = {**graph.edges, edit.edge: after, _free(graph.edges, f"{edit.id}_in"): before}
            return _with(graph, edges=edges)
        case RemoveNode():
            return _without(graph, edit.node, edit.heal)
        case AddEdge():
            return _with(graph, edges={**graph.edges, edit.id: edit.edge})
        case RemoveEdge():
            _edge(graph, edit.edge)
            return _with(graph, edges={id: edge for id, edge in graph.edges.items() if id != edit.edge})
    assert_never(edit)


def _without(graph: Graph, id: NodeId, heal: bool) -> Graph:
    """Removes a node with its wires. Healed: what came in at its first port goes on to everything it fed. A sharer inherits its layer,
    or what is inside the block; what nobody inherits goes with it."""
    node = _node(graph, id)
    into = [edge for edge in graph.edges.values() if edge.target == id]
    edges = {key: edge for key, edge in graph.edges.items() if id not in (edge.source, edge.target)}
    first = min(into, key=lambda edge: (edge.target_port != "input", edge.order), default=None)
    if heal and first is not None:
        for key, edge in graph.edges.items():
            if edge.source == id and edge.target != id:
                edges[key] = edge.model_copy(update={"source": first.source, "source_port": first.source_port})
    nodes = {key: one for key, one in graph.nodes.items() if key != id}
    sharers = sorted(key for key, one in nodes.items() if getattr(one, "shares", None) == id)
    if isinstance(node, BlockNode):
        return _without_block(_with(graph, nodes=nodes, edges=edges), id, node, sharers)
    for i, key in enumerate(sharers):
        if i == 0:
            made = {
                "shares": None,
                "params": getattr(node, "params", {}),
                "trainable": getattr(node, "trainable", True),
            }
        else:
            made = {"shares": sharers[0]}
        nodes[key] = nodes[key].model_copy(update=made)
    layout = {key: place for key, place in graph.layout.items() if key != id}
    return _with(graph, nodes=nodes, edges=edges, layout=layout)


def _without_block(graph: Graph, id: NodeId, node: BlockNode, sharers: list[NodeId]) -> Graph:
    nodes, edges = dict(graph.nodes), graph.edges
    if sharers:
        heir = sharers[0]
        own = {"shares": None, "kind": node.kind, "repeat": node.repeat, "varying": node.varying}
        nodes[heir] = nodes[heir].model_copy(update=own)
        for key in sharers[1:]:
            nodes[key] = nodes[key].model_copy(update={"shares": heir})
        for key, one in nodes.items():
            if one.block == id:
                nodes[key] = one.model_copy(update={"block": heir})
    else:
        gone = {key for key in nodes if id in blocks.around(graph, key)}
        nodes = {key: one for key, one in nodes.items() if key not in gone}
        edges = {key: one for key, one in edges.items() if gone.isdisjoint((one.source, one.target))}
    layout = {key: place for key, place in graph.layout.items() if key in nodes}
    return _with(graph, nodes=nodes, edges=edges, layout=layout)


def _changed(node: Node, field: str, value: Any) -> Node:
    if field not in type(node).model_fields or field == "type":
        raise LookupError(f"A node of type {node.type} has no field {field}.")
    return _NODE.validate_python({**node.model_dump(), field: value})


def _placed(graph: Graph, id: NodeId, near: NodeId | None) -> Graph:
    place = graph.layout.get(near) if near else None
    if place is None:
        return graph
    return _with(graph, layout={**graph.layout, id: Position(x=place.x, y=place.y + ROW / 2)})


def _with_node(graph: Graph, id: NodeId, node: Node) -> Graph:
    return _with(graph, nodes={**graph.nodes, id: node})


def _with(graph: Graph, **fields: Any) -> Graph:
    return graph.model_copy(update=fields)


def _node(graph: Graph, id: NodeId) -> Node:
    if id not in graph.nodes:
        raise LookupError(f"There is no node {id}.")
    return graph.nodes[id]


def _edge(graph: Graph, id: EdgeId) -> Edge:
    if id not in graph.edges:
        raise LookupError(f"There is no wire {id}.")
    return graph.edges[id]


def _free(taken: dict[EdgeId, Edge], id: EdgeId) -> EdgeId:
    number, found = 1, id
    while found in taken:
        number += 1
        found = f"{id}{number}"
    return found
