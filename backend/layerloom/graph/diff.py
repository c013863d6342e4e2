"""Two graphs → what changed from one to the other: nodes, wires and settings, field by field. Pure.

Where things stand, notes and the graph's name are no change; neither is a default that one graph writes out and the other leaves to Keras.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from layerloom import catalog
from layerloom.catalog.types import Kind, Strict
from layerloom.graph import blocks
from layerloom.graph.matching import match, reading_order
from layerloom.graph.ports import layer_of
from layerloom.graph.schema import BlockNode, Edge, EdgeId, Graph, LayerNode, NodeId

Change = Literal["added", "removed", "changed"]


class FieldChange(Strict):
    place: str
    """`name`, `params.units`, `optimizer.params.learning_rate`."""
    before: Any
    after: Any
    unset: Literal["before", "after"] | None = None
    """The side that does not say it: there Keras' default holds."""


class NodeChange(Strict):
    type: Change
    before: NodeId | None
    after: NodeId | None
    fields: tuple[FieldChange, ...] = ()


class EdgeChange(Strict):
    type: Change
    before: EdgeId | None
    after: EdgeId | None
    fields: tuple[FieldChange, ...] = ()
    """Of a merge's input: its place among the others, from 1."""
    implied: bool = False
    """Goes without saying: a node at its end came or went, or came between its ends; or it made way for another."""


class Diff(Strict):
    count: int
    """Changes as a person counts them: a layer put into a wire is one."""
    nodes: tuple[NodeChange, ...]
    """In reading order; one that was removed stands where it stood."""
    edges: tuple[EdgeChange, ...]
    training: tuple[FieldChange, ...]
    same: dict[NodeId, NodeId]
    """Node of the graph after → the same node in the graph before."""


def diff(before: Graph, after: Graph) -> Diff:
    same = match(before, after)
    nodes = _nodes(before, after, same)
    edges = _edges(before, after, same)
    training = tuple(_differences("", _training(before), _training(after)))
    count = len(nodes) + sum(not edge.implied for edge in edges) + len(training)
    return Diff(count=count, nodes=nodes, edges=edges, training=training, same=same)


def _nodes(before: Graph, after: Graph, same: Mapping[NodeId, NodeId]) -> tuple[NodeChange, ...]:
    kept = {old: new for new, old in same.items()}
    found: list[NodeChange] = []
    for old, new in _together(before, after, same, kept):
        if new is None:
            found.append(NodeChange(type="removed", before=old, after=None))
        elif old is None:
            found.append(NodeChange(type="added", before=None, after=new))
        else:
            fields = _of_its_own(tuple(_differences("", _fields(before, old), _fields(after, new))))
            if fields:
                found.append(NodeChange(type="changed", before=old, after=new, fields=fields))
    return tuple(found)


