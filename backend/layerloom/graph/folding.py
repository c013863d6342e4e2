"""A graph of hundreds of layers → the same as blocks in blocks, few enough to be seen at once; and back. The plan stays what it was.

Only what one tensor flows into and one flows out of becomes a block. Names say which layers belong together where they say something
(`conv2_block1_…`); where they do not, what comes again and again does. Knows no shapes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from layerloom.graph import blocks
from layerloom.graph.schema import (
    BlockNode,
    Edge,
    EdgeId,
    Graph,
    InputNode,
    LayerNode,
    Node,
    NodeId,
    OpNode,
    OutputNode,
)
from layerloom.graph.validate.order import order

FROM = 40
"""Nodes: what is smaller stays as it is."""
AT_ONCE = 30
"""Nodes that one look should take in."""
INSIDE = 20
"""The same inside a block: more are folded again."""
LONGEST_PATTERN = 24

Tensor = tuple[NodeId, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Nodes that follow one another, with one tensor before them and one after."""

    nodes: tuple[NodeId, ...]
    inside: tuple["Stretch", ...] = ()
    """Of a block: what it is made of. Empty for what is drawn as it is."""
    name: str = ""
    """Of a block."""
    closed: bool = True
    """False for what one tensor does not flow into or out of, and for ends of the model: it can be in no block."""


def fold(graph: Graph) -> Graph:
    """The graph with what belongs together in blocks, wherever more than `FROM` nodes stand side by side. Ids of nodes stay."""
    folded = graph
    for level, members in blocks.inside(graph).items():
        if len(members) > FROM:
            folded = _Folding(folded, level, members).run()
    return folded


def unfold(graph: Graph, only: Iterable[NodeId] | None = None) -> Graph:
    """Inline blocks that come once and share nothing, laid open; all of them, or `only` these. Layers keep the names they have in the model."""
    wanted = set(graph.nodes if only is None else only)
    shared = {node.shares for node in graph.nodes.values() if isinstance(node, BlockNode)}
    for id in sorted(graph.nodes, key=lambda one: -len(blocks.around(graph, one))):
        node = graph.nodes[id]
        if not isinstance(node, BlockNode) or id not in wanted or id in shared:
            continue
        if node.kind == "inline" and node.repeat == 1 and not node.shares and not node.bypassed:
            graph = _opened(graph, id, node)
    return graph


def _opened(graph: Graph, id: NodeId, block: BlockNode) -> Graph:
    nodes: dict[NodeId, Node] = {}
    ports = {one for one, node in graph.nodes.items() if node.block == id and blocks.is_port(node)}
    for one, node in graph.nodes.items():
        if one == id or one in ports:
            continue
        if node.block == id:
            name = f"{block.name}_{node.name}" if block.prefixed else node.name
            node = node.model_copy(update={"block": block.block, "name": name})
        nodes[one] = node
    arriving = {edge.target_port: edge for edge in graph.edges.values() if edge.target == id}
    leaving = {edge.target: edge for edge in graph.edges.values() if edge.target in ports}

    def source(edge: Edge) -> Edge:
        """Where what flows along a wire comes from, past the ports."""
        while edge.source == id or edge.source in ports:
            before = leaving.get(edge.source_port) if edge.source == id else arriving.get(edge.source)
            if before is None:
                break
            edge = edge.model_copy(update={"source": before.source, "source_port": before.source_port})
        return edge

    edges = {key: source(edge) for key, edge in graph.edges.items() if edge.target != id and edge.target not in ports}
    edges = {key: edge for key, edge in edges.items() if edge.source in nodes}
    return graph.model_copy(update={"nodes": nodes, "edges": edges})


