"""Plan + memo → what flows through every wire, as far as it is known. What the memo lacks is asked for, never guessed.

Pure; the only way to Keras is the `ask` that a caller in the right process may hand in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any, Literal

from layerloom.graph.estimates import params as estimated
from layerloom.graph.learning import UNKNOWN
from layerloom.graph.limits import STUDENT, Limits
from layerloom.graph.memo import Arriving, Entry, Question, Tensor, arriving_key, call_key
from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.running import Unfit, unfit
from layerloom.graph.schema import NodeId

Ask = Callable[[Question], "Entry | Mapping[str, Any] | None"]
Flows = dict[NodeId, dict[str, Tensor]]
"""Node → output port → what flows out."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a step gives nothing."""

    reason: Literal["keras", "params", "values", "runs"]
    arriving: Arriving
    earlier: tuple[Arriving, ...] = ()
    """Of a shared layer: its calls before this one."""
    message: str = ""
    """Keras' own words."""
    traceback: str = ""
    number: int = 0
    """Parameters or values, where they are too many."""
    shape: tuple[int | None, ...] = ()
    unfit: Unfit | None = None
    """Why it could not run, though Keras would build it."""


@dataclass(slots=True)
class Walk:
    flows: Flows = field(default_factory=dict)
    entries: dict[NodeId, Entry] = field(default_factory=dict)
    """Of the steps that are known and well."""
    failures: dict[NodeId, Failure] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    """What must be asked before the rest can be known, each key once."""
    waiting: set[NodeId] = field(default_factory=set)
    """Steps of which nothing is known: they, or something before them, failed or are asked for."""
    used: dict[NodeId, tuple[str, Entry]] = field(default_factory=dict)
    """The memo's key and entry that were read for each step."""


@dataclass(slots=True)
class _Layer:
    """One layer on its way through its calls."""

    key: str
    calls: list[Arriving]
    options: list[dict[str, Any]]


def walk(
    plan: Plan, memo: Mapping[str, Any], ask: Ask | None = None, limits: Limits = STUDENT, flows: Flows | None = None
) -> Walk:
    """Follows the plan with what the memo holds (Entry, or its JSON). With `ask`, what is missing is asked at once.

    `flows` is what comes from outside the plan, where it is the rest of a longer one.
    """
    found = Walk(flows={} if flows is None else dict(flows))
    for one in plan.inputs:
        found.flows[one.node] = {"output": Tensor((None, *one.shape), one.dtype)}
    _follow(plan, found, memo, ask, limits)
    through(plan, found.flows)
    return found


def through(plan: Plan, flows: Flows) -> None:
    """What flows at the ports of blocks, inside and outside."""
    for port, source in plan.passes.items():
        flow = flows.get(source.node, {}).get(source.port)
        if flow is not None:
            flows[port] = {"output": flow}
            exit = plan.layout.exits.get(port) if plan.layout else None
            if exit is not None:
                flows.setdefault(exit[0], {})[exit[1]] = flow


def _follow(plan: Plan, found: Walk, memo: Mapping[str, Any], ask: Ask | None, limits: Limits) -> None:
    flows, asked = found.flows, {question.key for question in found.questions}
    shared = {step.shares for step in plan.steps if step.shares is not None}
    layers: dict[NodeId, _Layer] = {}
    for step in plan.steps:
        node = step.node
        arriving = _arriving(step, flows)
        if arriving is None or (step.shares is not None and step.shares not in layers):
            found.waiting.add(node)
            continue
        call = step.call
        if isinstance(call, LayerCall) and call.learned == UNKNOWN:
            found.waiting.add(node)
            continue
        own = arriving_key(arriving, step.options)
        if step.shares is not None:
            layer = layers[step.shares]
            key = f"{layer.key} | {own}"
            layers[step.shares] = _Layer(key, [*layer.calls, arriving], [*layer.options, step.options])
            earlier = tuple(layer.calls)
        else:
            key, earlier = f"{call_key(call)} @ {own}", ()
            if step.node in shared:
                layers[step.node] = _Layer(key, [arriving], [step.options])
        entry = memo.get(key)
        if entry is None:
            failure = _too_many(call, arriving, limits)
            if failure is not None:
                found.failures[node] = failure
                found.waiting.add(node)
                continue
            if ask is not None and key not in asked:
                entry = ask(Question(key, node, step.name, call, (*earlier, arriving), _options(step, layers)))
        if entry is None:
            if key not in asked:
                asked.add(key)
                calls = (*earlier, arriving)
                found.questions.append(Question(key, node, step.name, call, calls, _options(step, layers)))
            found.waiting.add(node)
            continue
        if type(entry) is not Entry:
            entry = Entry.load(entry)  # type: ignore[arg-type]
        _take(node, step, key, entry, arriving, earlier, found, limits)


def _options(step: Step, layers: Mapping[NodeId, _Layer]) -> tuple[dict[str, Any], ...]:
    return tuple(layers[step.shares].options) if step.shares is not None else (step.options,)


def _take(
    node: NodeId,
    step: Step,
    key: str,
    entry: Entry,
    arriving: Arriving,
    earlier: tuple[Arriving, ...],
    found: Walk,
    limits: Limits,
) -> None:
    found.used[node] = (key, entry)
    if entry.outputs is None:
        found.failures[node] = Failure("keras", arriving, earlier, entry.error or "", entry.traceback)
        found.waiting.add(node)
        return
    by_port = entry.derived.get(step.outputs)
    if by_port is None:
        by_port = entry.derived[step.outputs] = dict(zip(step.outputs, entry.outputs, strict=False))
        entry.derived["values"] = max((prod(size or 1 for size in one.shape) for one in entry.outputs), default=0)
        entry.derived["unfit"] = unfit(step.call, arriving)
    if entry.derived["unfit"] is not None:
        found.failures[node] = Failure("runs", arriving, unfit=entry.derived["unfit"])
        found.waiting.add(node)
        return
    if entry.derived["values"] > limits.values:
        largest = max(entry.outputs, key=lambda one: prod(size or 1 for size in one.shape))
        found.failures[node] = Failure("values", arriving, number=entry.derived["values"], shape=largest.shape)
        found.waiting.add(node)
        return
    found.flows[node] = by_port
    found.entries[node] = entry


def _arriving(step: Step, flows: Mapping[NodeId, Mapping[str, Tensor]]) -> Arriving | None:
    arriving: Arriving = {}
    for port, refs in step.arguments.items():
        if type(refs) is Ref:
            ports = flows.get(refs.node)
            if ports is None or refs.port not in ports:
                return None
            arriving[port] = ports[refs.port]
        else:
            tensors = []
            for ref in refs:  # type: ignore[union-attr]
                tensor = flows.get(ref.node, {}).get(ref.port)
                if tensor is None:
                    return None
                tensors.append(tensor)
            arriving[port] = tuple(tensors)
    return arriving


def _too_many(call: LayerCall | OpCall, arriving: Arriving, limits: Limits) -> Failure | None:
    number = estimated(call, arriving) if isinstance(call, LayerCall) else None
    return Failure("params", arriving, number=number) if number is not None and number > limits.params else None
