"""A plan and the model that its script made → which node of the model is which node of the plan. Exact: the script was written from it."""

import re
from collections import defaultdict

from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.schema import Graph, InputNode, LayerNode, NodeId, OpNode, OutputNode

Wire = tuple[str, int, NodeId, str]
"""Port, place among what arrives there, and what does."""


def of(plan: Plan, model: Graph) -> dict[NodeId, NodeId]:
    """Node of `model` → id in the plan's graph."""
    found: dict[NodeId, NodeId] = {}
    named = {node.name: id for id, node in model.nodes.items() if _named(node)}
    for entry in plan.inputs:
        if (id := named.get(entry.name)) is not None:
            found[id] = entry.node
    calls = _calls(model)
    there = {place: id for id, place in found.items()}
    for step in plan.steps:
        here = _kind(step, there), _arriving(step, there)
        waiting = [id for id in calls.get(here, ()) if id not in found]
        met = next((id for id in waiting if model.nodes[id].name == step.name), waiting[0] if waiting else None)
        if met is None and isinstance(step.call, LayerCall) and step.shares is None:
            met = named.get(step.name)
        if met is not None and met not in found:
            found[met] = step.node
            there[step.node] = met
    ends = [id for id, node in model.nodes.items() if isinstance(node, OutputNode)]
    for place, output in enumerate(plan.outputs):
        own = ends[0] if len(plan.outputs) == 1 == len(ends) else None
        same = next((id for id in ends if model.nodes[id].name == output.name), None)
        end = own or same or (ends[place] if place < len(ends) else None)
        if end is not None:
            found.setdefault(end, output.node)
    return found


def _named(node: object) -> bool:
    """Whether the script gives the node its name: operations and further calls of a layer get theirs from Keras."""
    return isinstance(node, InputNode) or (isinstance(node, LayerNode) and node.shares is None)


def arriving(model: Graph) -> dict[NodeId, frozenset[Wire]]:
    ports: dict[tuple[NodeId, str], list[tuple[str, str, NodeId, str]]] = defaultdict(list)
    for id, edge in model.edges.items():
        ports[edge.target, edge.target_port].append((edge.order, id, edge.source, edge.source_port))
    found: dict[NodeId, set[Wire]] = {id: set() for id in model.nodes}
    for (target, port), wires in ports.items():
        for place, (_, _, source, source_port) in enumerate(sorted(wires)):
            found[target].add((port, place, source, source_port))
    return {id: frozenset(wires) for id, wires in found.items()}


def _calls(model: Graph) -> dict[tuple[object, frozenset[Wire]], list[NodeId]]:
    """Every call by what is called and what arrives, in the order Keras numbered them."""
    found: dict[tuple[object, frozenset[Wire]], list[NodeId]] = defaultdict(list)
    wires = arriving(model)
    for id in sorted(model.nodes, key=lambda id: _number(model.nodes[id].name)):
        node = model.nodes[id]
        if isinstance(node, OpNode):
            found[("op", node.op), wires[id]].append(id)
        elif isinstance(node, LayerNode):
            found[("layer", node.layer) if node.shares is None else ("shares", node.shares), wires[id]].append(id)
    return found


def _number(name: str) -> int:
    """`add` comes before `add_1`."""
    found = re.search(r"_(\d+)$", name)
    return int(found[1]) if found else 0


def _kind(step: Step, there: dict[NodeId, NodeId]) -> object:
    if isinstance(step.call, OpCall):
        return "op", step.call.op
    if isinstance(step.call, LayerCall) and step.shares is None:
        return "layer", step.call.layer
    return "shares", there.get(step.shares or "")


def _arriving(step: Step, there: dict[NodeId, NodeId]) -> frozenset[Wire]:
    found: set[Wire] = set()
    for port, refs in step.arguments.items():
        for place, ref in enumerate(refs if isinstance(refs, tuple) else (refs,)):
            found.add((port, place, _met(ref, there), ref.port))
    return frozenset(found)


def _met(ref: Ref, there: dict[NodeId, NodeId]) -> NodeId:
    return there.get(ref.node, "")
