"""A Keras model → graph → script → executed → model, and what has to be equal then. Knows models by what Keras says of them at run time."""

import inspect
import json
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
from keras.src.models.functional import Functional

from layerloom.graph import saved
from layerloom.graph.plan import Plan
from layerloom.graph.saved import document
from layerloom.graph.saved.report import Imported
from layerloom.graph.source import script
from layerloom.graph.validate import plan

IGNORED = ("training",)
"""Keyword arguments that Keras decides anew in each call of a whole model."""


def imported(model: Any) -> Imported:
    return saved.read(document.parse(model.to_json()))


def executed(made: Plan) -> Any:
    names: dict[str, Any] = {"__name__": "imported"}
    exec(compile(script(made), "script.py", "exec"), names)
    return names["build_model"]()


def again(model: Any) -> tuple[Any, Imported]:
    """The model as it comes back."""
    found = imported(model)
    return executed(plan(found.graph, None)), found


class Traced:
    """Every call that leads to a model's outputs, in an order that follows from the connections alone; nested models are looked into."""

    def __init__(self, model: Any, outputs: list[Any]) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.layers: list[tuple[Any, bool]] = []
        """Each layer with its own name, once, and whether it stands inside another model."""
        self._numbers: dict[int, int] = {}
        self._seen: dict[tuple[int, int, int], Any] = {}
        self._kept: list[Any] = []
        top = _Place(None, {})
        self._kept.append(top)
        self.outputs = [self._tensor(one, top) for one in outputs]

    def _tensor(self, tensor: Any, place: "_Place") -> Any:
        operation, number, index = tensor._keras_history
        if id(tensor) in place.given:
            return place.given[id(tensor)]
        if isinstance(operation, keras.Model):
            return self._inside(operation, operation._inbound_nodes[number], index, place)
        key = (id(place), id(operation), number)
        if key not in self._seen:
            self._seen[key] = self._call(operation, operation._inbound_nodes[number], place)
        return self._seen[key], index

    def _inside(self, model: Any, node: Any, index: int, place: "_Place") -> Any:
        inner = model._functional if isinstance(model, keras.Sequential) else model
        key = (id(place), id(model), id(node))
        if key not in self._seen:
            arriving = keras.tree.flatten(node.arguments.args) or keras.tree.flatten(node.arguments.kwargs)
            flow = [self._tensor(one, place) for one in arriving]
            made = _Place(place, dict(zip([id(one) for one in inner.inputs], flow, strict=True)))
            self._kept.append(made)
            self._seen[key] = made
        return self._tensor(inner.outputs[index], self._seen[key])

    def _call(self, operation: Any, node: Any, place: "_Place") -> int:
        def told(value: Any) -> Any:
            if isinstance(value, keras.KerasTensor):
                return self._tensor(value, place)
            return int(value) if isinstance(value, float) and value.is_integer() else value

        args, kwargs = node.arguments.args, node.arguments.kwargs
        named = dict(inspect.signature(operation.call).bind(*args, **kwargs).arguments)
        named |= named.pop("kwargs", {})
        flow = keras.tree.map_structure(told, {k: v for k, v in sorted(named.items()) if _says(k, v)})
        layer = self._numbers.setdefault(id(operation), len(self._numbers))
        if layer == len(self.layers):
            self.layers.append((operation, place.outer is not None))
        self.calls.append((type(operation).__name__, layer, repr(flow)))
        return len(self.calls) - 1


class _Place:
    """Inside which model a tensor is looked at, and what flows into that model there."""

    def __init__(self, outer: "_Place | None", given: dict[int, Any]) -> None:
        self.outer, self.given = outer, given


def _says(name: str, value: Any) -> bool:
    flat = keras.tree.flatten(value)
    return name not in IGNORED and not (all(one is None or one is False for one in flat))


