"""Specs and LayerCalls → the expressions that create them, as a person would write them: `layers.Conv2D(32, 3, name="conv")`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layerloom import catalog
from layerloom.catalog.types import Kind, Param
from layerloom.graph import operands
from layerloom.graph.plan import BackboneCall, CustomCall, LayerCall, OpCall
from layerloom.graph.schema import Spec
from layerloom.graph.source import values
from layerloom.graph.source.layout import Call, Expression, Items, Subscript, literal, quoted
from layerloom.graph.source.values import Params

BY_POSITION = frozenset(
    {
        *("activation", "cell", "cells", "dims", "filters", "input_dim", "kernel_size", "layer", "layers"),
        *("n", "output_dim", "pool_size", "rate", "scale", "stddev", "target_shape", "units"),
    }
)
"""Required arguments that people write without their name while they come first."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value that is Python already: the name of a variable."""

    text: Expression


def layer(call: LayerCall, name: Expression | None = None, given: Mapping[str, Expression] = {}) -> Call:
    """`layers.Dense(10, activation="relu", name="dense")`. `name` is Python already, and so is what is `given` for parameters."""
    if isinstance(call, CustomCall):
        return Call(call.layer, (), (*own(call), *(() if name is None else (("name", name),))))
    kind: Kind = "application" if isinstance(call, BackboneCall) else "layer"
    params = values.arguments(kind, call.layer, call.params)
    params |= {param: Written(text) for param, text in given.items()}
    named = () if name is None else (("name", name),)
    first, rest = _arguments(kind, call.layer, params)
    path = values.path(kind, call.layer)
    return Call(path if kind == "application" else path.removeprefix("keras."), first, rest + named)


def own(call: CustomCall) -> tuple[tuple[str, Expression], ...]:
    """The parameters of somebody's own layer or function, all by name."""
    return tuple((name, literal(value)) for name, value in values.arguments("layer", "", call.params).items())


def op(call: OpCall, flow: Mapping[str, Expression]) -> Expression:
    """`ops.matmul(a, b)`; a slice as Python writes it, `x[:, 0]`."""
    member = catalog.get("op", call.op)
    if member is None:
        raise LookupError(f"Keras has no op called {call.op}.")
    known = {param.name: param for param in member.params}
    if call.op == "get_item":
        return Subscript(next(iter(flow.values())), call.params["key"])
    params = {name: _operand(known[name], value) for name, value in call.params.items()}
    first, named = operands.placed(member, {name: _spread(value) for name, value in flow.items()}, params)
    function = member.path.removeprefix("keras.")
    return Call(
        function, tuple(map(_together, first)), tuple((name, _together(value)) for name, value in named.items())
    )


def _operand(param: Param, value: Any) -> Any:
    if param.type == "tensor" and isinstance(value, list | tuple):
        numbers = literal(_lists(value))
        return Call("np.array", (numbers, quoted(values.array_dtype(param, value))))
    if isinstance(value, dict):
        return {name: literal(one) for name, one in value.items()}
    return literal(values.settled(param, value))


def _lists(value: Any) -> Any:
    return [_lists(item) for item in value] if isinstance(value, list | tuple) else value


def _spread(value: Expression) -> Any:
    """The tensors of a `many` port one by one, so that they can be spread out."""
    return list(value.items) if isinstance(value, Items) else value


def _together(value: Any) -> Expression:
    return Items("[", "]", tuple(value)) if isinstance(value, list) else value


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
        first.append(value(kind, name, param.name, rest.pop(param.name)))
    return tuple(first), _named(kind, name, rest)


def _named(kind: Kind, name: str, params: Params) -> tuple[tuple[str, Expression], ...]:
    return tuple((param, value(kind, name, param, given)) for param, given in params.items())


def value(kind: Kind, name: str, param: str, found: Any) -> Expression:
    """What stands behind the `=` of a parameter; `found` is as `values.arguments` gives it."""
    if isinstance(found, Written):
        return found.text
    if isinstance(found, LayerCall):
        inner = layer(found)
        frozen = () if found.trainable else (("trainable", "False"),)
        return Call(inner.function, inner.arguments, inner.named + frozen)
    if isinstance(found, Spec):
        return made(values.nested_kind(kind, name, param), found)
    if isinstance(found, list):
        return Items("[", "]", tuple(value(kind, name, param, item) for item in found))
    known = catalog.params(kind, name).get(param)
    if known and known.type == "int_tuple" and isinstance(found, tuple) and _same(found):
        return literal(found[0])
    return literal(found)


def _same(numbers: tuple[Any, ...]) -> bool:
    return len(numbers) > 0 and all(isinstance(number, int) and number == numbers[0] for number in numbers)


def _nests(value: Any) -> bool:
    return isinstance(value, (LayerCall, Spec)) or (isinstance(value, list) and any(_nests(item) for item in value))