def _of_its_own(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
    """A node that begins or ends to share a layer says that, not everything that was in the layer."""
    if all(field.place != "shares" for field in fields):
        return fields
    return tuple(field for field in fields if field.place.split(".")[0] not in OWNED)


OWNED = ("layer", "params", "trainable")
"""Fields of a layer that belong to the node whose layer is shared."""
OF_BLOCKS = ("kind", "repeat", "varying", "prefixed")
"""The same of a block."""


def _together(
    before: Graph, after: Graph, same: Mapping[NodeId, NodeId], kept: Mapping[NodeId, NodeId]
) -> Iterator[tuple[NodeId | None, NodeId | None]]:
    """Every node of both graphs once, in the reading order of the two laid over each other."""

    def laid(id: NodeId) -> str:
        return kept.get(id, f"{GONE}{id}")

    wires = [(edge.source, edge.target) for edge in after.edges.values()]
    wires += [(laid(edge.source), laid(edge.target)) for edge in before.edges.values()]
    for id in reading_order([*after.nodes, *(laid(id) for id in before.nodes if id not in kept)], wires):
        yield (id.removeprefix(GONE), None) if id.startswith(GONE) else (same.get(id), id)


GONE = "~"
"""Before the id of a node that is only in the graph before: no id holds this character."""


def _fields(graph: Graph, id: NodeId) -> dict[str, Any]:
    """What a node says, in words that mean the same in another graph. A sharer says only whose layer it uses."""
    node = graph.nodes[id]
    fields: dict[str, Any] = node.model_dump(mode="json", exclude={"type"})
    if isinstance(node, LayerNode):
        owner = layer_of(graph, node)
        fields["params"] = _written("layer", owner.layer, owner.params)
        if owner is not node:
            fields = {key: fields[key] for key in fields if key not in ("layer", "params", "trainable")}
            fields["shares"] = owner.name
    if node.block is not None:
        fields["block"] = blocks.path(graph, node.block)
    if isinstance(node, BlockNode):
        fields["shares"] = node.shares and blocks.path(graph, node.shares)
        fields["varying"] = {blocks.path(graph, inner): given for inner, given in node.varying.items()}
        if node.shares is not None:
            fields = {key: fields[key] for key in fields if key not in OF_BLOCKS}
    elif node.type == "op":
        fields["params"] = _written("op", node.op, node.params)
    elif node.type == "output":
        fields["loss"] = _spec("loss", fields["loss"])
        fields["metrics"] = (
            [_spec("metric", one) for one in fields["metrics"]] if fields["metrics"] is not None else None
        )
    return fields


def _training(graph: Graph) -> dict[str, Any]:
    fields: dict[str, Any] = graph.training.model_dump(mode="json")
    return {**fields, "optimizer": _spec("optimizer", fields["optimizer"])}


def _spec(kind: Kind, spec: dict[str, Any] | None) -> dict[str, Any] | None:
    return spec and {**spec, "params": _written(kind, spec["name"], spec["params"])}


def _written(kind: Kind, name: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Without what repeats Keras' default."""
    known = catalog.params(kind, name)
    return {
        key: value
        for key, value in params.items()
        if key not in known or known[key].required or not _equal(known[key].default, value)
    }


_MISSING = object()


def _differences(place: str, before: Any, after: Any) -> Iterator[FieldChange]:
    """Leaf by leaf through nested objects; another kind of data source is one change."""
    nested = isinstance(before, dict) and isinstance(after, dict)
    if not nested or (place == "data" and before["type"] != after["type"]):
        if not _equal(before, after):
            unset = "before" if before is _MISSING else "after" if after is _MISSING else None
            old, new = (None if value is _MISSING else value for value in (before, after))
            yield FieldChange(place=place, before=old, after=new, unset=unset)
        return
    for key in dict.fromkeys([*before, *after]):
        yield from _differences(f"{place}.{key}" if place else key, before.get(key, _MISSING), after.get(key, _MISSING))


def _equal(a: Any, b: Any) -> bool:
    """As JSON: 1 is 1.0 and is not true; a tuple is a list."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(_equal, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_equal(a[key], b[key]) for key in a)
    return bool(a == b)


Wire = tuple[str, str, str, str]
"""Source, port, target, port: a node by its id in the graph before; one that only one side has by its own, marked as such."""


def _edges(before: Graph, after: Graph, same: Mapping[NodeId, NodeId]) -> tuple[EdgeChange, ...]:
    kept = {old: new for new, old in same.items()}

    def end(id: NodeId, new: bool) -> str:
        if new:
            return same.get(id, f"+{id}") if id in after.nodes else id
        return f"-{id}" if id in before.nodes and id not in kept else id

    def wire(edge: Edge, new: bool) -> Wire:
        """Ports of a block are nodes themselves."""
        leaves, enters = blocks.port_nodes(after if new else before, edge)
        source_port = end(leaves, new) if leaves else edge.source_port
        return (
            end(edge.source, new),
            source_port,
            end(edge.target, new),
            end(enters, new) if enters else edge.target_port,
        )

    old: dict[Wire, list[EdgeId]] = defaultdict(list)
    for id, edge in before.edges.items():
        old[wire(edge, False)].append(id)
    pairs: dict[EdgeId, EdgeId] = {}
    added: list[EdgeId] = []
    for id, edge in after.edges.items():
        there = old.get(wire(edge, True))
        if there:
            pairs[id] = there.pop(0)
        else:
            added.append(id)
    removed = [id for ids in old.values() for id in ids]
    round_new = _Detours(after, set(after.nodes) - set(same))
    round_old = _Detours(before, set(before.nodes) - set(kept))
    found = []
    for id in added:
        ends = [same.get(end) for end in (after.edges[id].source, after.edges[id].target)]
        implied = None in ends or round_old.leads(ends[0], ends[1])
        found.append(EdgeChange(type="added", before=None, after=id, implied=implied))
    for id in removed:
        ends = [kept.get(end) for end in (before.edges[id].source, before.edges[id].target)]
        implied = None in ends or round_new.leads(ends[0], ends[1])
        found.append(EdgeChange(type="removed", before=id, after=None, implied=implied))
    found.extend(_moved(before, after, pairs))
    return tuple(found)


class _Detours:
    """Ways through a graph that touch only `through` between their ends."""

    def __init__(self, graph: Graph, through: set[NodeId]) -> None:
        self._through = through
        self._leads: dict[NodeId, list[NodeId]] = defaultdict(list)
        for edge in graph.edges.values():
            self._leads[edge.source].append(edge.target)

    def leads(self, source: NodeId | None, target: NodeId | None) -> bool:
        met: set[NodeId] = set()
        waiting = [id for id in self._leads.get(source or "", ()) if id in self._through]
        while waiting:
            id = waiting.pop()
            for each in self._leads.get(id, ()):
                if each == target:
                    return True
                if each in self._through and each not in met:
                    met.add(each)
                    waiting.append(each)
        return False


def _moved(before: Graph, after: Graph, pairs: Mapping[EdgeId, EdgeId]) -> Iterator[EdgeChange]:
    """Wires into one port whose order among those that stayed is another: the inputs of a Concatenate, swapped."""
    ports: dict[tuple[NodeId, str], list[EdgeId]] = defaultdict(list)
    for id in pairs:
        edge = after.edges[id]
        ports[edge.target, edge.target_port].append(id)
    for ids in ports.values():
        if len(ids) < 2:
            continue
        new = sorted(ids, key=lambda id: (after.edges[id].order, id))
        old = sorted(ids, key=lambda id: (before.edges[pairs[id]].order, pairs[id]))
        moved = [id for was, id in zip(old, new, strict=True) if was != id]
        for id in moved:
            place = FieldChange(place="order", before=old.index(id) + 1, after=new.index(id) + 1)
            yield EdgeChange(type="changed", before=pairs[id], after=id, fields=(place,), implied=id != moved[0])
