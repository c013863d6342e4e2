"""Specs and LayerCalls → the Keras objects they name, with what is nested in them. Knows names and nothing of graphs."""

from functools import reduce
from typing import Any

import keras
import numpy as np

from layerloom import catalog
from layerloom.catalog.types import Kind, Member
from layerloom.engine import backbones, own
from layerloom.graph import slices
from layerloom.graph.learning import as_learned
from layerloom.graph.plan import BackboneCall, CustomCall, LayerCall
from layerloom.graph.schema import Spec
from layerloom.graph.source import values
from layerloom.graph.source.values import Params


def layer(call: LayerCall, name: str | None = None, shape: tuple[int | None, ...] = ()) -> Any:
    """A new, unbuilt `keras.Layer`, or a model of `keras.applications` for tensors of that shape. Raises LookupError for an unknown one, and what Keras raises for bad parameters.

    One that stands in a step has a `name`, and is frozen after its first call; one nested in another is frozen from the start.
    """
    if isinstance(call, BackboneCall):
        return backbones.layer(call, name, shape)
    if isinstance(call, CustomCall):
        return own.made(call, name)
    params = values.arguments("layer", call.layer, as_learned(call).params)
    named: Params = {"name": name} if name is not None else {} if call.trainable else {"trainable": False}
    return member("layer", call.layer)(**nested("layer", call.layer, params), **named)


def made(kind: Kind, spec: Spec) -> Any:
    """An optimizer, loss, metric, initializer, … with its parameters."""
    return member(kind, spec.name)(**nested(kind, spec.name, values.arguments(kind, spec.name, spec.params)))


def nested(kind: Kind, name: str, params: Params) -> Params:
    """What is nested is created in the order of `params`, as a script would: initializers and dropout draw seeds when made."""
    return {param: _value(kind, name, param, value) for param, value in params.items()}


def member(kind: Kind, name: str) -> Any:
    return reduce(getattr, values.path(kind, name).split(".")[1:], keras)


def known(kind: Kind, name: str) -> Member:
    """What the catalog says of it. Raises LookupError where Keras has no such thing."""
    found = catalog.get(kind, name)
    if found is None:
        raise LookupError(f"Keras has no {kind} called {name}.")
    return found


def operands(member: Member, params: Params) -> Params:
    """An op's parameters as Keras takes them: lists of numbers that stand where a tensor could are arrays, with a shape."""
    known = {param.name: param for param in member.params}
    found: Params = {}
    for name, value in params.items():
        param = known[name]
        if param.type == "tensor" and isinstance(value, list | tuple):
            found[name] = np.array(value, values.array_dtype(param, value))
        elif param.type == "slice":
            found[name] = slices.parse(value)
        else:
            found[name] = values.settled(param, value)
    return found


def _value(kind: Kind, name: str, param: str, value: Any) -> Any:
    if isinstance(value, LayerCall):
        return layer(value)
    if isinstance(value, Spec):
        return made(values.nested_kind(kind, name, param), value)
    return [_value(kind, name, param, item) for item in value] if isinstance(value, list) else value
