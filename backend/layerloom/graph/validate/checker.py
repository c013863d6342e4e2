"""Graph (and what is known of its data) → Validation: the Plan and the problems.

Remembers what it found of each node object, so that one changed node costs one node. Holds nothing else; never looks at shapes.
"""

from dataclasses import dataclass, field
from typing import Any

from layerloom import catalog
from layerloom.graph import texts
from layerloom.graph.data import DataSpec
from layerloom.graph.feeding import weighed
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.plan import Plan, PlanInput, PlanOutput, Ref, Step
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Edge, EdgeId, Graph, InputNode, LayerNode, NodeId, OutputNode
from layerloom.graph.validate import ends, layers, names, outputs, settings, wiring
from layerloom.graph.validate.layers import Checked
from layerloom.graph.validate.order import circles, order
from layerloom.graph.validate.releases import newer
from layerloom.graph.validate.sharing import first_use_owns


@dataclass(frozen=True, slots=True)
class Validation:
    plan: Plan | None
    """What feeds the outputs; None while an error stands in its way."""
    drawing: Plan | None
    """Every healthy node, whether it feeds an output or not: what shapes can be shown for. None without a healthy input."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Kept:
    """What was found of a node, and from what: valid while the very same objects come again."""

    given: tuple[object, ...]
    checked: Checked


@dataclass(slots=True)
class _Wired:
    given: tuple[object, ...]
    step: Step | None
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Checker:
    """Keep one for each graph that is being edited; nodes and edges that are the same objects are not looked at again."""

    limits: Limits = STUDENT
    _nodes: dict[NodeId, _Kept] = field(default_factory=dict)
    _steps: dict[NodeId, _Wired] = field(default_factory=dict)

    def validate(self, graph: Graph, data: DataSpec | None) -> Validation:
        return _Pass(self, graph, data).run()

    def checked(self, graph: Graph) -> dict[NodeId, Checked]:
        """Every layer node by itself."""
        kept: dict[NodeId, _Kept] = {}
        found: dict[NodeId, Checked] = {}
        before = self._nodes
        for id, node in graph.nodes.items():
            if type(node) is not LayerNode:
                continue
            owner = graph.nodes.get(node.shares) if node.shares is not None else None
            last = before.get(id)
            if last is None or last.given[0] is not node or last.given[1] is not owner:
                last = _Kept((node, owner), _check(graph, id, node))
            kept[id] = last
            found[id] = last.checked
        self._nodes = kept
        return found


def _check(graph: Graph, id: NodeId, node: LayerNode) -> Checked:
    if node.shares is None:
        return layers.check(id, node, None)
    owner = graph.nodes.get(node.shares)
    found: tuple[Problem, ...] = ()
    if not isinstance(owner, LayerNode):
        found = (texts.shared_owner_missing(id, node.name, node.shares),)
    elif owner.shares is not None:
        found = (texts.shared_owner_shares(id, node.name, owner.name, node.shares, owner.shares),)
    elif owner.layer != node.layer:
        found = (texts.shared_class_differs(id, node.name, node.layer, owner.name, node.shares, owner.layer),)
    if found:
        return Checked(found, ports_known=False)
    assert isinstance(owner, LayerNode)
    return layers.check(id, node, owner)


class _Pass:
    """One look at one graph."""

    def __init__(self, checker: Checker, graph: Graph, data: DataSpec | None) -> None:
        self.checker, self.graph, self.data, self.limits = checker, graph, data, checker.limits
        self.problems: list[Problem] = []
        self.inputs: dict[NodeId, PlanInput] = {}
        self.steps: dict[NodeId, Step] = {}
        self.layers: dict[NodeId, Checked] = {}

    def run(self) -> Validation:
        graph = self.graph
        self._whole()
        self.layers = self.checker.checked(graph)
        for checked in self.layers.values():
            if checked.problems:
                self.problems += checked.problems
        self._bind_inputs()
        wires, found = wiring.sort(graph)
        self.problems += found
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
        if not kinds <= {"input", "output", "layer"}:
            for id, node in graph.nodes.items():
                if node.type in _KINDS:
                    self.problems.append(texts.not_yet(id, node.name, _KINDS[node.type]))
        self.problems += names.check(graph.nodes)
        if self.data is None and graph.training.data is None:
            self.problems.append(texts.no_data())

    def _bind_inputs(self) -> None:
        graph, data = self.graph, self.data
        targeted, named = ends.targets(graph, data), ends.taken(graph)
        for id, node in graph.nodes.items():
            if type(node) is InputNode:
                bound, found = ends.bind(id, node, data, targeted, named, self.limits)
                self.problems += found
                if bound is not None:
                    self.inputs[id] = bound

    def _check_sources(self, wires: wiring.Wires) -> None:
        output = frozenset({"output"})
        known = {
            id: frozenset(port.name for port in found.outputs)
            for id, found in self.layers.items()
            if len(found.outputs) != 1
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
        found = order((*outs, *rest), arrives)
        if found is None:
            starts = sorted(id for id, node in graph.nodes.items() if type(node) is InputNode)
            closing = circles(starts, rest, arrives)
            for edge, nodes in list(closing.items())[:8]:
                self.problems.append(texts.cycle(nodes, [graph.nodes[node].name for node in nodes], edge))
            for target, arriving in arrives.items():
                arrives[target] = [wire for wire in arriving if wire[1] not in closing]
                if len(arrives[target]) < len(arriving):
                    self.layers[target] = Checked((), ports_known=False)  # not healthy: what arrives there never comes
            found = order((*outs, *rest), arrives) or []
        return found

    def _connect(self, sequence: list[NodeId], wires: wiring.Wires) -> None:
        """Steps of the healthy nodes, in order; a node whose source is not healthy is left out without a second problem."""
        graph, steps, inputs, before = self.graph, self.steps, self.inputs, self.checker._steps
        kept: dict[NodeId, _Wired] = {}
        for id in sequence:
            checked = self.layers.get(id)
            if checked is None or not checked.ports_known:
                continue
            node = graph.nodes[id]
            arriving = wires.get(id, ())
            given = (checked, *[edge for _, edge in arriving])
            wired = before.get(id)
            if wired is None or wired.problems or not _same(wired.given, given):
                wired = self._wire(id, node.name, checked, list(arriving), given)
            kept[id] = wired
            if wired.problems:
                self.problems += wired.problems
            elif wired.step is not None and all(edge.source in steps or edge.source in inputs for _, edge in arriving):
                steps[id] = wired.step
        self.checker._steps = kept

    def _wire(
        self, id: NodeId, name: str, checked: Checked, arriving: list[tuple[EdgeId, Edge]], given: tuple[object, ...]
    ) -> _Wired:
        node = self.graph.nodes[id]
        assert isinstance(node, LayerNode)
        layer = checked.call.layer if checked.call else node.layer
        arguments, problems = wiring.arguments(self.graph, id, name, layer, checked.inputs, arriving)
        step = None
        known = {port.name for port in checked.outputs}
        if checked.call is not None and not problems and known:
            ports = tuple(port.name for port in checked.outputs)
            step = Step(id, names.normal(name), checked.call, arguments, ports, node.shares, checked.options)
        return _Wired(given, step, tuple(problems))

    def _outputs(self, sequence: list[NodeId], wires: wiring.Wires) -> list[PlanOutput]:
        made: list[PlanOutput] = []
        for id in sequence:
            node = self.graph.nodes[id]
            if type(node) is not OutputNode:
                continue
            column, loss, metrics, problems = outputs.check(id, node, self.data)
            arguments, found = wiring.arguments(
                self.graph, id, node.name, "An Output", wiring.OUTPUT_PORTS, wires.get(id, [])
            )
            self.problems += [*problems, *found]
            source = arguments.get("input")
            if not isinstance(source, Ref) or any(one.severity == "error" for one in (*problems, *found)):
                continue
            if source.node in self.steps or source.node in self.inputs:
                head = outputs.head(self.steps, source)
                made.append(outputs.finish(id, node, source, column, loss, metrics, head))
        return made

    def _conclude(self, sequence: list[NodeId], drawn: list[PlanOutput]) -> Validation:
        graph = self.graph
        live = self._live(drawn)
        training, found = settings.check(graph.training, outputs.monitored(tuple(drawn)), self.limits)
        self.problems += found
        depth = self._depth(sequence)
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
        return Plan(self.graph.name, inputs, tuple(steps), tuple(drawn), training or self.graph.training, self.data)

    def _live(self, drawn: list[PlanOutput]) -> set[NodeId]:
        """Healthy nodes that feed an output."""
        found: set[NodeId] = set()
        waiting = [output.source.node for output in drawn]
        while waiting:
            id = waiting.pop()
            if id in found:
                continue
            found.add(id)
            step = self.steps.get(id)
            if step is not None:
                for refs in step.arguments.values():
                    if isinstance(refs, Ref):
                        waiting.append(refs.node)
                    else:
                        waiting += [ref.node for ref in refs]
        return found

    def _depth(self, sequence: list[NodeId]) -> int:
        if len(self.steps) <= self.limits.depth:
            return 0
        depth: dict[NodeId, int] = {}
        for id in sequence:
            step = self.steps.get(id)
            if step is not None:
                refs = [ref for one in step.arguments.values() for ref in ((one,) if isinstance(one, Ref) else one)]
                depth[id] = 1 + max((depth.get(ref.node, 0) for ref in refs), default=0)
        return max(depth.values(), default=0)


_KINDS = {"op": "A Keras operation", "block": "A block", "backbone": "A backbone", "custom": "Custom code"}


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def validate(graph: Graph, data: DataSpec | None, limits: Limits = STUDENT) -> Validation:
    """One graph, looked at once."""
    return Checker(limits).validate(graph, data)
