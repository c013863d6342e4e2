"""Layers that learn from data + the training part → the same layers with their vocabularies, bins or means, before their first call."""

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np

from layerloom.graph import learning
from layerloom.graph.plan import LayerCall, Plan

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Learned:
    """What one layer learned."""

    node: str
    name: str
    layer: str
    size: int | None
    """Entries of its vocabulary, or bins; None of Normalization."""
    shown: tuple[str, ...]
    """The first words, bins or means."""
    spread: tuple[str, ...] = ()
    """Variances beside the means."""
    seconds: float = 0.0


Tell = Callable[[Learned], None]


@dataclass(frozen=True, slots=True)
class Teacher:
    """Has each layer of the plan adapt to what flows straight into it."""

    plan: Plan
    rows: Mapping[str, Any]
    """The training part, by the names of inputs."""
    tell: Tell = lambda learned: None
    kept: Mapping[str, Any] = field(default_factory=dict)
    """Layers of a model that goes on, by name: they hand on what they learned, whatever the data says now."""

    def teach(self, node: str, name: str, layer: Any, call: LayerCall) -> None:
        """`node` makes the layer; it has not been called yet."""
        inputs = learning.taught(self.plan).get(node, ()) if learning.learns(call) else ()
        if inputs:
            began = time.perf_counter()
            before = self.kept.get(name)
            if type(before) is type(layer):
                hand_on(before, layer)
            else:
                parts = [self.rows[one.name] for one in inputs]
                layer.adapt(parts[0] if len(parts) == 1 else np.concatenate(parts))
            self.tell(Learned(node, name, call.layer, *known(layer, call), time.perf_counter() - began))


def hand_on(before: Any, layer: Any) -> None:
    """What the one learned, to a new one that was not called yet: as Keras' own files carry it."""
    if isinstance(layer, keras.layers.Discretization):
        layer.bin_boundaries = before.bin_boundaries
        return
    if isinstance(layer, keras.layers.Normalization):
        layer.build(before.get_build_config()["input_shape"])
    store: dict[str, Any] = {}
    before.save_own_variables(store)
    layer.load_own_variables({name: np.asarray(value) for name, value in store.items()})
    if not isinstance(layer, keras.layers.Normalization):
        if store:  # idf weights: a lookup asks for those it has while it takes the words
            lookup = getattr(layer, "_lookup_layer", layer)
            lookup.idf_weights_const = lookup.idf_weights.value()
        with tempfile.TemporaryDirectory() as place:
            before.save_assets(place)
            layer.load_assets(place)


def known(layer: Any, call: LayerCall) -> tuple[int | None, tuple[str, ...], tuple[str, ...]]:
    """(how much, the first of it, how far that spreads) that a layer has learned."""
    if call.layer == "Normalization":
        return None, _numbers(layer.mean), _numbers(layer.variance)
    if call.layer == "Discretization":
        return len(layer.bin_boundaries) + 1, _numbers(layer.bin_boundaries), ()
    words = layer.get_vocabulary()
    first = learning.specials(call)
    return len(words), tuple(str(word)[:40] for word in words[first : first + MOST_SHOWN]), ()


def _numbers(values: Any) -> tuple[str, ...]:
    return tuple(f"{value:.4g}" for value in np.ravel(keras.ops.convert_to_numpy(values))[:MOST_SHOWN])
