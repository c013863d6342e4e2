"""Plan → functional `keras.Model`. Creates each layer at its first use, in plan order; knows nothing of data or runs.

That order is a law: with one seed the exported script, which creates layers in the same order, starts from the same weights.
"""

from collections.abc import Iterator
from typing import Any

import keras
from layerloom.engine import objects
from layerloom.engine.deep import deep
from layerloom.graph.plan import LayerCall, OpCall, Plan, Ref, Step
from layerloom.graph.source import values


def build(plan: Plan, seed: int | None = None) -> Any:
    """A `keras.Model` named after the plan, not compiled; `seed` (Python, NumPy and backend) is set before the first layer.

    One input or output is a tensor, several are a dict by their names. Raises what Keras raises.
    """
    if seed is not None:
        keras.utils.set_random_seed(seed)
    return deep(lambda: functional(plan, values.snake(plan.name)))


def functional(plan: Plan, name: str) -> Any:
    """The model itself, on the caller's stack: long chains need `deep`."""
    inputs = {entry.name: keras.Input(entry.shape, dtype=entry.dtype, name=entry.name) for entry in plan.inputs}
    tensors = {Ref(entry.node): inputs[entry.name] for entry in plan.inputs}
    made: dict[str, Any] = {}
    for step in plan.steps:
        take(step, tensors, made)
    outputs = {entry.name: tensors[entry.source] for entry in plan.outputs}
    return keras.Model(inputs=alone(inputs), outputs=alone(outputs), name=name)


def take(step: Step, tensors: dict[Ref, Any], made: dict[str, Any]) -> None:
    """One step: creates its layer if this is the first use, calls it, and adds what comes out to `tensors`."""
    first, *rest = (
        (port, [tensors[ref] for ref in refs] if isinstance(refs, tuple) else tensors[refs])
        for port, refs in step.arguments.items()
    )
    if isinstance(step.call, OpCall):
        result = objects.member("op", step.call.op)(
            first[1], **dict(rest), **values.arguments("op", step.call.op, step.call.params)
        )
    elif isinstance(step.call, Plan):
        model = made.get(_owner(step)) or functional(step.call, step.name)
        made[_owner(step)] = model
        result = model(alone(dict([first, *rest])))
    else:
        layer = made.get(_owner(step))
        if layer is None:
            layer = made[_owner(step)] = objects.layer(step.call, step.name)
        result = layer(first[1], **dict(rest), **values.arguments("layer", step.call.layer, step.options))
        freeze(layer, step.call)
    tensors.update(_by_port(step, result))


def freeze(layer: Any, call: LayerCall) -> None:
    """After the first call: only then do the layers that another layer makes inside itself exist to be frozen with it."""
    if not call.trainable and layer.trainable:
        layer.trainable = False


def alone(named: dict[str, Any]) -> Any:
    """A single tensor stands by itself; several keep their names."""
    return next(iter(named.values())) if len(named) == 1 else named


def _owner(step: Step) -> str:
    return step.shares or step.node


def _by_port(step: Step, result: Any) -> Iterator[tuple[Ref, Any]]:
    if isinstance(result, dict):
        results = [result[port] for port in step.outputs]
    else:
        results = list(result) if isinstance(result, (tuple, list)) else [result]
    return ((Ref(step.node, port), tensor) for port, tensor in zip(step.outputs, results, strict=False))
