"""Graph with blocks → the same with every block laid out, as if it had been drawn without: what is validated and called.

Nodes of the first repeat keep their ids, those of later ones and of blocks that share another's layers have more behind them
(`conv@stage.2`). A block's ports stay as nodes that hand on what arrives. A graph without blocks is itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from layerloom.graph import blocks
from layerloom.graph.schema import BlockNode, Edge, EdgeId, Graph, LayerNode, Node, NodeId, OpNode, Standing
from layerloom.graph.validate import names

MOST_REPEATS = 100


class PortNode(Standing):
    """A port of a block, laid out: what arrives leaves at `output`."""

    type: Literal["port"] = "port"


@dataclass(frozen=True, slots=True)
class Laid:
    """One block as it is laid out, or one repeat of it. Ids of blocks and nodes are those of the graph laid out."""

    id: str
    node: NodeId
    """The block in the graph as it is drawn."""
    name: str
    """What the names of layers inside begin with, without the `_`."""
    called: str
    """As it is called where it is drawn."""
    kind: Literal["inline", "model"]
    repeat: int
    times: int
    outer: str | None
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    of: str
    """Whose layers these are: itself, or the block it shares them with."""
    content: NodeId
    """The block in the drawn graph that holds what is inside."""
    varied: Mapping[str, tuple[str, ...]]
    """Node → parameters that differ from repeat to repeat."""


@dataclass(frozen=True, slots=True)
class Layout:
    graph: Graph
    """Without blocks, though the types do not say so: ports are PortNodes."""
    drawn: Graph
    blocks: tuple[Laid, ...] = ()
    """Outer ones before those inside."""
    within: Mapping[str, str] = field(default_factory=dict)
    """Node → the innermost block it is in."""
    exits: Mapping[str, tuple[NodeId, NodeId]] = field(default_factory=dict)
    """Port at which something leaves for good → the block and its port as they are drawn."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where nodes are being laid out."""

    context: tuple[tuple[NodeId, str], ...] = ()
    """Blocks that come here as a later repeat or as a sharer, with what that adds to the ids inside."""
    source: tuple[tuple[NodeId, str], ...] | None = None
    """The context of the layers that are called again; None where they are this place's own."""
    prefix: str = ""
    suffix: str = ""
    model: str = ""
    """The innermost block of kind `model`: names are told apart in it."""
    block: str | None = None
    varying: Mapping[NodeId, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        return "".join(mark for _, mark in self.context)


@dataclass(slots=True)
class Layouter:
    """Keep one for each graph that is being edited: what comes from the same objects is the same object again."""

    _nodes: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    _edges: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def lay(self, graph: Graph) -> Layout:
        """`graph` has passed `validate.blocks`: what is wrong with blocks is left out."""
        if not blocks.has_blocks(graph):
            return Layout(graph, graph)
        return _Laying(self, graph).run()


def plain(id: str) -> str:
    """The node in the graph as it is drawn."""
    return id.split("@", 1)[0]


class _Laying:
    def __init__(self, keep: Layouter, graph: Graph) -> None:
        self.before, self.keep, self.graph = (keep._nodes, keep._edges), keep, graph
        keep._nodes, keep._edges = {}, {}
        self.inside = blocks.inside(graph)
        self.wires: dict[NodeId | None, list[tuple[EdgeId, Edge]]] = {}
        for id, edge in graph.edges.items():
            if (source := graph.nodes.get(edge.source)) is not None and edge.target in graph.nodes:
                self.wires.setdefault(source.block, []).append((id, edge))
        self.chains = {id: set(blocks.around(graph, id)) for id in self.inside if id is not None}
        self.nodes: dict[str, Any] = {}
        self.edges: dict[str, Edge] = {}
        self.laid: list[Laid] = []
        self.within: dict[str, str] = {}
        self.exits: dict[str, tuple[NodeId, NodeId]] = {}
        self.derived: dict[str, str] = {}
        """Node whose name was made → the model it is in."""
        self.taken: dict[str, set[str]] = {}

    def run(self) -> Layout:
        self._lay(None, _Place())
        self._apart()
        graph = self.graph.model_copy(update={"nodes": self.nodes, "edges": self.edges})
        return Layout(graph, self.graph, tuple(self.laid), self.within, self.exits)

    def _lay(self, block: NodeId | None, place: _Place) -> None:
        mark, held = place.mark, {}
        for id in self.inside.get(block, ()):
            node = self.graph.nodes[id]
            if isinstance(node, BlockNode):
                held[id] = ends = self._block(id, node, place)
                if ends is not None and not mark:
                    self.exits.update({laid: (id, port) for port, laid in ends[1].items()})
                continue
            self.nodes[id + mark] = self._node(id, node, place)
            if place.block is not None:
                self.within[id + mark] = place.block
        for id, edge in self.wires.get(block, ()):
            source, target = edge.source + mark, edge.target + mark
            source_port, target_port = edge.source_port, edge.target_port
            if edge.source in held:
                ends = held[edge.source]
                known = ends[1] if ends is not None else {}
                source, source_port = known.get(edge.source_port) or self._nothing(edge.source, mark), "output"
            if edge.target in held:
                ends = held[edge.target]
                if ends is None or edge.target_port not in ends[0]:
                    continue
                target, target_port = ends[0][edge.target_port], "input"
            self.edges[id + mark] = self._edge(id + mark, edge, source, source_port, target, target_port)

    def _nothing(self, block: NodeId, mark: str) -> str:
        """Where a wire comes from that leaves a block at no port: something arrives then, and nobody knows what."""
        id = f"{block}{mark}@nothing"
        self.nodes[id] = PortNode(name=self.graph.nodes[block].name)
        return id

    def _block(self, id: NodeId, node: BlockNode, place: _Place) -> tuple[dict[str, str], dict[str, str]] | None:
        """Lays out every repeat, one feeding the next. Returns where what flows in goes and where what flows out comes from, by port."""
        content = blocks.content_of(self.graph, id)
        own = self.graph.nodes[content]
        assert isinstance(own, BlockNode)
        ins, outs = (blocks.ports(self.graph, id, kind, self.inside) for kind in ("input", "output"))
        if node.bypassed:
            return self._bypassed(id, node, place, ins, outs)
        first: dict[str, str] = {}
        last: dict[str, str] = {}
        for number in range(1, own.repeat + 1):
            at, laid = self._repeat(id, node, content, own, number, place, ins, outs)
            self.laid.append(laid)
            self._lay(content, at)
            entry = {port: port + at.mark for port in ins}
            if number == 1:
                first = entry
            else:
                (source,), (target,) = last.values(), entry.values()
                wire = f"{laid.id}@chain"
                self.edges[wire] = self._edge(wire, None, source, "output", target, "input")
            last = {port: port + at.mark for port in outs}
        return first, last

    def _repeat(
        self,
        id: NodeId,
        node: BlockNode,
        content: NodeId,
        own: BlockNode,
        number: int,
        place: _Place,
        ins: list[NodeId],
        outs: list[NodeId],
    ) -> tuple[_Place, Laid]:
        times = own.repeat
        again = "" if number == 1 else f".{number}"
        mark = (f"@{id}{again}",) if id != content or again else ()
        context = (*place.context, *((content, one) for one in mark))
        source = place.source
        own_mark = ((content, f"@{content}{again}"),) if again else ()
        if id != content:
            origin = self._reach(place.context if source is None else source, content)
            source = (*origin, *own_mark)
        elif source is not None:
            source = (*source, *own_mark)
        name = place.prefix + names.normal(node.name) + place.suffix + (f"_{number}" if times > 1 else "")
        prefix, suffix, model = place.prefix, place.suffix, place.model
        block = id + place.mark + (f"@{id}{again}" if again else "")
        if own.kind == "model":
            prefix, suffix, model = "", "", block
        elif own.prefixed:
            prefix, suffix = f"{name}_", ""
        elif again:
            suffix = f"{suffix}_{number}"
        of = block
        if source is not None:
            of = (
                content
                + "".join(one for _, one in self._reach(source, content))
                + (f"@{content}{again}" if again else "")
            )
        varying = {
            inner: {param: values[number - 1] for param, values in given.items() if number <= len(values)}
            for inner, given in own.varying.items()
        }
        at = _Place(context, source, prefix, suffix, model, block, {**place.varying, **varying})
        ids = "".join(one for _, one in context)
        laid = Laid(
            block,
            id,
            name,
            names.normal(own.name),
            own.kind,
            number,
            times,
            place.block,
            tuple(port + ids for port in ins),
            tuple(port + ids for port in outs),
            of,
            content,
            {inner + ids: tuple(given) for inner, given in own.varying.items()},
        )
        return at, laid

    def _bypassed(
        self, id: NodeId, node: BlockNode, place: _Place, ins: list[NodeId], outs: list[NodeId]
    ) -> tuple[dict[str, str], dict[str, str]] | None:
        """What arrives at the first port leaves at the first: nothing inside is called."""
        if not ins or not outs:
            return None
        mark = place.mark + (f"@{id}" if blocks.content_of(self.graph, id) != id else "")
        for port in (ins[0], outs[0]):
            self.nodes[port + mark] = self._node(port, self.graph.nodes[port], place, port + mark)
        wire = f"{id}{mark}@round"
        self.edges[wire] = self._edge(wire, None, ins[0] + mark, "output", outs[0] + mark, "input")
        return {ins[0]: ins[0] + mark}, {outs[0]: outs[0] + mark}

    def _reach(self, context: Iterable[tuple[NodeId, str]], id: NodeId) -> tuple[tuple[NodeId, str], ...]:
        """As much of a context as another node is in as well."""
        node = self.graph.nodes.get(id)
        if node is None or node.block is None:
            return ()
        chain = self.chains.get(node.block, set()) | {node.block}
        return tuple(one for one in context if one[0] in chain)

    def _node(self, id: NodeId, node: Node, place: _Place, laid: str = "") -> Any:
        key = laid or id + place.mark
        if blocks.is_port(node):
            return self._kept(key, node, (), lambda: PortNode(name=node.name, block=node.block))
        update: dict[str, Any] = {}
        name = f"{place.prefix}{node.name}{place.suffix}"
        if name != node.name:
            update["name"] = name
            self.derived[key] = place.model
        else:
            self.taken.setdefault(place.model, set()).add(name)
        given = place.varying.get(id)
        if given and isinstance(node, LayerNode | OpNode):
            update["params"] = {**node.params, **given}
        if isinstance(node, LayerNode):
            shares = self._shares(id, node, place)
            if shares != node.shares:
                update["shares"] = shares
        if not update:
            return node
        found: Any = node
        return self._kept(key, node, tuple(update.items()), lambda: found.model_copy(update=update))

    def _shares(self, id: NodeId, node: LayerNode, place: _Place) -> str | None:
        owner = node.shares or id
        if place.source is not None:
            return owner + "".join(mark for _, mark in self._reach(place.source, owner))
        if node.shares is None:
            return None
        return owner + "".join(mark for _, mark in self._reach(place.context, owner))

    def _edge(self, key: str, edge: Edge | None, source: str, source_port: str, target: str, target_port: str) -> Edge:
        ends = (source, source_port, target, target_port)
        if edge is not None and ends == (edge.source, edge.source_port, edge.target, edge.target_port):
            return edge
        last = self.before[1].get(key)
        if last is None or last[0] is not edge or last[1] != ends:
            order = "a0" if edge is None else edge.order
            made = Edge.model_construct(
                source=source, source_port=source_port, target=target, target_port=target_port, order=order
            )
            last = (edge, ends, made)
        self.keep._edges[key] = last
        found: Edge = last[2]
        return found

    def _kept(self, key: str, node: Node, given: tuple[Any, ...], make: Any) -> Any:
        last = self.before[0].get(key)
        if last is None or last[0] is not node or last[1] != given:
            last = (node, given, make())
        self.keep._nodes[key] = last
        return last[2]

    def _apart(self) -> None:
        """Names that were made and that something else has already get a number."""
        for key, model in self.derived.items():
            taken = self.taken.setdefault(model, set())
            node = self.nodes[key]
            if node.name not in taken:
                taken.add(node.name)
                continue
            name = names.unused(node.name, taken)
            self.nodes[key] = node.model_copy(update={"name": name})
