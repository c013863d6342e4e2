"""Plan → functional `keras.Model`. Creates each layer at its first use, in plan order; knows nothing of data or runs.

That order is a law: with one seed the exported script, which creates layers in the same order, starts from the same weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import keras

from layerloom.engine import backbones, counting, objects, own
from layerloom.engine.deep import deep
from layerloom.engine.teaching import Teacher, Tell
from layerloom.graph import operands
from layerloom.graph.parts import Part, Parts, parts
from layerloom.graph.plan import BackboneCall, CustomCall, LayerCall, OpCall, Plan, PlanBlock, PlanPort, Ref, Step
from layerloom.graph.source import values


def build(
    plan: Plan,
    seed: int | None = None,
    rows: Mapping[str, Any] | None = None,
    tell: Tell = lambda learned: None,
    kept: Mapping[str, Any] | None = None,
) -> Any:
    """A `keras.Model` named after the plan, not compiled; `seed` (Python, NumPy and backend) is set before the first layer.

    One input or output is a tensor, several are a dict by their names. `rows`, the training part by the names of inputs, is what
    layers that learn from data learn from; each is told. Those of the same name in `kept` hand on what they know instead. Raises what Keras
    raises.
    """
    own.know(plan)  # as a script runs its lines before it sets the seed
    if seed is not None:
        keras.utils.set_random_seed(seed)
    teacher = None if rows is None else Teacher(plan, rows, tell, kept or {})
    return deep(lambda: functional(plan, values.snake(plan.name), teacher))


def functional(plan: Plan, name: str, teacher: Teacher | None = None) -> Any:
    """The model itself, on the caller's stack: long chains need `deep`."""
    with counting.from_the_start():
        return _functional(plan, name, teacher)


def _functional(plan: Plan, name: str, teacher: Teacher | None) -> Any:
    inputs = {entry.name: keras.Input(entry.shape, dtype=entry.dtype, name=entry.name) for entry in plan.inputs}
    tensors = {Ref(entry.node): inputs[entry.name] for entry in plan.inputs}
    _Making(plan.passes, teacher).take_all(parts(plan), None, tensors)
    outputs = {entry.name: tensors[entry.source] for entry in plan.outputs}
    return keras.Model(inputs=alone(inputs), outputs=alone(outputs), name=name)


@dataclass(slots=True)
class _Making:
    """Layers and models that are made on the way, by the node that owns them."""

    passes: Mapping[str, Ref]
    teacher: Teacher | None
    made: dict[str, Any] = field(default_factory=dict)

    def take_all(self, found: Parts, block: PlanBlock | None, tensors: dict[Ref, Any]) -> None:
        """What stands in one block, or at the top; `tensors` are those that flow there. Layers of a block inside are the model's own,
        but for those of a model inside the model."""
        for one in found:
            if isinstance(one, Step):
                step = one if block is None else replace(one, arguments=block.arguments[one.node])
                take(step, tensors, self.made, self.teacher)
                continue
            flow = {port: tensors[port.source] for port in one.block.inputs}
            if one.block.kind == "model":
                left = self._called(one, flow)
            else:
                within = {Ref(port.node): tensor for port, tensor in flow.items()}
                self.take_all(one.inside, one.block, within)
                left = [within[port.source] for port in one.block.outputs]
            for port, tensor in zip(one.block.outputs, left, strict=True):
                tensors[Ref(port.node)] = tensor
                tensors.setdefault(self.passes[port.node], tensor)

    def _called(self, part: Part, flow: dict[PlanPort, Any]) -> list[Any]:
        """What the block's model returns; it is created where this is its first call."""
        block = part.block
        if block.of not in self.made:
            inputs = {port: _input(port, tensor) for port, tensor in flow.items()}
            within = {Ref(port.node): tensor for port, tensor in inputs.items()}
            self.take_all(part.inside, block, within)
            outputs = {port.name: within[port.source] for port in block.outputs}
            named = {port.name: tensor for port, tensor in inputs.items()}
            self.made[block.of] = keras.Model(inputs=alone(named), outputs=alone(outputs), name=block.made_as)
        result = self.made[block.of](alone({port.name: tensor for port, tensor in flow.items()}))
        return [result[port.name] for port in block.outputs] if isinstance(result, dict) else [result]


def _input(port: PlanPort, arriving: Any) -> Any:
    shape = arriving.shape[1:] if port.shape is None else port.shape
    return keras.Input(shape, dtype=port.dtype or arriving.dtype, name=port.name)


def take(step: Step, tensors: dict[Ref, Any], made: dict[str, Any], teacher: Teacher | None = None) -> None:
    """One step: creates its layer if this is the first use, calls it, and adds what comes out to `tensors`."""
    flow = {
        port: [tensors[ref] for ref in refs] if isinstance(refs, tuple) else tensors[refs]
        for port, refs in step.arguments.items()
    }
    owner = step.shares or step.node
    layer = made.get(owner)
    if layer is None and isinstance(step.call, LayerCall):
        layer = made[owner] = objects.layer(step.call, step.name, entering(flow))
        if teacher is not None:
            teacher.teach(owner, step.name, layer, step.call)
    result = called(step.call, layer, flow, step.options)
    if isinstance(step.call, LayerCall):
        freeze(layer, step.call)
    ports = zip(step.outputs, results(result), strict=False)
    tensors.update({Ref(step.node, port): tensor for port, tensor in ports})


def called(call: LayerCall | OpCall, layer: Any, flow: dict[str, Any], options: dict[str, Any]) -> Any:
    """What the layer (or operation) returns for the tensors by port; the first goes by position."""
    if isinstance(call, OpCall):
        member = objects.known("op", call.op)
        first, named = operands.placed(member, flow, objects.operands(member, call.params))
        return objects.member("op", call.op)(*first, **named)
    if isinstance(call, BackboneCall):
        (tensor,) = flow.values()
        return layer(backbones.prepared(call, tensor))
    if isinstance(call, CustomCall):
        return own.called(call, layer, flow)
    (_, first), *rest = operands.handed(call, flow).items()
    return layer(first, **dict(rest), **values.arguments("layer", call.layer, options))


def entering(flow: Mapping[str, Any]) -> tuple[int | None, ...]:
    """The shape of what flows in first."""
    first = next(iter(flow.values()))
    return tuple((first[0] if isinstance(first, list | tuple) else first).shape)


def results(result: Any) -> list[Any]:
    """What a call returned, one after another; the states of stacked cells come in lists of their own."""
    return list(keras.tree.flatten(result))


def freeze(layer: Any, call: LayerCall) -> None:
    """After the first call: only then do the layers that another layer makes inside itself exist to be frozen with it."""
    if isinstance(call, BackboneCall):
        backbones.freeze(layer, call)
        return
    if not call.trainable and layer.trainable:
        layer.trainable = False


def alone(named: dict[str, Any]) -> Any:
    """A single tensor stands by itself; several keep their names."""
    return next(iter(named.values())) if len(named) == 1 else named
