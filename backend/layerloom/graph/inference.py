"""Plan + memo → Inference: shapes, dtypes, parameters and memory for every step, without Keras.

The memo's unit is one layer with all its calls so far; keys hold no names. What the memo lacks is asked for, not guessed.
"""

from collections.abc import Mapping
from math import prod

from layerloom.catalog.types import Strict
from layerloom.graph import op_rules, output_rules, target_rules, text_rules, texts
from layerloom.graph.feeding import weighed
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.memo import Entry, Memo, MemoValue, Question, Tensor
from layerloom.graph.plan import Plan, Ref
from layerloom.graph.problems import Problem
from layerloom.graph.schema import Graph, NodeId
from layerloom.graph.shape_problems import failed
from layerloom.graph.validate.homing import home
from layerloom.graph.validate.laying import Layout
from layerloom.graph.walk import Walk, walk

__all__ = [
    "Entry",
    "Inference",
    "Memo",
    "MemoValue",
    "NodeInference",
    "Question",
    "TensorSpec",
    "Totals",
    "Walk",
    "conclude",
    "walk",
]


class TensorSpec(Strict):
    shape: tuple[int | None, ...]
    """Batch axis first, as None."""
    dtype: str


class NodeInference(Strict):
    outputs: dict[str, TensorSpec]
    """By output port."""
    params: int = 0
    trainable_params: int = 0
    weight_bytes: int = 0
    activation_bytes: int = 0
    """Of its outputs, for one sample."""
    stale: bool = False
    """Shown from before: the node's own inference has failed or is not known yet."""


class Totals(Strict):
    params: int = 0
    trainable_params: int = 0
    weight_bytes: int = 0
    activation_bytes: int = 0
    """One sample, forward, all steps."""
    training_bytes: int = 0
    """Estimate at the batch size: weights, gradients, optimizer slots and activations."""


class Inference(Strict):
    nodes: dict[NodeId, NodeInference]
    problems: tuple[Problem, ...]
    totals: Totals


_SIZES = {
    "float64": 8,
    "int64": 8,
    "uint64": 8,
    "float16": 2,
    "bfloat16": 2,
    "int16": 2,
    "uint16": 2,
    "int8": 1,
    "uint8": 1,
    "bool": 1,
}
"""Bytes of a number; four for those not named."""
_SLOTS = {"SGD": 0, "Lion": 1, "Muon": 1, "RMSprop": 1, "Adagrad": 1, "Ftrl": 2, "Adadelta": 2, "Nadam": 2}
"""Numbers an optimizer keeps for each weight; two for those not named (Adam and its kin)."""


def conclude(
    plan: Plan, walk: Walk, graph: Graph | None = None, before: Inference | None = None, limits: Limits = STUDENT
) -> Inference:
    """What a page shows: each node's outputs and cost, totals, and the problems that shapes brought to light.

    With the graph, problems carry fixes. What is not known yet is shown from `before`, marked stale.
    """
    nodes: dict[NodeId, NodeInference] = {}
    params = trainable = weights = activations = 0
    live = _live(plan)
    for one in plan.inputs:
        nodes[one.node] = shown = _shown(walk.flows[one.node])
        activations += shown.activation_bytes
    for step in plan.steps:
        entry = walk.entries.get(step.node)
        if entry is not None:
            key = (step.outputs, step.shares is None)
            shown = entry.derived.get(key) or _keep(entry, key)
        else:
            continue
        nodes[step.node] = shown
        if step.node in live:
            params += shown.params
            trainable += shown.trainable_params
            weights += shown.weight_bytes
            activations += shown.activation_bytes
    for bypass in plan.bypasses:
        flow = walk.flows.get(bypass.source.node, {}).get(bypass.source.port)
        if flow is not None:
            nodes[bypass.node] = NodeInference(outputs={bypass.port: TensorSpec(shape=flow.shape, dtype=flow.dtype)})
    for output in plan.outputs:
        flow = walk.flows.get(output.source.node, {}).get(output.source.port)
        if flow is not None:
            nodes[output.node] = NodeInference(outputs={"output": TensorSpec(shape=flow.shape, dtype=flow.dtype)})
    shown_at_best = len(plan.inputs) + len(plan.steps) + len(plan.bypasses) + len(plan.outputs)
    if before is not None and len(nodes) < shown_at_best:
        _show_stale(plan, nodes, before)
    per_weight = 1 + _slots(plan)
    gradients = weights * trainable // params if params else 0
    totals = Totals(
        params=params,
        trainable_params=trainable,
        weight_bytes=weights,
        activation_bytes=activations,
        training_bytes=weights + gradients * per_weight + activations * plan.training.batch_size,
    )
    layout = plan.layout
    drawn, graph = graph, graph and (layout.graph if layout else graph)
    problems = failed(plan, walk, graph, limits) if walk.failures else ()
    if params > limits.params:
        problems = (*problems, _too_large(plan, nodes, params, limits))
    problems = (
        *problems,
        *op_rules.check(plan, walk, graph),
        *output_rules.check(plan, walk, graph),
        *text_rules.check(plan),
        *target_rules.check(plan, walk, graph),
    )
    if plan.data is not None and plan.outputs and trainable == 0 and not walk.waiting:
        frozen = [step for step in plan.steps if step.shares is None and nodes[step.node].params]
        problems = (*problems, texts.nothing_to_learn([(step.node, step.name) for step in frozen]))
    if layout is not None:
        nodes = _as_drawn(plan, layout, walk, nodes)
        problems = home(problems, drawn or layout.drawn, layout)
    if problems and drawn is not None:
        problems = weighed(problems, drawn, layout.graph if layout else None)
    return Inference.model_construct(nodes=nodes, problems=problems, totals=totals)


