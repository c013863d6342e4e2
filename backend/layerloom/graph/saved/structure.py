"""A model's configuration, as parsed JSON → Model: layers by name and every call of each. Reads all generations of Keras.

Keras 3 writes arguments down whole; Keras 1 and 2 a list [layer, call, output, keywords] for each tensor, and Sequential models as a row.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from layerloom import catalog
from layerloom.graph.problems import Problem, Refused, problem
from layerloom.graph.saved import objects
from layerloom.graph.saved.model import Call, Ellipsis_, Layer, Model, Slice, Tensor, arriving, tensors
from layerloom.graph.saved.objects import Json, Object
from layerloom.words import Said, phrase

_FUNCTIONAL = frozenset({"layers", "input_layers", "output_layers"})
_PLACED = ("batch_shape", "batch_input_shape")
"""Where a layer of a Sequential model says the shape that comes in."""


def read(value: Any) -> Model:
    """Raises Refused where there are no layers to be read, or a call names what is not there."""
    found = _object(value)
    if found is None:
        raise Refused(malformed("", phrase("saved-wants-model")))
    return _model(found, str(found.config.get("name") or "model"))


def is_model(found: Object) -> bool:
    """Whether a layer is a model itself."""
    return found.config.keys() >= _FUNCTIONAL or (found.class_name == "Sequential" and "layers" in found.config)


def malformed(place: str, expectation: Said) -> Problem:
    return problem("model_malformed", {"place": place or "config", "expectation": expectation}, place=place)


def _object(value: Any) -> Object | None:
    """Sequential models of Keras 1 and early 2 are a bare list of layers."""
    if isinstance(value, dict) and isinstance(value.get("config"), list):
        value = {**value, "config": {"layers": value["config"]}}
    return objects.read(value)


def _model(found: Object, name: str) -> Model:
    if found.config.keys() >= _FUNCTIONAL:
        return _functional(found, name)
    if found.class_name == "Sequential" and "layers" in found.config:
        return _sequential(found, name)
    raise Refused(problem("model_without_layers", {"name": found.named}, evidence=found.named))


def _functional(found: Object, name: str) -> Model:
    entries = list(_entries(found.config["layers"], name))
    names = {entry_name for entry_name, _, _ in entries}
    layers: dict[str, Layer] = {}
    for entry_name, entry, inner in entries:
        nodes = entry.get("inbound_nodes") or []
        if not isinstance(nodes, list):
            raise Refused(malformed(entry_name, phrase("saved-wants-calls")))
        calls = tuple(_call(node, names, entry_name) for node in nodes)
        layers[entry_name] = Layer(entry_name, inner, calls, _model(inner, entry_name) if is_model(inner) else None)
    ends = {end: _ends(found.config[f"{end}_layers"], name) for end in ("input", "output")}
    model = Model(name, found.class_name, layers, ends["input"], ends["output"], _trainable(found))
    return _settled(model, new=any("args" in node for _, entry, _ in entries for node in _nodes(entry)))


def _entries(given: Any, name: str) -> Iterator[tuple[str, Json, Object]]:
    if not isinstance(given, list):
        raise Refused(malformed(name, phrase("saved-wants-layers")))
    taken: set[str] = set()
    for place, entry in enumerate(given):
        found = _object(entry)
        if found is None:
            raise Refused(malformed(f"{name}.layers[{place}]", phrase("saved-wants-layer")))
        given_name = entry.get("name", found.config.get("name"))
        entry_name = given_name if isinstance(given_name, str) and given_name else f"{_snake(found.class_name)}_{place}"
        if entry_name in taken:
            raise Refused(malformed(f"{name}.layers[{place}]", phrase("saved-name-twice", name=entry_name)))
        taken.add(entry_name)
        yield entry_name, entry, _maybe_operation(entry, found)


def _maybe_operation(entry: Json, found: Object) -> Object:
    """In its HDF5 files Keras 3 writes no modules: an operation is known by lacking what every layer has."""
    if found.module is not None or "trainable" in found.config or not any("args" in node for node in _nodes(entry)):
        return found
    layer = catalog.get("layer", found.class_name) is not None
    return found if layer and "dtype" in found.config else replace(found, operation=True)


def _nodes(entry: Json) -> Iterable[Any]:
    return [node for node in entry.get("inbound_nodes") or () if isinstance(node, dict)]


def _call(node: Any, names: set[str], layer: str) -> Call:
    if isinstance(node, dict) and isinstance(node.get("args"), list) and isinstance(node.get("kwargs", {}), dict):
        kwargs = {str(key): value_of(one) for key, one in node.get("kwargs", {}).items()}
        return Call(tuple(value_of(one) for one in node["args"]), kwargs)
    if isinstance(node, list) and node and all(isinstance(one, list) and len(one) in (3, 4) for one in node):
        kwargs = {str(key): _old_value(one, names) for key, one in (node[0][3] if len(node[0]) == 4 else {}).items()}
        flow = [one[2] if one[0] == "_CONSTANT_VALUE" else _tensor(one, layer) for one in node]
        return Call((flow[0] if len(flow) == 1 else flow,), kwargs)
    raise Refused(malformed(layer, phrase("saved-wants-calls")))


def value_of(value: Any) -> Any:
    """An argument as Keras 3 writes it down."""
    if isinstance(value, list):
        return [value_of(one) for one in value]
    if not isinstance(value, dict):
        return value
    config = value.get("config")
    match value.get("class_name"):
        case "__keras_tensor__" if isinstance(config, dict):
            return _tensor(config.get("keras_history"), "")
        case "__slice__" if isinstance(config, dict):
            return Slice(*(value_of(config.get(name)) for name in ("start", "stop", "step")))
        case "__tensor__" | "__numpy__" if isinstance(config, dict):
            return config.get("value")
        case "__ellipsis__":
            return Ellipsis_()
    return {str(key): value_of(one) for key, one in value.items()}


def _old_value(value: Any, names: set[str]) -> Any:
    """A keyword of Keras 2: a tensor is a list [layer, call, output], like any other list of three."""
    if isinstance(value, list):
        if len(value) in (3, 4) and isinstance(value[0], str) and value[0] in names and _whole(value[1:3]):
            return Tensor(value[0], value[1], value[2])
        return [_old_value(one, names) for one in value]
    if isinstance(value, dict):
        return {str(key): _old_value(one, names) for key, one in value.items()}
    return value


def _tensor(given: Any, layer: str) -> Tensor:
    if isinstance(given, list) and len(given) >= 3 and isinstance(given[0], str) and _whole(given[1:3]):
        return Tensor(given[0], given[1], given[2])
    raise Refused(malformed(layer, phrase("saved-wants-tensor")))


def _whole(values: list[Any]) -> bool:
    return all(isinstance(one, int) and not isinstance(one, bool) and 0 <= one < 2**31 for one in values)


def _ends(given: Any, name: str) -> Any:
    """`["a", 0, 0]`, or lists and dicts of such."""
    if isinstance(given, list):
        if len(given) == 3 and isinstance(given[0], str):
            return _tensor(given, name)
        return [_ends(one, name) for one in given]
    if isinstance(given, dict):
        return {str(key): _ends(one, name) for key, one in given.items()}
    raise Refused(malformed(name, phrase("saved-wants-tensor")))


def _settled(model: Model, new: bool) -> Model:
    """Calls of nested models counted from 0, and every tensor one that exists.

    A nested model has a call of its own, number 0, in which it was made. Keras 1 and 2 count it always, Keras 3 in the ends of the
    outer model alone, and there not of a Sequential.
    """
    nested = {name for name, layer in model.layers.items() if layer.model is not None}
    inner = [one for layer in model.layers.values() for call in layer.calls for one in arriving(call)]
    ends = [*tensors(model.inputs), *tensors(model.outputs)]
    if new:
        shifted = {one.layer for one in ends} & {n for n in nested if model.layers[n].object.class_name != "Sequential"}
        inside: set[str] = set()
    else:
        shifted = inside = {n for n in nested if all(one.call > 0 for one in (*inner, *ends) if one.layer == n)}
    layers = {
        name: Layer(name, layer.object, tuple(_moved(call, inside) for call in layer.calls), layer.model)
        for name, layer in model.layers.items()
    }
    made = Model(
        model.name,
        model.class_name,
        layers,
        _moved_value(model.inputs, shifted),
        _moved_value(model.outputs, shifted),
        model.trainable,
    )
    _check(made)
    return made


def _moved(call: Call, shifted: set[str]) -> Call:
    if not shifted:
        return call
    return Call(
        tuple(_moved_value(one, shifted) for one in call.args),
        {key: _moved_value(one, shifted) for key, one in call.kwargs.items()},
    )


def _moved_value(value: Any, shifted: set[str]) -> Any:
    if isinstance(value, Tensor):
        return Tensor(value.layer, max(value.call - 1, 0), value.index) if value.layer in shifted else value
    if isinstance(value, dict):
        return {key: _moved_value(one, shifted) for key, one in value.items()}
    return [_moved_value(one, shifted) for one in value] if isinstance(value, list) else value


def _check(model: Model) -> None:
    for layer in model.layers.values():
        for call in layer.calls:
            for one in arriving(call):
                _exists(model, one, layer.name)
    for one in (*tensors(model.inputs), *tensors(model.outputs)):
        _exists(model, one, model.name)


def _exists(model: Model, one: Tensor, place: str) -> None:
    layer = model.layers.get(one.layer)
    if layer is None or (not layer.is_input and one.call >= len(layer.calls)):
        raise Refused(malformed(place, phrase("saved-fed-by-nothing", name=one.layer)))


def _sequential(found: Object, name: str) -> Model:
    """A row of layers as a Model with one input, whose shape the file says somewhere, or nowhere."""
    entries = [(one, inner) for one, _, inner in _entries(found.config["layers"], name)]
    layers: dict[str, Layer] = {}
    before: Tensor | None = None
    if not entries or entries[0][1].class_name != "InputLayer":
        config = _first_input(found, entries)
        taken = {one for one, _ in entries}
        own = next(
            one for one in (f"{name}_input", *(f"{name}_input_{i}" for i in range(len(taken) + 1))) if one not in taken
        )
        layers[own] = Layer(own, Object("InputLayer", {**config, "name": own}), ())
        before = Tensor(own)
    for one, inner in entries:
        calls = () if inner.class_name == "InputLayer" or before is None else (Call((before,)),)
        layers[one] = Layer(one, inner, calls, _model(inner, one) if is_model(inner) else None)
        before = Tensor(one)
    first = next(iter(layers))
    return Model(name, found.class_name, layers, Tensor(first), before, _trainable(found))


def _first_input(found: Object, entries: list[tuple[str, Object]]) -> Json:
    first = entries[0][1] if entries else None
    while first is not None and is_model(first) and first.config.get("layers"):
        first = _object(first.config["layers"][0])
    config = first.config if first is not None else {}
    given = next((config[key] for key in _PLACED if config.get(key)), None) or found.config.get("build_input_shape")
    shape = given if isinstance(given, list) and all(size is None or isinstance(size, int) for size in given) else None
    dtype = "int32" if first is not None and first.class_name == "Embedding" else "float32"
    return {"batch_shape": shape, "dtype": dtype}


def _trainable(found: Object) -> bool:
    return found.config.get("trainable") is not False


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
