"""Edges → what arrives at every port, or what is wrong with the wires. Knows ports; no shapes, no parameters."""

from collections.abc import Iterator, Mapping

from layerloom.catalog.types import Port
from layerloom.graph import texts
from layerloom.graph.plan import Ref
from layerloom.graph.problems import AddEdge, Fix, Problem, RemoveNode, fix
from layerloom.graph.schema import BlockNode, Edge, EdgeId, Graph, InputNode, NodeId, OutputNode
from layerloom.graph.validate.layers import Checked
from layerloom.words import phrase

MERGES_TWO = frozenset({"Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract"})
EXACTLY_TWO = frozenset({"Dot", "Subtract", "HashedCrossing", "fft", "fft2", "ifft2", "irfft", "istft"})
"""The last five take the real and the imaginary part."""

OUTPUT_PORTS = (Port(name="input"),)

Arguments = dict[str, Ref | tuple[Ref, ...]]
Wires = dict[NodeId, list[tuple[EdgeId, Edge]]]


def sort(graph: Graph) -> tuple[Wires, list[Problem]]:
    """Wires by the node they arrive at; those that end in nothing or run the wrong way are problems instead."""
    wires: Wires = {}
    problems: list[Problem] = []
    nodes = graph.nodes
    for id, edge in graph.edges.items():
        source, target = nodes.get(edge.source), nodes.get(edge.target)
        if source is None or target is None:
            missing = edge.source if source is None else edge.target
            kept = tuple(end for end in (edge.source, edge.target) if end in nodes)
            problems.append(texts.dangling_edge(id, edge.source, edge.target, missing, kept))
        elif type(source) is OutputNode:
            problems.append(texts.wrong_way_wire(edge.source, source.name, id, "output"))
        elif type(target) is InputNode:
            problems.append(texts.wrong_way_wire(edge.target, target.name, id, "input"))
        else:
            found = wires.get(edge.target)
            if found is None:
                wires[edge.target] = [(id, edge)]
            else:
                found.append((id, edge))
    for found in wires.values():
        if len(found) > 1:
            found.sort(key=_by_order)
    return wires, problems


def _by_order(wire: tuple[EdgeId, Edge]) -> tuple[str, str]:
    return wire[1].order, wire[0]


def arguments(
    graph: Graph, id: NodeId, name: str, layer: str | None, ports: tuple[Port, ...], wires: list[tuple[EdgeId, Edge]]
) -> tuple[Arguments, list[Problem]]:
    """What flows into each port, in the order of the ports, and what is wrong with it. `layer` is None for an Output."""
    made: Arguments = {}
    problems: list[Problem] = []
    by_port: dict[str, list[tuple[EdgeId, Edge]]] = {}
    for wire in wires:
        by_port.setdefault(wire[1].target_port, []).append(wire)
    known = [port.name for port in ports]
    for port_name in by_port.keys() - set(known):
        for edge_id, edge in by_port[port_name]:
            free = next((one.name for one in ports if one.many or one.name not in by_port), None)
            mended = edge.model_copy(update={"target_port": free}) if free else None
            problems.append(texts.unknown_port(id, name, port_name, "input", known, edge_id, mended))
    for port in ports:
        found = by_port.get(port.name, [])
        refs = tuple(Ref(edge.source, edge.source_port) for _, edge in found)
        if port.many:
            problems += _count(graph, id, name, layer or "", port, found)
            if refs:
                made[port.name] = refs
        elif len(refs) > 1:
            sources = [graph.nodes[edge.source].name for _, edge in found]
            problems.append(texts.port_taken(id, name, port.name, tuple(edge_id for edge_id, _ in found), sources))
        elif refs:
            made[port.name] = refs[0]
        elif port.required:
            problems.append(missing(graph, id, name, layer, port))
    return made, problems


def _count(
    graph: Graph, id: NodeId, name: str, layer: str, port: Port, found: list[tuple[EdgeId, Edge]]
) -> Iterator[Problem]:
    least = (
        2 if layer in MERGES_TWO | EXACTLY_TWO or layer in ("Attention", "AdditiveAttention") else int(port.required)
    )
    if not found:
        if port.required:
            yield missing(graph, id, name, layer, port)
    elif len(found) < least:
        remove = fix("remove", RemoveNode(node=id), safe=False, what=name)
        yield texts.too_few_inputs(id, name, layer, port.name, least, len(found), (remove,))
    elif layer in EXACTLY_TWO and len(found) > 2:
        yield texts.too_many_inputs(id, name, layer, port.name, 2, len(found), tuple(edge for edge, _ in found))


def missing(graph: Graph, id: NodeId, name: str, layer: str | None, port: Port) -> Problem:
    what = layer or phrase("an-output")
    return texts.input_missing(id, name, port.name, what, loose_wire(graph, id, port.name))


def loose_wire(graph: Graph, id: NodeId, port: str) -> tuple[Fix, ...]:
    """For a port at which nothing arrives: where just one node of the graph leads nowhere and may be wired there, the wire."""
    leading = {edge.source for edge in graph.edges.values()}
    below = _downstream(graph, id)
    loose = [
        one
        for one, node in graph.nodes.items()
        if one not in leading
        and one not in below
        and node.block == graph.nodes[id].block
        and not isinstance(node, OutputNode | BlockNode)
    ]
    if len(loose) != 1:
        return ()
    edge = Edge(source=loose[0], target=id, target_port=port)
    wire = AddEdge(id=fresh(graph.edges, "wire"), edge=edge)
    return (fix("wire_to_it", wire, safe=False, name=graph.nodes[loose[0]].name),)


def fresh(taken: Mapping[str, object], stem: str) -> str:
    """An id not in use: the same on every machine, so that two people who apply one fix make one thing."""
    number = 1
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def _downstream(graph: Graph, id: NodeId) -> set[NodeId]:
    after: dict[NodeId, list[NodeId]] = {}
    for edge in graph.edges.values():
        after.setdefault(edge.source, []).append(edge.target)
    found, waiting = {id}, [id]
    while waiting:
        for target in after.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def sources(checked: Mapping[NodeId, Checked], graph: Graph, wires: list[tuple[EdgeId, Edge]]) -> Iterator[Problem]:
    """Problems of wires that leave at a port their source does not have."""
    for edge_id, edge in wires:
        found = checked.get(edge.source)
        ports = found.outputs if found else None
        if found is None or not found.ports_known or any(port.name == edge.source_port for port in ports or ()):
            continue
        known = [port.name for port in ports or ()]
        mended = edge.model_copy(update={"source_port": known[0]}) if len(known) == 1 else None
        source = graph.nodes[edge.source]
        yield texts.unknown_port(edge.source, source.name, edge.source_port, "output", known, edge_id, mended)
