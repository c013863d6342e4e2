"""The law of the round trip, layer by layer: model → graph → script → model, with every layer's configuration as it was."""

from typing import Any

import keras
import pytest

import round_trip
from layerloom import catalog
from layerloom.catalog.types import Member
from layerloom.engine.introspect import trial
from layerloom.graph.saved import masks

LAYERS = [layer for layer in catalog.members("layer") if layer.stands_alone]


def alone(layer: Member) -> Any:
    """A model of that layer alone, on the inputs that the catalog tried it with."""
    assert layer.example is not None
    inputs = [
        keras.Input(one.shape[1:], dtype=one.dtype, name=f"{port}_{place}")
        for port, some in layer.example.inputs.items()
        for place, one in enumerate(some)
    ]
    made = getattr(keras.layers, layer.name)(**{name: trial.made(one) for name, one in layer.example.params.items()})
    several = len(next(iter(layer.example.inputs.values()))) if layer.inputs[0].many else 1
    first = inputs[:several] if layer.inputs[0].many else inputs[0]
    rest = dict(zip(list(layer.example.inputs)[1:], inputs[several:], strict=True))
    return keras.Model(inputs, made(first, **rest))


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_every_layer_comes_back_as_it_was(layer: Member) -> None:
    before = alone(layer)
    after, found = round_trip.again(before)
    assert list(round_trip.differences(before, after, found)) == []
    assert found.report.remarks == ()


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_which_layers_let_a_mask_through_is_known(layer: Member) -> None:
    assert layer.example is not None
    made, _ = trial.call(getattr(keras.layers, layer.name), layer.example, layer.inputs[0].many)
    lets = made.supports_masking and layer.name not in ("GlobalAveragePooling1D", "Dot")
    makes = layer.name in ("Embedding", "Masking")
    assert makes or lets == (masks.NO_MASK_BEHIND(layer.name) is None)
