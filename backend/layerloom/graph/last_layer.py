"""Which layer shapes what an output gets: its units, its activation, and the step that sets that."""

from collections.abc import Mapping
from dataclasses import dataclass

from layerloom import catalog
from layerloom.graph.plan import LayerCall, OpCall, Ref, Step
from layerloom.graph.schema import NodeId

_PASS = frozenset({"Dropout", "Identity", "ActivityRegularization", "GaussianNoise", "GaussianDropout", "AlphaDropout"})
"""Layers that change neither the number of units nor what they mean."""
_BY_NAME = {"Softmax": "softmax", "ReLU": "relu"}


@dataclass(frozen=True, slots=True)
class Last:
    step: Step | None = None
    """None where an output hangs on an Input."""
    activation: str | None = None
    """None where nothing is known of it."""
    setter: Step | None = None
    """The step that has the activation."""

    @property
    def units(self) -> int | None:
        call = self.step.call if self.step else None
        units = call.params.get("units") if isinstance(call, LayerCall) else None
        return units if isinstance(units, int) else None


def last_layer(steps: Mapping[NodeId, Step], source: Ref) -> Last:
    activation: str | None = None
    setter: Step | None = None
    step = steps.get(source.node)
    while step is not None:
        if isinstance(step.call, OpCall):
            if activation is None and catalog.get("activation", step.call.op) is not None:
                activation, setter = step.call.op, step
                step = _before(steps, step)
                continue
            break
        layer, params = step.call.layer, step.call.params
        if layer == "Activation" or layer in _BY_NAME:
            if activation is None:
                activation, setter = _BY_NAME.get(layer) or params["activation"], step
        elif layer not in _PASS:
            own = params.get("activation", "linear" if layer == "Dense" else None)
            if activation is None and isinstance(own, str):
                activation, setter = own, step
            return Last(step, activation, setter)
        step = _before(steps, step)
    return Last(None, activation, setter)


def _before(steps: Mapping[NodeId, Step], step: Step) -> Step | None:
    refs = next(iter(step.arguments.values()), None)
    return steps.get(refs.node) if isinstance(refs, Ref) else None
