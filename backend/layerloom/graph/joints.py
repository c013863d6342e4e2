"""A layer that is drawn, and another tensor at one of its ports → would it take it? Judged like any step: what is not known is asked.

What else arrives stays as it is; a port that still waits for a wire is taken to get the same tensor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from layerloom.catalog.types import Port
from layerloom.graph import rest
from layerloom.graph.fits import Ask
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.memo import Tensor
from layerloom.graph.plan import OpCall, Plan, PlanInput, Ref, Step
from layerloom.graph.ports import inputs_of
from layerloom.graph.problems import Problem
from layerloom.graph.schema import EdgeId, Graph, LayerNode, NodeId, OpNode
from layerloom.graph.shape_problems import failed
from layerloom.graph.validate import layers, ops
from layerloom.graph.validate.layers import Checked
from layerloom.graph.validate.wiring import EXACTLY_TWO, MERGES_TWO
from layerloom.graph.walk import Flows, walk

_TWO = MERGES_TWO | EXACTLY_TWO | {"Attention", "AdditiveAttention"}


@dataclass(frozen=True, slots=True)
class Wish:
    """One tensor at one port."""

    node: NodeId
    port: str
    tensor: Tensor
    source: str
    """What it comes from, by name."""
    instead: EdgeId | None = None
    """The wire whose place it takes."""


Verdict = Problem | Literal["taken", "unknown"]


class Joints:
    """A graph with what flows in it, to be asked about many wishes."""

    def __init__(self, graph: Graph, plan: Plan, flows: Flows) -> None:
        self._graph, self._flows = graph, flows
        self._names = {one.node: one.name for one in plan.inputs} | {step.node: step.name for step in plan.steps}
        self._round = {one.node: one for one in plan.bypasses}
        self._shared = {node.shares for node in graph.nodes.values() if isinstance(node, LayerNode) and node.shares}
        self._into: dict[NodeId, list[EdgeId]] = {}
        for id, edge in sorted(graph.edges.items(), key=lambda wire: (wire[1].order, wire[0])):
            self._into.setdefault(edge.target, []).append(id)
        self._checked: dict[NodeId, Checked] = {}

    def ports(self, source: NodeId) -> list[tuple[NodeId, str]]:
        """Every port of the layers and ops that a wire from there may reach."""
        above = self._above(source)
        return [
            (id, port.name)
            for id, node in self._graph.nodes.items()
            if isinstance(node, LayerNode | OpNode) and id not in above
            for port in inputs_of(self._graph, node)
        ]

    def tensor(self, ref: Ref) -> Tensor | None:
        bypass = self._round.get(ref.node)
        source = bypass.source if bypass is not None and bypass.port == ref.port else ref
        return self._flows.get(source.node, {}).get(source.port)

    def judge(
        self, wishes: Sequence[Wish], memo: Mapping[str, Any], ask: Ask, limits: Limits = STUDENT
    ) -> list[Verdict]:
        asked = [self._step(wish, f"wish-{place}", f"~{place}") for place, wish in enumerate(wishes)]
        steps = tuple(step for step in asked if step is not None)
        plan = Plan("wishes", (), steps, ())
        flows = {**self._flows, **{f"~{place}": {"output": wish.tensor} for place, wish in enumerate(wishes)}}
        found = walk(plan, memo, limits=limits, flows=flows)
        if found.questions:
            ask(rest.dump(plan, found))
            found = walk(plan, memo, limits=limits, flows=flows)
        sources = {f"~{place}": wish.source for place, wish in enumerate(wishes)}
        names = tuple(PlanInput(id, name, ()) for id, name in {**self._names, **sources}.items())
        told = {one.nodes[0]: one for one in failed(Plan("wishes", names, steps, ()), found, None, limits)}
        return [
            self._verdict(wish, step, told.get(step.node) if step else None)
            for wish, step in zip(wishes, asked, strict=True)
        ]

    def _verdict(self, wish: Wish, step: Step | None, told: Problem | None) -> Verdict:
        if told is not None:
            return told.model_copy(update={"nodes": (wish.node,)})
        node = self._graph.nodes.get(wish.node)
        bypassed = isinstance(node, LayerNode | OpNode) and node.bypassed
        return "taken" if step is not None or bypassed else "unknown"

    def _step(self, wish: Wish, node: NodeId, source: NodeId) -> Step | None:
        """The layer's call as it would be; None where nothing can be said of it."""
        drawn = self._graph.nodes.get(wish.node)
        if not isinstance(drawn, LayerNode | OpNode) or drawn.bypassed or wish.node in self._shared:
            return None
        if isinstance(drawn, LayerNode) and drawn.shares:
            return None
        checked = self._checked.get(wish.node)
        if checked is None:
            checked = ops.check(wish.node, drawn) if isinstance(drawn, OpNode) else layers.check(wish.node, drawn, None)
            self._checked[wish.node] = checked
        if checked.call is None or not checked.outputs:
            return None
        here = Ref(source)
        arguments: dict[str, Ref | tuple[Ref, ...]] = {}
        for port in checked.inputs:
            refs = self._arriving(wish, port, here)
            if refs is None:
                return None
            if port.many and len(refs) == 1 and (drawn.op if isinstance(drawn, OpNode) else drawn.layer) in _TWO:
                refs = [*refs, *refs]
            if refs or port.required:
                arguments[port.name] = tuple(refs) or (here, here) if port.many else (refs or [here])[0]
        ports = tuple(port.name for port in checked.outputs)
        call = checked.call
        if isinstance(call, OpCall):
            call = OpCall(call.op, {key: value for key, value in call.params.items() if key not in arguments})
        return Step(node, drawn.name, call, arguments, ports, None, checked.options)

    def _arriving(self, wish: Wish, port: Port, here: Ref) -> list[Ref] | None:
        """What arrives at a port, the wish among it; None where some of that is not known."""
        refs: list[Ref] = []
        for id in self._into.get(wish.node, ()):
            edge = self._graph.edges[id]
            if id == wish.instead:
                refs += [here] if edge.target_port == port.name else []
            elif edge.target_port == port.name:
                ref = Ref(edge.source, edge.source_port)
                bypass = self._round.get(ref.node)
                ref = bypass.source if bypass is not None and bypass.port == ref.port else ref
                if ref.port not in self._flows.get(ref.node, {}):
                    return None
                refs.append(ref)
        if port.name == wish.port and wish.instead is None:
            refs = [*refs, here] if port.many else [here]
        return refs

    def _above(self, node: NodeId) -> set[NodeId]:
        """The node and all that feeds it: a wire back to them would close a circle."""
        found, waiting = {node}, [node]
        while waiting:
            for id in self._into.get(waiting.pop(), ()):
                source = self._graph.edges[id].source
                if source not in found:
                    found.add(source)
                    waiting.append(source)
        return found


def chunks(wishes: Sequence[Wish], most: int) -> Iterable[Sequence[Wish]]:
    for start in range(0, len(wishes), most):
        yield wishes[start : start + most]