class _Folding:
    """One level: the nodes at the top, or in one block."""

    def __init__(self, graph: Graph, level: NodeId | None, members: Sequence[NodeId]) -> None:
        self.level = level
        self.nodes, self.edges, self.graph = dict(graph.nodes), dict(graph.edges), graph
        self.members = set(members)
        self.into: dict[NodeId, list[tuple[EdgeId, Edge]]] = defaultdict(list)
        self.leads: dict[NodeId, list[EdgeId]] = defaultdict(list)
        for id, edge in graph.edges.items():
            if edge.target in self.members:
                self.into[edge.target].append((id, edge))
                self.leads[edge.source].append(id)
        self.names = {node.name for node in graph.nodes.values()}
        self.kinds: dict[Any, int] = {}

    def run(self) -> Graph:
        stretches = self._stretches()
        top = self._arranged(stretches, "", AT_ONCE)
        if len(top) == len(stretches) and all(not one.inside for one in top):
            return self.graph
        for one in top:
            self._make(one, self.level)
        return self.graph.model_copy(update={"nodes": self.nodes, "edges": self.edges})

    def _stretches(self) -> list[Stretch]:
        """Every place at which a single tensor is on its way cuts the level."""
        found: list[Stretch] = []
        sequence = self._sequence()
        place = {id: number for number, id in enumerate(sequence)}
        last: dict[Tensor, int] = {}
        for id in sequence:
            for _, edge in self.into[id]:
                tensor = (edge.source, edge.source_port)
                last[tensor] = max(last.get(tensor, -1), place[id])
        ends: dict[int, list[Tensor]] = defaultdict(list)
        begins: dict[NodeId, list[Tensor]] = defaultdict(list)
        for tensor, at in last.items():
            ends[at].append(tensor)
            begins[tensor[0]].append(tensor)
        alive: set[Tensor] = set()
        waiting: list[NodeId] = []
        before = False
        for number, id in enumerate(sequence):
            waiting.append(id)
            alive.difference_update(ends[number])
            alive.update(begins[id])
            cut = len(alive) == 1 and next(iter(alive))[0] == id
            if cut or number + 1 == len(sequence):
                plain = all(self.nodes[one].type not in ("input", "output") for one in waiting)
                found.append(Stretch(tuple(waiting), closed=before and cut and plain))
                waiting, before = [], cut
        return found

    def _sequence(self) -> list[NodeId]:
        arrives = {
            id: [(edge.source, key) for key, edge in sorted(wires, key=lambda one: (one[1].order, one[0]))]
            for id, wires in self.into.items()
        }
        ends = sorted(id for id in self.members if self.nodes[id].type == "output")
        return order((*ends, *sorted(self.members)), arrives) or sorted(self.members)

    def _arranged(self, stretches: Sequence[Stretch], known: str, most: int) -> list[Stretch]:
        """As few as one look takes in, if that can be had; `known` is what all names here begin with."""
        if sum(len(one.nodes) for one in stretches) <= most:
            return list(stretches)
        found = self._by_names(stretches, known)
        found = [self._whole(one) for one in found]
        while len(found) > most:
            fewer = self._by_structure(found)
            if len(fewer) >= len(found):
                break
            found = fewer
        return found

    def _by_names(self, stretches: Sequence[Stretch], known: str) -> list[Stretch]:
        """Neighbours whose names begin alike are one block. A layer with the name that Keras gives belongs to what stands around it."""
        keys = [self._key(one, known) if one.closed and not one.inside else None for one in stretches]
        for place in range(1, len(keys) - 1):
            if keys[place] == "" and keys[place - 1] and keys[place - 1] in keys[place + 1 : place + 3]:
                keys[place] = keys[place - 1]
        found: list[Stretch] = []
        place = 0
        while place < len(stretches):
            key, first = keys[place], place
            while place < len(stretches) and keys[place] == key:
                place += 1
                if not key:
                    break
            run = stretches[first:place]
            if key and sum(len(one.nodes) for one in run) >= 3 and len(run) < len(stretches):
                found.append(self._block(run, key, key))
            else:
                found += run
        return found

    def _block(self, run: Sequence[Stretch], name: str, known: str) -> Stretch:
        nodes = tuple(id for one in run for id in one.nodes)
        inside = list(run)
        if len(run) > 1 and len(nodes) > INSIDE:
            inside = self._arranged(run, known, INSIDE)
        return Stretch(nodes, tuple(inside), name)

    def _key(self, one: Stretch, known: str) -> str | None:
        """What the names of its nodes begin with beyond `known`; empty where no name says anything, None where they disagree."""
        found = {key for id in one.nodes if (key := self._begin(self.nodes[id], known))}
        return next(iter(found)) if len(found) == 1 else None if found else ""

    def _begin(self, node: Node, known: str) -> str:
        name = node.name
        if isinstance(node, LayerNode | OpNode) and _by_keras(node):
            return ""
        if known and not name.startswith(known):
            return ""
        rest = name[len(known) :]
        begins = [match.end() for match in _BOUNDARY.finditer(rest) if match.end() < len(rest)]
        numbered = next((end for end in begins if any(one.isdigit() for one in rest[:end])), None)
        end = numbered or next((end for end in begins if rest[:end].strip("_")), None)
        return known + rest[:end] if end else ""

    def _whole(self, one: Stretch) -> Stretch:
        """What branches and comes together again is a block of its own."""
        if one.inside or not one.closed or len(one.nodes) < 3:
            return one
        named = [self.nodes[id].name for id in one.nodes]
        return Stretch(one.nodes, (Stretch(one.nodes, closed=False),), _common(named) or self.nodes[one.nodes[-1]].name)

    def _by_structure(self, found: Sequence[Stretch]) -> list[Stretch]:
        """What comes again and again in a row becomes blocks: of all patterns the one that leaves the fewest nodes."""
        marks = [self._mark(one) for one in found]
        best = (0, 0, 0)
        runs = _runs(marks, found)
        for length in range(2, min(LONGEST_PATTERN, len(marks) // 2) + 1):
            met: dict[tuple[int, ...], list[int]] = defaultdict(list)
            for place in range(len(marks) - length + 1):
                pattern = tuple(marks[place : place + length])
                if -1 not in pattern and (not met[pattern] or place >= met[pattern][-1] + length):
                    met[pattern].append(place)
            for pattern, places in met.items():
                if len(places) > 1 and len(set(pattern)) > 1:
                    best = max(best, ((length - 1) * len(places), -length, places[0]))
        saved_by_runs = sum(end - start - 1 for start, end in runs)
        if saved_by_runs >= best[0] and runs:
            return self._replaced(found, runs)
        if best[0] == 0:
            return list(found)
        length, first = -best[1], best[2]
        pattern = tuple(marks[first : first + length])
        repeats: list[tuple[int, int]] = []
        place = 0
        while place + length <= len(marks):
            if tuple(marks[place : place + length]) == pattern:
                repeats.append((place, place + length))
                place += length
            else:
                place += 1
        return self._replaced(found, repeats)

    def _replaced(self, found: Sequence[Stretch], places: Sequence[tuple[int, int]]) -> list[Stretch]:
        made: list[Stretch] = []
        before = 0
        for start, end in places:
            made += found[before:start]
            run = found[start:end]
            names = [self.nodes[id].name for one in run for id in one.nodes]
            name = (
                _common(names)
                or f"{run[0].name or self.nodes[run[0].nodes[0]].name}_to_{self.nodes[run[-1].nodes[-1]].name}"
            )
            made.append(Stretch(tuple(id for one in run for id in one.nodes), tuple(run), name))
            before = end
        return [*made, *found[before:]]

    def _mark(self, one: Stretch) -> int:
        """The same number for what is built alike, whatever its sizes; -1 for what can be in no block."""
        if not one.closed:
            return -1
        if one.inside and all(part.closed for part in one.inside):
            inner = [self._mark(part) for part in one.inside]
            repeated: tuple[Any, ...] = tuple(
                mark for place, mark in enumerate(inner) if not place or inner[place - 1] != mark
            )
            return self.kinds.setdefault(repeated if len(repeated) > 1 or len(inner) > 1 else inner[0], len(self.kinds))
        return self.kinds.setdefault(tuple(_kind(self.nodes[id]) for id in one.nodes), len(self.kinds))

    def _make(self, one: Stretch, level: NodeId | None) -> None:
        """Draws a block, and the blocks inside it."""
        if not one.inside:
            return
        id = self._fresh(_id(one.name))
        name = self._named(one.name)
        self.nodes[id] = BlockNode(name=name, block=level, prefixed=False)
        entry, exit = self._fresh(f"{id}_in"), self._fresh(f"{id}_out")
        members = set(one.nodes)
        for node in one.nodes:
            if self.nodes[node].block == level:
                self.nodes[node] = self.nodes[node].model_copy(update={"block": id})
        crossing = [key for node in one.nodes for key, _ in self.into[node] if self.edges[key].source not in members]
        leaving = [
            key
            for node in one.nodes
            for key in self.leads[node]
            if self.edges[key].source == node and self.edges[key].target not in members
        ]
        first, last = self.edges[crossing[0]], self.edges[leaving[0]]
        self.nodes[entry] = InputNode(name="input", block=id)
        self.nodes[exit] = OutputNode(name="output", block=id)
        self._wire(entry, Edge(source=first.source, source_port=first.source_port, target=id, target_port=entry))
        self._wire(exit, Edge(source=last.source, source_port=last.source_port, target=exit))
        for key in crossing:
            self.edges[key] = self.edges[key].model_copy(update={"source": entry, "source_port": "output"})
        for key in leaving:
            self.edges[key] = self.edges[key].model_copy(update={"source": id, "source_port": exit})
        for part in one.inside:
            self._make(part, id)

    def _fresh(self, id: str) -> NodeId:
        found, number = id, 1
        while found in self.nodes:
            number += 1
            found = f"{id}_{number}"
        return found

    def _wire(self, id: str, edge: Edge) -> None:
        key, number = id, 1
        while key in self.edges:
            number += 1
            key = f"{id}_{number}"
        self.edges[key] = edge
        self.leads[edge.source].append(key)
        self.into[edge.target].append((key, edge))

    def _named(self, name: str) -> str:
        stem = name[:80]
        found, number = (stem if stem not in self.names else f"{stem}_block"), 1
        while found in self.names:
            number += 1
            found = f"{stem}_block_{number}"
        self.names.add(found)
        return found


_BOUNDARY = re.compile(r"(?<=[^_])(?=_)|(?<=\d)(?=[A-Za-z])")


def _by_keras(node: LayerNode | OpNode) -> bool:
    """Whether the name says no more than the class."""
    kind = node.layer if isinstance(node, LayerNode) else node.op
    stem = re.sub(r"([a-z])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", kind)).lower()
    return re.fullmatch(rf"(?:{re.escape(stem)}|{re.escape(kind.lower())})(?:_\d+)?", node.name.lower()) is not None


def _kind(node: Node) -> tuple[str, ...]:
    if isinstance(node, LayerNode):
        return ("layer", node.layer, str(node.params.get("activation")))
    return (node.type, getattr(node, "op", ""))


def _common(names: Sequence[str]) -> str:
    """What all names begin with, up to a `_`."""
    first, last = min(names), max(names)
    same = next((place for place, both in enumerate(zip(first, last, strict=False)) if both[0] != both[1]), len(first))
    return first[: first[:same].rfind("_")] if "_" in first[:same] else ""


def _runs(marks: Sequence[int], found: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Three and more of a kind in a row, where they are more than single layers."""
    runs, start = [], 0
    for place in range(1, len(marks) + 1):
        if place == len(marks) or marks[place] != marks[start]:
            if place - start >= 3 and marks[start] >= 0 and len(found[start].nodes) > 1:
                runs.append((start, place))
            start = place
    return runs


def _id(name: str) -> NodeId:
    return re.sub(r"[^A-Za-z0-9_-]+", "_", name)[:48].strip("_") or "block"
