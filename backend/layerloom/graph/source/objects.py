"""Specs and LayerCalls → the expressions that create them, as a person would write them: `layers.Conv2D(32, 3, name="conv")`."""

from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Kind
from layerloom.graph.plan import LayerCall
from layerloom.graph.schema import Spec
from layerloom.graph.source import values
from layerloom.graph.source.layout import Call, Expression, Items, literal
from layerloom.graph.source.values import Params

BY_POSITION = frozenset(
    {
        *("activation", "cell", "cells", "dims", "filters", "input_dim", "kernel_size", "layer", "layers"),
        *("n", "output_dim", "pool_size", "rate", "scale", "stddev", "target_shape", "units"),
    }
)
"""Required arguments that people write without their name while they come first."""


def layer(call: LayerCall, name: str | None = None) -> Call:
    """`layers.Dense(10, activation="relu", name="dense")`."""
    params = values.arguments("layer", call.layer, call.params)
    named = () if name is None else (("name", literal(name)),)
    first, rest = _arguments("layer", call.layer, params)
    return Call(values.path("layer", call.layer).removeprefix("keras."), first, rest + named)


def made(kind: Kind, spec: Spec) -> Call:
    """`keras.optimizers.Adam(learning_rate=0.01)`."""
    params = values.arguments(kind, spec.name, spec.params)
    return Call(values.path(kind, spec.name), (), _named(kind, spec.name, params))


def _arguments(
    kind: Kind, name: str, params: Params
) -> tuple[tuple[Expression, ...], tuple[tuple[str, Expression], ...]]:
    """By position and by name. The order in which nested objects are created stays that of `params`."""
    first: list[Expression] = []
    nested = [param for param, value in params.items() if _nests(value)]
    rest = dict(params)
    for param in catalog.params(kind, name).values():
        if not param.required or param.name not in BY_POSITION or param.name not in rest:
            break
        if param.name in nested and param.name != nested[0]:
            break
        first.append(_value(kind, name, param.name, rest.pop(param.name)))
    return tuple(first), _named(kind, name, rest)


def _named(kind: Kind, name: str, params: Params) -> tuple[tuple[str, Expression], ...]:
    return tuple((param, _value(kind, name, param, value)) for param, value in params.items())


def _value(kind: Kind, name: str, param: str, value: Any) -> Expression:
    if isinstance(value, LayerCall):
        inner = layer(value)
        frozen = () if value.trainable else (("trainable", "False"),)
        return Call(inner.function, inner.arguments, inner.named + frozen)
    if isinstance(value, Spec):
        return made(values.nested_kind(kind, name, param), value)
    if isinstance(value, list):
        return Items("[", "]", tuple(_value(kind, name, param, item) for item in value))
    known = catalog.params(kind, name).get(param)
    if known and known.type == "int_tuple" and isinstance(value, tuple) and _same(value):
        return literal(value[0])
    return literal(value)


def _same(numbers: tuple[Any, ...]) -> bool:
    return len(numbers) > 0 and all(isinstance(number, int) and number == numbers[0] for number in numbers)


def _nests(value: Any) -> bool:
    return isinstance(value, (LayerCall, Spec)) or (isinstance(value, list) and any(_nests(item) for item in value))
