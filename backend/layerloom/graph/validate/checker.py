"""Graph (and what is known of its data) → Validation: the Plan and the problems.

Remembers what it found of each node object, so that one changed node costs one node. Holds nothing else; never looks at shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from layerloom import catalog
from layerloom.graph import texts
from layerloom.graph.blocks import has_blocks
from layerloom.graph.bypass import passing
from layerloom.graph.data import DataSpec
from layerloom.graph.feeding import weighed
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.plan import Bypass, OpCall, Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.ports import inputs_of, outputs_of
from layerloom.graph.problems import Problem
from layerloom.graph.schema import (
    BackboneNode,
    CustomNode,
    Edge,
    EdgeId,
    Graph,
    InputNode,
    LayerNode,
    NodeId,
    OpNode,
    OutputNode,
)
from layerloom.graph.sealing import Judge, anybodys
from layerloom.graph.validate import (
    blocks,
    customs,
    ends,
    gathering,
    homing,
    names,
    ops,
    outputs,
    settings,
    wiring,
)
from layerloom.graph.validate.behind import right_behind
from layerloom.graph.validate.layers import Checked
from layerloom.graph.validate.laying import Layout, Layouter, PortNode
from layerloom.graph.validate.nodes import Nodes
from layerloom.graph.validate.order import circles, order
from layerloom.graph.validate.releases import newer
from layerloom.graph.validate.sharing import first_use_owns
from layerloom.graph.validate.tracing import Tracing, feeding
from layerloom.graph.validate.tracing import depth as depth_of
from layerloom.words import phrase


@dataclass(frozen=True, slots=True)
class Validation:
    plan: Plan | None
    """What feeds the outputs; None while an error stands in its way."""
    drawing: Plan | None
    """Every healthy node, whether it feeds an output or not: what shapes can be shown for. None without a healthy input."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Wired:
    given: tuple[object, ...]
    step: Step | None
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Checker:
    """Keep one for each graph that is being edited; nodes and edges that are the same objects are not looked at again."""

    limits: Limits = STUDENT
    judge: Judge = anybodys
    """Of code that the graph brings along: whether it may be used."""
    _nodes: Nodes = field(default_factory=Nodes)
    _steps: dict[NodeId, _Wired] = field(default_factory=dict)
    _layouter: Layouter = field(default_factory=Layouter)

    def validate(self, graph: Graph, data: DataSpec | None) -> Validation:
        if not has_blocks(graph):
            return _Pass(self, Layout(graph, graph), data, names.check(graph.nodes)).run()
        sane, found = blocks.check(graph, self.limits)
        found += names.check_all(graph)
        layout = self._layouter.lay(sane)
        passed = _Pass(self, layout, data, []).run()
        closed = {one.nodes[0] for one in found if one.code == "block_without_input"}
        problems = tuple(
            one
            for one in homing.home(passed.problems, graph, layout)
            if one.code != "input_missing" or graph.nodes[one.nodes[0]].block not in closed
        )
        problems = weighed((*found, *problems), graph, layout.graph) if found or problems else ()
        blocked = any(one.severity == "error" for one in problems)
        return replace(passed, plan=None if blocked else passed.plan, problems=problems)


