"""Arrays that came with an imported model → the layers of a model built from its graph, node by node. What does not fit begins anew.

Reads the clean arrays that `imports` kept, never the stranger's file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras.src.saving.keras_saveable import KerasSaveable
from keras.src.saving.saving_lib import _get_unique_name, _walk_saveable
from keras.src.utils.naming import to_snake_case

from layerloom.graph.parts import Part, Parts, parts
from layerloom.graph.plan import LayerCall, Plan
from layerloom.graph.saved.report import Place

Arrays = Mapping[str, np.ndarray]
OPTIMIZER = ("optimizer/vars/", "optimizer_weights/")


@dataclass(slots=True)
class Restored:
    """Names of layers, in the file's order."""

    taken: list[str] = field(default_factory=list)
    anew: dict[str, str] = field(default_factory=dict)
    """Layer → why, in Keras' words."""
    optimizer: bool = False


def arrays(path: Path) -> dict[str, np.ndarray]:
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def weights(layers: Mapping[str, Any], places: Mapping[str, Place], kept: Arrays) -> Restored:
    """`layers` are the built ones by node. Those of which the file has arrays get them; a layer takes all of its own or none."""
    found = Restored()
    by_top: dict[str, list[str]] = defaultdict(list)
    for where, place in places.items():
        by_top[where.split("/")[0]].append(where)
        layer = layers.get(place.node or "")
        if layer is not None and any(name.startswith(f"{place.store}/") for name in kept):
            _attempt(found, layer, place.store, kept)
    for top, inside in by_top.items():
        values = [kept[name] for name in _numbered(kept, f"legacy/{top}/")]
        if values:
            nodes = [places[where].node or "" for where in inside]
            _from_row(found, [layers[node] for node in nodes if node in layers], values)
    return found


def _attempt(found: Restored, layer: Any, store: str, kept: Arrays) -> None:
    before = layer.get_weights()
    try:
        if _from_store(layer, store, kept):
            found.taken.append(layer.name)
    except (ValueError, KeyError, IndexError) as error:
        layer.set_weights(before)
        found.anew[layer.name] = str(error).splitlines()[0][:200]


def _from_store(layer: Any, store: str, kept: Arrays) -> bool:
    """A layer's own variables and those of what is inside it, under the names that Keras 3 gives them in its files."""
    any_taken = False
    for path, one in _saveables(layer, store):
        own = {name.rsplit("/", 1)[1]: kept[name] for name in _numbered(kept, f"{path}/vars/")}
        if own:
            one.load_own_variables(own)
            any_taken = True
    return any_taken


def stored(layer: Any, store: str) -> dict[str, np.ndarray]:
    """What `weights` gives back to a layer whose place is `store`."""
    found: dict[str, np.ndarray] = {}
    for path, one in _saveables(layer, store):
        own: dict[str, Any] = {}
        one.save_own_variables(own)
        found |= {f"{path}/vars/{name}": keras.ops.convert_to_numpy(value) for name, value in own.items()}
    return found


def _saveables(one: Any, path: str, seen: set[int] | None = None) -> Iterator[tuple[str, Any]]:
    seen = set() if seen is None else seen
    if id(one) in seen:
        return
    seen.add(id(one))
    yield path, one
    for name, child in _walk_saveable(one):
        if isinstance(child, KerasSaveable):
            yield from _saveables(child, f"{path}/{name}", seen)
        elif isinstance(child, list | tuple | dict):
            used: dict[str, int] = {}
            for item in child.values() if isinstance(child, dict) else child:
                if isinstance(item, KerasSaveable):
                    inner = _get_unique_name(to_snake_case(type(item).__name__), used)
                    yield from _saveables(item, f"{path}/{name}/{inner}", seen)


def _from_row(found: Restored, layers: list[Any], values: list[np.ndarray]) -> None:
    """HDF5 files of whole models keep one row for each layer: what is trainable in it first, of a model inside of all its layers."""
    variables = [one for layer in layers for one in layer.trainable_weights]
    variables += [one for layer in layers for one in layer.non_trainable_weights]
    shapes = [tuple(one.shape) for one in variables]
    if shapes != [value.shape for value in values]:
        for layer in layers:
            found.anew[layer.name] = f"{[value.shape for value in values]} in the file, {shapes} here"[:200]
        return
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)
    settle(layers)
    found.taken += [layer.name for layer in layers if layer.weights]


def settle(layers: list[Any]) -> None:
    """Normalization works with a copy of its variables, made when it has learned."""
    for layer in layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()


def optimizer(model: Any, order: list[Any], kept: Arrays) -> bool:
    """The optimizer's own state, where it is of the same kind: `order` are the layers as the file has them, which is the order in which
    the file's optimizer met their variables. False where it does not fit; the model's optimizer then begins anew."""
    values = [kept[name] for prefix in OPTIMIZER for name in _numbered(kept, prefix)]
    met = [variable for layer in order for variable in layer.trainable_variables]
    if not values or {id(one) for one in met} != {id(one) for one in model.trainable_variables}:
        return False
    twin = type(model.optimizer).from_config(model.optimizer.get_config())
    twin.build(met)
    if [tuple(one.shape) for one in twin.variables] != [value.shape for value in values]:
        return False
    mine = {_slot(one): one for one in model.optimizer.variables}
    if len(mine) != len(model.optimizer.variables) or any(_slot(one) not in mine for one in twin.variables):
        return False
    for theirs, value in zip(twin.variables, values, strict=True):
        if theirs.name != "learning_rate":
            mine[_slot(theirs)].assign(value)
    return True


def _slot(variable: Any) -> str:
    return str(variable.path).split("/", 1)[-1]


def _numbered(kept: Arrays, prefix: str) -> list[str]:
    """Names that are the prefix and a number, in the order of the numbers."""
    found = [name for name in kept if name.startswith(prefix) and name[len(prefix) :].isdecimal()]
    return sorted(found, key=lambda name: int(name[len(prefix) :]))


def layers_of(model: Any, plan: Plan) -> dict[str, Any]:
    """Node → layer, those that share one among them: in a plan the first use makes it, whoever owns it in the graph."""
    names = {step.node: step.name for step in plan.steps}
    found: dict[str, Any] = {}

    def look(parts: Parts, model: Any) -> None:
        known = {layer.name: layer for layer in model.layers if isinstance(layer, keras.Layer)}
        for one in parts:
            if isinstance(one, Part):
                look(one.inside, known[one.block.made_as] if one.block.kind == "model" else model)
            elif isinstance(one.call, LayerCall) and names[one.shares or one.node] in known:
                found[one.node] = known[names[one.shares or one.node]]

    look(parts(plan), model)
    return found