def ends(model: Any, names: list[str] | None = None) -> list[Any]:
    """The outputs in the order in which the file lists them; `names` are those of a model whose outputs are a dict."""
    struct = model._functional._outputs_struct if isinstance(model, keras.Sequential) else model._outputs_struct
    if isinstance(struct, dict):
        return [struct[name] for name in (names or struct)]
    return keras.tree.flatten(struct)


def settings(layer: Any) -> Any:
    """A layer's configuration without names, which a layer inside another has from a counter."""
    return _nameless(json.loads(json.dumps(layer.get_config(), default=str)))


def _nameless(value: Any) -> Any:
    if isinstance(value, dict):
        dropped = {"name", "build_config", "shared_object_id"}
        return {key: _nameless(one) for key, one in value.items() if key not in dropped}
    return [_nameless(one) for one in value] if isinstance(value, list) else value


def differences(before: Any, after: Any, found: Imported) -> Iterator[str]:
    """What is not as it was: connections, configurations, names, parameters."""
    outputs = [node.name for node in found.graph.nodes.values() if node.type == "output" and node.block is None]
    first = Traced(before, _listed(before))
    second = Traced(after, ends(after, outputs))
    if len(first.calls) != len(second.calls):
        yield f"{len(first.calls)} calls before, {len(second.calls)} after"
    for one, other in zip(first.calls, second.calls, strict=False):
        if one != other:
            yield f"call {one} is {other}"
    if first.outputs != second.outputs:
        yield f"outputs {first.outputs} are {second.outputs}"
    for (one, nested), (other, _) in zip(first.layers, second.layers, strict=False):
        if settings(one) != settings(other):
            yield f"{one.name}: {_apart(settings(one), settings(other))}"
        if not isinstance(one, keras.Layer):
            continue
        if one.name != other.name and not (nested and other.name.endswith(one.name)):
            yield f"{one.name} is called {other.name}"
    if before.count_params() != after.count_params():
        yield f"{before.count_params()} parameters before, {after.count_params()} after"


def _listed(model: Any) -> list[Any]:
    struct = model._functional._outputs_struct if isinstance(model, keras.Sequential) else model._outputs_struct
    return list(struct.values()) if isinstance(struct, dict) else keras.tree.flatten(struct)


def _apart(one: Any, other: Any) -> str:
    keys = sorted({*one, *other})
    return ", ".join(f"{key}: {one.get(key)} → {other.get(key)}" for key in keys if one.get(key) != other.get(key))


def farthest(before: Any, after: Any, found: Imported, size: int = 8, seed: int = 0) -> float:
    """The largest deviation of any output on the same rows, once the weights are copied."""
    outputs = [node.name for node in found.graph.nodes.values() if node.type == "output" and node.block is None]
    layers = zip(Traced(before, _listed(before)).layers, Traced(after, ends(after, outputs)).layers, strict=True)
    for (one, _), (other, _) in layers:
        if isinstance(one, keras.Layer):
            other.set_weights(one.get_weights())
    given = [rows(one, size, seed + place) for place, one in enumerate(before.inputs)]
    by_name = {one._keras_history[0].name: row for one, row in zip(before.inputs, given, strict=True)}
    theirs = _values(Functional(before.inputs, _listed(before))(given, training=False))
    ours = _values(
        Functional(after.inputs, ends(after, outputs))(
            [by_name[one._keras_history[0].name] for one in after.inputs], training=False
        )
    )
    return max(float(np.max(np.abs(a - b))) if a.size else 0.0 for a, b in zip(theirs, ours, strict=True))


def _values(found: Any) -> list[np.ndarray]:
    return [keras.ops.convert_to_numpy(one).astype("float64") for one in keras.tree.flatten(found)]


def rows(tensor: Any, size: int, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    shape = (3, *(size if one is None else one for one in tensor.shape[1:]))
    if "int" in tensor.dtype:
        return random.integers(1, 5, shape).astype(tensor.dtype)
    return random.normal(size=shape).astype(tensor.dtype)