class _Pass:
    """One look at one graph."""

    def __init__(self, checker: Checker, layout: Layout, data: DataSpec | None, found: list[Problem]) -> None:
        self.checker, self.layout, self.data, self.limits = checker, layout, data, checker.limits
        self.graph = layout.graph
        self.problems: list[Problem] = [*found]
        self.inputs: dict[NodeId, PlanInput] = {}
        self.steps: dict[NodeId, Step] = {}
        self.tracing = Tracing()
        self.layers: dict[NodeId, Checked] = {}
        self.cut: set[NodeId] = set()
        """Ends of wires that close a circle."""

    def run(self) -> Validation:
        graph = self.graph
        self._whole()
        self.layers = self.checker._nodes.check(graph, self.checker.judge)
        for checked in self.layers.values():
            if checked.problems:
                self.problems += checked.problems
        self._bind_inputs()
        wires, found = wiring.sort(graph)
        self.problems += found
        self._count_outputs()
        self._check_sources(wires)
        sequence = self._order(wires)
        self._connect(sequence, wires)
        drawn = self._outputs(sequence, wires)
        return self._conclude(sequence, drawn)

    def _whole(self) -> None:
        """What concerns the graph as one thing."""
        graph = self.graph
        installed = catalog.load().keras_version
        if newer(graph.keras_version, installed):
            self.problems.append(texts.newer_keras(graph.keras_version, installed))
        kinds = {node.type for node in graph.nodes.values()}
        if "input" not in kinds:
            self.problems.append(texts.no_input())
        if "output" not in kinds:
            self.problems.append(texts.no_output())
        if not kinds <= {"input", "output", "layer", "op", "backbone", "port"}:
            for id, node in graph.nodes.items():
                if node.type in _KINDS and not (isinstance(node, CustomNode) and node.code is not None):
                    self.problems.append(texts.not_yet(id, node.name, _KINDS[node.type]))
        if graph.code and "custom" in kinds:
            self.problems += customs.together(graph)
        if self.data is None and graph.training.data is None:
            self.problems.append(texts.no_data())

    def _bind_inputs(self) -> None:
        graph, data = self.graph, self.data
        targeted, named = ends.targets(graph, data), ends.taken(graph)
        after = right_behind(graph)
        for id, node in graph.nodes.items():
            if type(node) is InputNode:
                bound, found = ends.bind(id, node, data, targeted, named, self.limits, after.get(id, ()))
                self.problems += found
                if bound is not None:
                    self.inputs[id] = bound

    def _count_outputs(self) -> None:
        """Of ops that give as many tensors as wires arrive."""
        for id, node in self.graph.nodes.items():
            if type(node) is OpNode and self.layers[id].ports_known and ops.counted(node):
                self.layers[id] = replace(self.layers[id], outputs=outputs_of(self.graph, node, id))

    def _check_sources(self, wires: wiring.Wires) -> None:
        output = frozenset({"output"})
        known = {
            id: frozenset(port.name for port in found.outputs)
            for id, found in self.layers.items()
            if len(found.outputs) != 1 or found.outputs[0].name != "output"
        }
        for arriving in wires.values():
            for _, edge in arriving:
                if edge.source_port not in known.get(edge.source, output):
                    self.problems += wiring.sources(
                        self.layers, self.graph, [(edge_id, one) for edge_id, one in arriving if one is edge]
                    )

    def _order(self, wires: wiring.Wires) -> list[NodeId]:
        graph = self.graph
        arrives: dict[NodeId, list[tuple[NodeId, EdgeId]]] = {
            target: [(edge.source, id) for id, edge in arriving] for target, arriving in wires.items()
        }
        outs = sorted(id for id, node in graph.nodes.items() if type(node) is OutputNode)
        rest = sorted(graph.nodes)
        gathering.together(self.layout.blocks, arrives)
        found = order((*outs, *rest), arrives)
        if found is None:
            starts = sorted(id for id, node in graph.nodes.items() if type(node) is InputNode)
            closing = circles(starts, rest, arrives)
            for edge, nodes in list(closing.items())[:8]:
                self.problems.append(texts.cycle(nodes, [graph.nodes[node].name for node in nodes], edge))
            for target, arriving in arrives.items():
                arrives[target] = [wire for wire in arriving if wire[1] not in closing]
                if len(arrives[target]) < len(arriving):
                    self.cut.add(target)
                    self.layers[target] = Checked((), ports_known=False)  # not healthy: what arrives there never comes
            found = order((*outs, *rest), arrives) or []
        return found

    def _connect(self, sequence: list[NodeId], wires: wiring.Wires) -> None:
        """Steps of the healthy nodes, in order; a node whose source is not healthy is left out without a second problem."""
        graph, steps, before = self.graph, self.steps, self.checker._steps
        kept: dict[NodeId, _Wired] = {}
        for id in sequence:
            node = graph.nodes[id]
            arriving = wires.get(id, ())
            if isinstance(node, PortNode):
                if arriving and id not in self.cut and self._comes(arriving[0][1].source):
                    self.tracing.passes[id] = Ref(arriving[0][1].source, arriving[0][1].source_port)
                continue
            if isinstance(node, LayerNode | OpNode) and node.bypassed:
                self._bypass(id, node, arriving)
                continue
            checked = self.layers.get(id)
            if checked is None or not checked.ports_known:
                continue
            given = (checked, *[edge for _, edge in arriving])
            wired = before.get(id)
            if wired is None or wired.problems or not _same(wired.given, given):
                wired = self._wire(id, node.name, checked, list(arriving), given)
            kept[id] = wired
            if wired.problems:
                self.problems += wired.problems
            elif wired.step is not None and all(self._comes(edge.source) for _, edge in arriving):
                steps[id] = self.tracing.traced(wired.step)
        self.checker._steps = kept

    def _bypass(self, id: NodeId, node: LayerNode | OpNode, arriving: Sequence[tuple[EdgeId, Edge]]) -> None:
        """The layer or op is passed by, whatever is wrong with it, as long as something arrives."""
        first = passing(self.graph, id, arriving)
        if first is None:
            into = next((one.name for one in inputs_of(self.graph, node)), "input")
            self.problems.append(texts.nothing_to_pass(id, node.name, wiring.loose_wire(self.graph, id, into)))
            return
        port, *others = [one.name for one in outputs_of(self.graph, node, id)]
        for edge_id, edge in self.graph.edges.items():
            if edge.source == id and edge.source_port in others:
                self.problems.append(texts.bypassed_port(id, node.name, edge.source_port, edge_id, edge.target))
        arrives = Ref(first.source, first.source_port)
        source = self.tracing.source(arrives)
        if source.node in self.steps or source.node in self.inputs:
            layer = node.op if isinstance(node, OpNode) else node.layer
            self.tracing.bypass(Bypass(id, names.normal(node.name), layer, source, port), arrives)

    def _comes(self, source: NodeId) -> bool:
        """Something flows out there: what is not healthy gives nothing."""
        return source in self.steps or source in self.inputs or self.tracing.leads_on(source)

    def _wire(
        self, id: NodeId, name: str, checked: Checked, arriving: list[tuple[EdgeId, Edge]], given: tuple[object, ...]
    ) -> _Wired:
        node = self.graph.nodes[id]
        assert isinstance(node, LayerNode | OpNode | BackboneNode | CustomNode)
        called = self._called(node)
        arguments, problems = wiring.arguments(self.graph, id, name, called, checked.inputs, arriving)
        if isinstance(node, OpNode) and not arguments and not problems:
            problems.append(wiring.missing(self.graph, id, name, called, checked.inputs[0]))
        step = None
        ports = tuple(port.name for port in checked.outputs)
        if checked.call is not None and not problems and ports:
            call = checked.call
            if isinstance(call, OpCall) and not arguments.keys().isdisjoint(call.params):
                call = OpCall(call.op, {key: value for key, value in call.params.items() if key not in arguments})
            shares = node.shares if isinstance(node, LayerNode) else None
            step = Step(id, names.normal(name), call, arguments, ports, shares, checked.options)
        return _Wired(given, step, tuple(problems))

    def _called(self, node: LayerNode | OpNode | BackboneNode | CustomNode) -> str:
        """By Keras' name, or by its own."""
        if isinstance(node, CustomNode):
            code = self.graph.code.get(node.code or "")
            return code.name if code is not None else node.name
        if isinstance(node, BackboneNode):
            return node.application
        return node.op if isinstance(node, OpNode) else node.layer

    def _outputs(self, sequence: list[NodeId], wires: wiring.Wires) -> list[PlanOutput]:
        made: list[PlanOutput] = []
        for id in sequence:
            node = self.graph.nodes[id]
            if type(node) is not OutputNode:
                continue
            column, loss, metrics, problems = outputs.check(id, node, self.data)
            arguments, found = wiring.arguments(self.graph, id, node.name, None, wiring.OUTPUT_PORTS, wires.get(id, []))
            self.problems += [*problems, *found]
            source = arguments.get("input")
            if not isinstance(source, Ref) or any(one.severity == "error" for one in (*problems, *found)):
                continue
            source = self.tracing.source(source)
            if source.node in self.steps or source.node in self.inputs:
                head = outputs.head(self.steps, source)
                made.append(outputs.finish(id, node, source, column, loss, metrics, head))
        return made

    def _conclude(self, sequence: list[NodeId], drawn: list[PlanOutput]) -> Validation:
        graph = self.graph
        live = feeding(drawn, self.steps)
        if self.layout.blocks:
            live = gathering.whole_models(live, self.layout, self.steps, self.tracing.passes, self.tracing.source)
        training, found = settings.check(graph.training, outputs.monitored(tuple(drawn)), self.limits)
        self.problems += [*found, *settings.tuned(graph.training, self.steps.values())]
        depth = 0 if len(self.steps) <= self.limits.depth else depth_of(sequence, self.steps)
        if depth > self.limits.depth:
            self.problems.append(texts.too_deep(depth, self.limits.depth))
        problems = weighed(tuple(self.problems), graph) if self.problems else ()
        drawing = None
        if self.inputs and depth <= self.limits.depth:
            drawing = self._plan(sequence, drawn, None, training)
        blocked = any(one.severity == "error" for one in problems)
        plan = None if blocked or training is None or not drawn else self._plan(sequence, drawn, live, training)
        return Validation(plan, drawing, problems)

    def _plan(self, sequence: list[NodeId], drawn: list[PlanOutput], live: set[NodeId] | None, training: Any) -> Plan:
        inputs = tuple(self.inputs[id] for id in sequence if id in self.inputs and (live is None or id in live))
        steps = [self.steps[id] for id in sequence if id in self.steps and (live is None or id in live)]
        if any(step.shares is not None for step in steps):
            steps = first_use_owns(steps, self.graph)
        bypasses = self.tracing.on_the_way(self.graph, sequence, live)
        training = training or self.graph.training
        named = ops.apart(inputs, steps)
        plan = Plan(self.graph.name, *named, tuple(drawn), training, self.data, bypasses)
        if not self.layout.blocks and not self.tracing.passes:
            return plan
        return gathering.gathered(plan, self.layout, self._inner(sequence), self.tracing.passes, self.tracing.source)

    def _inner(self, sequence: list[NodeId]) -> gathering.Arguments:
        """What flows into each step as its own surroundings know it."""
        found: gathering.Arguments = {}
        for id in sequence:
            wired = self.checker._steps.get(id)
            if id in self.steps and wired is not None and wired.step is not None:
                found[id] = wired.step.arguments
        return found


_KINDS = {kind: phrase(f"node-{kind}") for kind in ("custom",)}


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def validate(graph: Graph, data: DataSpec | None, limits: Limits = STUDENT) -> Validation:
    """One graph, looked at once."""
    return Checker(limits).validate(graph, data)
