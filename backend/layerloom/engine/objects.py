"""Specs and LayerCalls → the Keras objects they name, with what is nested in them. Knows names and nothing of graphs."""

from typing import Any

import keras
from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Spec
from layerloom.graph.source.values import settled

_NESTED = (keras.initializers, keras.regularizers, keras.constraints, keras.optimizers.schedules)
"""Where a Spec inside parameters is looked up; no name stands in two of them."""


def layer(call: LayerCall, name: str | None = None) -> Any:
    """A new, unbuilt `keras.Layer`. Raises what Keras raises when the parameters make no sense."""
    named = {} if name is None else {"name": name}
    return _member(keras.layers, call.layer)(**arguments(call.params), **named)


def optimizer(spec: Spec) -> Any:
    return _member(keras.optimizers, spec.name)(**arguments(spec.params))


def loss(spec: Spec) -> Any:
    return _member(keras.losses, spec.name)(**arguments(spec.params))


def metric(spec: Spec) -> Any:
    return _member(keras.metrics, spec.name)(**arguments(spec.params))


def arguments(params: dict[str, Any]) -> dict[str, Any]:
    """Keyword arguments in their order: what is nested is created in that order too, as a script would."""
    return {name: _value(value) for name, value in params.items()}


def _value(value: Any) -> Any:
    if isinstance(value, LayerCall):
        made = layer(value)
        made.trainable = value.trainable
        return made
    if isinstance(value, Spec):
        found = next(space for space in _NESTED if hasattr(space, value.name))
        return _member(found, value.name)(**arguments(value.params))
    value = settled(value)
    return [_value(item) for item in value] if isinstance(value, list) else value


def _member(space: Any, name: str) -> Any:
    found = getattr(space, name, None)
    if not isinstance(found, type):
        raise LookupError(f"{space.__name__} has no class {name}.")
    return found
