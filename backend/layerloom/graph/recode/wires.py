"""Wires of the model that the script made and of the one it makes now → edits of the graph's own.

A script's tensor runs past what is bypassed, and in and out of inline blocks, over several of the graph's wires. What comes to stand
before its end comes before all of these, so that what is bypassed stays where it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from layerloom.graph.bypass import passing
from layerloom.graph.plan import Plan, Ref
from layerloom.graph.problems import AddEdge, AddNode, Edit, Refused, RemoveEdge, RemoveNode, problem
from layerloom.graph.recode.nodes import drawn, fresh
from layerloom.graph.schema import BlockNode, Edge, EdgeId, Graph, InputNode, Node, NodeId

Source = tuple[NodeId, str]
Port = tuple[NodeId, str]


@dataclass(frozen=True, slots=True)
class _Way:
    """Wires of the graph, one after another, that bring one tensor to a node of the plan."""

    source: Source
    first: EdgeId
    last: EdgeId


class Wiring:
    def __init__(self, graph: Graph, plan: Plan, ids: Mapping[NodeId, NodeId]) -> None:
        self._graph, self._ids = graph, ids
        self._ways = _ways(graph, plan)
        self._taken = set(graph.edges)
        self._blocks = {id: node.block for id, node in graph.nodes.items()}

    def edits(
        self,
        before: Graph,
        after: Graph,
        home: Mapping[NodeId, NodeId],
        added: Mapping[NodeId, Node],
        removed: Iterable[NodeId],
    ) -> Iterator[Edit]:
        """Wires and nodes that go, nodes that come, wires that come. Raises Refused for a wire between two blocks."""
        old, new, gone = _ports(before, home), _ports(after, self._ids), set(removed)
        differing = [port for port in {**old, **new} if old.get(port) != new.get(port) and port[0] not in gone]
        led = {port: self._led(port, new) for port in differing}
        kept = {port: self._kept(port, new.get(port, [])) for port in differing}
        for port in differing:
            for way in self._ways.get(port, ()) if led[port] is None else ():
                if way.last not in kept[port] and len(new.get(port, ())) != 1:
                    yield RemoveEdge(edge=way.last)
        for id in gone:
            yield RemoveNode.model_construct(node=id, heal=False)  # an id of a round is none of the graph
        yield from self._nodes(added, new)
        done: set[EdgeId] = set()
        for port in differing:
            if (first := led[port]) is None:
                yield from self._wires(port, new.get(port, []), kept[port])
            elif first not in done:
                done.add(first)
                there = self._graph.edges[first]
                yield self._wire(first, new[port][0], (there.target, there.target_port), there.order)

    def _led(self, port: Port, new: Mapping[Port, list[Source]]) -> EdgeId | None:
        """The wire that leads to this port over others, where all that it leads to gets the same new source."""
        ways = self._ways.get(port, ())
        if len(ways) != 1 or len(new.get(port, ())) != 1 or ways[0].first == ways[0].last:
            return None
        edge = self._graph.edges[ways[0].first]
        beside = [
            one
            for one in self._graph.edges.values()
            if (one.target, one.target_port) == (edge.target, edge.target_port)
        ]
        same = [end for end, several in self._ways.items() for way in several if way.first == ways[0].first]
        return ways[0].first if len(beside) == 1 and all(new.get(end) == new[port] for end in same) else None

    def _kept(self, port: Port, sources: list[Source]) -> list[EdgeId]:
        """Wires that stay as they are: those before the first that differs."""
        found: list[EdgeId] = []
        for way, source in zip(self._ways.get(port, ()), sources, strict=False):
            if way.source != source:
                break
            found.append(way.last)
        return found

    def _nodes(self, added: Mapping[NodeId, Node], new: Mapping[Port, list[Source]]) -> Iterator[Edit]:
        before: dict[NodeId, list[NodeId]] = defaultdict(list)
        behind: dict[NodeId, list[NodeId]] = defaultdict(list)
        for (target, _), sources in new.items():
            for source, _ in sources:
                before[target].append(source)
                behind[source].append(target)
        for id, node in added.items():
            beside = (one for one in [*before[id], *behind[id]] if one in self._blocks)
            self._blocks[id] = block = self._blocks[one] if (one := next(beside, None)) else None
            yield AddNode(
                id=id,
                node=node.model_copy(update={"block": block}),
                near=next((one for one in before[id] if "@" not in one), None),
            )

    def _wires(self, port: Port, sources: list[Source], kept: list[EdgeId]) -> Iterator[Edit]:
        order = self._graph.edges[kept[-1]].order if kept else ""
        free = [way.last for way in self._ways.get(port, ()) if way.last not in kept]
        for source in sources[len(kept) :]:
            order = f"{order}V" if order else "a0"
            yield self._wire(free.pop(0) if free else fresh("wire", self._taken), source, port, order)

    def _wire(self, id: EdgeId, source: Source, port: Port, order: str) -> AddEdge:
        if again := next((one for one in (source[0], port[0]) if "@" in one), None):
            raise Refused(problem("code_in_repeat", {"name": self._graph.nodes[drawn(again)].name}))
        if self._blocks.get(source[0]) != self._blocks.get(port[0]):
            names = [self._graph.nodes[id].name if id in self._graph.nodes else id for id in (source[0], port[0])]
            raise Refused(problem("code_across_blocks", {"source": names[0], "target": names[1]}, nodes=(port[0],)))
        edge = Edge(source=source[0], source_port=source[1], target=port[0], target_port=port[1], order=order)
        return AddEdge(id=id, edge=edge)


def _ports(model: Graph, ids: Mapping[NodeId, NodeId]) -> dict[Port, list[Source]]:
    """What arrives at each port, in order, by ids of the graph."""
    found: dict[Port, list[tuple[str, EdgeId, Source]]] = defaultdict(list)
    for id, edge in model.edges.items():
        if edge.source in ids and edge.target in ids:
            port = (ids[edge.target], edge.target_port)
            found[port].append((edge.order, id, (ids[edge.source], edge.source_port)))
    return {port: [source for _, _, source in sorted(wires)] for port, wires in found.items()}


def _ways(graph: Graph, plan: Plan) -> dict[Port, list[_Way]]:
    """What the graph's wires bring to every node of the plan, with the sources the plan names."""
    into: dict[NodeId, list[tuple[EdgeId, Edge]]] = defaultdict(list)
    for id, edge in graph.edges.items():
        into[edge.target].append((id, edge))
    found: dict[Port, list[_Way]] = {}
    arriving = [((step.node, port), refs) for step in plan.steps for port, refs in step.arguments.items()]
    arriving += [((output.node, "input"), output.source) for output in plan.outputs]
    for port, refs in arriving:
        several: tuple[Ref, ...] = refs if isinstance(refs, tuple) else (refs,)
        drawn = sorted((edge.order, id) for id, edge in into[port[0]] if edge.target_port == port[1])
        found[port] = [
            _Way((ref.node, ref.port), _first(graph, into, id, ref), id)
            for (_, id), ref in zip(drawn, several, strict=False)
        ]
    return found


def _first(graph: Graph, into: Mapping[NodeId, list[tuple[EdgeId, Edge]]], last: EdgeId, ref: Ref) -> EdgeId:
    """Back along what goes round a bypassed node, and through the ports of blocks; the last wire itself where that leads nowhere."""
    id, met = last, set[EdgeId]()
    while id not in met:
        met.add(id)
        edge = graph.edges[id]
        if edge.source == ref.node:
            return id
        node = graph.nodes.get(edge.source)
        arriving = into.get(edge.source, [])
        if isinstance(node, InputNode) and node.block is not None:
            arriving = [one for one in into.get(node.block, ()) if one[1].target_port == edge.source]
        elif isinstance(node, BlockNode) and not node.bypassed:
            arriving = into.get(edge.source_port, [])
        before = passing(graph, edge.source, arriving) if node is not None else None
        id = next((one for one, wire in arriving if wire is before), last)
    return last
