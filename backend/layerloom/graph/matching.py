"""Two graphs → which node of one is which node of the other. Pure; where nodes stand on the canvas says nothing.

By id where ids are shared, else by name; between graphs that share few of either (two projects, an import) also by what a node is and
between which nodes it stands.
"""

import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from layerloom.graph import blocks
from layerloom.graph.ports import layer_of
from layerloom.graph.schema import Graph, LayerNode, NodeId


def match(before: Graph, after: Graph) -> dict[NodeId, NodeId]:
    """Node of `after` → the same node in `before`; each at most once."""
    pairs = Pairs(Side(before), Side(after))
    for key in (Side.id_and_kind, Side.id_and_name, Side.name_and_kind):
        pairs.make(key)
    known = sum(id in pairs.found for id in _inner(after))
    if 2 * known < min(len(_inner(before)), len(_inner(after))):
        pairs.make(Side.kind_and_values, alone=True)
        pairs.spread(list(pairs.found))
        pairs.make(Side.kind_and_values, spreading=True)
        pairs.make(Side.kind, spreading=True)
    pairs.make(Side.name_and_type)
    return pairs.found


def reading_order(nodes: Iterable[NodeId], wires: Iterable[tuple[NodeId, NodeId]]) -> list[NodeId]:
    """Each node after what feeds it, branches finished one by one; where wires close a circle, as they come."""
    leads: dict[NodeId, list[NodeId]] = {id: [] for id in nodes}
    waits = dict.fromkeys(leads, 0)
    for source, target in wires:
        if source in leads and target in leads:
            leads[source].append(target)
            waits[target] += 1
    found: dict[NodeId, None] = {}
    ready = [id for id in reversed(leads) if not waits[id]]
    while ready:
        id = ready.pop()
        found[id] = None
        for target in reversed(leads[id]):
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return [*found, *(id for id in leads if id not in found)]


def _inner(graph: Graph) -> list[NodeId]:
    """Without the ends: `input` and `output` are called so in any project."""
    return [id for id, node in graph.nodes.items() if node.type not in ("input", "output")]


class Side:
    """One of the two graphs: its nodes in reading order, their neighbours, and what a node may be known by."""

    def __init__(self, graph: Graph) -> None:
        self.nodes = graph.nodes
        self.names = {id: blocks.path(graph, id) if node.block else node.name for id, node in graph.nodes.items()}
        wires = [edge for edge in graph.edges.values() if edge.source in graph.nodes and edge.target in graph.nodes]
        self.order = reading_order(graph.nodes, ((edge.source, edge.target) for edge in wires))
        self._kinds = {id: _kind(graph, id) for id in graph.nodes}
        self.beside: dict[NodeId, dict[Hashable, list[NodeId]]] = {id: defaultdict(list) for id in graph.nodes}
        """Way along a wire (direction, ports, kind of node there) → the nodes it leads to."""
        for edge in wires:
            leaves, enters = blocks.port_nodes(graph, edge)
            ports = self.names.get(leaves or "", edge.source_port), self.names.get(enters or "", edge.target_port)
            self.beside[edge.source]["to", *ports, self._kinds[edge.target]].append(edge.target)
            self.beside[edge.target]["from", *ports, self._kinds[edge.source]].append(edge.source)

    def kind(self, id: NodeId) -> Hashable:
        return self._kinds[id]

    def kind_and_values(self, id: NodeId) -> Hashable:
        fields: dict[str, Any] = self.nodes[id].model_dump(mode="json", exclude={"name", "shares", "block", "varying"})
        return self._kinds[id], json.dumps(fields, sort_keys=True)

    def id_and_kind(self, id: NodeId) -> Hashable:
        return id, self._kinds[id]

    def id_and_name(self, id: NodeId) -> Hashable:
        return id, self.nodes[id].type, self.names[id]

    def name_and_kind(self, id: NodeId) -> Hashable:
        return self.names[id], self._kinds[id]

    def name_and_type(self, id: NodeId) -> Hashable:
        return self.names[id], self.nodes[id].type


def _kind(graph: Graph, id: NodeId) -> tuple[str, ...]:
    node = graph.nodes[id]
    if isinstance(node, LayerNode):
        return node.type, layer_of(graph, node).layer
    return node.type, getattr(node, "op", None) or getattr(node, "application", None) or ""


class Pairs:
    """Which node of the second graph is which of the first, as far as it is known."""

    def __init__(self, before: Side, after: Side) -> None:
        self._before, self._after = before, after
        self.found: dict[NodeId, NodeId] = {}
        self._taken: set[NodeId] = set()

    def make(
        self, key: Callable[[Side, NodeId], Hashable | None], alone: bool = False, spreading: bool = False
    ) -> list[NodeId]:
        """Pairs nodes with the same key, first with first; None pairs nothing. `alone`: only where a key means one node in each graph."""
        old: dict[Hashable, deque[NodeId]] = defaultdict(deque)
        new: dict[Hashable, list[NodeId]] = defaultdict(list)
        for id in self._before.order:
            if id not in self._taken and (mark := key(self._before, id)) is not None:
                old[mark].append(id)
        for id in self._after.order:
            if id not in self.found and (mark := key(self._after, id)) is not None:
                new[mark].append(id)
        made = []
        for mark, ids in new.items():
            if alone and (len(ids) != 1 or len(old.get(mark, ())) != 1):
                continue
            for id in ids:
                there = old.get(mark, deque())
                while there and there[0] in self._taken:
                    there.popleft()
                if not there or id in self.found:
                    continue
                self._add(there.popleft(), id)
                made.append(id)
                if spreading:
                    self.spread([id])
        return made

    def spread(self, starts: Iterable[NodeId]) -> None:
        """From pairs to their neighbours, wherever the same way leads to one node that has no partner yet, in both graphs."""
        waiting = deque(starts)
        while waiting:
            new = waiting.popleft()
            there = self._before.beside[self.found[new]]
            for way, ids in self._after.beside[new].items():
                free_new = [id for id in ids if id not in self.found]
                free_old = [id for id in there.get(way, ()) if id not in self._taken]
                if len(free_new) == 1 and len(free_old) == 1:
                    self._add(free_old[0], free_new[0])
                    waiting.append(free_new[0])

    def _add(self, old: NodeId, new: NodeId) -> None:
        self.found[new] = old
        self._taken.add(old)