def _as_drawn(
    plan: Plan, layout: Layout, walk: Walk, nodes: Mapping[NodeId, NodeInference]
) -> dict[NodeId, NodeInference]:
    """Nodes inside a block by their own ids, as they are in its first repeat; its ports; and the block with all that is in it."""
    found = {id: one for id, one in nodes.items() if "@" not in id}
    for port in plan.passes:
        if port in walk.flows and "@" not in port:
            flow = walk.flows[port]["output"]
            found[port] = NodeInference(outputs={"output": TensorSpec(shape=flow.shape, dtype=flow.dtype)})
    laid = {block.id: block for block in layout.blocks}
    costs: dict[NodeId, list[NodeInference]] = {}
    for step in plan.steps:
        around = layout.within.get(step.node)
        while around is not None:
            block = laid[around]
            if step.node in nodes and block.id in (block.node, f"{block.node}@{block.node}.{block.repeat}"):
                costs.setdefault(block.node, []).append(nodes[step.node])
            around = block.outer
    for id, _ in layout.exits.values():
        flows = walk.flows.get(id)
        if flows:
            inside = costs.get(id, [])
            found[id] = NodeInference(
                outputs={port: TensorSpec(shape=one.shape, dtype=one.dtype) for port, one in flows.items()},
                params=sum(one.params for one in inside),
                trainable_params=sum(one.trainable_params for one in inside),
                weight_bytes=sum(one.weight_bytes for one in inside),
                activation_bytes=sum(one.activation_bytes for one in inside),
                stale=any(one.stale for one in inside),
            )
    return found


def _live(plan: Plan) -> set[NodeId]:
    """Nodes that count: those that feed an output, or all while there is none; the maker of a shared layer with its sharers."""
    if not plan.outputs:
        return {step.node for step in plan.steps}
    live = {output.source.node for output in plan.outputs}
    for step in reversed(plan.steps):
        if step.node in live:
            if step.shares is not None:
                live.add(step.shares)
            for refs in step.arguments.values():
                if type(refs) is Ref:
                    live.add(refs.node)
                else:
                    live.update(ref.node for ref in refs)  # type: ignore[union-attr]
    return live


def _slots(plan: Plan) -> int:
    optimizer = plan.training.optimizer
    momentum = optimizer.name in ("SGD", "RMSprop") and bool(optimizer.params.get("momentum"))
    return _SLOTS.get(optimizer.name, 2) + momentum


def _keep(entry: Entry, key: tuple[tuple[str, ...], bool]) -> NodeInference:
    """A layer's cost is told once, at the step that makes it."""
    ports, first = key
    flow = dict(zip(ports, entry.outputs or (), strict=False))
    entry.derived[key] = shown = _shown(flow, entry if first else None)
    return shown


def _shown(flow: Mapping[str, Tensor], entry: Entry | None = None) -> NodeInference:
    return NodeInference(
        outputs={port: TensorSpec(shape=one.shape, dtype=one.dtype) for port, one in flow.items()},
        params=entry.params if entry else 0,
        trainable_params=entry.trainable_params if entry else 0,
        weight_bytes=entry.weight_bytes if entry else 0,
        activation_bytes=sum(prod(size or 1 for size in one.shape) * _SIZES.get(one.dtype, 4) for one in flow.values()),
    )


def _too_large(plan: Plan, nodes: Mapping[NodeId, NodeInference], params: int, limits: Limits) -> Problem:
    known = [step for step in plan.steps if step.node in nodes]
    largest = sorted(known, key=lambda step: -nodes[step.node].params)[:3]
    named = [step.name for step in largest]
    return texts.too_many_parameters_together(tuple(step.node for step in largest), named, params, limits.params)


def _show_stale(plan: Plan, nodes: dict[NodeId, NodeInference], before: Inference) -> None:
    for id in (one.node for part in (plan.steps, plan.bypasses, plan.outputs) for one in part):
        last = before.nodes.get(id)
        if id not in nodes and last is not None:
            nodes[id] = last if last.stale else last.model_copy(update={"stale": True})
