"""Plan → functional `keras.Model`. Creates each layer at its first use, in plan order; knows nothing of data or runs.

That order is a law: with one seed the exported script, which creates layers in the same order, starts from the same weights.
"""

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
    flow = {
        port: [tensors[ref] for ref in refs] if isinstance(refs, tuple) else tensors[refs]
        for port, refs in step.arguments.items()
    }
    owner = step.shares or step.node
    layer = made.get(owner)
    if layer is None and isinstance(step.call, LayerCall):
        layer = made[owner] = objects.layer(step.call, step.name)
    elif layer is None and isinstance(step.call, Plan):
        layer = made[owner] = functional(step.call, step.name)
    result = called(step.call, layer, flow, step.options)
    if isinstance(step.call, LayerCall):
        freeze(layer, step.call)
    if isinstance(result, dict):
        tensors.update({Ref(step.node, port): result[port] for port in step.outputs})
    else:
        ports = zip(step.outputs, results(result), strict=False)
        tensors.update({Ref(step.node, port): tensor for port, tensor in ports})


def called(call: LayerCall | OpCall | Plan, layer: Any, flow: dict[str, Any], options: dict[str, Any]) -> Any:
    """What the layer (or operation) returns for the tensors by port; the first goes by position, a block takes all as a dict."""
    (_, first), *rest = flow.items()
    if isinstance(call, Plan):
        return layer(alone(flow))
    if isinstance(call, OpCall):
        return objects.member("op", call.op)(first, **dict(rest), **values.arguments("op", call.op, call.params))
    return layer(first, **dict(rest), **values.arguments("layer", call.layer, options))


def results(result: Any) -> list[Any]:
    """What a call returned, one after another."""
    return list(result) if isinstance(result, (tuple, list)) else [result]


def freeze(layer: Any, call: LayerCall) -> None:
    """After the first call: only then do the layers that another layer makes inside itself exist to be frozen with it."""
    if not call.trainable and layer.trainable:
        layer.trainable = False


def alone(named: dict[str, Any]) -> Any:
    """A single tensor stands by itself; several keep their names."""
    return next(iter(named.values())) if len(named) == 1 else named
