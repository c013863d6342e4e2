"""What is wrong with the blocks of a graph → problems, and the graph without what cannot be laid out. Knows no layer's parameters."""

from typing import Any

from layerloom.graph import blocks, texts
from layerloom.graph.limits import Limits
from layerloom.graph.problems import AddEdge, AddNode, Edit, Fix, Problem, SetField, fix
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
from layerloom.graph.validate import wiring
from layerloom.graph.validate.laying import MOST_REPEATS
from layerloom.words import phrase


def check(graph: Graph, limits: Limits) -> tuple[Graph, list[Problem]]:
    """Call it where the graph has blocks."""
    found = _Check(graph, limits)
    found.run()
    return found.sane, found.problems


class _Check:
    def __init__(self, graph: Graph, limits: Limits) -> None:
        self.graph, self.limits, self.problems = graph, limits, list[Problem]()
        self.sane = graph

    def run(self) -> None:
        self._standing()
        self._sharing()
        self.inside = blocks.inside(self.sane)
        for id, node in self.sane.nodes.items():
            if isinstance(node, BlockNode):
                self._repeats(id, node)
        self._wires()
        self._size()

    def _without(self, gone: set[NodeId]) -> None:
        nodes = {id: node for id, node in self.sane.nodes.items() if id not in gone}
        ends = {id: edge for id, edge in self.sane.edges.items() if gone.isdisjoint((edge.source, edge.target))}
        self.sane = self.sane.model_copy(update={"nodes": nodes, "edges": ends})

    def _settled(self, id: NodeId, **fields: Any) -> None:
        node = self.sane.nodes[id].model_copy(update=fields)
        self.sane = self.sane.model_copy(update={"nodes": {**self.sane.nodes, id: node}})

    def _standing(self) -> None:
        """Who stands in a block that is none, or in itself."""
        nodes = self.graph.nodes
        gone: set[NodeId] = set()
        for id, node in nodes.items():
            if node.block is None:
                continue
            holder = nodes.get(node.block)
            if not isinstance(holder, BlockNode) or holder.shares is not None:
                self.problems.append(texts.block_missing(id, node.name, node.block))
                gone.add(id)
                continue
            around = blocks.around(self.graph, id)
            if id in around:
                gone.add(id)
                ring = (id, *around[:-1])
                if id == min(ring):
                    self.problems.append(texts.block_in_itself(ring, [nodes[one].name for one in ring], False))
        if gone:
            gone |= {id for id in nodes if not gone.isdisjoint(blocks.around(self.graph, id))}
            self._without(gone)

    def _sharing(self) -> None:
        """Who shares with what is no block, with one that shares itself, or with one that it stands in."""
        nodes = self.sane.nodes
        gone: set[NodeId] = set()
        holds: dict[NodeId, set[NodeId]] = {}
        sharers: list[tuple[NodeId, Node, NodeId]] = []
        for id, node in nodes.items():
            if not isinstance(node, BlockNode):
                continue
            if node.block is not None:
                holds.setdefault(node.block, set()).add(blocks.content_of(self.sane, id))
            if node.shares is None:
                continue
            owner = nodes.get(node.shares)
            if not isinstance(owner, BlockNode):
                self.problems.append(texts.shared_owner_missing(id, node.name, node.shares))
                gone.add(id)
            elif owner.shares is not None:
                self.problems.append(texts.shared_owner_shares(id, node.name, owner.name, node.shares, owner.shares))
                gone.add(id)
            elif node.block is not None:
                sharers.append((id, node, node.shares))
        for id, node, owner_id in sharers:
            if node.block in _reached(owner_id, holds):
                called = [nodes[owner_id].name, node.name]
                self.problems.append(texts.block_in_itself((owner_id, id), called, True))
                gone.add(id)
        if gone:
            self._without(gone)

    def _repeats(self, id: NodeId, node: BlockNode) -> None:
        if node.shares is not None:
            return
        ins, outs = (blocks.ports(self.sane, id, kind, self.inside) for kind in ("input", "output"))
        if not ins:
            self.problems.append(texts.block_without_input(id, node.name, self._new_input(id)))
        if not outs:
            self.problems.append(texts.block_without_output(id, node.name, self._new_output(id)))
        repeat = node.repeat
        if not 1 <= repeat <= MOST_REPEATS:
            self.problems.append(texts.bad_repeat(id, node.name, repeat, MOST_REPEATS))
            repeat = 1
        elif repeat > 1 and (node.kind == "model" or (len(ins), len(outs)) != (1, 1)) and ins and outs:
            model = node.kind == "model"
            self.problems.append(texts.repeat_does_not_chain(id, node.name, repeat, len(ins), len(outs), model))
        if repeat > 1 and (node.kind == "model" or (len(ins), len(outs)) != (1, 1)):
            repeat = 1
        self._varying(id, node, node.repeat)
        if repeat != node.repeat:
            self._settled(id, repeat=repeat)

    def _varying(self, id: NodeId, node: BlockNode, repeat: int) -> None:
        nodes = self.sane.nodes
        unknown = [
            one
            for one in node.varying
            if not isinstance(nodes.get(one), LayerNode | OpNode) or id not in blocks.around(self.sane, one)
        ]
        if unknown:
            kept = {one: given for one, given in node.varying.items() if one not in unknown}
            called = [nodes[one].name if one in nodes else one for one in unknown]
            mend = fix("leave_out", SetField(node=id, field="varying", value=kept), safe=False, what=", ".join(called))
            self.problems.append(texts.varying_unknown(id, node.name, called, (mend,)))
        for inner, params in node.varying.items():
            for param, values in params.items():
                if inner not in unknown and len(values) != repeat:
                    fixes = self._counted(id, node, inner, param, values, repeat)
                    name = nodes[inner].name
                    self.problems.append(texts.varying_count(id, node.name, name, param, len(values), repeat, fixes))

    def _counted(
        self, id: NodeId, node: BlockNode, inner: NodeId, param: str, values: list[Any], repeat: int
    ) -> tuple[Fix, ...]:
        """As many values as repeats: the last one again, or without those that are too many; or as many repeats as values."""
        fixes: list[Fix] = []
        if values and 1 <= repeat <= MOST_REPEATS:
            fitted = [*values, *[values[-1]] * (repeat - len(values))][:repeat]
            varying = {**node.varying, inner: {**node.varying[inner], param: fitted}}
            shown = ", ".join(str(value) for value in fitted)[:60]
            edit = SetField(node=id, field="varying", value=varying)
            fixes.append(fix("set", edit, safe=False, what=param, value=shown))
        others = {len(one) for given in node.varying.values() for one in given.values()}
        if len(others) == 1 and 1 <= len(values) <= MOST_REPEATS:
            edit = SetField(node=id, field="repeat", value=len(values))
            fixes.append(fix("set", edit, safe=False, what="repeat", value=str(len(values))))
        return tuple(fixes)

    def _loose(self, block: NodeId, leaving: bool) -> list[NodeId]:
        """Layers and operations inside from which nothing leaves, or at which nothing arrives."""
        members = self.inside.get(block, ())
        ends = {edge.source if leaving else edge.target for edge in self.sane.edges.values()}
        return [one for one in members if one not in ends and isinstance(self.sane.nodes[one], LayerNode | OpNode)]

    def _new_input(self, block: NodeId) -> tuple[Edit, ...]:
        """An input inside, wired to the one layer at which nothing arrives; what arrives at the block arrives there."""
        loose = self._loose(block, leaving=False)
        if len(loose) != 1:
            return ()
        id = wiring.fresh(self.graph.nodes, "port")
        node = InputNode(name="input", block=block)
        inner = AddEdge(id=wiring.fresh(self.graph.edges, "wire"), edge=Edge(source=id, target=loose[0]))
        outer = [(key, edge) for key, edge in self.sane.edges.items() if edge.target == block]
        return (
            AddNode(id=id, node=node, near=None),
            inner,
            *(AddEdge(id=key, edge=edge.model_copy(update={"target_port": id})) for key, edge in outer[:1]),
        )

    def _new_output(self, block: NodeId) -> tuple[Edit, ...]:
        loose = self._loose(block, leaving=True)
        if len(loose) != 1:
            return ()
        id = wiring.fresh(self.graph.nodes, "port")
        node = OutputNode(name="output", block=block)
        inner = AddEdge(id=wiring.fresh(self.graph.edges, "wire"), edge=Edge(source=loose[0], target=id))
        outer = [(key, edge) for key, edge in self.sane.edges.items() if edge.source == block]
        return (
            AddNode(id=id, node=node, near=None),
            inner,
            *(AddEdge(id=key, edge=edge.model_copy(update={"source_port": id})) for key, edge in outer),
        )

    def _wires(self) -> None:
        """What crosses a block's edge, ends at ports that are none, or does not arrive."""
        nodes, gone = self.sane.nodes, set[EdgeId]()
        into: dict[tuple[NodeId, str], list[EdgeId]] = {}
        for id, edge in self.sane.edges.items():
            source, target = nodes.get(edge.source), nodes.get(edge.target)
            if source is None or target is None:
                ends = (edge.source, edge.target)
                missing = next((one for one in ends if one not in self.graph.nodes), None)
                if missing is not None:
                    there = tuple(one for one in ends if one in self.graph.nodes)
                    self.problems.append(texts.dangling_edge(id, *ends, missing, there))
                gone.add(id)
                continue
            if source.block != target.block:
                self.problems.append(texts.wire_across_blocks(id, (edge.source, edge.target), source.name, target.name))
                gone.add(id)
            elif isinstance(target, InputNode) and target.block is not None:
                self.problems.append(texts.wrong_way_wire(edge.target, target.name, id, "input"))
                gone.add(id)
            elif isinstance(source, OutputNode) and source.block is not None:
                self.problems.append(texts.wrong_way_wire(edge.source, source.name, id, "output"))
                gone.add(id)
            elif isinstance(source, BlockNode) and not self._leaves(id, edge, source):
                continue
            elif isinstance(target, BlockNode) or (isinstance(target, OutputNode) and target.block is not None):
                if self._arrives(id, edge, target):
                    into.setdefault((edge.target, edge.target_port), []).append(id)
                else:
                    gone.add(id)
        for (id, port), edges in into.items():
            if len(edges) > 1:
                sources = [nodes[self.sane.edges[edge].source].name for edge in edges]
                called = nodes[port].name if port in nodes else port
                self.problems.append(texts.port_taken(id, nodes[id].name, called, tuple(edges), sources))
                gone.update(edges[1:])
        for id, node in nodes.items():
            self._fed(id, node, into)
        if gone:
            kept = {id: edge for id, edge in self.sane.edges.items() if id not in gone}
            self.sane = self.sane.model_copy(update={"edges": kept})

    def _leaves(self, id: EdgeId, edge: Edge, source: BlockNode) -> bool:
        known = blocks.ports(self.sane, edge.source, "output", self.inside)
        if edge.source_port in known:
            return True
        mended = edge.model_copy(update={"source_port": known[0]}) if len(known) == 1 else None
        if known:
            self.problems.append(
                texts.unknown_port(edge.source, source.name, edge.source_port, "output", known, id, mended)
            )
        return False

    def _arrives(self, id: EdgeId, edge: Edge, target: Node) -> bool:
        known = ["input"]
        if isinstance(target, BlockNode):
            known = blocks.ports(self.sane, edge.target, "input", self.inside)
        if edge.target_port in known:
            return True
        taken = {one.target_port for one in self.sane.edges.values() if one.target == edge.target}
        free = next((one for one in known if one not in taken), None)
        mended = edge.model_copy(update={"target_port": free}) if free else None
        if known:
            self.problems.append(
                texts.unknown_port(edge.target, target.name, edge.target_port, "input", known, id, mended)
            )
        return False

    def _fed(self, id: NodeId, node: Node, into: dict[tuple[NodeId, str], list[EdgeId]]) -> None:
        if isinstance(node, OutputNode) and node.block is not None:
            if (id, "input") not in into:
                loose = wiring.loose_wire(self.sane, id, "input")
                self.problems.append(texts.input_missing(id, node.name, "input", phrase("an-output"), loose))
        elif isinstance(node, BlockNode):
            for port in blocks.ports(self.sane, id, "input", self.inside):
                if (id, port) not in into:
                    loose = wiring.loose_wire(self.sane, id, port)
                    called = self.sane.nodes[port].name
                    self.problems.append(texts.input_missing(id, node.name, called, phrase("node-block"), loose))

    def _size(self) -> None:
        """What is drawn once may come a hundred times a hundred times."""
        sizes = blocks.laid_sizes(self.sane)
        total = sizes[None]
        if total <= self.limits.nodes:
            return
        many = [
            (sizes.get(id, 0) * node.repeat, id, node)
            for id, node in self.sane.nodes.items()
            if isinstance(node, BlockNode) and node.shares is None and node.repeat > 1
        ]
        _, id, node = max(many, key=lambda one: one[:2], default=(0, "", None))
        for _, one, _ in many:
            self._settled(one, repeat=1)
        if node is not None:
            self.problems.append(texts.too_many_repeats(id, node.name, total, self.limits.nodes))
        else:
            self.problems.append(texts.too_many_nodes(total, self.limits.nodes))


def _reached(start: NodeId, holds: dict[NodeId, set[NodeId]]) -> set[NodeId]:
    found, waiting = {start}, [start]
    while waiting:
        for one in holds.get(waiting.pop(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found
